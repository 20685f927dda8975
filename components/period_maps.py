"""Small multiples: one map a period on common classes, the method of each named."""

from __future__ import annotations

from components import choropleth, theme

WIDTH, TALL = 212, 222
SPACE = 14
LETTERS = 10  # of the archipelagos' names, which have three lines: one more than lies over their place
PER_ROW = 5
NARROW, ASIDE = 190, 6
FEATURES = ("provinces", "islands")


def _shapes(basis: str) -> list[dict]:
    """Each row's area and, where it has one, its archipelago; looked up before the panels part, which Vega-Lite cannot do inside them."""
    return [
        {
            "lookup": "unit",
            "from": {"data": choropleth.geometry(basis, feature), "key": "properties.unit"},
            "as": feature,
        }
        for feature in FEATURES
    ]


def _areas(feature: str, colours: theme.Palette) -> dict:
    return {
        "transform": [{"filter": f"isValid(datum.{feature})"}],
        "mark": {"type": "geoshape", "stroke": colours.outline, "strokeWidth": 0.4},
        "encoding": {
            "shape": {"field": feature, "type": "geojson"},
            "fill": choropleth.fill(), "tooltip": {"field": "hover"}, "description": {"field": "hover"},
        },
    }  # fmt: skip


def _chosen(colours: theme.Palette) -> dict:
    return {
        "transform": [{"filter": "datum.on"}],
        "mark": {"type": "geoshape", "filled": False, "stroke": colours.chosen, "strokeWidth": 1.6, "tooltip": None},
        "encoding": {"shape": {"field": FEATURES[0], "type": "geojson"}},
    }


def _labels(colours: theme.Palette, width: int, letters: float) -> dict:
    # On a phone's small map the words would reach the coast.
    aside = {"dx": ASIDE, "fontSize": 7.5} if width < NARROW else {"dy": -1.2 * letters, "fontSize": letters}
    return {
        "data": {"name": "labels"},
        "mark": {"type": "text", "fontStyle": "italic", "color": colours.quiet, "lineBreak": "\n", "lineHeight": 9.5 if width < NARROW else 1.1 * letters,
                 "baseline": "bottom", "tooltip": None, **aside},
        "encoding": {"longitude": {"field": "x", "type": "quantitative"}, "latitude": {"field": "y", "type": "quantitative"},
                     "text": {"field": "text"}},
    }  # fmt: skip


def _legend(colours: theme.Palette, width: int, lines: int) -> dict:
    """The classes in lines over the maps; their places travel in the rows."""
    at = {"y": {"field": "y", "type": "quantitative", "scale": None}}
    sample = {
        "type": "square",
        "size": 150,
        "opacity": 1,
        "stroke": colours.outline,
        "strokeWidth": 0.8,
        "tooltip": None,
    }
    words = {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "dx": 12,
        "fontSize": 12,
        "color": colours.ink,
        "tooltip": None,
    }
    across = {"x": {"field": "x", "type": "quantitative", "scale": None}}
    return {
        "data": {"name": "legend"}, "width": width, "height": 20 * lines - 4,
        "layer": [{"mark": sample, "encoding": {**at, **across, "fill": choropleth.fill()}},
                  {"mark": words, "encoding": {**at, **across, "text": {"field": "text"}}}],
    }  # fmt: skip


def period_maps(
    basis: str, dark: bool = False, columns: int = PER_ROW, width: int = WIDTH, lines: int = 1, letters: float = LETTERS
) -> dict:
    """Return the specification of small maps, one for each panel; data sets frame (panel, order, unit, fill, hover, on), labels, legend (x, text, fill).

    It does not depend on the number of periods; columns: how many maps stand beside each other, width: of each,
    lines: of the legend, letters: size of the archipelagos' names.
    """
    colours = theme.palette(dark)
    header = {"title": None, "labelAnchor": "start", "labelFontSize": 12 if width >= NARROW else 10, "labelFontWeight": 600, "labelLineHeight": 15, "labelLimit": width,
              "labelExpr": "split(datum.value, '|')", "labelPadding": 4}  # fmt: skip
    maps = {
        "data": {"name": "frame"},
        "transform": _shapes(basis),
        "facet": {"field": "panel", "type": "nominal", "header": header, "sort": {"field": "order", "op": "min"}},
        "columns": columns,
        "spacing": SPACE,
        "spec": {
            "width": width, "height": TALL, "projection": choropleth.projection(basis, str(width), str(TALL)),
            "layer": [*(_areas(feature, colours) for feature in FEATURES), _chosen(colours), _labels(colours, width, letters)],
        },
    }  # fmt: skip
    return {"params": [choropleth.hatch(colours)], "vconcat": [_legend(colours, width * columns, lines), maps]}
