"""Several units side by side: who is compared where nobody was named, over time, in two periods, by rank."""

from __future__ import annotations

import itertools

import pandas as pd

from indicators import periods, views
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

# A chosen unit without others is compared with so many units of its region.
NEIGHBOURS = 3
# A mean of fewer units than this share of the basis is not shown as the mean of all.
LEAST_SHARE = 0.5
TWO = [
    "unit", "name_vi", "name_en", "value_earlier", "value_later", "change", "rank_earlier", "rank_later", "move", "rank_of",
    "status_earlier", "status_later", "source_earlier", "source_later",
]  # fmt: skip


def default_units(dataset: Dataset, indicator: str, basis: str, period: str, unit: str = "") -> tuple[str, ...]:
    """Return the units to compare where none are named: best, middle and last of a period, or a unit and its neighbours.

    Neighbours are the NEIGHBOURS units of the unit's region whose values are nearest to its own.
    """
    held = views.ordered(dataset, views.observed(dataset, indicator, basis, period), indicator)
    if unit:
        return (unit, *_neighbours(dataset, held, unit))
    if held.empty:
        return tuple(dataset.units_of(basis)["unit"].head(NEIGHBOURS))
    names = list(held["unit"])
    return tuple(dict.fromkeys([names[0], names[len(names) // 2], names[-1]]))


def _neighbours(dataset: Dataset, held: pd.DataFrame, unit: str) -> list[str]:
    region = dataset.units.at[unit, "region_vi"]
    around = held[(held["region_vi"] == region) & (held["unit"] != unit)].set_index("unit")["value"]
    own = held.set_index("unit")["value"].get(unit, around.median())
    return list((around - own).abs().sort_values(kind="stable").index[:NEIGHBOURS])


def shown(dataset: Dataset, chosen: Selection) -> tuple[str, ...]:
    """Return the units that a selection compares: those it names in its basis, else the default ones."""
    named = tuple(unit for unit in chosen.units if dataset.units.at[unit, "basis"] == chosen.basis)
    return named or default_units(dataset, chosen.indicator, chosen.basis, chosen.period, chosen.unit)


def over_time(dataset: Dataset, indicator: str, units: tuple[str, ...]) -> pd.DataFrame:
    """Return the series of several units one after another (columns of views.series), each with its place as `slot`."""
    blocks = [views.series(dataset, indicator, unit).assign(slot=slot) for slot, unit in enumerate(units)]
    return pd.concat(blocks, ignore_index=True)


def means(dataset: Dataset, indicator: str, basis: str) -> pd.DataFrame:
    """Return the unweighted mean of a basis over time: period, position, value, status, count, edition.

    Periods in which fewer than LEAST_SHARE of the units have a value are left out.
    """
    least, rows = LEAST_SHARE * len(dataset.units_of(basis)), []
    for period in dataset.periods_of(indicator, basis):
        held = views.observed(dataset, indicator, basis, period).dropna(subset=["value"])
        if len(held) >= least:
            edition, status = views.edition_of(dataset, indicator, period), views.computed_status(held["status"])
            rows.append((period, periods.position(period), held["value"].mean(), status, len(held), edition))
    return pd.DataFrame(rows, columns=["period", "position", "value", "status", "count", "edition"])


def pairs(dataset: Dataset, indicator: str, basis: str) -> list[tuple[str, str]]:
    """Return the pairs of successive periods that one method made, oldest first."""
    held = dataset.periods_of(indicator, basis)
    following = itertools.pairwise(held)
    return [(one, other) for one, other in following if views.comparable(dataset, indicator, one, other)]


def earlier_of(dataset: Dataset, indicator: str, basis: str, period: str) -> str:
    """Return the newest period before another one, of the same method where there is one; "" where there is none."""
    held = dataset.periods_of(indicator, basis)
    before = held[: held.index(period)] if period in held else ()
    same = [name for name in before if views.comparable(dataset, indicator, name, period)]
    return (same or list(before) or [""])[-1]


def two_periods(dataset: Dataset, indicator: str, basis: str, earlier: str, later: str) -> pd.DataFrame:
    """Return one row a unit of the basis (columns TWO); change is missing across methods, move counts places gained."""
    before = views.observed(dataset, indicator, basis, earlier).set_index("unit")
    after = views.observed(dataset, indicator, basis, later).set_index("unit")
    frame = after[["name_vi", "name_en", "rank_of"]].assign(move=before["rank"] - after["rank"])
    for name in ("value", "rank", "status", "source"):
        frame[f"{name}_earlier"], frame[f"{name}_later"] = before[name], after[name]
    same = views.comparable(dataset, indicator, earlier, later)
    frame["change"] = frame["value_later"] - frame["value_earlier"] if same else float("nan")
    return frame.reset_index()[TWO]


@remembered(64)
def ranks(dataset: Dataset, indicator: str, basis: str) -> pd.DataFrame:
    """Return the ranks of all units of one basis over time: unit, names, period, position, rank, rank_of, tied, place and more.

    tied units share a rank; place spreads them, first named first, inside the room that the rank leaves free below it.
    Not to be changed in place.
    """
    blocks = []
    for period in dataset.periods_of(indicator, basis):
        frame = views.observed(dataset, indicator, basis, period)
        frame = frame[frame["rank"].notna()]
        alike = frame.groupby("rank")["unit"]
        count = alike.transform("size")
        blocks.append(
            frame.assign(
                position=periods.position(period), edition=views.edition_of(dataset, indicator, period), tied=count > 1,
                place=frame["rank"] + alike.cumcount() * (1 - 1 / count),
            )
        )  # fmt: skip
    held = [block for block in blocks if len(block)]
    if not held:
        return pd.DataFrame(columns=[*views.OBSERVED, "position", "edition", "tied", "place"])
    return pd.concat(held, ignore_index=True)


def method_changes(dataset: Dataset, indicator: str, given: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the pairs of successive periods among those given between which the method changed, oldest first."""
    held = periods.ordered(given)
    return [
        (one, other) for one, other in itertools.pairwise(held) if not views.comparable(dataset, indicator, one, other)
    ]


def standing(dataset: Dataset, indicator: str, basis: str, period: str, units: tuple[str, ...]) -> pd.DataFrame:
    """Return the compared units that have a value in a period, best first (columns of views.observed."""
    frame = views.observed(dataset, indicator, basis, period)
    return views.ordered(dataset, frame[frame["unit"].isin(units)], indicator)
