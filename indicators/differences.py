"""Two periods of an indicator against each other: change of value within one method, moves in rank within one basis."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from indicators import measures, views
from indicators.load import Dataset
from indicators.remembered import remembered

ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
SIDES = 3  # classes on either side of the midpoint
COLUMNS = [
    "unit", "name_vi", "name_en", "value_earlier", "value", "change", "rank_earlier", "rank", "move", "rank_status", "status",
    "status_earlier", "period_earlier", "period", "source",
]  # fmt: skip


def earlier_of(dataset: Dataset, indicator: str, basis: str, later: str, asked: str = "") -> str:
    """Return the period to set against a later one: the one asked for, else the newest before it, of the same method if there is one.

    Returns "" where the indicator has no other period before.
    """
    held = dataset.periods_of(indicator, basis)
    if asked in held and asked != later:
        return asked
    before = held[: held.index(later)] if later in held else ()
    alike = [period for period in before if views.comparable(dataset, indicator, period, later)]
    return (alike or list(before) or [""])[-1]


@remembered(256)
def pair(dataset: Dataset, indicator: str, basis: str, earlier: str, later: str) -> pd.DataFrame:
    """Return one row a unit (COLUMNS): both values and ranks, change only where one method made both, move in places up.

    A move needs a rank in both periods. status is of the later value, status_earlier of the earlier one. Not to be changed in place.
    """
    before = views.observed(dataset, indicator, basis, earlier).set_index("unit")
    after = views.observed(dataset, indicator, basis, later).set_index("unit")
    same = views.comparable(dataset, indicator, earlier, later)
    frame = after[["name_vi", "name_en", "value", "rank", "rank_status", "status", "source"]].assign(
        value_earlier=before["value"],
        rank_earlier=before["rank"],
        change=measures.change(after["value"], before["value"]) if same else math.nan,
        move=before["rank"] - after["rank"],
        status_earlier=before["status"],
        period_earlier=earlier,
        period=later,
    )
    return frame.reset_index()[COLUMNS]


def breaks(changes: pd.Series, decimals: int) -> tuple[float, ...]:
    """Return six inner breaks that lie evenly about zero, the middle class holding it; () without any change."""
    step = _round_step(changes, decimals)
    return tuple(round((index + 0.5) * step, 9) for index in range(-SIDES, SIDES)) if step else ()


def move_breaks(moves: pd.Series) -> tuple[float, ...]:
    """Return six inner breaks of moves in whole places, the middle class holding only 0; () without any move."""
    step = math.ceil(_round_step(moves, 0))
    up = [0.5, step + 0.5, 2 * step + 0.5]
    return tuple([-edge for edge in reversed(up)] + up) if step else ()


def _round_step(values: pd.Series, decimals: int) -> float:
    """A step of a round number; nine tenths of the values lie within two and a half of them."""
    held = np.abs(values.dropna().to_numpy(dtype=float))
    if not len(held) or not held.max():
        return 0.0
    raw = max(float(np.quantile(held, 0.9)) / (SIDES - 0.5), 10.0**-decimals)
    power = 10.0 ** math.floor(math.log10(raw))
    return next(part * power for part in ROUND if raw <= part * power * (1 + 1e-9))


def class_of(values: pd.Series, edges: Sequence[float]) -> pd.Series:
    """Return the class of each change, 0 the strongest fall, SIDES no or hardly any change, -1 where there is none."""
    if not edges:
        return pd.Series(np.where(values.isna(), -1, SIDES), index=values.index)
    return pd.Series(
        np.where(values.isna(), -1, np.searchsorted(np.asarray(edges), values.to_numpy(dtype=float), side="right")),
        index=values.index,
    )
