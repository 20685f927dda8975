"""Figures by name of views of units: who leads, where one stands, who moved, what only one publishes."""

from __future__ import annotations

import pandas as pd

from indicators import format as labels
from indicators import merging, overview, periods, profile, rank_intervals, views, wording
from indicators.load import NATION, Dataset
from indicators.selection import OF_ONE_UNIT, Selection

Facts = dict[str, str]


def field(dataset: Dataset, chosen: Selection) -> Facts:
    """Return who leads and who is last among the units of a basis, how far apart, and the mean."""
    language, name = chosen.language, chosen.indicator
    held = views.ordered(dataset, views.observed(dataset, name, chosen.basis, chosen.period), name)
    if held.empty:
        return {}
    status = views.computed_status(held["status"])
    found = {"count": str(len(held)), "mean": wording.value_of(dataset, name, held["value"].mean(), language, status)}
    for key, row in zip(("first", "second", "third"), held.head(3).itertuples(), strict=False):
        found[key], found[f"{key}_value"] = (
            getattr(row, f"name_{language}"),
            wording.value_of(dataset, name, row.value, language, row.status),
        )
    last, first = held.iloc[-1], held.iloc[0]
    found["last"], found["last_value"] = (
        last[f"name_{language}"],
        wording.value_of(dataset, name, last["value"], language, last["status"]),
    )
    found["spread"] = wording.difference_of(
        dataset, name, first["value"] - last["value"], language, views.computed_status(held["status"].iloc[[0, -1]])
    )
    start = dataset.periods_of(name, chosen.basis)[0]
    first_held = views.observed(dataset, name, chosen.basis, start)["value"].notna().sum()
    derived = int((held["status"] == merging.DERIVED).sum())
    return {**found, "derived": str(derived), "start_period": start, "start_count": str(int(first_held))}


def place(dataset: Dataset, chosen: Selection) -> Facts:
    """Return where the chosen unit stands: value, rank, gap to the next place, change and move since the period before.

    The period is the selection's; on pages about one unit, whose figures show the newest, it is the unit's newest.
    """
    if not chosen.unit or dataset.units.at[chosen.unit, "basis"] == NATION:
        return {}
    name, basis, language = chosen.indicator, dataset.units.at[chosen.unit, "basis"], chosen.language
    newest = chosen.page in OF_ONE_UNIT
    period = profile.period_of(dataset, name, chosen.unit) if newest else chosen.period
    frame = views.observed(dataset, name, basis, period)
    row = frame[frame["unit"] == chosen.unit].iloc[0] if period else None
    if row is None or pd.isna(row["value"]):
        return {}
    mean, status = frame["value"].mean(), views.computed_status(frame["status"][frame["value"].notna()])
    found = {
        "value": wording.value_of(dataset, name, row["value"], language, row["status"]),
        "period": labels.period_label(period, dataset.words, language),
        "mean": wording.value_of(dataset, name, mean, language, status),
        "against_mean": _against(dataset, name, row["value"] - mean, language, status),
    }
    gap = profile.gap_above(frame, chosen.unit, views.polarity_of(dataset, name))
    if pd.notna(gap):
        beside = frame["unit"].isin([chosen.unit, profile.above(dataset, name, chosen.unit, period)])
        made = views.computed_status(frame["status"][beside])
        found["gap"] = wording.difference_of(dataset, name, gap, language, made)
    if pd.notna(row["rank"]):
        found |= {"rank": str(int(row["rank"])), "rank_of": str(int(row["rank_of"]))}
        found["rank_interval"] = rank_intervals.behind(dataset, name, chosen.unit, period, language)
        found |= _before(dataset, name, chosen.unit, period, row, language)
    return found


def _before(dataset: Dataset, name: str, unit: str, period: str, now: pd.Series, language: str) -> Facts:
    """The unit's rank of the newest earlier period that has one, and the places won or lost since."""
    held = views.series(dataset, name, unit)
    held = held[(held["position"] < periods.position(period)) & held["rank"].notna()]
    if held.empty:
        return {}
    row = held.iloc[-1]
    made = merging.DERIVED if merging.DERIVED in (row["status"], now["status"]) else ""
    return {
        "previous_period": labels.period_label(row["period"], dataset.words, language),
        "previous_rank": wording.signed(dataset, str(int(row["rank"])), row["status"], language),
        "previous_interval": rank_intervals.behind(dataset, name, unit, row["period"], language),
        "move": wording.signed(dataset, _moved(dataset, row["rank"] - now["rank"], language), made, language),
    }


def _against(dataset: Dataset, indicator: str, difference: float, language: str, status: str) -> str:
    key = "above" if difference > 0 else "below" if difference < 0 else "equal"
    value = wording.difference_of(dataset, indicator, difference, language, status)
    return dataset.say(f"story.{key}", language, value=value)


