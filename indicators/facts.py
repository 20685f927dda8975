"""The figures of a view by name: what a headline may take from the picture that it stands over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from indicators import format as labels
from indicators import merging, overview, profile, progress, views
from indicators.load import NATION, Dataset
from indicators.selection import Selection

Facts = dict[str, str]


def value_of(dataset: Dataset, indicator: str, value: float, language: str) -> str:
    """Return a value of an indicator with its unit; whole targets and counts without idle decimals."""
    about = dataset.indicators.loc[indicator]
    decimals = int(about["decimals"])
    if about["unit"] != "index" and pd.notna(value) and float(value).is_integer():
        decimals = 0
    return labels.with_unit(labels.number(value, decimals, language), about["unit"], dataset.words, language)


def difference_of(dataset: Dataset, indicator: str, value: float, language: str) -> str:
    """Return a distance between two values in words: percentage points, places, or the unit itself."""
    about = dataset.indicators.loc[indicator]
    value = abs(value)
    if about["unit"] == "rank":
        return dataset.say("story.places", language, value=labels.number(value, 0, language))
    text = labels.number(value, int(about["decimals"]), language)
    kind = about["unit"].split("_")[0]
    if kind == "percent":
        return dataset.say("story.points", language, value=text)
    return labels.with_unit(text, about["unit"], dataset.words, language)


def subject(dataset: Dataset, chosen: Selection) -> Facts:
    """Return what every view has: its indicator, period, basis and, where one is chosen, its unit."""
    language, about = chosen.language, dataset.indicators.loc[chosen.indicator]
    found = {
        "indicator": about[f"title_{language}"],
        "short": about[f"short_{language}"],
        "period": labels.period_label(chosen.period, dataset.words, language),
        "provinces": str(len(dataset.units_of(chosen.basis))),
    }
    if chosen.unit:
        found["name"] = dataset.units.at[chosen.unit, f"name_{language}"]
        found["region"] = dataset.units.at[chosen.unit, f"region_{language}"]
    return found


def field(dataset: Dataset, chosen: Selection) -> Facts:
    """Return who leads and who is last among the units of a basis, how far apart, and the mean."""
    language, name = chosen.language, chosen.indicator
    held = views.ordered(dataset, views.observed(dataset, name, chosen.basis, chosen.period), name)
    if held.empty:
        return {}
    found = {"count": str(len(held)), "mean": value_of(dataset, name, held["value"].mean(), language)}
    for key, row in zip(("first", "second", "third"), held.head(3).itertuples(), strict=False):
        found[key], found[f"{key}_value"] = (
            getattr(row, f"name_{language}"),
            value_of(dataset, name, row.value, language),
        )
    last, first = held.iloc[-1], held.iloc[0]
    found["last"], found["last_value"] = last[f"name_{language}"], value_of(dataset, name, last["value"], language)
    found["spread"] = difference_of(dataset, name, first["value"] - last["value"], language)
    derived = int((held["status"] == merging.DERIVED).sum())
    return {**found, "derived": str(derived)}


def place(dataset: Dataset, chosen: Selection) -> Facts:
    """Return where the chosen unit stands: value, rank, gap to the next place, change and move since the period before."""
    if not chosen.unit or dataset.units.at[chosen.unit, "basis"] == NATION:
        return {}
    rows = profile.standing(dataset, chosen.unit)
    rows = rows[(rows["indicator"] == chosen.indicator) & rows["value"].notna()]
    if rows.empty:
        return {}
    row, language, name = rows.iloc[0], chosen.language, chosen.indicator
    found = {
        "value": value_of(dataset, name, row["value"], language),
        "period": labels.period_label(row["period"], dataset.words, language),
        "mean": value_of(dataset, name, row["mean"], language),
        "against_mean": _against(dataset, name, row["value"] - row["mean"], language),
    }
    if pd.notna(row["rank"]):
        found |= {"rank": str(int(row["rank"])), "rank_of": str(int(row["rank_of"]))}
    if pd.notna(row["gap"]):
        found["gap"] = difference_of(dataset, name, row["gap"], language)
    if row["previous_period"]:
        found["previous_period"] = labels.period_label(row["previous_period"], dataset.words, language)
        if pd.notna(row["move"]):
            found["move"] = _moved(dataset, row["move"], language)
            found["previous_rank"] = str(int(row["rank"] + row["move"]))
    return found


def _against(dataset: Dataset, indicator: str, difference: float, language: str) -> str:
    key = "above" if difference > 0 else "below" if difference < 0 else "equal"
    return dataset.say(f"story.{key}", language, value=difference_of(dataset, indicator, difference, language))


def _moved(dataset: Dataset, move: float, language: str) -> str:
    key = "up" if move > 0 else "down" if move < 0 else "same"
    return dataset.say(f"story.{key}", language, places=int(abs(move)))


def movement(dataset: Dataset, chosen: Selection) -> Facts:
    """Return who rose and who fell most between the newest two complete rankings."""
    basis, earlier, later = overview.last_two(dataset, chosen.indicator, chosen.basis)
    if not basis:
        return {}
    frame = overview.most_moved(overview.moves(dataset, chosen.indicator, basis, earlier, later))
    if frame.empty:
        return {}
    words, found = f"name_{chosen.language}", {"earlier": earlier, "later": later}
    for key, row in (("riser", frame.iloc[0]), ("faller", frame.iloc[-1])):
        found |= {
            key: row[words], f"{key}_places": str(int(abs(row["move"]))),
            f"{key}_from": str(int(row["rank_earlier"])), f"{key}_to": str(int(row["rank_later"])),
        }  # fmt: skip
    return {**found, "provinces": str(len(dataset.units_of(basis)))}


def actual_of(dataset: Dataset, indicator: str) -> str:
    """Return the indicator that holds what was reached of a targeted one."""
    pairs = dataset.tables["pairs"]
    paired = pairs.loc[pairs["target_indicator"] == indicator, "actual_indicator"]
    return paired.iloc[0] if len(paired) else indicator


def nation(dataset: Dataset, chosen: Selection) -> Facts:
    """Return the nation's own figure, its change, the target that it is held against and whether it was reached."""
    name, language = actual_of(dataset, chosen.indicator), chosen.language
    held = views.national(dataset, name)
    held = held[held["value"].notna()] if len(held) else held
    if held.empty:
        return {}
    places = list(held["period"])
    at = places.index(chosen.period) if chosen.period in places else len(places) - 1
    row, first = held.iloc[at], held.iloc[0]
    say = dataset.words
    found = {
        "value": value_of(dataset, name, row["value"], language),
        "period": labels.period_label(row["period"], say, language),
        "first_value": value_of(dataset, name, first["value"], language),
        "first_period": labels.period_label(first["period"], say, language),
    }
    if at:
        before = held.iloc[at - 1]
        found["previous"] = value_of(dataset, name, before["value"], language)
        found["previous_period"] = labels.period_label(before["period"], say, language)
        found["change"] = difference_of(dataset, name, row["value"] - before["value"], language)
    return found | verdict(dataset, name, row, language)


