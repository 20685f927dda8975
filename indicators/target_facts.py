"""Figures by name of views of targets: what was reached, what was asked, how far apart, how many of each kind."""

from __future__ import annotations

import pandas as pd

from indicators import ambitions, goals, overview, periods, progress, views, wording
from indicators import format as labels
from indicators.load import NATION, Dataset
from indicators.selection import Selection

Facts = dict[str, str]
# Pages that hold figures against targets.
TARGETED = {"targets"}


def actual_of(dataset: Dataset, indicator: str) -> str:
    """Return the indicator that holds what was reached of a targeted one."""
    pairs = dataset.tables["pairs"]
    paired = pairs.loc[pairs["target_indicator"] == indicator, "actual_indicator"]
    return paired.iloc[0] if len(paired) else indicator


def nation(dataset: Dataset, chosen: Selection) -> Facts:
    """Return the nation's own figure, its change, the target that it is held against and whether it was reached."""
    name, language = actual_of(dataset, chosen.indicator), chosen.language
    unit = dataset.units_of(NATION)["unit"].iloc[0]
    # where targets are shown, a figure that does not compare with them (of one month, say) does not stand for the year
    paired = progress.pair_of(dataset, chosen.indicator) is not None and chosen.page in TARGETED
    held = progress.points(dataset, chosen.indicator, unit) if paired else views.national(dataset, name)
    held = held[held["value"].notna()] if len(held) else held
    if held.empty:
        return {}
    places = list(held["period"])
    at = places.index(chosen.period) if chosen.period in places else len(places) - 1
    row, first = held.iloc[at], held.iloc[0]
    say = dataset.words
    found = {
        "value": wording.value_of(dataset, name, row["value"], language),
        "period": labels.period_label(row["period"], say, language),
        "first_value": wording.value_of(dataset, name, first["value"], language),
        "first_period": labels.period_label(first["period"], say, language),
    }
    if at:
        before = held.iloc[at - 1]
        found["previous"] = wording.value_of(dataset, name, before["value"], language)
        found["previous_period"] = labels.period_label(before["period"], say, language)
        found["change"] = wording.difference_of(dataset, name, row["value"] - before["value"], language)
    return found | verdict(dataset, name, row, language, chosen.document)


def verdict(dataset: Dataset, name: str, row: pd.Series, language: str, document: str = "") -> Facts:
    """Return the nation's target for a figure, how far the figure is from it, and in words whether it was reached."""
    targets = overview.targets_of(dataset, name, row["period"])
    asked = [
        f"{wording.value_of(dataset, name, row.value, language)} ({row.documents})" for row in targets.itertuples()
    ]
    named = targets["documents"].map(lambda names: document in names.split("; ")).astype(bool) if len(targets) else []
    targets = targets[named] if document and any(named) else targets
    if targets.empty:
        return {}
    target = targets.iloc[0]
    met = target["category"] in (progress.REACHED, progress.LATER)
    key = "reached" if met else "missed" if target["category"] == progress.MISSED else "ahead"
    found: Facts = {}
    later = overview.target_of(dataset, name, str(int(target["period"][:4]) + 1))
    if later is not None and periods.end(later["period"]) > periods.end(target["period"]):
        found = {
            "next_target": wording.value_of(dataset, name, later["value"], language),
            "next_period": later["period"],
        }
    return {
        **found,
        "all_targets": wording.listed(dataset, asked, language),
        "target": wording.value_of(dataset, name, target["value"], language),
        "target_period": target["period"],
        "document": document or target["documents"],
        "gap": wording.difference_of(dataset, name, row["value"] - target["value"], language),
        "verdict": dataset.say(f"story.{key}", language),
    }


def counted(dataset: Dataset, chosen: Selection) -> Facts:
    """Return how many of the nation's targets past due were reached, missed, overdue without a figure, doubtful."""
    rows = goals.counted(dataset, chosen)
    rows = rows[rows["category"] != progress.NONE]
    past, coming = rows[rows["passed"]], rows[~rows["passed"]]
    ahead = {f"coming_{name}": str(count) for name, count in goals.tally(coming).items()}
    return {
        "past": str(len(past)), "coming": str(len(coming)), "all": str(len(rows)), **ahead,
        **{name: str(count) for name, count in goals.tally(past).items()},
    }  # fmt: skip


def ambitious(dataset: Dataset, chosen: Selection) -> Facts:
    """Return how many units set a target of their own, the highest and the lowest of the farthest ones."""
    rows = ambitions.own(dataset, chosen.indicator)
    asked = rows[rows["kind"] == ambitions.TARGET].drop_duplicates("unit", keep="last").sort_values("value")
    if asked.empty:
        return {}
    name, language = chosen.indicator, chosen.language
    found = {
        "owners": str(asked["unit"].map(dataset.units["name_vi"]).nunique()),
        "with_figure": str(rows.loc[rows["kind"] == ambitions.ACTUAL, "unit"].nunique()),
    }
    for key, row in (("highest", asked.iloc[-1]), ("lowest", asked.iloc[0])):
        found |= {
            key: wording.value_of(dataset, name, row["value"], language), f"{key}_period": row["period"],
            f"{key}_name": dataset.units.at[row["unit"], f"name_{language}"],
        }  # fmt: skip
    return found