def _moved(dataset: Dataset, move: float, language: str) -> str:
    key = "up" if move > 0 else "down" if move < 0 else "same"
    one = "_one" if key != "same" and abs(move) == 1 else ""
    return dataset.say(f"story.{key}{one}", language, places=int(abs(move)))


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
        firm = [
            rank_intervals.behind(dataset, chosen.indicator, row["unit"], period, chosen.language)
            for period in (earlier, later)
        ]
        found |= {
            key: row[words], f"{key}_places": str(int(abs(row["move"]))),
            f"{key}_from": wording.signed(dataset, str(int(row["rank_earlier"])), row["status_earlier"], chosen.language),
            f"{key}_to": wording.signed(dataset, str(int(row["rank_later"])), row["status"], chosen.language),
            f"{key}_from_interval": firm[0], f"{key}_to_interval": firm[1],
        }  # fmt: skip
    return {**found, "provinces": str(len(dataset.units_of(basis)))}


def regions(dataset: Dataset, chosen: Selection) -> Facts:
    """Return the region whose units lie furthest apart, how far, and how far the regions' means lie apart."""
    name, words = chosen.indicator, f"region_{chosen.language}"
    held = views.observed(dataset, name, chosen.basis, chosen.period).dropna(subset=["value"])
    spans = held.groupby(words)["value"].agg(["min", "max", "mean"])
    if len(spans) < 2:
        return {}
    wide = (spans["max"] - spans["min"]).sort_values()
    apart = spans["mean"].max() - spans["mean"].min()
    status = views.computed_status(held["status"])
    return {
        "widest": wide.index[-1], "widest_spread": wording.difference_of(dataset, name, wide.iloc[-1], chosen.language, status),
        "apart": wording.difference_of(dataset, name, apart, chosen.language, status),
    }  # fmt: skip


def pillars(dataset: Dataset, chosen: Selection) -> Facts:
    """Return for each pillar of the index the mean, who leads and who is last, by the indicator's name."""
    found: Facts = {}
    for name in overview.pillars(dataset, chosen.basis, chosen.period):
        held = field(dataset, chosen.but(indicator=name))
        found |= {f"{name}_{part}": held[part] for part in ("mean", "first", "first_value", "last", "last_value")}
    return found


def former(dataset: Dataset, chosen: Selection) -> Facts:
    """Return how many units there were before, how many of today's were made of several, and which were kept as they were."""
    made = merging.parts(dataset, chosen.basis)
    if made is None:
        return {}
    merged = [unit for unit, names in made.of.items() if len(names) > 1]
    kept = len(dataset.units_of(chosen.basis)) - len(merged)
    return {"former": str(len(dataset.units_of(made.before))), "merged": str(len(merged)), "kept": str(kept)}


def own_of(dataset: Dataset, unit: str, group: str) -> pd.DataFrame:
    """Return the figures that only a unit publishes, of one group or, without one, all; in the order of the catalogue."""
    held = profile.own_figures(dataset, unit)
    held = held[held["group"] == group] if group else held
    order = {name: place for place, name in enumerate(dataset.indicators.index)}
    return held.sort_values("indicator", key=lambda names: names.map(order), kind="stable").reset_index(drop=True)


def own_label(dataset: Dataset, row: pd.Series, language: str) -> str:
    """Return the value of a figure that only one unit publishes, with its unit of measure, and of how many where that is known."""
    if pd.isna(row["value"]):
        ranked = pd.notna(row["rank"])
        return dataset.say("province.local_rank", language, rank=f"{row['rank']:.0f}") if ranked else ""
    decimals = 0 if float(row["value"]).is_integer() else int(row["decimals"])
    grouped = labels.number(row["value"], decimals, language)
    text = f"{row['value']:.0f}" if row["measure"] == "year" else grouped
    text = labels.with_unit(text, row["measure"], dataset.words, language)
    if pd.notna(row["value_high"]):
        return dataset.say("province.local_nearly", language, value=text)
    if pd.notna(row["denominator"]) and row["numerator"] == row["value"]:
        return dataset.say("story.of", language, value=text, whole=labels.number(row["denominator"], 0, language))
    return text


def own(dataset: Dataset, chosen: Selection) -> Facts:
    """Return each figure of a group that only a unit publishes, by its indicator's name, and how many there are in all."""
    rows = own_of(dataset, chosen.unit, chosen.topic)
    found = {row["indicator"]: own_label(dataset, row, chosen.language) for _, row in rows.iterrows()}
    whole = profile.own_figures(dataset, chosen.unit)
    return {**found, "own_count": str(int((whole["group"] != "").sum()))}
