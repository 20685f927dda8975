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


@remembered(512)
def bridge_of(dataset: Dataset, indicator: str, basis: str) -> pd.DataFrame:
    """Return COLUMNS of one indicator and basis, one row a period that has both a published and a derived value."""
    rows = []
    for period in dataset.published_periods(indicator, basis):
        both = pairs(dataset, indicator, basis, period)
        if len(both):
            rows.append((indicator, basis, period, len(both), both["gap"].max(), both["gap"].mean()))
    return pd.DataFrame(rows, columns=COLUMNS)


def bridge(dataset: Dataset) -> pd.DataFrame:
    """Return COLUMNS, one row for each indicator, basis and period where both a published and a derived value exist."""
    later = [basis for basis in dataset.bases if merging.parts(dataset, basis) is not None]
    blocks = [bridge_of(dataset, indicator, basis) for basis in later for indicator in dataset.indicators.index]
    held = [block for block in blocks if len(block)]
    return pd.concat(held, ignore_index=True) if held else pd.DataFrame(columns=COLUMNS)


def verified(dataset: Dataset, indicator: str, basis: str) -> pd.Series | None:
    """Return the bridge of an indicator and basis with the largest gap; None where the rule is unverified."""
    rows = bridge_of(dataset, indicator, basis)
    return rows.sort_values("largest_gap").iloc[-1] if len(rows) else None
