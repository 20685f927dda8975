"""The points of an edition: which index counts how much in the total and in each pillar, as the tables say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators import periods, views
from indicators.load import Dataset
from indicators.remembered import remembered


@dataclass(frozen=True, eq=False)
class Scheme:
    """The weights of one edition of a composite index.

    weights: points by index, in the order of the table; pillars: points by index for each further composite of the edition.
    """

    total: str
    edition: str
    weights: pd.Series
    pillars: Mapping[str, pd.Series]
    status: str
    source: str

    @property
    def points(self) -> float:
        """The points that can be reached in all."""
        return float(self.weights.sum())

    @property
    def shares(self) -> pd.Series:
        """The weights as shares of one."""
        return self.weights / self.points


@remembered(16)
def schemes(dataset: Dataset) -> Mapping[tuple[str, str], Scheme]:
    """Return the schemes by (total, edition): only editions whose total is made of single indices, not of other composites."""
    rows = dataset.tables["weights"]
    composites = set(rows["indicator"])
    held = {}
    for edition, block in rows.groupby("edition", sort=False):
        parts = {name: one.set_index("index")["weight"] for name, one in block.groupby("indicator", sort=False)}
        total = max(parts, key=lambda name: len(parts[name]))
        if composites.intersection(parts[total].index):
            continue
        first = block[block["indicator"] == total].iloc[0]
        pillars = {name: weights for name, weights in parts.items() if name != total}
        held[total, str(edition)] = Scheme(total, str(edition), parts[total], pillars, first["status"], first["source"])
    return held


def totals(dataset: Dataset) -> list[str]:
    """Return the composite indices that have a scheme in some edition."""
    return list(dict.fromkeys(total for total, _ in schemes(dataset)))


def scheme_of(dataset: Dataset, total: str, period: str) -> Scheme | None:
    """Return the scheme by which a period of a composite index was made; None where its weights are not known by index."""
    return schemes(dataset).get((total, views.edition_of(dataset, total, period)))


def sheet_periods(dataset: Dataset, total: str, basis: str) -> list[str]:
    """Return the periods of a basis that have a score sheet, oldest first."""
    return [name for name in dataset.periods_of(total, basis) if scheme_of(dataset, total, name) is not None]


@remembered(8)
def editions(dataset: Dataset, total: str) -> pd.DataFrame:
    """Return the editions of a composite index, oldest first: the rows of the table `editions` with has_scheme."""
    rows = dataset.tables["editions"]
    rows = rows[rows["indicator"] == total]
    order = rows["first_period"].map(periods.position).sort_values(kind="stable").index
    known = [(total, name) in schemes(dataset) for name in rows.loc[order, "edition"]]
    return rows.loc[order].assign(has_scheme=known).reset_index(drop=True)


def component_count(dataset: Dataset, edition: str) -> int | None:
    """Return of how many component indicators the provinces' total of an edition was made; None where that is not known."""
    rows = dataset.tables["method"]
    rows = rows[(rows["edition"] == edition) & (rows["level"] == "province") & (rows["index"] == "total")]
    counts = rows["component_count"].dropna()
    return int(counts.iloc[0]) if len(counts) else None
