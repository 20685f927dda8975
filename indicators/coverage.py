"""What the figures cover: how many units have a figure, by indicator and year, and from what kind of source."""

from __future__ import annotations

import pandas as pd

from indicators import merging, periods
from indicators.contract import package
from indicators.load import NATION, Dataset
from indicators.remembered import remembered

COLUMNS = ["indicator", "topic", "year", "units", "derived", "of", "nation"]
# A figure of one unit alone says nothing about coverage; such indicators are shown where their topic is asked for.
LEAST_UNITS = 2
# Shares of the units of a basis that part the classes of the grid.
SHARES = (0.25, 0.5, 0.9, 1.0)
NONE, NATION_ONLY = -1, -2


def year_of(period: str) -> int:
    """Return the year in which a period ends."""
    return periods.end(period).year


@remembered(4)
def counts(dataset: Dataset, basis: str) -> pd.DataFrame:
    """Return for each indicator and year with any figure (COLUMNS): units of the basis with a published value, range or
    rank, units whose value is derived, and the number of the nation's own figures. Not to be changed in place.
    """
    rows = dataset.observations[["indicator", "unit", "basis", "period"]]
    rows = rows.assign(year=rows["period"].map({period: year_of(period) for period in rows["period"].unique()}))
    published = rows[rows["basis"] == basis].groupby(["indicator", "year"])["unit"].agg(set)
    nation = rows[rows["basis"] == NATION].groupby(["indicator", "year"]).size()
    made: dict[tuple[str, int], set[str]] = {}
    for indicator in dataset.indicators.index:
        for period in dataset.periods_of(indicator, basis):
            units = set(merging.derived(dataset, indicator, basis, period)["unit"])
            if units:
                made.setdefault((indicator, year_of(period)), set()).update(units)
    keys = sorted({*published.index, *nation.index, *made})
    nobody: set[str] = set()
    held = [
        (*key, published.get(key, nobody), made.get(key, nobody) - published.get(key, nobody), int(nation.get(key, 0)))
        for key in keys
    ]
    frame = pd.DataFrame(
        [(name, year, len(own), len(extra), count) for name, year, own, extra, count in held],
        columns=["indicator", "year", "units", "derived", "nation"],
    )
    frame["topic"] = frame["indicator"].map(dataset.indicators["topic"])
    return frame.assign(of=len(dataset.units_of(basis)))[COLUMNS]


def grid(dataset: Dataset, basis: str, topic: str = "") -> pd.DataFrame:
    """Return the full grid of a topic, or of all indicators with figures of several provinces: every indicator in every year.

    Years without any figure have units 0; `class` is the place of the share among SHARES, NONE or NATION_ONLY.
    """
    held = counts(dataset, basis)
    if topic:
        held = held[held["topic"] == topic]
    else:
        most = (held["units"] + held["derived"]).groupby(held["indicator"]).transform("max")
        held = held[most >= LEAST_UNITS]
    order = [name for name in dataset.indicators.index if name in set(held["indicator"])]
    topics = list(dict.fromkeys(dataset.indicators["topic"]))
    order.sort(key=lambda name: topics.index(dataset.indicators.at[name, "topic"]))
    years = range(held["year"].min(), held["year"].max() + 1) if len(held) else []
    whole = pd.MultiIndex.from_product([order, years], names=["indicator", "year"])
    frame = (
        held.set_index(["indicator", "year"])[["units", "derived", "nation"]].reindex(whole, fill_value=0).reset_index()
    )
    frame["topic"] = frame["indicator"].map(dataset.indicators["topic"])
    frame["of"] = len(dataset.units_of(basis))
    frame["class"] = [_class(row.units + row.derived, row.of, row.nation) for row in frame.itertuples()]
    return frame[[*COLUMNS, "class"]]


def _class(units: int, of: int, nation: int) -> int:
    if not units:
        return NATION_ONLY if nation else NONE
    return sum(units / of >= edge for edge in SHARES)


def statuses(dataset: Dataset) -> pd.DataFrame:
    """Return how many preferred figures there are of each status, in the order of the contract: status, count, share (of 1)."""
    fields = next(
        one["schema"]["fields"] for one in package(dataset.folder)["resources"] if one["name"] == "observations"
    )
    order = next(field["constraints"]["enum"] for field in fields if field["name"] == "status")
    held = dataset.observations["status"].value_counts()
    held = held.reindex([*(status for status in order if status in held.index), *held.index.difference(order)])
    return pd.DataFrame({"status": held.index, "count": held.to_numpy(), "share": (held / held.sum()).to_numpy()})


def latest(dataset: Dataset, indicator: str) -> dict[str, tuple[str, ...]]:
    """Return the periods of an indicator by basis, the nation last; bases without a figure are left out."""
    held = {basis: dataset.periods_of(indicator, basis) for basis in (*dataset.bases, NATION)}
    return {basis: found for basis, found in held.items() if found}
