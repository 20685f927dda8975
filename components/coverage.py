"""What the figures cover: one row an indicator, one cell a year, the number of units with a figure written in it."""

from __future__ import annotations

from components import theme

ROW = 21
TOP = 34
SWATCH = 13
NARROW = 640  # points below which the legend is short
PALE_CLASSES = 3  # classes below this one are written on in ink, the others in white
# The names take 300 points, on a narrow screen half of the width, and are written smaller: none is cut so that two look alike.
NAMES = "min(300, width * 0.5)"
LETTER, SMALLEST = 0.58, 8  # width of a bold letter for its size; the smallest size of a topic's name
LETTERS = f"width < {NARROW} ? 10.5 : 12.5"
# A scale's own name changes where the picture is a part of another one: the width of a cell follows from the count of years.
CELL = "(width - {names}) / datum.years"


def _fill(ramp: tuple[str, ...], colours: theme.Palette) -> dict:
    known = [{"test": f"datum['class'] === {index}", "value": colour} for index, colour in enumerate(ramp)]
    return {"condition": known, "value": colours.panel}


def _text(size: object, colour: object, **mark: object) -> dict:
    return {
        "mark": {"type": "text", "baseline": "middle", "fontSize": size, "tooltip": None, **mark},
        "encoding": {"color": {"value": colour}},
    }


def _cells(ramp: tuple[str, ...], colours: theme.Palette) -> dict:
    made = "datum.derived > 0"
    return {
        "data": {"name": "frame"},
        "transform": [{"calculate": f"datum.y + {ROW - 2}", "as": "y2"}],
        "params": [
            {
                "name": "pick",
                "select": {"type": "point", "fields": ["indicator", "rev"], "toggle": False, "clear": False},
            }
        ],
        "mark": {"type": "rect", "cornerRadius": 2, "cursor": "pointer", "strokeWidth": 1},
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "axis": None},
            "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
            "y2": {"field": "y2"},
            "fill": _fill(ramp, colours),
            "stroke": {"condition": {"test": made, "value": colours.target}, "value": colours.line},
            "strokeDash": {"condition": {"test": made, "value": [3, 2]}, "value": [1, 0]},
            "tooltip": {"field": "hover"},
            "description": {"field": "hover"},
        },
    }


def _numbers(colours: theme.Palette, cell: str) -> dict:
    layer = _text({"expr": f"{cell} > 28 ? 11.5 : {cell} > 21 ? 10.5 : 8.5"}, colours.ink, yOffset=ROW / 2 - 1)
    layer["mark"]["opacity"] = {"expr": f"{cell} > 15 ? 1 : 0"}
    layer["encoding"] = {
        "x": {"field": "year", "type": "ordinal"},
        "y": {"field": "y", "type": "quantitative", "scale": None},
        "text": {"field": "label"},
        "color": {
            "condition": [
                {"test": f"datum['class'] >= {PALE_CLASSES}", "value": "#ffffff"},
                {"test": "datum['class'] >= 0", "value": theme.LIGHT.ink},
            ],
            "value": colours.ink,
        },
    }
    return {"data": {"name": "frame"}, "transform": [{"filter": "datum.label != ''"}], **layer}


def _words(colours: theme.Palette, names_wide: str, cell: str) -> list[dict]:
    """The names at the left, the years above each topic."""
    place = {"y": {"field": "y", "type": "quantitative", "scale": None}, "text": {"field": "text"}}
    # The name of a topic is written smaller before it is cut.
    fitting = f"clamp(({names_wide} - 6) / ({LETTER} * length(datum.text)), {SMALLEST}, {LETTERS})"
    names = _text(
        {"expr": f"datum.head ? {fitting} : {LETTERS}"},
        colours.ink,
        align="left",
        limit={"expr": f"{names_wide} - 6"},
        fontWeight={"expr": "datum.head ? 600 : 400"},
    )
    names["encoding"] |= {**place, "x": {"value": 0}, "tooltip": {"field": "full"}}
    heads = _text({"expr": f"{cell} > 32 ? 12 : 10"}, colours.quiet)
    heads["encoding"] |= {**place, "x": {"field": "year", "type": "ordinal"}}
    heads["encoding"]["text"] = {"condition": {"test": f"{cell} > 30", "field": "text"}, "field": "short"}
    return [{"data": {"name": "names"}, **names}, {"data": {"name": "heads"}, **heads}]


def _legend(ramp: tuple[str, ...], colours: theme.Palette) -> list[dict]:
    narrow = f"width < {NARROW}"
    across = {
        "x": {"value": {"expr": f"{narrow} ? 8 + datum.order * width / datum.steps : datum.x"}},
        "y": {"value": 9},
    }
    swatch = {
        "mark": {"type": "square", "size": SWATCH**2, "opacity": 1, "stroke": colours.outline, "strokeWidth": 0.8, "tooltip": None},
        "encoding": {**across, "fill": _fill(ramp, colours)},
    }  # fmt: skip
    words = _text(12, colours.quiet, align="left", xOffset=11)
    words["encoding"] |= {**across, "text": {"condition": {"test": narrow, "field": "short"}, "field": "text"}}
    return [{"data": {"name": "legend"}, **swatch}, {"data": {"name": "legend"}, **words}]


def coverage(dark: bool = False, ramp: tuple[str, ...] = theme.SEQUENTIAL, names: str = NAMES) -> dict:
    """Return the specification of the grid; data sets frame (indicator, year, y, class, label, derived, hover, rev), names, heads, legend.

    y is the upper edge of a row in points; names holds the words at its left, heads the years above each topic. The parameter of that name is their width, an expression.
    """
    colours, cell = theme.palette(dark), CELL.format(names=names)
    cells = _cells(ramp, colours)
    cells["encoding"]["x"]["scale"] = {
        "range": [{"expr": names}, {"expr": "width"}],
        "paddingInner": 0.06,
        "paddingOuter": 0,
    }
    return {
        "layer": [cells, _numbers(colours, cell), *_words(colours, names, cell), *_legend(ramp, colours)],
        "padding": {"left": 2, "right": 2, "top": 2, "bottom": 2},
        "resolve": {"scale": {"x": "shared"}},
    }
