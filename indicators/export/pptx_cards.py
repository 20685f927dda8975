"""Words of a slide that stand in boxes: figures as cards, statements side by side."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from indicators.export.pptx_chart import QUIET, SERIES
from indicators.export.pptx_parts import WIDE, Box, filling, text_box, write

PAPER = RGBColor(0xF4, 0xF7, 0xFB)
GAP = 0.18
# Letters above and below the figure of a card, in points.
AROUND = 11
MOST_BESIDE = 3


def cards(page, held: Sequence[tuple[str, str, str]], box: Box, language: str, columns: int) -> None:
    """Write figures as cards in rows of so many: what it is, the figure large, what stands below it."""
    lines = -(-len(held) // columns)
    wide, high = (box[2] - GAP * (columns - 1)) / columns, (box[3] - GAP * (lines - 1)) / lines
    room = (wide - 0.4) * 72
    size = min(
        26.0, (high * 72 - 2.5 * AROUND - 4) / 1.25, *(room / (max(1, len(value)) * WIDE) for _, value, _ in held)
    )
    for place, (name, value, under) in enumerate(held):
        left, top = box[0] + (place % columns) * (wide + GAP), box[1] + (place // columns) * (high + GAP)
        frame = _card(page, (left, top, wide, high), name)
        words = ((name, AROUND, QUIET, False), (value, size, None, True), (under, AROUND, QUIET, False))
        for index, (text, letters, colour, bold) in enumerate(part for part in words if part[0]):
            paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            fits = min(letters, max(9.0, room / (len(text) * WIDE)))
            write(paragraph, text, fits, language, **({"colour": colour} if colour else {}), bold=bold)


def _card(page, box: Box, name: str):
    frame = text_box(page, box, f"Card: {name}")
    fill = frame._parent.fill
    fill.solid()
    fill.fore_color.rgb = PAPER
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Inches(0.2)
    return frame


def beside(page, words: Sequence[str], box: Box, language: str) -> None:
    """Write at most three statements side by side, each behind a rule."""
    held = list(words)[:MOST_BESIDE]
    wide = (box[2] - 0.3 * (len(held) - 1)) / len(held)
    longest = max(len(word) for word in held)
    # the size at which the longest fills the box
    size = max(11.0, min(16.0, ((wide - 0.2) * 72 * box[3] * 72 / (longest * WIDE * 1.4)) ** 0.5))
    for place, word in enumerate(held):
        left = box[0] + place * (wide + 0.3)
        rule = page.shapes.add_connector(1, *(Inches(part) for part in (left, box[1], left, box[1] + box[3])))
        rule.line.color.rgb, rule.line.width, rule.name = SERIES[0], Pt(2.25), "Rule"
        frame = text_box(page, (left + 0.14, box[1], wide - 0.14, box[3]), "Points")
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        write(frame.paragraphs[0], word, size, language)


def small_print(page, head: str, words: Sequence[str], box: Box, language: str) -> None:
    """Write a list in two columns of small letters below its head."""
    frame = text_box(page, box, "Sources")
    properties = frame._txBody.bodyPr
    properties.set("numCol", "2")
    properties.set("spcCol", str(Inches(0.3)))
    size = filling([head, *words], (box[2] - 0.3) / 2, box[3] * 2 - 0.3, 11.0, 8.0, 0.1)
    for index, word in enumerate([head, *words]):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.1)
        write(paragraph, word, size, language, QUIET, bold=index == 0)
