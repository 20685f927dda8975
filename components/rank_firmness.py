"""How firm a rank is, beside the rank: its interval over all draws, and whether the place is a near tie."""

from __future__ import annotations

import pandas as pd

from components.dataset import dataset
from indicators.assessment import scheme, uncertainty
from indicators.selection import Selection


def marks(chosen: Selection) -> pd.DataFrame:
    """Return the interval and near ties of the chosen indicator, basis and period by unit; empty where ranks are not drawn again."""
    data = dataset()
    if chosen.indicator not in scheme.totals(data) or scheme.scheme_of(data, chosen.indicator, chosen.period) is None:
        return pd.DataFrame(columns=["rank_low", "rank_high", "near_tie"])
    return uncertainty.marks(data, chosen.indicator, chosen.basis, chosen.period)


def interval(row, language: str) -> str:
    """Return the words of an interval of places, with the sign of a near tie where there is one."""
    key = "firm.interval_one" if row.rank_low == row.rank_high else "firm.interval"
    return dataset().say(f"{key}_tied" if row.near_tie else key, language, low=row.rank_low, high=row.rank_high)


def added(frame: pd.DataFrame, chosen: Selection) -> tuple[pd.DataFrame, tuple[str, ...], dict[str, str]]:
    """Return an ordered frame with the words of each row (line), the notes that explain them, and the columns that came to it."""
    held, language = marks(chosen), chosen.language
    lines = [
        f"{int(rank)}. {name}" if pd.notna(rank) else name
        for rank, name in zip(frame["rank"], frame["name"], strict=True)
    ]
    if held.empty:
        return frame.assign(line=lines), (), {}
    frame = frame.join(held, on="unit")
    spans = [
        interval(row, language) if pd.notna(row.rank_low) else "" for row in frame[[*held]].itertuples(index=False)
    ]
    frame["line"] = [f"{line} {span}".strip() for line, span in zip(lines, spans, strict=True)]
    titles = {name: dataset().say(f"column.{name}", language) for name in held}
    return frame, (dataset().say("firm.note", language),), titles
