"""Targets against what was reached: one published rule (docs/progress-method.md) for every indicator."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

import pandas as pd

from indicators import measures, periods, views
from indicators.load import Dataset
from indicators.remembered import remembered

EVERYONE = "every_province"
# The categories in the order in which they are told: due targets, targets ahead, then those that cannot be compared.
REACHED, LATER, MISSED, OVERDUE = "reached", "later", "missed", "overdue"
ON_TRACK, TOO_SLOW, AWAY, OPEN, NONE = "on_track", "too_slow", "away", "open", "none"
CATEGORIES = (REACHED, LATER, MISSED, OVERDUE, ON_TRACK, TOO_SLOW, AWAY, OPEN, NONE)
PACE_YEARS = 3.0
LEAST_SPAN = 0.45
LEAST_POINTS = 4


@dataclass(frozen=True)
class Verdict:
    """What the rule says of one target: its category, the row of the deciding figure (None without one) and why."""

    category: str
    figure: pd.Series | None = None
    reason: str = ""


@remembered(8)
def day_of(dataset: Dataset) -> date:
    """Return the day up to which the atlas holds figures: the last day of its newest period. A target due by then is past due."""
    return max((periods.end(period) for period in dataset.observations["period"].unique()), default=date.min)


@remembered(256)
def points(dataset: Dataset, target_indicator: str, unit: str) -> pd.DataFrame:
    """Return the figures of a unit that compare with a target by pairs.csv (columns of `series_of`); none without a pair.

    Not to be changed in place.
    """
    pair = pair_of(dataset, target_indicator)
    frame = series_of(dataset, target_indicator, unit)
    if pair is None or frame.empty:
        return frame.iloc[0:0]
    if pair["periods"] == "year":
        frame = frame[frame["period"].map(periods.kind) == "year"].reset_index(drop=True)
    return frame


@remembered(256)
def series_of(dataset: Dataset, target_indicator: str, unit: str) -> pd.DataFrame:
    """Return every published value of the indicator that a target is paired with, comparable or not, oldest first.

    Columns of observations and end, position, edition; derived values are never among them. Not to be changed in place.
    """
    pair, rows = pair_of(dataset, target_indicator), dataset.observations
    actual = str(pair["actual_indicator"]) if pair is not None else ""
    frame = rows[(rows["indicator"] == actual) & (rows["unit"] == unit) & rows["value"].notna()]
    frame = frame.assign(
        end=[periods.end(period) for period in frame["period"]],
        position=[periods.position(period) for period in frame["period"]],
        edition=[views.edition_of(dataset, actual, period) for period in frame["period"]],
    )  # fmt: skip
    return frame.sort_values(["end", "period"], kind="stable").reset_index(drop=True)


@remembered(256)
def pair_of(dataset: Dataset, target_indicator: str) -> pd.Series | None:
    """Return the row of pairs.csv of a target's indicator; None where nothing compares."""
    rows = dataset.tables["pairs"]
    rows = rows[rows["target_indicator"] == target_indicator]
    return rows.iloc[0] if len(rows) else None


def start_of(day: str) -> date | None:
    """Return the first day that a date, or a part of one, can mean; None for a blank."""
    parts = [int(part) for part in day.split("-")] if day else []
    return date(*[*parts, 1, 1][:3]) if parts else None


