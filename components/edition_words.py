"""The name of the method by which a period was made."""

from __future__ import annotations

from components.dataset import dataset
from indicators import views
from indicators.selection import Selection


def edition_words(chosen: Selection, period: str) -> str:
    """Return the name of the method of a period, "" where the method never changed."""
    data = dataset()
    rows = data.tables["editions"]
    name = views.edition_of(data, chosen.indicator, period)
    held = rows.loc[(rows["indicator"] == chosen.indicator) & (rows["edition"] == name), f"title_{chosen.language}"]
    return held.iloc[0] if len(held) else ""
