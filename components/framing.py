"""A finished picture: title above, sources below, the drawing between them, in an exact size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components import lettering, theme
from components.drawing import GUTTER, LARGEST, Piece

# The part of the height left free that stands above a picture.
FREE = 0.35
FAMILY = theme.FONT.replace('"', "'")


@dataclass(frozen=True)
class Size:
    """A size of pictures: width and height of the drawing (height 0: as tall as it needs), points of the picture for one of the drawing.

    title, subtitle and small are the sizes of letters, margin the space around, lines the most that notes may take;
    pixels: those of a PNG at scale 1 for a point of the picture.
    """

    width: float
    height: float
    points: float
    title: float
    subtitle: float
    small: float
    margin: float
    lines: int
    pixels: float = 1


SIZES = {
    "slide": Size(960, 540, 2, 24, 14, 9.5, 32, 3),
    "square": Size(720, 720, 1.5, 23, 14, 10, 30, 4),
    "report": Size(820, 0, 2, 19, 13, 10, 20, 40, pixels=0.5),
}


@dataclass(frozen=True)
class Words:
    """What is written around a drawing: title, subtitle, notes (fewer where there is no room), footer lines, text alternative, language."""

    title: str
    subtitle: str
    notes: Sequence[str]
    footer: Sequence[str]
    alt: str
    language: str


@dataclass(frozen=True)
class Line:
    """One line of text at its place."""

    text: str
    y: float
    size: float
    colour: str
    weight: int = 400


def lines(words: Words, size: Size) -> tuple[list[Line], float, list[Line], float]:
    """Return the lines above with the place where the drawing begins, the lines below (y from their upper edge) with their height."""
    colours, room = theme.palette(False), size.width - 2 * size.margin
    above: list[Line] = []
    y = size.margin - size.title * 0.2
    for text in lettering.wrapped(lettering.spelt(words.title), size.title, room, 600):
        y += size.title * 1.22
        above.append(Line(text, y, size.title, colours.ink, 600))
    for text in lettering.wrapped(lettering.spelt(words.subtitle), size.subtitle, room):
        y += size.subtitle * 1.5
        above.append(Line(text, y, size.subtitle, colours.quiet))
    below: list[Line] = []
    noted: list[str] = []
    for note in words.notes:
        more = lettering.wrapped(lettering.spelt(note), size.small, room)
        # A note is written whole or not at all; what is left out stands in the text alternative.
        noted += more if len(noted) + len(more) <= size.lines else []
    low = size.small * 1.1
    for text in [
        *noted,
        *(line for part in words.footer for line in lettering.wrapped(lettering.spelt(part), size.small, room)),
    ]:
        below.append(Line(text, low + size.small * 0.6, size.small, colours.quiet))
        low += size.small * 1.4
    return above, y + size.subtitle * 1.1, below, low


def room(words: Words, size: Size) -> tuple[float, float]:
    """Return width and height left for the drawing; height 0 where it may take what it needs."""
    _, top, _, low = lines(words, size)
    return size.width - 2 * size.margin, size.height - top - low - size.margin * 0.7 if size.height else 0


def framed(pieces: Sequence[Piece], words: Words, size: Size) -> str:
    """Return the finished picture as SVG, its letters named but not carried (see export.pictures.with_type)."""
    colours = theme.palette(False)
    above, top, below, low = lines(words, size)
    wide, high = room(words, size)
    each = (wide - GUTTER * (len(pieces) - 1)) / len(pieces)
    largest = max(piece.box[3] for piece in pieces)
    scale = min(LARGEST, *(each / piece.box[2] for piece in pieces), *((high / largest,) if high else ()))
    drawn_high = high or largest * scale
    height = size.height or top + drawn_high + low + size.margin * 0.7
    start = size.margin + (wide - len(pieces) * each - GUTTER * (len(pieces) - 1)) / 2
    # A picture lower than its room stands a little below the title, not far above the sources.
    down_from = top + (drawn_high - largest * scale) * FREE
    inside = []
    for place, piece in enumerate(pieces):
        across, down = piece.box[2] * scale, piece.box[3] * scale
        left = start + place * (each + GUTTER) + (each - across) / 2
        box = " ".join(_number(part) for part in piece.box)
        inside.append(
            f'<svg x="{_number(left)}" y="{_number(down_from)}" width="{_number(across)}" height="{_number(down)}" '
            f'viewBox="{box}">{piece.inside}</svg>'
        )
    foot = height - low - size.margin * 0.7
    rule = (
        f'<path d="M{_number(size.margin)},{_number(foot + size.small * 0.4)}H{_number(size.width - size.margin)}" '
        f'stroke="{colours.line}" stroke-width="1"/>'
    )
    texts = "".join(_text(line, size.margin, line.y) for line in above) + rule
    texts += "".join(_text(line, size.margin, foot + line.y) for line in below)
    pixels = f'width="{_number(size.width * size.points)}" height="{_number(height * size.points)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" {pixels} '
        f'viewBox="0 0 {_number(size.width)} {_number(height)}" role="img" xml:lang="{words.language}" '
        f'font-family="{FAMILY}" aria-labelledby="picture-title picture-words">'
        f'<title id="picture-title">{escape(words.title)}</title><desc id="picture-words">{escape(words.alt)}</desc>'
        f'<rect width="{_number(size.width)}" height="{_number(height)}" fill="{colours.paper}"/>'
        f"{texts}{''.join(inside)}</svg>"
    )


def _text(line: Line, x: float, y: float) -> str:
    """A line of text; signs that the type lacks are drawn at their place in it."""
    made, letters = [], ""
    for sign in [*line.text, ""]:
        if sign and sign not in lettering.SHAPES:
            letters += sign
            continue
        if letters.strip():
            made.append(
                f'<text xml:space="preserve" x="{_number(x)}" y="{_number(y)}" font-size="{_number(line.size)}" font-weight="{line.weight}" '
                f'fill="{line.colour}">{escape(letters)}</text>'
            )
        x += lettering.width(letters, line.size, line.weight)
        letters = ""
        if sign:
            wide, outline = lettering.SHAPES[sign]
            place = f"translate({_number(x)},{_number(y)}) scale({_number(line.size)})"
            made.append(f'<path transform="{place}" d="{outline}" fill="{line.colour}"/>')
            x += wide * line.size
    return "".join(made)


def _number(value: float) -> str:
    """A length with at most two decimals, the same text on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
