"""A basis is a set of units with dates: its words, and where a unit of one stands in another."""

from __future__ import annotations

from indicators import format as labels
from indicators import merging
from indicators.load import NATION, Dataset
from indicators.remembered import remembered


def dates(dataset: Dataset, basis: str) -> tuple[str, str]:
    """Return the first and the last day of a basis (ISO); "" where it has none."""
    rows = dataset.units_of(basis)
    ends = [rows[name][rows[name] != ""] for name in ("valid_from", "valid_to")]
    return (ends[0].mode().iloc[0] if len(ends[0]) else "", ends[1].mode().iloc[0] if len(ends[1]) else "")


@remembered(64)
def words(dataset: Dataset, basis: str, language: str) -> str:
    """Return the words of a basis: how many provinces, and of which boundaries."""
    if basis == NATION:
        return dataset.say("basis.nation", language)
    first, last = dates(dataset, basis)
    key = "between" if first and last else "since" if first else "until" if last else "always"
    return dataset.say(
        f"basis.{key}", language, count=len(dataset.units_of(basis)),
        first=labels.date_label(first, language), last=labels.date_label(last, language),
    )  # fmt: skip


@remembered(64)
def short(dataset: Dataset, basis: str, language: str) -> str:
    """Return the short words of a basis: how many provinces, and since when where another basis has as many."""
    if basis == NATION:
        return dataset.say("basis.nation", language)
    count = len(dataset.units_of(basis))
    alike = [name for name in dataset.bases if len(dataset.units_of(name)) == count]
    if len(alike) == 1:
        return dataset.say("basis.short", language, count=count)
    first, last = dates(dataset, basis)
    key = "basis.short_since" if first else "basis.short_until"
    return dataset.say(key, language, count=count, year=(first or last)[:4])


def counterpart(dataset: Dataset, unit: str, basis: str) -> str:
    """Return the unit of another basis that follows or alone precedes a unit; "" where there is none or several."""
    units = dataset.units
    if unit not in units.index or basis not in dataset.bases or units.at[unit, "basis"] not in dataset.bases:
        return ""
    here, there = (dataset.bases.index(name) for name in (units.at[unit, "basis"], basis))
    while here != there and unit:
        if here < there:
            found = merging.successors(dataset, unit)
        else:
            found = tuple(name for name in units.index if unit in merging.successors(dataset, name))
        unit = found[0] if len(found) == 1 else ""
        here += 1 if here < there else -1
    return unit
