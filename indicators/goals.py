"""Every target of an owner judged by the rule of progress: the frame that the page of targets draws."""

from __future__ import annotations

import pandas as pd

from indicators import measures, periods, profile, progress, views
from indicators.load import NATION, Dataset
from indicators.progress import EVERYONE, Verdict
from indicators.remembered import remembered
from indicators.selection import Selection

PROVINCES = "provinces"
KEY = ["indicator", "scope", "period", "comparator", "value", "value_high"]
NUMBERS = ("actual", "previous", "latest", "baseline", "required_pace", "pace")
WORDS = (
    "actual_period", "actual_status", "actual_source", "actual_note_vi", "actual_note_en", "previous_period", "latest_period",
    "baseline_period", "pace_period",
)  # fmt: skip
COLUMNS = [
    *KEY, "owner", "group", "documents", "document_date", "sources", "document_sources", "target_notes_vi", "target_notes_en",
    "actual_indicator", "level", "due", "passed", *NUMBERS, *WORDS, "category", "reason", "doubtful",
]  # fmt: skip


def owners(dataset: Dataset) -> list[str]:
    """Return the units that have set targets of their own, in the order of bases and codes, the basis in force first."""
    held = set(dataset.tables["targets"]["scope"])
    return [unit for basis in dataset.bases[::-1] for unit in dataset.units_of(basis)["unit"] if unit in held]


@remembered(64)
def standing(dataset: Dataset, unit: str = "") -> pd.DataFrame:
    """Return every target of an owner judged (columns COLUMNS): the nation's and those set for every province, or a unit's own.

    One row for a level that one or several documents set for one year. A unit's own are also those of the parts it was made of.
    Not to be changed in place.
    """
    rows = dataset.tables["targets"]
    if unit and dataset.units.at[unit, "basis"] != NATION:
        rows = profile.targets_of(dataset, unit)
    else:
        rows = rows[rows["scope"].isin([NATION, EVERYONE])]
    return _judged(dataset, rows)


@remembered(4)
def provinces(dataset: Dataset) -> pd.DataFrame:
    """Return the targets that single units set for themselves, judged (columns COLUMNS). Not to be changed in place."""
    rows = dataset.tables["targets"]
    return _judged(dataset, rows[rows["scope"].isin(owners(dataset))])


