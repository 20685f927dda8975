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


def composition(dark: bool = False) -> dict:
    """Return the specification of the bars; data set frame (edition, row, first, start, stop, middle, group, label, short, hover).

    start, stop and middle are shares of the whole (0 to 1), row the place of the edition, group the shade.
    """
    colours = theme.palette(dark)
    top = f"datum.row * {ROW} + {BAR_TOP}"
    shade = f"datum.group % {len(SHADES)}"
    fill = [{"test": f"{shade} === {index}", "value": colour} for index, colour in enumerate(SHADES)]
    white = " || ".join(f"{shade} === {index}" for index in WHITE_ON)
    ink = {"condition": {"test": white, "value": "#ffffff"}, "value": theme.LIGHT.ink}
    bars = {
        "transform": [{"calculate": top, "as": "y"}, {"calculate": f"{top} + {BAR}", "as": "y2"}],
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
    room = "(datum.stop - datum.start) * width"
    names, shares = ({"opacity": {"expr": f"{room} > {least} ? 1 : 0"}} for least in LEAST)
    names = _text(f"{top} + {BAR / 2 - 8}", "short", ink, fontSize=11.5, limit={"expr": f"{room} - 6"}, **names)
    shares = _text(f"{top} + {BAR / 2 + 8}", "label", ink, fontSize=_size(9.5, 12), fontWeight=600, **shares)
    titles = _text(
        f"{top} - 9", "edition", {"value": colours.ink}, fontSize=_size(11, 13), fontWeight=600, align="left"
    )
    titles["transform"] = [{"filter": "datum.first"}, *titles["transform"]]
    titles["encoding"]["x"] = {"value": 0}
    return {
        "data": {"name": "frame"},
        "layer": [bars, names, shares, titles],
        "padding": {"left": 2, "right": 2, "top": 2, "bottom": 2},
    }
