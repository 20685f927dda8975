"""How far the merge rules are from what was published: derived against published values of the same unit and period."""

from __future__ import annotations

import pandas as pd

from indicators import merging, views
from indicators.load import Dataset
from indicators.remembered import remembered

COLUMNS = ["indicator", "basis", "period", "units", "largest_gap", "mean_gap"]


def pairs(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return unit, published, derived and gap for each unit that has both in a period."""
    made = merging.ruled(dataset, indicator, basis, period).set_index("unit")["value"]
    rows = views.rows_of(dataset, indicator, basis, period).drop_duplicates("unit")
    own = rows[rows["status"] != views.COMPUTED].set_index("unit")["value"].dropna()
    both = pd.DataFrame({"published": own, "derived": made}).dropna()
    return both.assign(gap=(both["published"] - both["derived"]).abs()).rename_axis("unit").reset_index()


@remembered(1)
def bridge(dataset: Dataset) -> pd.DataFrame:
    """Return COLUMNS, one row for each indicator, basis and period where both a published and a derived value exist."""
    rows = []
    for basis in dataset.bases:
        if merging.parts(dataset, basis) is None:
            continue
        for indicator in dataset.indicators.index:
            for period in dataset.published_periods(indicator, basis):
                both = pairs(dataset, indicator, basis, period)
                if len(both):
                    rows.append((indicator, basis, period, len(both), both["gap"].max(), both["gap"].mean()))
    return pd.DataFrame(rows, columns=COLUMNS)


def verified(dataset: Dataset, indicator: str, basis: str) -> pd.Series | None:
    """Return the bridge of an indicator and basis with the largest gap; None where the rule is unverified."""
    rows = bridge(dataset)
    rows = rows[(rows["indicator"] == indicator) & (rows["basis"] == basis)]
    return rows.sort_values("largest_gap").iloc[-1] if len(rows) else None
