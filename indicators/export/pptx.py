"""A deck as a PowerPoint file: native charts with their data behind them, sources in the notes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pptx import Presentation
from pptx.util import Emu, Inches

from indicators.export import archive, names, pptx_cards, pptx_parts, pptx_table
from indicators.export.pptx_chart import Chart
from indicators.export.pptx_dots import Dots

__all__ = ["Chart", "Deck", "Dots", "Slide", "slides"]
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
TITLE_ONLY = "Title Only"
# Inches: left edge and width of what a slide shows, its top below the headline and its end above the foot.
LEFT, WIDE = pptx_parts.LEFT, pptx_parts.RIGHT - pptx_parts.LEFT
TOP, FOOT = 1.8, 6.68
# Width of a chart that has points at its right; space between charts; height of a row above points.
BESIDE, GAP, ROW = 8.1, 0.25, 0.47
# Height of the points above small print, without the table that may stand above them.
SMALL_TOP = 1.55


@dataclass(frozen=True)
class Slide:
    """One slide: a headline, a line of context, then chart, charts side by side, picture (PNG) or table, with points.

    Points stand at the right of one chart or picture, above several charts, below a table. A picture with a chart stands at its
    left (a map and its figures), a chart with a table at the table's left. table is a header and rows of equal length, widths the
    shares of its columns and left those set left (both blank: the first column wide and left); alt describes chart or picture;
    source stands at the foot of the slide, notes below it. opening is the first slide of a deck: headline large, then cards of
    figures (what, value, what stands below), points, and a picture at the right. small is a head and a list in small letters at the
    slide's end.
    """

    title: str
    subtitle: str = ""
    points: Sequence[str] = ()
    chart: Chart | Dots | None = None
    charts: Sequence[Chart] = ()
    picture: bytes = b""
    table: Sequence[Sequence[str]] = ()
    cards: Sequence[tuple[str, str, str]] = ()
    small: Sequence[str] = ()
    alt: str = ""
    notes: str = ""
    source: str = ""
    opening: bool = False
    widths: Sequence[float] = ()
    left: Sequence[int] = (0,)


@dataclass(frozen=True)
class Deck:
    """Slides with what stands on each of them: the stamp at the foot (atlas, data version, link) and the moment of the data."""

    title: str
    language: str
    slides: Sequence[Slide]
    stamp: str = ""
    moment: datetime = names.FIRST
    author: str = ""
    subject: str = ""


def slides(deck: Deck) -> bytes:
    """Return a deck as a PPTX file in 16:9; the same deck gives the same bytes."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(WIDTH), Emu(HEIGHT)
    layout = pptx_parts.prepared(presentation, TITLE_ONLY)
    properties = presentation.core_properties
    properties.title, properties.author, properties.subject = deck.title, deck.author, deck.subject
    properties.language, properties.last_modified_by, properties.keywords = deck.language, deck.author, deck.stamp[:250]
    for number, part in enumerate(deck.slides, start=1):
        _add(presentation.slides.add_slide(layout), part, deck, number)
    held = io.BytesIO()
    presentation.save(held)
    return archive.settled(held.getvalue(), deck.moment)


def _add(page, part: Slide, deck: Deck, number: int) -> None:
    """Fill one slide: headline, context, body, points, foot, notes."""
    language = deck.language
    if part.opening:
        _open(page, part, language)
    else:
        pptx_parts.headline(page, part.title, part.subtitle, (LEFT, 0.38, WIDE, 0.8), 28, language)
        _body(page, part, language)
    pptx_parts.foot(page, deck.stamp, number, language, part.source)
    if part.notes:
        page.notes_slide.notes_text_frame.text = part.notes


def _open(page, part: Slide, language: str) -> None:
    """The first slide: who, its figures, what is to be said of them; its picture at the right."""
    wide = WIDE - 4.0 if part.picture else WIDE
    pptx_parts.headline(page, part.title, part.subtitle, (LEFT, 0.7, wide, 1.3), 40, language)
    if part.picture:
        pptx_parts.picture(page, part.picture, (LEFT + wide + 0.3, 0.7, 3.7, 5.9), part.alt)
    top = 2.95
    if part.cards:
        pptx_cards.cards(page, part.cards, (LEFT, top, wide, 1.75), language, 2)
        top += 1.95
    if part.points:
        pptx_parts.points(page, part.points, (LEFT, top, wide, 6.75 - top), language)


def _body(page, part: Slide, language: str) -> None:
    """Chart, charts, picture or table, and the points where they leave room."""
    high = FOOT - TOP
    if part.small:
        high = SMALL_TOP + ROW * len(part.table)
        head, *words = part.small
        pptx_cards.small_print(page, head, words, (LEFT, TOP + high + 0.2, WIDE, FOOT - TOP - high - 0.2), language)
    frame: pptx_parts.Box = (LEFT, TOP, WIDE, high)
    beside = part.points and not part.table and not part.charts
    if beside and (part.chart or part.picture):
        frame = (LEFT, TOP, BESIDE, high)
        pptx_parts.points(page, part.points, (LEFT + BESIDE + 0.35, TOP, WIDE - BESIDE - 0.35, high), language)
    elif beside:
        pptx_parts.points(page, part.points, frame, language)
    if part.charts:
        _charts(page, part, frame, language)
    elif part.table:
        _table(page, part, frame, language)
    elif part.chart and part.picture:
        left, right = _halves(frame)
        pptx_parts.picture(page, part.picture, left, part.alt)
        pptx_table.chart(page, part.chart, right, part.alt, language)
    elif part.chart:
        pptx_table.chart(page, part.chart, frame, part.alt, language)
    elif part.picture:
        pptx_parts.picture(page, part.picture, frame, part.alt)


def _halves(box: pptx_parts.Box) -> tuple[pptx_parts.Box, pptx_parts.Box]:
    """The places of a map and of the chart of its figures beside it."""
    left, top, width, height = box
    return (left, top, height * 1.02, height), (left + height * 1.02 + 0.3, top, width - height * 1.02 - 0.3, height)


def _charts(page, part: Slide, box: pptx_parts.Box, language: str) -> None:
    """Charts of one height side by side, the points above them."""
    left, top, width, height = box
    if part.points:
        pptx_cards.beside(page, part.points, (left, top, width, 0.62), language)
        top, height = top + 0.75, height - 0.75
    wide = (width - GAP * (len(part.charts) - 1)) / len(part.charts)
    for place, one in enumerate(part.charts):
        pptx_table.chart(page, one, (left + place * (wide + GAP), top, wide, height), part.alt, language)


def _table(page, part: Slide, box: pptx_parts.Box, language: str) -> None:
    """A table, at its left a chart, below it the points."""
    left, top, width, height = box
    if part.chart:
        pptx_table.chart(page, part.chart, (left, top, width * 0.3, height), part.alt, language)
        left, width = left + width * 0.3 + GAP, width * 0.7 - GAP
    if part.points:
        held = min(height * 0.6, ROW * len(part.table))
        pptx_parts.points(page, part.points, (left, top + held + 0.25, width, height - held - 0.25), language)
        height = held
    pptx_table.table(page, part.table, (left, top, width, height), language, part.widths, part.left)