def months_before(day: date, months: int) -> date:
    """Return the day so many months earlier, at most the last of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def level_of(target: pd.Series, held: pd.DataFrame, polarity: int) -> float:
    """Return the value that a target asks for; a gain of places is counted from the last figure before its year."""
    if target["comparator"] != "improve":
        return float(target["value"])
    before = held[held["end"] < date(periods.end(target["period"]).year, 1, 1)]
    return float(before["value"].iloc[-1] + polarity * target["value"]) if len(before) else float("nan")


def judge(held: pd.DataFrame, target: pd.Series, level: float, polarity: int, day: date, holds: int) -> Verdict:
    """Return the category of one target by the published rule, and the figure that decides it.

    held: comparable figures, oldest first; holds: months for which a figure still stands for the due date.
    """
    due = periods.end(target["period"])
    if held.empty or pd.isna(level):
        return Verdict(NONE)
    met = measures.meets(held["value"], level, target["comparator"], polarity)
    if due > day:
        return _ahead(held, met, level, due, polarity)
    before, after = held[held["end"] <= due], held[held["end"] > due]
    if len(before) and met[before.index[-1]]:
        return Verdict(REACHED, before.iloc[-1])
    if met[after.index].any():
        return Verdict(LATER, after[met[after.index]].iloc[0])
    if len(before) and before["end"].iloc[-1] > months_before(due, holds):
        return Verdict(MISSED, before.iloc[-1])
    if len(after):
        return Verdict(MISSED, after.iloc[0])
    return Verdict(OVERDUE, before.iloc[-1])


def _ahead(held: pd.DataFrame, met: pd.Series, level: float, due: date, polarity: int) -> Verdict:
    last = held.iloc[-1]
    if met.iloc[-1]:
        return Verdict(REACHED, last, "ahead")
    made, _ = pace(held)
    if pd.isna(made):
        return Verdict(OPEN, last, "no_pace")
    needed = measures.pace(last["value"], level, last["position"], periods.position(due.isoformat()))
    if made * polarity < 0:
        return Verdict(AWAY, last)
    return Verdict(ON_TRACK if made * polarity >= needed * polarity else TOO_SLOW, last)


def pace(held: pd.DataFrame) -> tuple[float, str]:
    """Return the change a year up to the newest comparable figure and the period it is counted from; (nan, "") where one method has no two.

    From the earliest figure of the three years before, by the same method; else from the last one before those.
    """
    last = held.iloc[-1]
    same = held[(held["edition"] == last["edition"]) & (held["position"] <= last["position"] - LEAST_SPAN)]
    if same.empty:
        return float("nan"), ""
    recent = same[same["position"] >= last["position"] - PACE_YEARS - 0.01]
    first = recent.iloc[0] if len(recent) else same.iloc[-1]
    return measures.pace(first["value"], last["value"], first["position"], last["position"]), first["period"]


def baseline_of(held: pd.DataFrame, document_date: str) -> pd.Series | None:
    """Return the newest comparable figure of a day before a document, else the first one; None without any."""
    if held.empty:
        return None
    start = start_of(document_date)
    before = held[held["end"] < start] if start else held.iloc[0:0]
    return before.iloc[-1] if len(before) else held.iloc[0]


def doubtful(held: pd.DataFrame, target: pd.Series, level: float, polarity: int) -> bool:
    """Return whether the last figure published before the document already met its target: figure and target do not fit."""
    start = start_of(target["document_date"])
    if start is None or target["comparator"] == "improve":
        return False
    before = held[held["end"] < start]
    return bool(len(before) and measures.meets(before["value"], level, target["comparator"], polarity).iloc[-1])


def projection(dataset: Dataset, target_indicator: str, unit: str, until: date) -> pd.DataFrame:
    """Return where the pace of the last three years would lead: position and value, from the newest figure to a day.

    Empty with fewer than LEAST_POINTS comparable figures of the newest method. Values stay within the indicator's bounds.
    """
    held = points(dataset, target_indicator, unit)
    empty = pd.DataFrame(columns=["position", "value"])
    if held.empty or (held["edition"] == held["edition"].iloc[-1]).sum() < LEAST_POINTS:
        return empty
    made, _ = pace(held)
    last, end = held.iloc[-1], periods.position(until.isoformat())
    if pd.isna(made) or end <= last["position"]:
        return empty
    about = dataset.about(target_indicator)
    value = last["value"] + made * (end - last["position"])
    low = 1.0 if about["unit"] == "rank" else about["min"]
    value = max(value, low) if pd.notna(low) else value
    value = min(value, about["max"]) if pd.notna(about["max"]) else value
    return pd.DataFrame({"position": [last["position"], end], "value": [last["value"], value]})
