"""The statistical map: provinces and both archipelagos in the colours of their values, with its legend in the empty sea."""

from __future__ import annotations

import pandas as pd

from components import theme
from components.dataset import dataset
from indicators import boundaries

FIELDS = ["unit", "fill", "hover", "on", "derived"]
# Below this width, in pixels, the legend stands under the map instead of in the sea beside it.
NARROW = 560
# Places of the legend's rows in the picture, in pixels from its right edge and its top.
LEGEND_RIGHT = 212
LEGEND_TOP = 12
LEGEND_STEP = 20
LEGEND_BELOW = 170  # pixels kept free for it under a narrow map
SWATCH = 13
TITLE, DOTTED = -2, -3  # classes of the legend's rows that are no class: its title, the sign of derived values
NOWHERE = (0, 0, 1, 1)  # the box of a basis without boundaries
EDGE = 6  # pixels between the country and the edge of the picture


def geometry(basis: str, feature: str) -> dict:
    """Return the Vega-Lite data of one object of a basis' boundaries, fetched once by the browser."""
    return {"url": f"/geo/{basis}.topojson", "format": {"type": "topojson", "feature": feature}}


def projection(basis: str, width: str = "wide", height: str = "tall", below: str = "0") -> dict:
    """Return the projection that fits a basis into a picture, centred; below is an expression of pixels kept free under it."""
    west, south, east, north = boundaries.described(dataset()).get(basis, {}).get("bbox", NOWHERE)
    across, up = f"({width} - {2 * EDGE})", f"({height} - {2 * EDGE} - {below})"
    scale = f"min({across} / {east - west:.0f}, {up} / {north - south:.0f})"
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    return {
        "type": "identity",
        "reflectY": True,
        "scale": {"expr": scale},
        "translate": {
            "expr": f"[{width} / 2 - {middle_x:.0f} * {scale}, ({height} - {below}) / 2 + {middle_y:.0f} * {scale}]"
        },
    }


def size() -> list[dict]:
    """Return the parameters that name the size of the picture; in a finished picture they hold its numbers."""
    return [{"name": "wide", "expr": "width"}, {"name": "tall", "expr": "height"}]


def below() -> dict:
    """Return the parameter that names the pixels kept free for the legend under a narrow picture."""
    return {"name": "below", "expr": f"wide < {NARROW} ? {LEGEND_BELOW} : 0"}


def hatch(colours: theme.Palette) -> dict:
    """Return the parameter that names the fill of an area without data, once for the whole picture."""
    return {"name": "hatch", "value": theme.no_data_fill(colours)}


def fill() -> dict:
    """Return the encoding of a fill: the colour that the row carries, the hatching where it carries none."""
    return {
        "condition": {"test": "!datum.fill", "value": {"expr": "hatch"}},
        "field": "fill",
        "type": "nominal",
        "scale": None,
    }


def _lookup() -> dict:
    return {"lookup": "properties.unit", "from": {"data": {"name": "frame"}, "key": "unit", "fields": FIELDS}}


def _areas(basis: str, feature: str, colours: theme.Palette) -> dict:
    return {
        "data": geometry(basis, feature),
        "transform": [_lookup()],
        "mark": {"type": "geoshape", "stroke": colours.outline, "strokeWidth": 0.7},
        "encoding": {"fill": fill(), "tooltip": {"field": "hover"}, "description": {"field": "hover"}},
    }


def _chosen(basis: str, feature: str, colours: theme.Palette) -> dict:
    return {
        "data": geometry(basis, feature),
        "transform": [_lookup(), {"filter": "datum.on"}],
        "mark": {"type": "geoshape", "filled": False, "stroke": colours.chosen, "strokeWidth": 2.2 if feature == "provinces" else 1.2,
                 "tooltip": None},
    }  # fmt: skip


def _derived(basis: str) -> dict:
    """The third treatment: dots over the areas whose value is derived, white or dark against the colour below them."""
    return {
        "data": {"url": f"/geo/{basis}.dots.json", "format": {"type": "json"}},
        "transform": [
            {"lookup": "unit", "from": {"data": {"name": "frame"}, "key": "unit", "fields": ["derived", "fill"]}},
            {"filter": "datum.derived"},
        ],
        "mark": {"type": "circle", "size": {"expr": f"wide < {NARROW} ? 1.6 : 5"}, "opacity": 0.9, "tooltip": None},
        "encoding": {
            **_at("x", "y"),
            "color": {"condition": {"test": "luminance(datum.fill) > 0.35", "value": theme.LIGHT.quiet}, "value": "#ffffff"},
        },
    }  # fmt: skip


def _at(longitude: str, latitude: str) -> dict:
    return {
        "longitude": {"field": longitude, "type": "quantitative"},
        "latitude": {"field": latitude, "type": "quantitative"},
    }


