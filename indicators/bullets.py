"""Targets as lengths: where value, mark and ranges of a bullet bar lie between 0 and 1."""

from __future__ import annotations

import math

import pandas as pd

ROOM = 1.06
RANKS = 50


def worst_rank(block: pd.DataFrame) -> float:
    """Return the rank at which the reversed scale of ranks begins: the worst one drawn, rounded up to fifty."""
    worst = block[["actual", "level", "previous", "baseline"]].max().max()
    return max(RANKS, math.ceil(worst / RANKS) * RANKS)


def greatest(block: pd.DataFrame, most: float) -> float:
    """Return the value at which a zero-based scale ends; never beyond what the indicator can be."""
    top = block[["actual", "level", "value_high", "previous", "baseline"]].max().max() * ROOM
    return min(top, most) if pd.notna(most) else top


def shares(block: pd.DataFrame, ranked: bool, most: float = float("nan")) -> pd.DataFrame:
    """Return the rows of one indicator and owner with share_actual, share_previous, share_level, share_high, share_baseline (0 to 1).

    ranked: first place is 1 and the scale's worst rank 0, so a better rank is a longer bar. All rows share one scale.
    """
    columns = {
        "actual": "actual",
        "previous": "previous",
        "level": "level",
        "high": "value_high",
        "baseline": "baseline",
    }
    if ranked:
        worst = worst_rank(block)
        return block.assign(
            **{f"share_{name}": (worst - block[of]) / (worst - 1) for name, of in columns.items()}, scale=worst
        )
    top = greatest(block, most)
    return block.assign(**{f"share_{name}": (block[of] / top).clip(0, 1) for name, of in columns.items()}, scale=top)


def ranges(row: pd.Series) -> list[tuple[str, float, float]]:
    """Return the worded ranges behind a bar: below the baseline, from it to the target, target met; at most three."""
    level = row["share_level"]
    start = row["share_baseline"] if pd.notna(row["share_baseline"]) else 0.0
    start = min(start, level)
    bands = [("below", 0.0, start), ("way", start, level), ("met", level, 1.0)]
    return [band for band in bands if band[2] > band[1]]
