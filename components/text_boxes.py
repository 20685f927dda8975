"""Where the words of a drawing stand: boxes of all texts of an SVG that Vega wrote."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from components import lettering

SVG = "http://www.w3.org/2000/svg"
MOVE = re.compile(r"translate\(\s*(-?[\d.e]+)\s*[, ]\s*(-?[\d.e]+)\s*\)")
TURN = re.compile(r"rotate\(\s*(-?[\d.e]+)")
Box = tuple[float, float, float, float]  # left, top, width, height


def first_shift(root: ElementTree.Element) -> float:
    """Return how far below the upper edge the rows of a list begin."""
    for node in root.iter(f"{{{SVG}}}g"):
        moved = MOVE.search(node.get("transform", ""))
        if moved:
            return float(moved[2])
    return 0.0


def words(root: ElementTree.Element) -> list[Box]:
    """Return the box of every line of text in an SVG that Vega wrote."""
    return [box for _, box in placed(root)]


def placed(root: ElementTree.Element) -> list[tuple[ElementTree.Element, Box]]:
    """Return every text of an SVG that Vega wrote, with its box."""
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


def overlapping(boxes: list[Box]) -> bool:
    """Return whether two words of a drawing run into each other by more than a hair."""
    ordered = sorted(boxes, key=lambda box: box[1])
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other[1] >= one[1] + one[3] * 0.6:
                break
            if min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0]) > 2:
                return True
    return False
