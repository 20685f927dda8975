"""How firm a rank is, in words: its interval over all draws, and the sign of a near tie."""

from __future__ import annotations

import pandas as pd

from indicators.assessment import scheme, uncertainty
from indicators.load import Dataset
from indicators.remembered import remembered

COLUMNS = ("rank_low", "rank_high", "near_tie")
NO_BREAK = "\u00a0"


def marks(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return the interval and near ties of the ranks of an indicator by unit (COLUMNS); empty where ranks are not drawn again."""
    if indicator not in scheme.totals(dataset) or scheme.scheme_of(dataset, indicator, period) is None:
        return pd.DataFrame(columns=list(COLUMNS))
    return uncertainty.marks(dataset, indicator, basis, period)


def words(dataset: Dataset, row, language: str) -> str:
    """Return the words of an interval of places, with the sign of a near tie where there is one."""
    key = "firm.interval_one" if row.rank_low == row.rank_high else "firm.interval"
    return dataset.say(f"{key}_tied" if row.near_tie else key, language, low=row.rank_low, high=row.rank_high)


@remembered(64)
def _spans(dataset: Dataset, indicator: str, basis: str, period: str, language: str) -> dict[str, str]:
    rows = marks(dataset, indicator, basis, period).itertuples()
    return {str(row.Index): words(dataset, row, language) for row in rows}


def span(dataset: Dataset, indicator: str, unit: str, period: str, language: str) -> str:
    """Return the words of the interval of one unit's rank, `[2–4] ≈`; "" where its rank is not drawn again."""
    if unit not in dataset.units.index:
        return ""
    return str(_spans(dataset, indicator, str(dataset.units.at[unit, "basis"]), period, language).get(unit, ""))


def behind(dataset: Dataset, indicator: str, unit: str, period: str, language: str) -> str:
    """Return the words of an interval as they follow a rank within a sentence, on one line with it; "" where there is none."""
    text = span(dataset, indicator, unit, period, language)
    return f"{NO_BREAK}{text}".replace(" ", NO_BREAK) if text else ""
