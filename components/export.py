"""A figure as a file: finished pictures with title, sources and archipelagos inside, the drawn frame as a table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from components import drawing, framing, merger_words, workbook
from components.dataset import dataset
from components.framing import SIZES, Words
from components.sources import beside, source_line
from indicators.export import cells, document, names, pictures
from indicators.selection import Selection

if TYPE_CHECKING:
    from components.figure import Figure

KINDS = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PICTURES = ("png", "svg", "pdf")
DEFAULT_SIZE = "report"
SCALES = (1, 2, 3, 4)


def usual_scale(size: str) -> int:
    """Return the scale of a PNG where none is asked for: a picture for a report is printed."""
    return 2 if size == "report" else 1


def address(chosen: Selection) -> str:
    """Return a screen's address below the atlas's own root."""
    return f"/{chosen.page}?{urlencode(chosen.query(), safe=',/')}"


def file_name(figure: Figure) -> str:
    """Return a file name without ending, diacritics and spaces, safe on every system."""
    chosen = figure.selection
    return names.file_name(
        chosen.page, figure.id, chosen.indicator, chosen.unit, chosen.basis, chosen.period, chosen.language
    )


def picture_words(figure: Figure) -> Words:
    """Return what is written around a picture that leaves the screen: titles, notes, sources, boundaries, version and link."""
    data, language = dataset(), figure.selection.language
    link = address(figure.selection.but(figure=figure.id))
    footer = [source_line(figure)]
    if figure.geometry:
        # of a map without values the boundaries are the source
        footer = footer if figure.sources else []
        footer.append(data.say("figure.boundaries", language))
    footer.append(data.say("figure.stamp_link", language, version=data.version, link=link))
    owed, said, subtitle = beside(figure, paper=True), [], figure.subtitle
    if figure.frame.empty:
        # Why there is nothing to see stands in the picture itself, once.
        said, subtitle = [figure.alt], "" if figure.subtitle in figure.alt else figure.subtitle
    notes = [*owed, *(note for note in figure.notes if not any(note in one for one in (*owed, *said)))]
    return Words(figure.title, subtitle, notes, footer, " ".join([figure.alt, *figure.notes]), language)


def drawn(figure: Figure, size: str = DEFAULT_SIZE) -> str:
    """Return the finished picture of a figure as SVG text in one of SIZES; its type is named, not carried."""
    from components import picture_layout  # it imports figures, and figures have downloads

    words, measures = picture_words(figure), SIZES[size]
    room = framing.room(words, measures)
    fit = picture_layout.fitted(figure, *room)
    if told := picture_layout.rest(figure, fit):
        longer = replace(words, subtitle=f"{words.subtitle} · {told}")
        if framing.room(longer, measures) != room:
            fit = picture_layout.fitted(figure, *framing.room(longer, measures))
        words = replace(words, subtitle=f"{words.subtitle} · {picture_layout.rest(figure, fit)}")
    return framing.framed(drawing.pieces(fit, *framing.room(words, measures)), words, measures)


def csv(figure: Figure) -> bytes:
    """Return the drawn frame as CSV: the named columns under their machine names, then what its derived values are made of."""
    named = figure.frame[list(figure.columns)]
    return cells.csv(merger_words.with_origin(named, figure.frame, figure.basis, figure.selection))


def xlsx(figure: Figure) -> bytes:
    """Return the drawn frame as a workbook: the figures, and a sheet of notes on what and whose they are."""
    return workbook.of_figure(figure, address(figure.selection.but(figure=figure.id)))


def svg(figure: Figure, size: str = DEFAULT_SIZE) -> bytes:
    """Return the finished picture as SVG that carries its type."""
    return pictures.with_type(drawn(figure, size))


def png(figure: Figure, size: str = DEFAULT_SIZE, scale: float = 1) -> bytes:
    """Return the finished picture as PNG; at scale 1 a slide has 1920x1080 pixels, a report is 820 wide."""
    return pictures.png(drawn(figure, size), scale * SIZES[size].pixels)


def pdf(figure: Figure, size: str = DEFAULT_SIZE) -> bytes:
    """Return the finished picture as a vector PDF of one page with live text, tagged with its text alternative."""
    return picture_pdf(drawn(figure, size), figure)


def picture_pdf(text: str, figure: Figure) -> bytes:
    """Return a drawn picture as PDF."""
    data = dataset()
    width, height = (float(part) for part in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text).groups())
    moment, language = names.moment(data.version), figure.selection.language
    contents = {
        "title": figure.title, "alt": " ".join([figure.alt, *figure.notes]), "language": language, "svg": text,
        "author": data.say("atlas.name", language), "day": [moment.year, moment.month, moment.day], "width": width, "height": height,
    }  # fmt: skip
    return document.pdf("picture", contents, moment)


def made(figure: Figure, kind: str, size: str = DEFAULT_SIZE, scale: float = 1) -> bytes:
    """Return a figure as one of KINDS; size and scale are for pictures."""
    if kind == "png":
        return png(figure, size, scale)
    if kind in PICTURES:
        return {"svg": svg, "pdf": pdf}[kind](figure, size)
    return {"csv": csv, "xlsx": xlsx}[kind](figure)
