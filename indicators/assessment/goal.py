"""The changes that reach a rank or a value: least in sum, of equal effort, or cheapest by the user's own costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from indicators.assessment.scores import Scores
from indicators.assessment.whatif import DECIMALS

LEAST, EQUAL, COSTS = "least", "equal", "costs"
WAYS = (LEAST, EQUAL, COSTS)
REACHED, ALREADY, UNREACHABLE = "reached", "already", "unreachable"
HALF_STEP = 0.5 * 10**-DECIMALS


@dataclass(frozen=True, eq=False)
class Solution:
    """How a goal is met: state, new values by component, the sum of changes, its cost, the value wanted and the most that can be had."""

    state: str
    wanted: float
    most: float
    values: pd.Series = field(default_factory=lambda: pd.Series(dtype=float))
    change: float = 0.0
    cost: float = 0.0


def wanted_for_rank(rank: int, rest: pd.Series) -> float:
    """Return the least total that takes a place among others: that of the unit now there, since a tie shares the place."""
    ordered = rest.dropna().sort_values(ascending=False)
    return float(ordered.iloc[rank - 1]) if rank <= len(ordered) else float(ordered.min() if len(ordered) else 0.0)


def solve(
    held: Scores, unit: str, wanted: float, way: str = LEAST,
    costs: Mapping[str, float] | None = None, ceilings: Mapping[str, float] | None = None,
) -> Solution:  # fmt: skip
    """Return the changes that lift a unit's total to a value (linear programme, HiGHS through scipy).

    Unknowns are the rises d_i >= 0 up to each ceiling. LEAST minimises sum(d_i), EQUAL the largest d_i, COSTS
    sum(c_i d_i); all under sum(w_i d_i) / W >= wanted - total. A component without a cost of its own costs 1 a unit.
    """
    own, weights = held.components(held.missing(unit))
    row = own.loc[unit].clip(upper=1.0)
    top = pd.Series({name: (ceilings or {}).get(name, 1.0) for name in row.index}).clip(lower=row)
    room, shares = (top - row).to_numpy(), (weights / weights.sum()).to_numpy()
    total = float(held.total[unit])
    need, most = wanted - total, total + float(shares @ room)
    if need <= 0:
        return Solution(ALREADY, wanted, most, row)
    if need > most - total + 1e-12:
        return Solution(UNREACHABLE, wanted, most, row)
    price = np.array([(costs or {}).get(name, 1.0) for name in row.index])
    rises = _programme(shares, room, need, price, way)
    return Solution(REACHED, wanted, most, row + rises, float(rises.sum()), float(price @ rises))


def _programme(shares: np.ndarray, room: np.ndarray, need: float, price: np.ndarray, way: str) -> np.ndarray:
    count = len(shares)
    if way != EQUAL:
        goal = price if way == COSTS else np.ones(count)
        found = linprog(goal, A_ub=[-shares], b_ub=[-need], bounds=list(zip(np.zeros(count), room, strict=True)))
        return np.clip(found.x, 0, room)
    # One unknown more: the largest rise. A little of the sum breaks ties towards fewer changes.
    goal = np.r_[np.full(count, 1e-6), 1.0]
    above = np.c_[np.eye(count), -np.ones(count)]
    rows = np.vstack([np.r_[-shares, 0.0], above])
    limits = np.r_[-need, np.zeros(count)]
    bounds = [*zip(np.zeros(count), room, strict=True), (0, None)]
    return np.clip(linprog(goal, A_ub=rows, b_ub=limits, bounds=bounds).x[:count], 0, room)
