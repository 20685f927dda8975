"""What a change of single indices would do to the total, the pillars and the rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import views
from indicators.assessment.scores import Scores, scores
from indicators.assessment.sheet import pillars
from indicators.load import Dataset

STILL, PACE = "still", "pace"
DECIMALS = 4  # published values have four decimals; ranks are of values so rounded


@dataclass(frozen=True)
class Neighbour:
    """The unit next above or below in the ranking and its distance in value."""

    unit: str
    distance: float


@dataclass(frozen=True, eq=False)
class Outcome:
    """Total, pillars and place of a unit, as published (before) and after the changes."""

    before: float
    after: float
    rank_before: int
    rank_after: int
    rank_of: int
    pillars_before: pd.Series
    pillars_after: pd.Series
    above: Neighbour | None
    below: Neighbour | None


def pace(dataset: Dataset, held: Scores) -> pd.Series | None:
    """Return by how much each unit's total grew since the period before by the same method; None where there is none."""
    known = dataset.periods_of(held.scheme.total, held.basis)
    earlier = [
        period
        for period in known[: known.index(held.period)]
        if views.comparable(dataset, held.scheme.total, period, held.period)
    ]
    before = scores(dataset, held.scheme.total, held.basis, earlier[-1]) if earlier else None
    return held.total - before.total if before is not None else None


def rivals(dataset: Dataset, held: Scores, unit: str, others: str = STILL) -> pd.Series:
    """Return the totals of all other units: as published, or one step on at their own last pace (of 1 at most)."""
    rest = held.total.drop(unit)
    steps = pace(dataset, held) if others == PACE else None
    return rest if steps is None else (rest + steps.drop(unit)).clip(0, 1)


def _rounded(value: float) -> float:
    """A value rounded as a table of values is: a number of five places ending in 5 must not be two numbers."""
    return float(np.round(value, DECIMALS))


def rank_among(value: float, rest: pd.Series) -> int:
    """Return the place of a value among others from 1 (best); a tie shares the better place."""
    return 1 + int((rest.round(DECIMALS) > _rounded(value)).sum())


def places(totals: pd.Series) -> pd.Series:
    """Return the place of every total among all from 1 (best), by unit; ties share the better place."""
    return totals.round(DECIMALS).rank(method="min", ascending=False).astype(int)


def neighbours(value: float, rest: pd.Series) -> tuple[Neighbour | None, Neighbour | None]:
    """Return the nearest unit strictly above and strictly below a value."""
    known = rest.dropna().round(DECIMALS)
    own = _rounded(value)
    above, below = known[known > own], known[known < own]
    up = Neighbour(str(above.idxmin()), float(above.min() - own)) if len(above) else None
    down = Neighbour(str(below.idxmax()), float(own - below.max())) if len(below) else None
    return up, down


def changed(held: Scores, unit: str, changes: Mapping[str, float]) -> pd.Series:
    """Return the component values of a unit with changes put in (of 1, kept between 0 and 1)."""
    values = held.components(held.missing(unit))[0].loc[unit].copy()
    for name, value in changes.items():
        if name in values.index:
            values[name] = min(1.0, max(0.0, value))
    return values


def overall(held: Scores, unit: str, values: pd.Series) -> float:
    """Return the total that component values give a unit: its published total and the weighted changes.

    total + sum(w_i (x_i - x_i published)) / W, so that the unrounded rest of the published total is kept.
    """
    own, weights = held.components(held.missing(unit))
    return float(held.total[unit] + ((values - own.loc[unit]) * weights).sum() / weights.sum())


def outcome(dataset: Dataset, held: Scores, unit: str, changes: Mapping[str, float], others: str = STILL) -> Outcome:
    """Return what changes of single indices (index -> new value of 1) do; others: STILL or PACE.

    Raises ValueError where the unit has no total in the period.
    """
    if pd.isna(held.total.get(unit, float("nan"))):
        raise ValueError(unit)
    values = changed(held, unit, changes)
    before, after = float(held.total[unit]), overall(held, unit, values)
    rest = rivals(dataset, held, unit, others)
    above, below = neighbours(after, rest)
    return Outcome(
        before, after, rank_among(before, held.total.drop(unit)), rank_among(after, rest), len(rest) + 1,
        pillars(held, unit), pillars(held, unit, values), above, below,
    )  # fmt: skip
