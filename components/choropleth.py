"""The statistical map: provinces and both archipelagos coloured by class, with its legend in the empty sea."""

from __future__ import annotations

import pandas as pd

from components import theme

FIELDS = ["unit", "rev", "class", "hover", "on", "derived"]
# Places of the legend's rows in the frame of the picture, in pixels from its right edge and its top.
LEGEND_RIGHT = 206
LEGEND_TOP = 16
LEGEND_STEP = 20
SWATCH = 13
DOTTED = -3  # the class of the legend's row for derived values


def geometry(basis: str, feature: str) -> dict:
    """Return the Vega-Lite data of one object of a basis' boundaries, fetched once by the browser."""
    return {"url": f"/geo/{basis}.topojson", "format": {"type": "topojson", "feature": feature}}


def _lookup() -> dict:
    return {"lookup": "properties.unit", "from": {"data": {"name": "frame"}, "key": "unit", "fields": FIELDS}}


def _fill(ramp: tuple[str, ...], colours: theme.Palette) -> dict:
    by_class = [{"test": f"datum['class'] === {index}", "value": colour} for index, colour in enumerate(ramp)]
    by_class.append({"test": f"datum['class'] === {DOTTED}", "value": ramp[-2]})
    return {"condition": by_class, "value": theme.no_data_fill(colours)}


def _areas(basis: str, feature: str, ramp: tuple[str, ...], colours: theme.Palette) -> dict:
    return {
        "data": geometry(basis, feature),
        "transform": [_lookup()],
        "mark": {"type": "geoshape", "stroke": colours.outline, "strokeWidth": 0.6, "cursor": "pointer"},
        "encoding": {
            "fill": _fill(ramp, colours),
            "tooltip": {"field": "hover"},
            "description": {"field": "hover"},
        },
    }


def _chosen(basis: str, feature: str, colours: theme.Palette) -> dict:
    return {
        "data": geometry(basis, feature),
        "transform": [_lookup(), {"filter": "datum.on"}],
        "mark": {"type": "geoshape", "filled": False, "stroke": colours.chosen, "strokeWidth": 2.4, "tooltip": None},
    }


def _derived(basis: str, colours: theme.Palette) -> dict:
    """The third treatment: dots over the areas whose value is derived, white or dark against the class below them."""
    return {
        "data": {"url": f"/geo/{basis}.dots.json", "format": {"type": "json"}},
        "transform": [
            {"lookup": "unit", "from": {"data": {"name": "frame"}, "key": "unit", "fields": ["derived", "class"]}},
            {"filter": "datum.derived"},
        ],
        "mark": {"type": "circle", "size": 5, "opacity": 0.9, "tooltip": None},
        "encoding": {
            "longitude": {"field": "x", "type": "quantitative"},
            "latitude": {"field": "y", "type": "quantitative"},
            "color": {"condition": {"test": "datum['class'] < 2", "value": theme.LIGHT.quiet}, "value": "#ffffff"},
        },
    }


def _labels(colours: theme.Palette) -> dict:
    return {
        "data": {"name": "labels"},
        "mark": {"type": "text", "fontStyle": "italic", "fontSize": 11.5, "color": colours.quiet, "lineBreak": "\n",
                 "lineHeight": 14, "baseline": "bottom", "tooltip": None},
        "encoding": {
            "longitude": {"field": "x", "type": "quantitative"},
            "latitude": {"field": "y", "type": "quantitative"},
            "text": {"field": "text"},
        },
    }  # fmt: skip


def _legend(ramp: tuple[str, ...], colours: theme.Palette) -> list[dict]:
    place = {"y": {"field": "y", "type": "quantitative", "scale": None}}
    swatch = {
        "data": {"name": "legend"},
        "transform": [{"filter": f"datum['class'] > -2 || datum['class'] === {DOTTED}"}],
        "mark": {
            "type": "square",
            "opacity": 1,
            "size": SWATCH**2,
            "stroke": colours.outline,
            "strokeWidth": 0.8,
            "tooltip": None,
        },
        "encoding": {**place, "x": {"value": {"expr": f"width - {LEGEND_RIGHT}"}}, "fill": _fill(ramp, colours)},
    }
    words = {
        "data": {"name": "legend"},
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12.5, "tooltip": None,
                 "fontWeight": {"expr": "datum['class'] === -2 ? 600 : 400"}},
        "encoding": {
            **place,
            "x": {"value": {"expr": f"width - {LEGEND_RIGHT - 14}"}},
            "text": {"field": "text"},
            "color": {"value": colours.ink},
        },
    }  # fmt: skip
    dots = [
        {
            "data": {"name": "legend"},
            "transform": [{"filter": f"datum['class'] === {DOTTED}"}],
            "mark": {"type": "circle", "size": 6, "opacity": 1, "color": "#ffffff", "yOffset": up, "tooltip": None},
            "encoding": {**place, "x": {"value": {"expr": f"width - {LEGEND_RIGHT + shift}"}}},
        }
        for shift, up in ((-3, -3), (3, -3), (0, 0), (-3, 3), (3, 3))
    ]
    return [swatch, *dots, words]


def choropleth(basis: str, dark: bool = False, ramp: tuple[str, ...] = theme.SEQUENTIAL) -> dict:
    """Return the specification of a map of one basis; data sets frame (unit, class, hover, on), labels and legend.

    It does not change with indicator, period, language or choice: those travel as data.
    """
    colours = theme.palette(dark)
    provinces = _areas(basis, "provinces", ramp, colours)
    provinces["params"] = [
        {"name": "pick", "select": {"type": "point", "fields": ["unit", "rev"], "toggle": False, "clear": False}}
    ]
    return {
        "projection": {"type": "identity", "reflectY": True},
        "layer": [
            provinces,
            _areas(basis, "islands", ramp, colours),
            _derived(basis, colours),
            _chosen(basis, "provinces", colours),
            _chosen(basis, "islands", colours),
            _labels(colours),
            *_legend(ramp, colours),
        ],
    }


def legend_rows(title: str, rows: list[tuple[int, str]]) -> pd.DataFrame:
    """Return the data set "legend": columns class (-2 the title, -1 no data), text and y in pixels."""
    held = [(-2, title), *rows]
    frame = pd.DataFrame(held, columns=["class", "text"])
    return frame.assign(y=[LEGEND_TOP + LEGEND_STEP * index for index in range(len(held))])
