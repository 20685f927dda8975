"""What is written on a picture that leaves the screen: whole titles, no word that asks for a click, what is missing in words."""

import re

import pytest

from components import export, lettering, text_boxes
from tests.export.test_pictures import EVERY, SVG, built, said, tree

# Words of what only a screen can do.
DONE_ON_SCREEN = re.compile(
    r"(?<!\w)(nhấn|bấm|nháy|gõ|trỏ vào|rê chuột|chạm|kéo để|chọn một|chọn dòng|chọn ô|mở [“\"]|click|tap|press the|hover|drag|choose a|select a|open [“\"])",
    re.IGNORECASE,
)
# The smallest letters of a drawing, in points of the file: a slide of 1080 lines, a square of 1080, a report of 1640.
LEAST = {"slide": 15.5, "square": 13, "report": 18}
# The grid of all indicators and years is the densest picture: what is smaller in it are years and counts.
DENSE = {("coverage", "slide"): 12.5, ("coverage", "square"): 10.5, ("multiples", "square"): 11.5}
# One strip an indicator is one drawing: the first stands for all of them.
SEVERAL = [case for case in EVERY if not case[1].startswith("strip-") or case[1] == "strip-dti"]
LAID_OUT = [(*case, "slide") for case in SEVERAL]
LAID_OUT += [(*case, "square" if (place + (case[2] == "en")) % 2 else "report") for place, case in enumerate(SEVERAL)]
UNFINISHED = re.compile(r"([,;:·–→-]|\s)$|^[,;:·]|[,;:]\s*[,;:·→]|\s{2}")


@pytest.mark.parametrize("case", EVERY, ids="-".join)
def test_the_words_of_every_picture_are_whole_and_ask_for_no_click(case):
    figure = built(*case)
    words = export.picture_words(figure)
    for line in (words.title, words.subtitle):
        assert not UNFINISHED.search(line), f"an unfinished line: {line!r}"
    assert words.title and len(figure.alt) > len(figure.title)
    for line in (words.title, words.subtitle, *words.notes, *words.footer[:-1]):
        assert not DONE_ON_SCREEN.search(line), f"a picture cannot be clicked: {line!r}"


def test_a_picture_of_nothing_says_what_is_missing():
    bare = [case for case in EVERY if built(*case).frame.empty]
    assert len(bare) > 10
    for case in bare:
        inside = tree(*case, "slide").findall(f"{SVG}svg")
        words = " ".join(line for part in inside for line in said(part))
        in_full = lettering.without_shapes(built(*case).alt).replace(" ", "")
        assert len(words) > 20 and words.replace(" ", "") in in_full, f"{case}: {words!r}"


def drawn_words(root) -> list[tuple[str, float, tuple]]:
    """Text, size of its letters in points of the file and place of every word of the drawing; a halo only once."""
    points = float(root.get("width")) / float(root.get("viewBox").split()[2])
    found = {}
    for part in root.findall(f"{SVG}svg"):
        times = float(part.get("width")) / float(part.get("viewBox").split()[2])
        left, top = float(part.get("x")), float(part.get("y"))
        for node, (x, y, wide, high) in text_boxes.placed(part):
            size = float(node.get("font-size", "11px").removesuffix("px")) * times * points
            place = tuple(round(value, 1) for value in (left + x * times, top + y * times, wide * times, high * times))
            if float(node.get("opacity", 1)) > 0:
                found["".join(node.itertext()), place] = size
    return [(text, size, place) for (text, place), size in found.items()]


@pytest.mark.parametrize("case", LAID_OUT, ids="-".join)
def test_the_words_of_a_drawing_are_whole_apart_and_large_enough(case):
    """No word cut with dots, none on another, none smaller than the format allows; a slide in both languages, other formats in one."""
    *which, size = case
    root = tree(*which, size)
    words = drawn_words(root)
    if built(*which).geometry:
        assert float(root.get("height")) <= 1.3 * float(root.get("width")), (
            "maps below each other where they fit beside"
        )
    cut = [text for text, *_ in words if "…" in text]
    assert not cut, f"cut words: {cut[:4]}"
    small = [(text, round(points, 1)) for text, points, _ in words if points < DENSE.get((which[1], size), LEAST[size])]
    assert not small, f"too small: {small[:4]}"
    boxes = sorted(((place, text) for text, _, place in words), key=lambda one: one[0][1])
    for index, ((x, y, wide, high), text) in enumerate(boxes):
        for (left, top, across, _), other in boxes[index + 1 :]:
            if top >= y + high * 0.6:
                break
            assert min(x + wide, left + across) - max(x, left) <= 2, f"{text!r} lies on {other!r}"
