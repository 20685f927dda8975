"""Plain arithmetic on columns: rank, gap, change, mean, spread."""

from __future__ import annotations

import pandas as pd


def rank(values: pd.Series, polarity: int) -> pd.Series:
    """Return ranks from 1 (best), ties sharing the better rank; all missing unless every value exists and order has a sense.

    polarity: +1 higher is better, -1 lower is better, 0 no order.
    """
    if polarity == 0 or values.empty or values.isna().any():
        return pd.Series(float("nan"), index=values.index)
    return values.rank(method="min", ascending=polarity < 0)


def gap_to_next(values: pd.Series, polarity: int) -> pd.Series:
    """Return for each value its distance (not negative) to the next better one that differs; missing for the best."""
    better = values.dropna().drop_duplicates().sort_values(ascending=polarity < 0)
    following = dict(zip(better.iloc[1:], better.iloc[:-1], strict=True))
    return (values.map(following) - values).abs()


def change(later: pd.Series, earlier: pd.Series) -> pd.Series:
    """Return later minus earlier, aligned by index; missing where either is missing."""
    return later - earlier.reindex(later.index)


def pace(earlier: float, later: float, start: float, end: float) -> float:
    """Return the change a year between two values at two positions in years; missing where no time lies between them."""
    return (later - earlier) / (end - start) if end > start else float("nan")


def meets(values: pd.Series, level: float, comparator: str, polarity: int) -> pd.Series:
    """Return for each value whether it meets a target: better than or at the level; `>` only beyond it; `~` after rounding as the level is written.

    polarity: +1 higher is better, -1 lower is better (ranks).
    """
    if comparator == "~":
        written = f"{level:.6f}".rstrip("0").partition(".")[2]
        values = values.round(len(written))
    ahead = (values - level) * polarity
    return ahead > 0 if comparator == ">" else ahead >= 0
