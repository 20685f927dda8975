"""What units set for themselves: their own targets for an indicator, and the figure that they start from."""

from __future__ import annotations

import pandas as pd

from indicators import periods
from indicators.load import NATION, Dataset

COLUMNS = ["unit", "period", "value", "kind", "document", "source"]
ACTUAL, TARGET = "actual", "target"


def own(dataset: Dataset, indicator: str) -> pd.DataFrame:
    """Return COLUMNS, units by their farthest target, highest first: the newest published figure of each and its preferred targets.

    A unit that only the basis before had keeps its own line: its successor did not set that target.
    """
    rows = dataset.tables["targets"]
    rows = rows[
        (rows["indicator"] == indicator) & rows["scope"].isin(dataset.units.index) & (rows["preferred"] != "no")
    ]
    rows = rows[rows["value"].notna() & (rows["scope"].map(dataset.units["basis"]) != NATION)]
    rows = rows.assign(unit=rows["scope"], kind=TARGET, due=rows["period"].map(periods.end)).sort_values("due")
    rows = rows.drop_duplicates(["unit", "value"], keep="first")
    held = dataset.observations
    held = held[(held["indicator"] == indicator) & held["unit"].isin(set(rows["unit"])) & held["value"].notna()]
    held = held.assign(due=held["period"].map(periods.end)).sort_values("due").drop_duplicates("unit", keep="last")
    found = pd.concat([held.assign(kind=ACTUAL, document=""), rows], ignore_index=True)[[*COLUMNS, "due"]]
    most = rows.sort_values("value").drop_duplicates("unit", keep="last").set_index("unit")["value"]
    found = found.assign(most=found["unit"].map(most)).sort_values(
        ["most", "unit", "due"], ascending=[False, True, True]
    )
    return found[COLUMNS].reset_index(drop=True)