def _labels(colours: theme.Palette) -> list[dict]:
    """Names on the map: both archipelagos, and the chosen unit with its value on a halo of paper."""
    held = {"type": "text", "lineBreak": "\n", "tooltip": None}
    islands = {
        **held,
        "fontStyle": "italic",
        "fontSize": 11.5,
        "color": colours.quiet,
        "lineHeight": 14,
        "baseline": "bottom",
    }
    one = {**held, "align": "left", "dx": 5, "fontSize": 13, "lineHeight": 16, "fontWeight": 700, "baseline": "middle"}
    encoding = {**_at("x", "y"), "text": {"field": "text"}}
    halo = {**one, "stroke": colours.paper, "strokeWidth": 4, "strokeJoin": "round", "color": colours.paper}
    chosen = [
        {"data": {"name": "chosen"}, "mark": mark, "encoding": encoding}
        for mark in (halo, {**one, "color": colours.chosen})
    ]
    return [{"data": {"name": "labels"}, "mark": islands, "encoding": encoding}, *chosen]  # fmt: skip


def beside(shift: float = 0, narrow: float = 0) -> dict:
    """Return the place of a part of the legend across the picture: in the sea at the right, at the left on a narrow one."""
    return {"value": {"expr": f"wide < {NARROW} ? {4 + narrow:g} : wide - {LEGEND_RIGHT - shift:g}"}}


def legend_layers(colours: theme.Palette) -> list[dict]:
    """Return the layers that draw the data set "legend" (see legend_rows) in the sea, or under a narrow picture."""
    place = {"calculate": f"datum.y + (wide < {NARROW} ? tall - below : 0)", "as": "top"}
    under = {"y": {"field": "top", "type": "quantitative", "scale": None}}
    sample = {"type": "rect", "opacity": 1, "strokeWidth": 0.8, "tooltip": None}
    sampled = {
        "data": {"name": "legend"},
        "transform": [{"filter": f"datum['class'] !== {TITLE}"}, place, {"calculate": "datum.top - datum.deep / 2 - (datum.deep > 12 ? 0 : 0.5)", "as": "upper"},
                      {"calculate": "datum.top + datum.deep / 2", "as": "lower"}],
        "mark": sample,
        "encoding": {
            "x": beside(), "x2": beside(SWATCH, SWATCH), "y": {**under["y"], "field": "upper"}, "y2": {"field": "lower"},
            "fill": fill(),
            "stroke": {"condition": {"test": "datum.deep > 12", "value": colours.outline}, "value": None},
        },
    }  # fmt: skip
    words = {
        "data": {"name": "legend"},
        "transform": [place],
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12.5, "tooltip": None,
                 "fontWeight": {"expr": f"datum['class'] === {TITLE} ? 600 : 400"}},
        "encoding": {**under, "x": beside(20, 20), "text": {"field": "text"}, "color": {"value": colours.ink}},
    }  # fmt: skip
    dots = [
        {
            "data": {"name": "legend"},
            "transform": [{"filter": f"datum['class'] === {DOTTED}"}, place],
            "mark": {"type": "circle", "size": 6, "opacity": 1, "color": "#ffffff", "yOffset": up, "tooltip": None},
            "encoding": {**under, "x": beside(SWATCH / 2 + shift, SWATCH / 2 + shift)},
        }
        for shift, up in ((-3, -3), (3, -3), (0, 0), (-3, 3), (3, 3))
    ]
    return [sampled, *dots, words]


def choropleth(basis: str, dark: bool = False) -> dict:
    """Return the specification of a map of one basis; data sets frame (unit, fill, hover, on, derived), labels, chosen, legend.

    It does not change with indicator, period, colours, language or choice: those travel as data.
    """
    colours = theme.palette(dark)
    return {
        "params": [*size(), hatch(colours), below()],
        "projection": projection(basis, below="below"),
        "layer": [
            _areas(basis, "provinces", colours),
            _areas(basis, "islands", colours),
            _derived(basis),
            _chosen(basis, "provinces", colours),
            _chosen(basis, "islands", colours),
            *legend_layers(colours),
            *_labels(colours),
        ],
    }


def legend_rows(title: str, rows: list[tuple[int, str, str]], deep: float = SWATCH) -> pd.DataFrame:
    """Return the data set "legend" of rows (class, text, fill) under a title: columns class, text, fill, y and deep in pixels.

    deep is the height of a sample of colour: below SWATCH the samples touch, as a continuous ramp does. The class of the
    title is TITLE, of the row for derived values DOTTED; a row without a fill is hatched.
    """
    y = LEGEND_TOP + LEGEND_STEP
    held = [(TITLE, title, "", LEGEND_TOP, SWATCH)]
    for index, row in enumerate(rows):
        thin = row[0] >= 0 and deep < SWATCH
        if index and not thin and held[-1][4] < SWATCH:
            y += LEGEND_STEP / 2
        held.append((*row, y, deep if thin else SWATCH))
        y += deep if thin else LEGEND_STEP
    return pd.DataFrame(held, columns=["class", "text", "fill", "y", "deep"])
