"""What a composite is made of: one bar an edition, its parts in the proportion of their weights."""

from __future__ import annotations

from components import theme

ROW = 66
BAR_TOP, BAR = 20, 36
# The foundation light, the pillars dark to light; more groups begin the shades anew.
SHADES = (theme.SEQUENTIAL[1], theme.SEQUENTIAL[4], theme.SEQUENTIAL[3], theme.SEQUENTIAL[2])
WHITE_ON = (1, 2)
NARROW = 480  # points below which words are smaller
LEAST = (
    44,
    32,
)  # points that a part needs to bear its name, its share; a narrower one says both at the pointer and in the table


# A picture that leaves the screen has no pointer: names in up to so many lines, the others below the bar, a bar so tall.
LETTERS, LINES, TALL = 11.5, 3, 118


def _size(narrow: float, wide: float) -> dict:
    return {"expr": f"width < {NARROW} ? {narrow} : {wide}"}


def _text(y: str, field: str, colour: dict, **mark: object) -> dict:
    return {
        "transform": [{"calculate": y, "as": "y"}],
        "mark": {"type": "text", "baseline": "middle", "tooltip": None, **mark},
        "encoding": {
            "y": {"field": "y", "type": "quantitative", "scale": None},
            "x": {"field": "middle", "type": "quantitative"},
            "text": {"field": field},
            "color": colour,
        },
    }


def _inside(top: str, tall: int, lines: int, ink: dict) -> tuple[dict, dict]:
    """The name and the share of every part that has room for them."""
    room = "(datum.stop - datum.start) * width"
    seen, shares = ({"opacity": {"expr": f"{room} > {least} ? 1 : 0"}} for least in LEAST)
    named = {**seen, "limit": {"expr": f"{room} - 6"}}
    if lines:
        named = {"lineBreak": "\n", "lineHeight": 14, "baseline": "line-top"}
    names = _text(f"{top} + {4 if lines else BAR / 2 - 8}", "short", ink, fontSize=LETTERS, **named)
    return names, _text(f"{top} + {tall - 10}", "label", ink, fontSize=_size(9.5, 12), fontWeight=600, **shares)


def _first(y: str, field: str, colour: dict, **mark: object) -> dict:
    """Words at the left of a bar, said in its first part."""
    made = _text(y, field, colour, align="left", **mark)
    made["transform"] = [{"filter": "datum.first"}, *made["transform"]]
    made["encoding"]["x"] = {"value": 0}
    return made


def composition(dark: bool = False, lines: int = 0) -> dict:
    """Return the specification of the bars; data set frame (edition, row, first, start, stop, middle, group, label, short, hover).

    start, stop and middle are shares of the whole (0 to 1), row the place of the edition, group the shade.
    lines: of the names in the bars (short, broken); then `below` holds, in the first part of a bar, the names that stand under it.
    """
    colours = theme.palette(dark)
    tall, row = (14 * lines + 24, TALL) if lines else (BAR, ROW)
    top = f"datum.row * {row} + {BAR_TOP}"
    shade = f"datum.group % {len(SHADES)}"
    fill = [{"test": f"{shade} === {index}", "value": colour} for index, colour in enumerate(SHADES)]
    white = " || ".join(f"{shade} === {index}" for index in WHITE_ON)
    ink = {"condition": {"test": white, "value": "#ffffff"}, "value": theme.LIGHT.ink}
    bars = {
        "transform": [{"calculate": top, "as": "y"}, {"calculate": f"{top} + {tall}", "as": "y2"}],
        "mark": {"type": "rect", "stroke": colours.paper, "strokeWidth": 1.5},
        "encoding": {
            "x": {"field": "start", "type": "quantitative", "axis": None, "scale": {"domain": [0, 1], "nice": False}},
            "x2": {"field": "stop"},
            "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
            "y2": {"field": "y2"},
            "fill": {"condition": fill, "value": colours.muted},
            "tooltip": {"field": "hover"},
            "description": {"field": "hover"},
        },
    }
    names, shares = _inside(top, tall, lines, ink)
    quiet = {"value": colours.quiet}
    titles = _first(f"{top} - 9", "edition", {"value": colours.ink}, fontSize=_size(11, 13), fontWeight=600)
    under = [_first(f"{top} + {tall + 12}", "below", quiet, fontSize=LETTERS)] if lines else []
    return {
        "data": {"name": "frame"},
        "layer": [bars, names, shares, titles, *under],
        "padding": {"left": 2, "right": 2, "top": 2, "bottom": 2},
    }
