"""A figure's picture alone, as SVG that fits a given room: nothing of it cut off, long lists in several columns."""

from __future__ import annotations

import copy
import json
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from components import lettering, theme
from components.dataset import dataset
from indicators import boundaries
from indicators.export import pictures

if TYPE_CHECKING:
    from components.figure import Figure

SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
COMPOSED = ("vconcat", "hconcat", "concat", "facet", "repeat")
MOST_COLUMNS, NARROWEST, GUTTER = 4, 220, 28
# A picture of fixed parts is not blown up beyond this.
LARGEST = 1.5
LARGEST_LIST = 1.25
MOVE = re.compile(r"translate\(\s*(-?[\d.e]+)\s*[, ]\s*(-?[\d.e]+)\s*\)")
TURN = re.compile(r"rotate\(\s*(-?[\d.e]+)")
Box = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True)
class Piece:
    """A part of a drawing: the inside of its SVG and the box of it that is to be seen."""

    inside: str
    box: Box


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
        name: json.loads(frame.to_json(orient="records", date_format="iso"))
        for name, frame in {"frame": figure.frame, **figure.extra}.items()
    }
    return spec


def pieces(figure: Figure, wide: float, high: float = 0) -> list[Piece]:
    """Return the pieces of a figure's picture for a room; without a height the picture takes the one that it needs."""
    if any(key in figure.spec for key in COMPOSED):
        size = {"columns": _panel_columns(figure, wide, high)} if "facet" in figure.spec else {}
        return [_whole(pictures.svg(specification(figure, size)))]
    if high and figure.height > high and rows_of(figure):
        return _columns(figure, wide, high)
    fit = {"type": "fit" if high else "fit-x", "contains": "padding"}
    size = {"width": wide, "height": high or figure.height, "autosize": fit}
    return [_whole(pictures.svg(specification(figure, size)))]


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
    count = rows_of(figure)

    def scale(columns: int) -> float:
        return min(LARGEST_LIST, high / (math.ceil(count / columns) * figure.height / count))

    most = MOST_COLUMNS if divisible(figure) else 1
    room = {columns: (wide - GUTTER * (columns - 1)) / columns for columns in range(1, most + 1)}
    possible = [columns for columns in room if columns == 1 or room[columns] / scale(columns) >= NARROWEST]
    columns = max(possible, key=lambda number: (scale(number), -number))
    width = room[columns] / scale(columns)
    size = {"width": width, "height": figure.height, "autosize": {"type": "fit-x", "contains": "padding"}}
    text = pictures.svg(specification(figure, size))
    if columns == 1:
        return [_whole(text)]
    return _sliced(text, math.ceil(count / columns), count, figure.height / count)


def _read(text: str) -> tuple[ElementTree.Element, Box]:
    root = ElementTree.fromstring(text)
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    return root, (left, top, width, height)


def _inside(root: ElementTree.Element) -> str:
    return "".join(ElementTree.tostring(child, encoding="unicode").replace(f' xmlns="{SVG}"', "") for child in root)


def _whole(text: str) -> Piece:
    """The drawing with its box widened to every word that stands outside."""
    root, (left, top, width, height) = _read(text)
    right, bottom = left + width, top + height
    for x, y, wide, high in words(root):
        left, top, right, bottom = min(left, x), min(top, y), max(right, x + wide), max(bottom, y + high)
    return Piece(_inside(root), (left, top, right - left, bottom - top))


def _sliced(text: str, per_column: int, count: int, pitch: float) -> list[Piece]:
    root, (left, _, width, _) = _read(text)
    boxes = {id(node): box for node, box in _placed(root)}
    over = max([0.0, *(box[0] + box[2] - left - width for box in boxes.values())])
    under = min([left, *(box[0] for box in boxes.values())])
    start = _first_shift(root)
    found = []
    for first in range(0, count, per_column):
        rows = min(per_column, count - first)
        box = (under, start + first * pitch, width + over + left - under, rows * pitch)
        part = copy.deepcopy(root)
        for old, new in zip(list(root.iter()), list(part.iter()), strict=True):
            at = boxes.get(id(old))
            if at and not box[1] <= at[1] + at[3] / 2 < box[1] + box[3]:
                new.clear()
                new.tag = f"{{{SVG}}}g"
        found.append(Piece(_inside(part), box))
    return found


def _first_shift(root: ElementTree.Element) -> float:
    """How far below the upper edge the rows of a list begin."""
    for node in root.iter(f"{{{SVG}}}g"):
        moved = MOVE.search(node.get("transform", ""))
        if moved:
            return float(moved[2])
    return 0.0


def words(root: ElementTree.Element) -> list[Box]:
    """Return the box of every line of text in an SVG that Vega wrote."""
    return [box for _, box in _placed(root)]


def _placed(root: ElementTree.Element) -> list[tuple[ElementTree.Element, Box]]:
    found: list[tuple[ElementTree.Element, Box]] = []

    def walk(node: ElementTree.Element, x: float, y: float) -> None:
        moved = MOVE.search(node.get("transform", ""))
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        if node.tag == f"{{{SVG}}}text" and "".join(node.itertext()).strip():
            found.append((node, _text_box(node, x, y)))
        for child in node:
            walk(child, x, y)

    walk(root, 0.0, 0.0)
    return found


def _text_box(node: ElementTree.Element, x: float, y: float) -> Box:
    lines = [child.text or "" for child in node if child.tag == f"{{{SVG}}}tspan"] or [node.text or ""]
    size = float(node.get("font-size", "11px").removesuffix("px"))
    weight = {"bold": 700, "normal": 400, "": 400}.get(node.get("font-weight", "")) or int(
        node.get("font-weight", "400")
    )
    wide = max(lettering.width(line, size, weight, node.get("font-style", "normal")) for line in lines)
    shift = {"middle": wide / 2, "end": wide}.get(node.get("text-anchor", "start"), 0.0)
    turned = TURN.search(node.get("transform", ""))
    if turned and abs(abs(float(turned[1])) - 90) < 1:
        return (x - size, y - wide + shift if float(turned[1]) < 0 else y - shift, size * 1.2, wide)
    return (x - shift, y - size * 0.85, wide, size * (1.1 + 1.2 * (len(lines) - 1)))
