"""The same values under another edition's weights, and a change split into indices and weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from indicators.assessment.scheme import Scheme
from indicators.assessment.scores import BLOCK, Scores

EXACT, BOUNDS, REFUSED = "exact", "bounds", "refused"


@dataclass(frozen=True)
class Reweighed:
    """A unit's total under another edition's weights: kind EXACT (low equals high), BOUNDS, or REFUSED (both missing)."""

    kind: str
    low: float
    high: float


def under(held: Scores, unit: str, other: Scheme) -> Reweighed:
    """Return the total that a unit's values of one period would give with another edition's weights.

    Where single indices are unpublished only the sum of their points is known: the total then lies between the least and
    the greatest value that any split of that sum allows, each index between 0 and 1 (linear programme). Refused where the
    editions do not count the same indices or the unit has no total.
    """
    weights, row = held.scheme.weights, held.values.loc[unit]
    if set(weights.index) != set(other.weights.index) or pd.isna(held.total[unit]):
        return Reweighed(REFUSED, float("nan"), float("nan"))
    target = other.weights.reindex(weights.index)
    lacking = held.missing(unit)
    known = float((row.drop(lacking) * target.drop(lacking)).sum())
    if not lacking:
        value = known / other.points
        return Reweighed(EXACT, value, value)
    points = min(float(held.blocked(lacking)[unit]), float(weights[lacking].sum()))
    ends = [_end(weights[lacking].to_numpy(), target[lacking].to_numpy(), points, sign) for sign in (1, -1)]
    low, high = ((known + end) / other.points for end in ends)
    return Reweighed(EXACT if np.isclose(low, high, atol=1e-9) else BOUNDS, low, high)


def _end(own: np.ndarray, other: np.ndarray, points: float, sign: int) -> float:
    found = linprog(sign * other, A_eq=[own], b_eq=[points], bounds=[(0, 1)] * len(own))
    return float(sign * found.fun)


@dataclass(frozen=True, eq=False)
class Split:
    """A change of the total, in value of 1: by index (by_index), by the change of weights (by_weights), and in all."""

    by_index: pd.Series
    by_weights: pd.Series
    change: float


def split(earlier: Scores, later: Scores, unit: str) -> Split | None:
    """Return a unit's change between two periods split into changes of indices and change of weights; None where it cannot be.

    Exact and symmetric (Marshall-Edgeworth form, shares v of one): sum((v0 + v1) / 2 (x1 - x0)) for the indices and
    sum((x0 + x1) / 2 (v1 - v0)) for the weights. Within one edition the unpublished indices may stand as one block;
    across editions every index must be known in both periods.
    """
    if pd.isna(earlier.total.get(unit, np.nan)) or pd.isna(later.total.get(unit, np.nan)):
        return None
    lacking = list(dict.fromkeys([*earlier.missing(unit), *later.missing(unit)]))
    if lacking and earlier.scheme.edition != later.scheme.edition:
        return None
    rows, shares = [], []
    for held in (earlier, later):
        values, weights = held.components(lacking or [])
        rows.append(values.loc[unit])
        shares.append(weights / weights.sum())
    names = shares[0].index
    by_index = (shares[0] + shares[1]) / 2 * (rows[1] - rows[0])
    by_weights = (rows[0] + rows[1]) / 2 * (shares[1] - shares[0])
    return Split(by_index[names], by_weights[names], float((by_index + by_weights).sum()))


def reasons(held: Scores, unit: str) -> Mapping[str, object]:
    """Return which indices of a unit are not known one by one, for the words of a bound or a refusal."""
    lacking = held.missing(unit)
    return {"count": len(lacking), "names": tuple(lacking), "block": BLOCK if lacking else ""}
