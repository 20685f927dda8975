"""A figure's picture alone, as SVG that fits a given room: nothing of it cut off, long lists in several columns."""

from __future__ import annotations

import copy
import json
import math
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from components import nothing, theme, wire
from components.dataset import dataset
from components.pieces import Piece, cut, read, sliced, whole
from components.text_boxes import overlapping, words
from indicators import boundaries
from indicators.export import pictures

if TYPE_CHECKING:
    from components.figure import Figure

COMPOSED = ("vconcat", "hconcat", "concat", "facet", "repeat")
MOST_COLUMNS, NARROWEST, GUTTER = 4, 220, 28
# What the bars of a list keep beside their names and values in narrow columns; letters are not shrunk below TINY for it.
SHORTEST, TINY = 80, 0.3
PLOT = re.compile(r'class="background"[^>]*? d="M[-\d.]+,[-\d.]+h([\d.]+)')
# A picture of fixed parts is not blown up beyond this.
LARGEST = 1.5
LARGEST_LIST = 1.25
# So many times its room a picture that is no list must be tall to be parted into columns.
TALL, LONG = 1.6, 800
# Rows of a short list stand at most so many times as far apart as on the screen.
LOOSE = 2.2


# What was measured of lists: the same for the same link as long as the process lives.
_measured: dict[tuple, float] = {}
MOST = 256


def inlined(node: object, held: dict[str, object]) -> object:
    """Return a specification with each file of boundaries in place of its address."""
    if isinstance(node, dict):
        address = str(node.get("url", ""))
        if address.startswith("/geo/"):
            if address not in held:
                held[address] = boundaries.read(dataset(), address.removeprefix("/geo/"))
            return {"values": held[address], "format": node["format"]}
        return {key: inlined(value, held) for key, value in node.items()}
    return [inlined(part, held) for part in node] if isinstance(node, list) else node


def specification(figure: Figure, size: dict) -> dict:
    """Return the self-contained specification of a figure's picture: geometry and values inside, of a given size."""
    spec = theme.finish({**inlined(copy.deepcopy(dict(figure.spec)), {}), **size}, figure.selection.language)
    spec["datasets"] = {
        name: json.loads(wire.sent(figure.spec, frame).to_json(orient="records", date_format="iso"))
        for name, frame in {"frame": figure.frame, **figure.extra}.items()
    }
    return spec


def pieces(figure: Figure, wide: float, high: float = 0) -> list[Piece]:
    """Return the pieces of a figure's picture for a room; without a height the picture takes the one that it needs."""
    if figure.frame.empty:
        return [Piece(*nothing.drawing(figure, wide, high))]
    if any(key in figure.spec for key in COMPOSED):
        size = {"columns": _panel_columns(figure, wide, high)} if "facet" in figure.spec else {}
        return [whole(pictures.svg(specification(figure, size)))]
    if high and figure.height > high and rows_of(figure):
        return _columns(figure, wide, high)
    if high and figure.height > (high if figure.narrowest else max(LONG, TALL * high)):
        return _parted(figure, wide, high)
    if high and figure.height > high and not figure.geometry:
        # Its words were set apart for its own height: it is shrunk, not pressed.
        wide, high = wide * figure.height / high, figure.height
    if high and rows_of(figure):
        high = min(high, figure.height * LOOSE)
    fit = {"type": "fit" if high else "fit-x", "contains": "padding"}
    size = {"width": wide, "height": high or figure.height, "autosize": fit}
    return [whole(pictures.svg(specification(figure, size)))]


def sized(figure: Figure, height: int) -> Figure:
    """Return a figure with another height of its picture, 0 for its own."""
    return replace(figure, height=height) if height else figure


def _encodings(node: object, channel: str) -> list[dict]:
    """Every encoding of a channel in a specification."""
    if isinstance(node, list):
        return [found for part in node for found in _encodings(part, channel)]
    if not isinstance(node, dict):
        return []
    own = node.get("encoding", {}).get(channel)
    return [own] * bool(own) + [
        found for key, part in node.items() if key != "encoding" for found in _encodings(part, channel)
    ]


def rows_of(figure: Figure) -> int:
    """Return how many rows a list has: one a category of its upright axis; 0 for pictures that are no list."""
    if figure.row:
        return max(1, round(figure.height / figure.row))
    fields = [
        one["field"]
        for one in _encodings(figure.spec, "y")
        if one.get("type") in ("nominal", "ordinal") and "field" in one
    ]
    frames = (figure.frame, *figure.extra.values())
    return max((frame[name].nunique() for name in fields for frame in frames if name in frame), default=0)


