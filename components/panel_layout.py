"""Where the parts of small multiples stand: shares of the picture's width and height."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from indicators import format as labels

# Shares of a cell: the plot lies between these; the title above it, the years below.
LEFT, RIGHT, TOP, BOTTOM = 0.0, 0.93, 0.34, 0.80
# Where the first and the last moment stand inside a plot: the numbers of the scale have the edge.
INSET = 0.13
TITLE_AT, YEARS_AT = 0.10, 0.92
STEPS = (1, 2, 2.5, 5, 10)
NO_SPANS = pd.DataFrame(columns=["across", "level", "level2", "hover"])


@dataclass(frozen=True)
class Grid:
    """The cells of a picture of panels and their common scales."""

    count: int
    columns: int
    low: float
    high: float
    first: float
    last: float

    @property
    def rows(self) -> int:
        """The number of rows of cells."""
        return max(1, math.ceil(self.count / self.columns))

    def across(self, panel: int, share: float) -> float:
        """Return the place across the picture of a share of a cell's width."""
        return (panel % self.columns + share) / self.columns

    def level(self, panel: int, share: float) -> float:
        """Return the place down the picture of a share of a cell's height."""
        return (panel // self.columns + share) / self.rows

    def moment(self, panel: int, position: float) -> float:
        """Return the place across of a moment in a panel."""
        share = (position - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return self.across(panel, LEFT + (RIGHT - LEFT) * (INSET + (1 - 2 * INSET) * share))

    def height(self, panel: int, value: float) -> float:
        """Return the place down of a value in a panel."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.level(panel, BOTTOM - (BOTTOM - TOP) * share)


def grid(frame: pd.DataFrame, count: int, columns: int, low: float | None = None, high: float | None = None) -> Grid:
    """Return the grid of a frame with position and value; low and high widen the scale beyond the values."""
    held = frame["value"].dropna()
    least = min(held.min() if len(held) else 0.0, low if low is not None else math.inf)
    most = max(held.max() if len(held) else 1.0, high if high is not None else -math.inf)
    moments = frame["position"].dropna()
    first, last = (moments.min(), moments.max()) if len(moments) else (0.0, 1.0)
    return Grid(max(1, count), columns, float(least), float(most), float(first), float(last))


def step_of(low: float, high: float, most: int = 3) -> float:
    """Return a round distance between guide lines, so that at most so many fit between two values."""
    if high <= low:
        return 1.0
    size = 10 ** math.floor(math.log10((high - low) / most))
    return next(size * step for step in STEPS if (high - low) / (size * step) <= most)


def guides(held: Grid, language: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the guide lines of every panel and, in the first of each row, their numbers in the language's form."""
    step = step_of(held.low, held.high)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1 else 0
    decimals += 1 if round(step * 10**decimals, 6) % 1 else 0
    values = [
        index * step for index in range(math.ceil(held.low / step - 1e-9), math.floor(held.high / step + 1e-9) + 1)
    ]
    lines = [
        {"across": held.across(panel, LEFT), "across2": held.across(panel, RIGHT), "level": held.height(panel, value)}
        for panel in range(held.count) for value in values
    ]  # fmt: skip
    words = [
        {"across": held.across(panel, LEFT), "level": held.height(panel, value), "text": labels.number(value, decimals, language)}
        for panel in range(0, held.count, held.columns) for value in values
    ]  # fmt: skip
    return (
        pd.DataFrame(lines, columns=["across", "across2", "level"]),
        pd.DataFrame(words, columns=["across", "level", "text"]),
    )


def years(held: Grid) -> pd.DataFrame:
    """Return the first and the last year under every panel."""
    ends = dict.fromkeys((math.floor(held.first), math.floor(held.last)))
    rows = [
        {"across": held.moment(panel, year), "level": held.level(panel, YEARS_AT), "text": str(year)}
        for panel in range(held.count) for year in ends
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["across", "level", "text"])


def titles(held: Grid, names: Sequence[str]) -> pd.DataFrame:
    """Return the names above the panels."""
    rows = [
        {"across": held.across(panel, LEFT), "level": held.level(panel, TITLE_AT), "text": name}
        for panel, name in enumerate(names)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["across", "level", "text"])
