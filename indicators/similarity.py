"""Provinces under similar conditions: nearest neighbours by a published rule (docs/similar-provinces.md, data/similarity.csv).

Conditions, not results, decide who is similar, so that results of similar provinces may be compared.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import StandardScaler

from indicators import merging, periods, views
from indicators.load import Dataset
from indicators.remembered import remembered

NEIGHBOURS = 5
# A unit takes part only if it holds at least this share of the conditions.
LEAST_SHARE = 2 / 3
# A condition is read in the newest period that holds at least this share of the units.
LEAST_UNITS = 0.9
LOG = "log"
COLUMNS = ["unit", "distance", "shared"]


def rule(dataset: Dataset) -> pd.DataFrame:
    """Return the conditions, one row each, in the order of their table; empty where the table is missing."""
    return dataset.tables.get("similarity", pd.DataFrame(columns=["measure", "indicator", "denominator", "scale"]))


def period_of(dataset: Dataset, indicator: str, basis: str) -> str:
    """Return the period of a condition: the newest in which nearly all units of the basis have a value; "" without one."""
    least = LEAST_UNITS * len(dataset.units_of(basis))
    for name in dataset.periods_of(indicator, basis)[::-1]:
        if views.observed(dataset, indicator, basis, name)["value"].notna().sum() >= max(1, least):
            return name
    return ""


def _values(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    frame = views.observed(dataset, indicator, basis, period).set_index("unit")
    return pd.DataFrame(
        {"value": frame["value"], "derived": frame["status"] == merging.DERIVED, "source": frame["source"]}
    )


def _nearest(dataset: Dataset, indicator: str, basis: str, period: str) -> str:
    """The period itself where the indicator has it, else the nearest one, the later of two."""
    held = dataset.periods_of(indicator, basis)
    place = periods.position(period)
    return min(held, key=lambda name: (abs(periods.position(name) - place), -periods.position(name)), default="")


@remembered(8)
def conditions(dataset: Dataset, basis: str) -> pd.DataFrame:
    """Return one row for each unit and condition: unit, measure, period, value, derived, source. Not to be changed in place."""
    blocks = []
    for row in rule(dataset).itertuples(index=False):
        period = period_of(dataset, row.indicator, basis)
        if not period:
            continue
        frame = _values(dataset, row.indicator, basis, period)
        if row.denominator:
            below = _values(dataset, row.denominator, basis, _nearest(dataset, row.denominator, basis, period))
            frame = frame.assign(
                value=frame["value"] / below["value"].reindex(frame.index),
                derived=frame["derived"] | below["derived"].reindex(frame.index, fill_value=False),
            )
        blocks.append(frame.assign(measure=row.measure, period=period).reset_index())
    columns = ["unit", "measure", "period", "value", "derived", "source"]
    return pd.concat(blocks, ignore_index=True)[columns] if blocks else pd.DataFrame(columns=columns)


@remembered(8)
def scaled(dataset: Dataset, basis: str) -> pd.DataFrame:
    """Return the conditions of a basis as numbers of one scale: logarithm where the rule says so, then mean 0, deviation 1.

    Index unit, one column a condition; units that hold too few conditions are left out; missing stays missing.
    """
    held = conditions(dataset, basis)
    if held.empty:
        return pd.DataFrame()
    wide = held.pivot(index="unit", columns="measure", values="value")
    scales = rule(dataset).set_index("measure")["scale"]
    wide = wide[[name for name in scales.index if name in wide]]
    enough = wide.notna().sum(axis=1) >= LEAST_SHARE * len(scales)
    wide = wide[enough].astype(float)
    for name in wide.columns[scales.reindex(wide.columns) == LOG]:
        wide[name] = np.log(wide[name].where(wide[name] > 0))
    if wide.empty:
        return wide
    return pd.DataFrame(StandardScaler().fit_transform(wide), index=wide.index, columns=wide.columns)


def known(dataset: Dataset, unit: str) -> tuple[int, int]:
    """Return how many conditions a unit holds, and of how many."""
    held = conditions(dataset, dataset.units.at[unit, "basis"])
    return int(held.loc[held["unit"] == unit, "value"].notna().sum()), len(rule(dataset))


@remembered(128)
def neighbours(dataset: Dataset, unit: str) -> pd.DataFrame:
    """Return the most similar units of the same basis (COLUMNS), the nearest first; empty for a unit with too few conditions.

    distance: root mean square difference in standard deviations over the conditions that both units hold; shared: their
    count. A missing condition is left out of the comparison, never filled. Not to be changed in place.
    """
    points = scaled(dataset, dataset.units.at[unit, "basis"])
    if unit not in points.index or len(points) < 2:
        return pd.DataFrame(columns=COLUMNS)
    search = NearestNeighbors(n_neighbors=min(NEIGHBOURS + 1, len(points)), metric="nan_euclidean").fit(points)
    far, near = search.kneighbors(points.loc[[unit]])
    own = points.loc[unit].notna()
    rows = [
        (points.index[index], distance / np.sqrt(points.shape[1]), int((own & points.iloc[index].notna()).sum()))
        for index, distance in zip(near[0], far[0], strict=True)
    ]
    frame = pd.DataFrame([row for row in rows if row[0] != unit], columns=COLUMNS)
    return frame.sort_values(["distance", "unit"], kind="stable").head(NEIGHBOURS).reset_index(drop=True)
