"""A deck as a PowerPoint file: native charts with their data behind them, sources in the notes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pptx import Presentation
from pptx.util import Emu, Inches

from indicators.export import archive, names, pptx_parts
from indicators.export.pptx_chart import Chart
from indicators.export.pptx_dots import Dots

__all__ = ["Chart", "Deck", "Dots", "Slide", "slides"]
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
TITLE_ONLY = "Title Only"


@dataclass(frozen=True)
class Slide:
    """One slide: a headline, a line of context, then chart, picture (PNG) or table, with points beside it; a picture with a
    chart stands at its left: a map and its figures.

    table is a header and rows of equal length, widths the shares of its columns and left those set left (both blank: the first
    column wide and left); alt describes chart or picture; source stands at the foot of the slide, notes below it.
    opening is the first slide of a deck: headline large, nothing beside it.
    """

    title: str
    subtitle: str = ""
    points: Sequence[str] = ()
    chart: Chart | Dots | None = None
    picture: bytes = b""
    table: Sequence[Sequence[str]] = ()
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
    """Fill one slide: headline, context, body at the left or over the whole width, points at the right, foot, notes."""
    pptx_parts.headline(page, part.title, part.subtitle, part.opening, deck.language)
    body = bool(part.chart or part.picture or part.table)
    frame = pptx_parts.body_box(part.opening, bool(part.points), body)
    if part.chart and part.picture:
        left, right = pptx_parts.halves(frame)
        pptx_parts.picture(page, part.picture, left, part.alt)
        pptx_parts.chart(page, part.chart, right, part.alt, deck.language)
    elif part.chart:
        pptx_parts.chart(page, part.chart, frame, part.alt, deck.language)
    elif part.picture:
        pptx_parts.picture(page, part.picture, frame, part.alt)
    elif part.table:
        pptx_parts.table(page, part.table, frame, deck.language, part.widths, part.left)
    if part.points:
        pptx_parts.points(page, part.points, pptx_parts.points_box(part.opening, body), deck.language)
    pptx_parts.foot(page, deck.stamp, number, deck.language, part.source)
    if part.notes:
        page.notes_slide.notes_text_frame.text = part.notes
