"""Parts of a drawing that Vega wrote: the whole with every word in it, or pieces of it one below the other."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from xml.etree import ElementTree

from components.text_boxes import SVG, Box, first_shift, placed, words

ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")


@dataclass(frozen=True)
class Piece:
    """A part of a drawing: the inside of its SVG and the box of it that is to be seen."""

    inside: str
    box: Box


def read(text: str) -> tuple[ElementTree.Element, Box]:
    """Return the tree of an SVG and its box."""
    root = ElementTree.fromstring(text)
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    return root, (left, top, width, height)


def _inside(root: ElementTree.Element) -> str:
    return "".join(ElementTree.tostring(child, encoding="unicode").replace(f' xmlns="{SVG}"', "") for child in root)


def whole(text: str) -> Piece:
    """Return the drawing with its box widened to every word that stands outside."""
    root, (left, top, width, height) = read(text)
    right, bottom = left + width, top + height
    for x, y, wide, high in words(root):
        left, top, right, bottom = min(left, x), min(top, y), max(right, x + wide), max(bottom, y + high)
    return Piece(_inside(root), (left, top, right - left, bottom - top))


def sliced(text: str, per_column: int, count: int, pitch: float) -> list[Piece]:
    """Return a list cut into columns of so many rows, each row as tall as pitch."""
    start = first_shift(read(text)[0])
    rows = [(first, min(per_column, count - first)) for first in range(0, count, per_column)]
    return cut(text, [(start + first * pitch, number * pitch) for first, number in rows])


def cut(text: str, spans: list[tuple[float, float]]) -> list[Piece]:
    """Return pieces of a drawing one below the other (top and height of each), each with the words that stand in it."""
    root, (left, _, width, _) = read(text)
    boxes = {id(node): box for node, box in placed(root)}
    over = max([0.0, *(box[0] + box[2] - left - width for box in boxes.values())])
    under = min([left, *(box[0] for box in boxes.values())])
    found = []
    for start, tall in spans:
        part = copy.deepcopy(root)
        for old, new in zip(list(root.iter()), list(part.iter()), strict=True):
            at = boxes.get(id(old))
            if at and not start <= at[1] + at[3] / 2 < start + tall:
                new.clear()
                new.tag = f"{{{SVG}}}g"
        found.append(Piece(_inside(part), (under, start, width + over + left - under, tall)))
    return found
