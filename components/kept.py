"""Figures kept for the next visitor who asks for the same: a figure is a value, made once for a selection and a theme."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from components.dataset import dataset
from components.figure import Figure, dark
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

MOST = 96  # figures of one kind; a figure holds its frame, tens to hundreds of kilobytes


def kept(build: Callable[[Selection], Figure]) -> Callable[[Selection], Figure]:
    """Return a figure builder that remembers its newest figures, by selection and theme, for as long as the dataset lives.

    Not for a figure that depends on anything else of the visitor's (the multiples of the map fold on a phone).
    """

    @remembered(MOST)
    def held(data: Dataset, chosen: Selection, is_dark: bool) -> Figure:
        return build(chosen)

    @wraps(build)
    def made(chosen: Selection) -> Figure:
        return held(dataset(), chosen, dark())

    return made
