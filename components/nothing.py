"""A picture of nothing: where a figure has no rows, its picture says in words what is missing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from components import lettering, theme
from components.dataset import dataset

if TYPE_CHECKING:
    from components.figure import Figure

LETTERS, LINE, INSET = 16.0, 25.0, 28.0


def words(figure: Figure) -> str:
    """Return what is missing: the figure's text alternative without the title and subtitle that stand above the picture."""
    said = figure.alt.removeprefix(figure.title).lstrip(". ")
    return said or dataset().say("figure.nothing", figure.selection.language)


def drawing(figure: Figure, wide: float, high: float = 0) -> tuple[str, tuple[float, float, float, float]]:
    """Return the inside of an SVG with those words on a quiet ground, and its box; as tall as they need where high is 0."""
    colours = theme.palette(False)
    lines = lettering.wrapped(lettering.without_shapes(words(figure)), LETTERS, wide - 2 * INSET)
    tall = high or len(lines) * LINE + 2 * INSET
    first = (tall - len(lines) * LINE) / 2 + LETTERS
    ground = f'<rect width="{wide:.2f}" height="{tall:.2f}" rx="8" fill="{colours.panel}"/>'
    texts = [
        f'<text transform="translate({wide / 2:.2f},{first + place * LINE:.2f})" text-anchor="middle" font-size="{LETTERS:g}" '
        f'fill="{colours.ink}">{escape(line)}</text>'
        for place, line in enumerate(lines)
    ]
    return ground + "".join(texts), (0.0, 0.0, wide, tall)
