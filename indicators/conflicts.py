"""Sources that differ: every figure and target that stands beside another one for the same thing."""

from __future__ import annotations

import pandas as pd

from indicators.load import Dataset

COLUMNS = [
    "indicator",
    "unit",
    "period",
    "value",
    "value_high",
    "rank",
    "status",
    "source",
    "preferred",
    "note_vi",
    "note_en",
]
FIGURE = ["indicator", "unit", "period"]
TARGET = ["indicator", "scope", "period"]


def figures(dataset: Dataset) -> pd.DataFrame:
    """Return the observations that have another one of the same indicator, unit and period (COLUMNS), the shown one first."""
    rows = dataset.tables["observations"]
    rows = rows[rows.duplicated(FIGURE, keep=False)]
    return rows.sort_values([*FIGURE, "preferred"], ascending=[True, True, True, False])[COLUMNS].reset_index(drop=True)


def differing(rows: pd.DataFrame) -> pd.Series:
    """Return, for each row of `figures`, whether its group holds more than one value; else its sources only repeat each other."""
    return rows.groupby(FIGURE)["value"].transform("nunique") > 1


def targets(dataset: Dataset) -> pd.DataFrame:
    """Return the targets that have another one of the same indicator, scope and period from another document."""
    rows = dataset.tables["targets"]
    rows = rows[rows.duplicated(TARGET, keep=False)]
    return rows.sort_values([*TARGET, "document"]).reset_index(drop=True)