def verdict(dataset: Dataset, name: str, row: pd.Series, language: str) -> Facts:
    """Return the nation's target for a figure, how far the figure is from it, and in words whether it was reached, by the rule of progress."""
    target = overview.target_of(dataset, name, row["period"])
    if target is None:
        return {}
    met = target["category"] in (progress.REACHED, progress.LATER)
    key = "reached" if met else "missed" if target["category"] == progress.MISSED else "ahead"
    return {
        "target": value_of(dataset, name, target["value"], language),
        "target_period": target["period"],
        "document": target["document"],
        "gap": difference_of(dataset, name, row["value"] - target["value"], language),
        "verdict": dataset.say(f"story.{key}", language),
    }


Maker = Callable[[Dataset, Selection], Facts]
# page -> figure -> what its headline may take; a figure that is not here cannot be a slide of a story in data/stories.
FIGURES: Mapping[str, Mapping[str, tuple[Maker, ...]]] = {
    "overview": {"map": (field,), "list": (field,), "movers": (field, movement)},
    "map": {"map": (field, place), "list": (field, place)},
    "province": {"strips": (place,), "others": (place,), "trend": (place,), "pillars": (place,), "locator": (place,)},
}


def facts(dataset: Dataset, chosen: Selection) -> Facts:
    """Return every name that a headline over a view may use, with its words in the language of the selection."""
    found = subject(dataset, chosen) if chosen.indicator else {}
    for make in FIGURES.get(chosen.page, {}).get(chosen.figure, ()):
        found |= make(dataset, chosen)
    return found
