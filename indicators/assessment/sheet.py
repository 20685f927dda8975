"""The score sheet of a unit: points reached, available and lost, index by index."""

from __future__ import annotations

import pandas as pd

from indicators import merging
from indicators.assessment.scores import BLOCK, Scores

# Published values have four decimals: the sum of several may exceed what is available by rounding alone.
ROUNDING_POINTS = 0.1
COLUMNS = [
    "index", "members", "value", "weight", "reached", "lost", "median", "best", "best_unit", "to_median", "to_best",
    "status", "exceeds",
]  # fmt: skip


def sheet(held: Scores, unit: str) -> pd.DataFrame:
    """Return one row for each index of a unit (COLUMNS), those that lost most points first.

    Indices that are not published one by one stand together in one row (index BLOCK, members their names), as the
    published total implies them. reached, lost, weight, median, best, to_median, to_best are points; value is of 1.
    exceeds: more than ROUNDING_POINTS beyond what is available, so that the published figures do not fit together.
    """
    if pd.isna(held.total.get(unit, float("nan"))):
        return pd.DataFrame(columns=COLUMNS)
    lacking = held.missing(unit)
    values, weights = held.components(lacking)
    points = values * weights
    rows = []
    for name in weights.index:
        reached, available = float(points.at[unit, name]), float(weights[name])
        over = reached - available
        column = points[name]
        median, best = float(column.median()), min(float(column.max()), available)
        rows.append({
            "index": name, "members": tuple(lacking) if name == BLOCK else (), "value": float(values.at[unit, name]),
            "weight": available, "reached": reached, "lost": max(0.0, -over), "median": median, "best": best,
            "best_unit": column.idxmax(), "to_median": median - reached, "to_best": max(0.0, best - reached),
            "status": _status(held, unit, name), "exceeds": over > ROUNDING_POINTS,
        })  # fmt: skip
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.sort_values("lost", ascending=False, kind="stable").reset_index(drop=True)


def _status(held: Scores, unit: str, name: str) -> str:
    """The status of a value: an implied block is computed, or derived where the total itself is."""
    if name != BLOCK:
        return str(held.status.at[unit, name])
    return merging.DERIVED if held.status.at[unit, held.scheme.total] == merging.DERIVED else "computed"


def pillars(held: Scores, unit: str, values: pd.Series | None = None) -> pd.Series:
    """Return the value of each pillar of a unit, of 1, from its sheet or from other component values (with BLOCK).

    A pillar that holds all of the block's members takes the block's points as a whole.
    """
    lacking = held.missing(unit)
    own, weights = held.components(lacking)
    row = own.loc[unit] if values is None else values
    found = {}
    for name, parts in held.scheme.pillars.items():
        inside = [index for index in parts.index if index not in lacking]
        points = float((row[inside] * parts[inside]).sum())
        if lacking:
            whole = set(lacking) <= set(parts.index)
            points = points + float(row[BLOCK] * weights[BLOCK]) if whole else float("nan")
        found[name] = points / float(parts.sum())
    return pd.Series(found, dtype=float)
