"""Two indicators of the same units, and regions against one another. The rules are told in docs/compare.md."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from indicators import periods, views
from indicators.load import Dataset
from indicators.selection import catalogue

# Fewer pairs than this give no correlation.
LEAST_UNITS = 10
# A unit stands out when its standardized residual is at least so large; so many are named.
OUTLYING = 2.0
MOST_NAMED = 5
PAIRED = [
    "unit", "name_vi", "name_en", "region_vi", "region_en", "x", "y", "period_x", "period_y", "status_x", "status_y",
    "source_x", "source_y",
]  # fmt: skip


@dataclass(frozen=True)
class Relation:
    """How two indicators go together: count of units, both correlations, the fitted line, the units that stand out."""

    count: int
    pearson: float = float("nan")
    spearman: float = float("nan")
    slope: float = float("nan")
    intercept: float = float("nan")
    outliers: tuple[str, ...] = ()


def second_of(dataset: Dataset, indicator: str, basis: str, given: str = "") -> str:
    """Return the indicator to set against another one: the one given, else the first rate that only describes (polarity 0)."""
    if given:
        return given
    rows = dataset.indicators
    able = [name for name in catalogue(dataset, "map") if name != indicator and dataset.periods_of(name, basis)]
    able = [name for name in able if rows.at[name, "display"] == "map"]
    context = [name for name in able if views.polarity_of(dataset, name) == 0]
    return (context or able or [indicator])[0]


def nearest_period(dataset: Dataset, indicator: str, basis: str, period: str) -> str:
    """Return the period of an indicator nearest to another, among those that most units have a value in; "" without any.

    Where no period has values of most units, all periods count.
    """
    held = dataset.periods_of(indicator, basis)
    counts = {name: views.observed(dataset, indicator, basis, name)["value"].notna().sum() for name in held}
    most = [name for name in held if counts[name] * 2 > len(dataset.units_of(basis))] or list(held)
    place = periods.position(period)
    return min(most, key=lambda name: (abs(periods.position(name) - place), -periods.position(name)), default="")


def paired(dataset: Dataset, one: str, other: str, basis: str, period: str) -> pd.DataFrame:
    """Return the units of a basis that hold a value of both indicators (columns PAIRED), the other's nearest period beside."""
    near = nearest_period(dataset, other, basis, period)
    if not near:
        return pd.DataFrame(columns=PAIRED)
    across = views.observed(dataset, one, basis, period)
    up = views.observed(dataset, other, basis, near).set_index("unit")
    frame = across.rename(columns={name: f"{name}_x" for name in ("period", "status", "source")} | {"value": "x"})
    for name, title in (("value", "y"), ("period", "period_y"), ("status", "status_y"), ("source", "source_y")):
        frame[title] = frame["unit"].map(up[name])
    return frame.loc[frame["x"].notna() & frame["y"].notna(), PAIRED].reset_index(drop=True)


def relation(frame: pd.DataFrame) -> Relation:
    """Return the correlations of x and y, the least-squares line, and the units that lie far from it.

    Needs LEAST_UNITS units and some spread in both; otherwise only the count is given.
    """
    across, up = frame["x"].to_numpy(float), frame["y"].to_numpy(float)
    if len(frame) < LEAST_UNITS or np.ptp(across) == 0 or np.ptp(up) == 0:
        return Relation(len(frame))
    line = stats.linregress(across, up)
    far = pd.Series(standardized(across, up, line.slope, line.intercept), index=frame["unit"]).abs()
    named = far[far >= OUTLYING].sort_values(ascending=False, kind="stable").index[:MOST_NAMED]
    return Relation(
        len(frame), float(line.rvalue), float(stats.spearmanr(across, up).statistic), float(line.slope),
        float(line.intercept), tuple(named),
    )  # fmt: skip


def standardized(across: np.ndarray, up: np.ndarray, slope: float, intercept: float) -> np.ndarray:
    """Return the internally studentized residuals of a fitted line (residual / (s sqrt(1 - leverage)))."""
    left = up - intercept - slope * across
    spread = across - across.mean()
    leverage = 1 / len(across) + spread**2 / (spread**2).sum()
    deviation = np.sqrt((left**2).sum() / (len(across) - 2))
    # Points exactly on one line leave nothing to measure by.
    if deviation <= 1e-12 * max(1.0, float(np.abs(up).max())):
        return np.zeros_like(left)
    return left / (deviation * np.sqrt(np.maximum(1 - leverage, 1e-12)))


def regions(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return the regions of a basis: region_vi, region_en, mean (unweighted), its status, count with a value, units; best mean first."""
    frame = views.observed(dataset, indicator, basis, period)
    rows = [
        (
            *names,
            block["value"].mean(),
            views.computed_status(block["status"]),
            int(block["value"].notna().sum()),
            len(block),
        )
        for names, block in frame.groupby(["region_vi", "region_en"], sort=True)
    ]
    made = pd.DataFrame(rows, columns=["region_vi", "region_en", "mean", "mean_status", "count", "units"])
    ascending = views.polarity_of(dataset, indicator) < 0
    return made.sort_values("mean", ascending=ascending, kind="stable", na_position="last").reset_index(drop=True)
