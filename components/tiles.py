"""The tile-grid map: one equal cell a unit, so that the smallest is as visible as the largest."""

from __future__ import annotations

from components import choropleth, theme

DATA = ("frame", "sea")
GAP = 1.5  # pixels between two cells, on each side
LINE = 9  # pixels between the two lines of a name
LUMINOUS = 0.3  # fills brighter than this carry dark words


def _places() -> list[dict]:
    """Pixels of a cell's edges and middle, from its shares of the picture (left, right, top, bottom)."""
    calculated = {
        "x0": f"datum.left * wide + {GAP}", "x1": f"datum.right * wide - {GAP}",
        "y0": f"datum.top * (tall - below) + {GAP}", "y1": f"datum.bottom * (tall - below) - {GAP}",
        "xm": "(datum.left + datum.right) / 2 * wide", "ym": "(datum.top + datum.bottom) / 2 * (tall - below)",
    }  # fmt: skip
    return [{"calculate": expression, "as": name} for name, expression in calculated.items()]


def _at(**fields: str) -> dict:
    return {name: {"field": field, "type": "quantitative", "scale": None} for name, field in fields.items()}


def _cell(colours: theme.Palette, data: str) -> tuple[dict, dict]:
    """The cell of a unit or an archipelago, and the outline of the chosen one."""
    edges = {**_at(x="x0", y="y0"), "x2": {"field": "x1"}, "y2": {"field": "y1"}}
    held = {"data": {"name": data}, "transform": _places()}
    words = {"tooltip": {"field": "hover"}, "description": {"field": "hover"}}
    mark = {"type": "rect", "cornerRadius": 3, "stroke": colours.outline, "strokeWidth": 0.8, "cursor": "pointer"}
    cell = {**held, "mark": mark, "encoding": {**edges, **words, "fill": choropleth.fill()}}
    outline = {
        "type": "rect",
        "cornerRadius": 3,
        "fill": None,
        "stroke": colours.chosen,
        "strokeWidth": 3,
        "tooltip": None,
    }
    chosen = {**held, "transform": [{"filter": "datum.on"}, *_places()], "mark": outline, "encoding": edges}
    return cell, chosen


def _words(colours: theme.Palette, data: str) -> list[dict]:
    """Name and value in each cell; on a narrow picture the name alone, in two lines."""
    colour = {
        "condition": {"test": f"datum.fill && luminance(datum.fill) <= {LUMINOUS}", "value": "#ffffff"},
        "value": theme.LIGHT.ink,
    }
    bare = {"condition": [{"test": "!datum.fill", "value": colours.ink}, colour["condition"]], "value": colour["value"]}
    mark = {"type": "text", "tooltip": None, "lineBreak": "\n", "lineHeight": LINE}
    narrow = f"wide < {choropleth.NARROW}"
    name = {
        "data": {"name": data}, "transform": _places(),
        "mark": {**mark, "baseline": "middle", "fontWeight": 500, "fontSize": {"expr": f"{narrow} ? 7.5 : 10"},
                 "dy": {"expr": f"{narrow} ? (indexof(datum.stacked, '\\n') > 0 ? -4 : 0) : -6"}},
        "encoding": {**_at(x="xm", y="ym"), "color": bare,
                     "text": {"condition": {"test": narrow, "field": "stacked"}, "field": "short"}},
    }  # fmt: skip
    value = {
        "data": {"name": data}, "transform": _places(),
        "mark": {**mark, "baseline": "middle", "fontSize": 10.5, "dy": 7, "opacity": {"expr": f"{narrow} ? 0 : 1"}},
        "encoding": {**_at(x="xm", y="ym"), "color": bare, "text": {"field": "under"}},
    }  # fmt: skip
    return [name, value]


def tiles(dark: bool = False) -> dict:
    """Return the specification of a tile-grid map; data sets frame (unit, fill, hover, on, rev, left, right, top, bottom, short, stacked, under), sea (the same
    for the archipelagos), legend.

    It serves every basis: the places of the cells travel as shares of the picture.
    """
    colours = theme.palette(dark)
    cells, chosen = zip(*(_cell(colours, data) for data in DATA), strict=True)
    select = {"type": "point", "fields": ["unit", "rev"], "toggle": False, "clear": False}
    picked = {**cells[0], "params": [{"name": "pick", "select": select}]}
    words = [layer for data in DATA for layer in _words(colours, data)]
    return {
        "params": [*choropleth.size(), choropleth.hatch(colours), choropleth.below()],
        "layer": [picked, *cells[1:], *words, *chosen, *choropleth.legend_layers(colours)],
    }
