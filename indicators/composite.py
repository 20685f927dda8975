"""Composite indices computed from their parts: the pillars that were not published."""

from __future__ import annotations

import pandas as pd

from indicators import periods

STATUS = "computed"


def _wide(observations: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    rows = observations[observations["indicator"].isin(names)]
    return rows.pivot_table(index=["unit", "period"], columns="indicator", values="value", aggfunc="first")


def _remainder(wide: pd.DataFrame, overall: pd.Series, total: str, parts: pd.Series) -> pd.Series:
    """Value of a part-composite when the total and all that lies outside it are known.

    (W x total - sum of w_i x_i outside) / W_part, with the points of the edition (shared weights by index).
    """
    outside = [name for name in overall.index if name not in parts.index]
    needed = [total, *outside]
    if any(name not in wide for name in needed):
        return pd.Series(dtype=float)
    known = wide[needed].dropna()
    points = known[total] * overall.sum() - (known[outside] * overall[outside]).sum(axis=1)
    return points / parts.sum()


def _direct(wide: pd.DataFrame, parts: pd.Series) -> pd.Series:
    """Weighted mean of the parts where every one of them is known."""
    if any(name not in wide for name in parts.index):
        return pd.Series(dtype=float)
    known = wide[list(parts.index)].dropna()
    return (known * parts).sum(axis=1) / parts.sum()


def _in_edition(wide: pd.DataFrame, edition: pd.Series) -> pd.DataFrame:
    first, last = periods.end(edition["first_period"]), periods.end(edition["last_period"] or "9999")
    moments = wide.index.get_level_values("period").map(periods.end)
    return wide[(moments >= first) & (moments <= last)]


def computed(observations: pd.DataFrame, weights: pd.DataFrame, editions: pd.DataFrame) -> pd.DataFrame:
    """Return rows (indicator, unit, period, source, value, status) for every composite value that is not published.

    Formula: `weights` holds the points of each index in an edition of a composite. A composite whose parts are all
    known is their weighted mean; else it follows from the widest composite of the same edition less what lies outside.
    Rounded to five places: the published inputs have four.
    """
    blocks: list[pd.DataFrame] = []
    for edition, rows in (weights if len(observations) else weights.iloc[:0]).groupby("edition"):
        composites = {name: block.set_index("index")["weight"] for name, block in rows.groupby("indicator")}
        total = max(composites, key=lambda name: len(composites[name]))
        span = editions[(editions["edition"] == edition) & (editions["indicator"] == total)]
        if span.empty:
            continue
        names = sorted({total, *composites[total].index, *composites})
        wide = _in_edition(_wide(observations, names), span.iloc[0])
        source = rows["source"].iloc[0]
        for name, parts in composites.items():
            values = _direct(wide, parts)
            if name != total:
                values = values.combine_first(_remainder(wide, composites[total], total, parts))
            published = wide.index[wide[name].notna()] if name in wide else wide.index[:0]
            values = values[~values.index.isin(published)]
            if values.empty:
                continue
            block = values.round(5).rename("value").reset_index()
            blocks.append(block.assign(indicator=name, source=source, status=STATUS))
    columns = ["indicator", "unit", "period", "source", "value", "status"]
    return pd.concat(blocks, ignore_index=True)[columns] if blocks else pd.DataFrame(columns=columns)
