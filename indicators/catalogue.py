"""The catalogue of indicators as a person searches it."""

from __future__ import annotations

import pandas as pd

from indicators import search
from indicators.load import Dataset
from indicators.remembered import remembered

SEARCHED = (
    "indicator",
    "title_vi",
    "title_en",
    "short_vi",
    "short_en",
    "definition_vi",
    "definition_en",
    "publisher",
    "publisher_en",
)
SOURCE_SEARCHED = ("source", "title", "publisher", "date", "url", "detail")


@remembered(2)
def _texts(dataset: Dataset, table: str) -> pd.Series:
    names = {"indicators": SEARCHED, "sources": SOURCE_SEARCHED}[table]
    rows = dataset.tables[table]
    joined = rows[list(names)].agg(" ".join, axis=1).map(search.folded)
    return joined.set_axis(rows[rows.columns[0]])


def _matching(texts: pd.Series, typed: str) -> list[str]:
    """Ids of the rows that hold what was typed as one phrase, diacritics aside; where none does, those that hold every word."""
    wanted = search.folded(typed)
    phrase = [name for name, text in texts.items() if f" {wanted}" in f" {text}"]
    if phrase or not wanted:
        return phrase
    return [name for name, text in texts.items() if all(f" {word}" in f" {text}" for word in wanted.split())]


def found(dataset: Dataset, typed: str = "", topic: str = "") -> list[str]:
    """Return the ids of the indicators of a topic ("" for all) that hold every typed word in name, definition or publisher."""
    names = _matching(_texts(dataset, "indicators"), typed)
    return [name for name in names if not topic or dataset.indicators.at[name, "topic"] == topic]


def sources_found(dataset: Dataset, typed: str = "") -> list[str]:
    """Return the ids of the sources that hold every typed word in title, publisher, date, address or detail."""
    return _matching(_texts(dataset, "sources"), typed)


@remembered(1)
def uses(dataset: Dataset) -> pd.Series:
    """Return how many observations and targets each source stands for; index source."""
    held = pd.concat(
        [dataset.tables[name]["source"] for name in ("observations", "targets", "events", "editions", "weights")]
    )
    return held[held != ""].value_counts().reindex(dataset.sources.index, fill_value=0)