def divisible(figure: Figure) -> bool:
    """Return whether a list may stand in several columns: it has no axis of values that only the first would show."""
    return any("axis" in one and one["axis"] is None for one in _encodings(figure.spec, "x"))


def _panel_columns(figure: Figure, wide: float, high: float) -> int:
    """How many panels stand side by side so that they come out largest."""
    panel = figure.spec["spec"]
    across, down = panel.get("width", 200) + 60, panel.get("height", 150) + 55
    count = figure.frame[figure.spec["facet"]["field"]].nunique() if "field" in figure.spec["facet"] else 1
    if not high:
        return max(1, min(count, int(wide // across)))
    return max(
        range(1, max(1, count) + 1),
        key=lambda columns: min(wide / columns / across, high / math.ceil(count / columns) / down),
    )


def _columns(figure: Figure, wide: float, high: float) -> list[Piece]:
    """A list in as many columns as make its letters largest, each with the same scale."""
    count, most = rows_of(figure), MOST_COLUMNS if divisible(figure) else 1
    room = {columns: (wide - GUTTER * (columns - 1)) / columns for columns in range(1, most + 1)}
    beside = _beside(figure, wide) if most > 1 and not figure.narrowest else 0
    least = figure.narrowest or (beside + SHORTEST if beside else NARROWEST)

    def scale(columns: int) -> float:
        return min(
            LARGEST_LIST, high / (math.ceil(count / columns) * figure.height / count), max(room[columns] / least, TINY)
        )

    for columns in sorted(room, key=lambda number: (-scale(number), number)):
        # Where names and values leave narrow columns low, their rows stand further apart.
        lines = math.ceil(count / columns)
        tall = figure.height * min(LOOSE, max(1.0, high / scale(columns) / (lines * figure.height / count)))
        text = _list(figure, room[columns] / scale(columns), tall if columns > 1 else figure.height)
        # Narrow columns are of no use where words of a row then run into each other.
        if not overlapping(words(read(text)[0])):
            break
    return [whole(text)] if columns == 1 else sliced(text, lines, count, tall / count)


def _beside(figure: Figure, wide: float) -> float:
    """The width that names and values of a list take beside its bars, measured once for each link; 0 where no axis names its rows."""
    if any(one.get("axis", {}) is None for one in _encodings(figure.spec, "y")):
        return 0.0
    asked = (dataset().version, figure.id, figure.selection, wide)
    if asked not in _measured:
        if len(_measured) >= MOST:
            _measured.clear()
        _measured[asked] = wide - _plot(_list(figure, wide, figure.height))
    return _measured[asked]


def _list(figure: Figure, wide: float, tall: float) -> str:
    """A list in one column of a width, as SVG."""
    size = {"width": wide, "height": tall, "autosize": {"type": "fit-x", "contains": "padding"}}
    return pictures.svg(specification(figure, size))


def _plot(text: str) -> float:
    """The width that the marks of a drawing have beside the words of its axis and its margins."""
    found = PLOT.search(text)
    return float(found[1]) if found else 0.0


def _parted(figure: Figure, wide: float, high: float) -> list[Piece]:
    """A picture much taller than its room in several columns, parted where no word stands."""
    if figure.narrowest:
        rooms = {columns: (wide - GUTTER * (columns - 1)) / columns for columns in range(1, MOST_COLUMNS + 1)}
        scales = {n: min(room / figure.narrowest, n * high / figure.height) for n, room in rooms.items()}
        columns = max(scales, key=lambda number: (scales[number], -number))
        room, width = rooms[columns], rooms[columns] / scales[columns]
    else:
        columns = min(MOST_COLUMNS, max(1, round(figure.height / high)))
        room = (wide - GUTTER * (columns - 1)) / columns
        width = max(room, room * figure.height / columns / high)
    size = {"width": width, "height": figure.height, "autosize": {"type": "fit-x", "contains": "padding"}}
    text = pictures.svg(specification(figure, size))
    root, (_, top, _, tall) = read(text)
    held = words(root)
    edges = [top]
    given = [float(y) for y in figure.extra["edges"]["y"]] if "edges" in figure.extra else []
    for number in range(1, columns):
        wanted = top + tall * number / columns
        free = [y for y in given if y > edges[-1] + 1] or [
            y
            for y in range(int(edges[-1]) + 1, int(top + tall))
            if not any(box[1] - 2 < y < box[1] + box[3] + 2 for box in held)
        ]
        edges.append(min(free, key=lambda y: abs(y - wanted), default=wanted))
    edges.append(top + tall)
    return cut(text, [(start, end - start) for start, end in pairwise(edges)])