def _judged(dataset: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows.assign(high=rows["value_high"].fillna(-1.0), due=rows["period"].map(periods.end))
    keys = ["indicator", "scope", "period", "comparator", "value", "high"]
    groups = [block for _, block in rows.groupby(keys, sort=False) if (block["preferred"] != "no").any()]
    frame = pd.DataFrame([_row(dataset, block) for block in groups], columns=COLUMNS)
    order = {name: place for place, name in enumerate(dataset.indicators.index)}
    frame = frame.assign(place=frame["indicator"].map(order), whose=frame["owner"].map(_order_of(dataset)))
    ordered = frame.sort_values(["whose", "place", "due", "level"], kind="stable")
    return ordered.drop(columns=["place", "whose"]).reset_index(drop=True)


def _order_of(dataset: Dataset) -> dict[str, int]:
    nation = list(dataset.units_of(NATION)["unit"])
    return {unit: place for place, unit in enumerate([*nation, *owners(dataset)])}


def _row(dataset: Dataset, block: pd.DataFrame) -> dict[str, object]:
    shown = block[block["preferred"] != "no"].sort_values("document_date", kind="stable")
    target = shown.iloc[0]
    shared = target["scope"] in (NATION, EVERYONE)
    owner = dataset.units_of(NATION)["unit"].iloc[0] if shared else target["scope"]
    pair = progress.pair_of(dataset, target["indicator"])
    held = progress.points(dataset, target["indicator"], owner)
    polarity = views.polarity_of(dataset, target["indicator"]) or 1
    level = progress.level_of(target, held, polarity)
    day = progress.day_of(dataset)
    verdict = progress.judge(held, target, level, polarity, day, int(pair["holds_months"]) if pair is not None else 0)
    if target["scope"] == EVERYONE and verdict.category in (progress.REACHED, progress.LATER, progress.ON_TRACK):
        verdict = Verdict(progress.OPEN, verdict.figure, "each")
    about = dataset.about(target["indicator"])
    notes = {f"target_notes_{tail}": " ".join(dict.fromkeys(shown[f"note_{tail}"])).strip() for tail in ("vi", "en")}
    return {
        **target[KEY].to_dict(), **notes, "owner": owner, "group": about["group"] or about["topic"],
        "documents": "; ".join(dict.fromkeys(shown["document"])), "document_date": target["document_date"],
        "document_sources": " ".join(shown.drop_duplicates("document")["source"]),
        "sources": " ".join(dict.fromkeys([*shown["source"], *block["source"]])), "actual_indicator": pair["actual_indicator"] if pair is not None else "",
        "level": level, "due": target["due"], "passed": target["due"] <= day, "category": verdict.category, "reason": verdict.reason,
        "doubtful": progress.doubtful(held, target, level, polarity), **_figures(held, target, level, verdict),
    }  # fmt: skip


def _figures(held: pd.DataFrame, target: pd.Series, level: float, verdict: Verdict) -> dict[str, object]:
    """The figures beside a target: deciding, previous by the same method, latest, baseline, required pace and pace made."""
    base = progress.baseline_of(held, target["document_date"])
    if verdict.figure is None or base is None:
        numbers = dict.fromkeys(NUMBERS, float("nan"))
        words = dict.fromkeys(WORDS, "")
        return {**numbers, **words}
    figure, last = verdict.figure, held.iloc[-1]
    before = held[(held["end"] < figure["end"]) & (held["edition"] == figure["edition"])]
    due = periods.position(target["period"])
    if target["due"] <= figure["end"] or verdict.category in (progress.LATER, progress.MISSED, progress.OVERDUE):
        needed = measures.pace(base["value"], level, base["position"], due)
        made, since = (
            measures.pace(base["value"], figure["value"], base["position"], figure["position"]),
            base["period"],
        )
    else:
        needed = measures.pace(last["value"], level, last["position"], due)
        made, since = progress.pace(held)
    return {
        "actual": figure["value"], "actual_period": figure["period"], "actual_status": figure["status"], "actual_source": figure["source"],
        "actual_note_vi": figure["note_vi"], "actual_note_en": figure["note_en"],
        "previous": before["value"].iloc[-1] if len(before) else float("nan"),
        "previous_period": before["period"].iloc[-1] if len(before) else "",
        "latest": last["value"], "latest_period": last["period"], "baseline": base["value"], "baseline_period": base["period"],
        "required_pace": needed, "pace": made, "pace_period": since,
    }  # fmt: skip


def shown(dataset: Dataset, chosen: Selection) -> pd.DataFrame:
    """Return the judged targets that a selection asks for: all provinces' own, one unit's, else the nation's."""
    if chosen.mode == PROVINCES:
        return provinces(dataset)
    own = standing(dataset, chosen.unit) if chosen.unit else standing(dataset)
    return own if len(own) else standing(dataset)


def filtered(dataset: Dataset, chosen: Selection) -> pd.DataFrame:
    """Return the shown targets of the chosen document and of the chosen category or year; what no target has filters nothing."""
    frame = shown(dataset, chosen)
    if chosen.document and (held := frame["documents"].map(lambda names: chosen.document in names.split("; "))).any():
        frame = frame[held]
    for column in ("category", "period"):
        if chosen.topic and (frame[column] == chosen.topic).any():
            return frame[frame[column] == chosen.topic]
    return frame


def counted(dataset: Dataset, chosen: Selection) -> pd.DataFrame:
    """Return the targets that a selection counts: of its document and its year, of every category."""
    return filtered(dataset, chosen.but(topic="") if chosen.topic in progress.CATEGORIES else chosen)


def tally(frame: pd.DataFrame) -> dict[str, int]:
    """Return how many targets of a judged frame fall into each category, every category named."""
    counts = frame["category"].value_counts()
    return {name: int(counts.get(name, 0)) for name in progress.CATEGORIES}
