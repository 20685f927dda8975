"""The way of the chosen indicator to its targets: observed line, required paths, projection, breaks, conflicts."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import label_places, target_words, trajectory
from components.dataset import dataset
from components.figure import Figure, dark
from indicators import format as labels
from indicators import goals, periods, progress, views
from indicators.selection import Selection

COLUMNS = ("indicator", "unit", "name", "kind_words", "period", "value", "status", "source", "note")
HEIGHT = 288
# Two labels of one year closer than this share of the axis stand as one.
CLOSE = 0.07


@lru_cache(maxsize=4)
def _spec(is_dark: bool, reverse: bool) -> dict:
    return trajectory.trajectory(is_dark, reverse)


def subject_of(chosen: Selection) -> tuple[str, pd.DataFrame]:
    """Return the indicator that is drawn and its judged targets: the chosen one where the shown owner has it, else the first that compares; of the chosen document alone where that is among them."""
    data = dataset()
    frame = goals.shown(data, chosen)
    if chosen.mode == goals.PROVINCES:
        mine = frame[frame["owner"] == chosen.unit]
        frame = mine if len(mine) else frame[frame["owner"] == _first(frame)["owner"]]
    held = frame[frame["indicator"] == chosen.indicator]
    if held.empty:
        held = frame[frame["indicator"] == _first(frame)["indicator"]]
    named = held["documents"].map(lambda names: chosen.document in names.split("; "))
    held = held[named] if chosen.document and named.any() else held
    return held["indicator"].iloc[0], held.reset_index(drop=True)


def _first(frame: pd.DataFrame) -> pd.Series:
    known = frame[frame["category"] != progress.NONE]
    return (known if len(known) else frame).iloc[0]


def observed(indicator: str, unit: str, language: str) -> pd.DataFrame:
    """Return every published value of the paired indicator: comparable ones (kind line), others (beside), second sources (conflict)."""
    data = dataset()
    every, fit = progress.series_of(data, indicator, unit), progress.points(data, indicator, unit)
    frame = every.assign(kind=["line" if period in set(fit["period"]) else "beside" for period in every["period"]])
    frame = pd.concat([frame, conflicts(indicator, unit)], ignore_index=True) if len(frame) else frame
    frame["part"] = frame["edition"]
    frame["note"] = frame[f"note_{language}"]
    frame["indicator"] = indicator
    frame["name"] = target_words.unit_name(unit, language)
    frame["kind_words"] = [data.say(f"targets.kind_{kind}", language) for kind in frame["kind"]]
    frame["hover"] = [
        data.say("targets.point", language, period=labels.period_label(row.period, data.words, language), kind=row.kind_words,
                 value=target_words.value(indicator, row.value, language), status=data.say(f"status.{row.status}", language),
                 note=row.note).strip()
        for row in frame.itertuples()
    ]  # fmt: skip
    newest = frame.index[frame["kind"] == "line"][-1:] if len(frame) else []
    frame["label"] = [
        target_words.value(indicator, value, language) if index in newest else ""
        for index, value in enumerate(frame["value"])
    ]
    return frame


def conflicts(indicator: str, unit: str) -> pd.DataFrame:
    """Return the figures of second sources that differ from the one shown (columns as `progress.points`, kind conflict)."""
    data = dataset()
    pair = progress.pair_of(data, indicator)
    rows = data.tables["observations"]
    rows = rows[(rows["preferred"] == "no") & (rows["unit"] == unit) & rows["value"].notna()]
    rows = rows[rows["indicator"] == pair["actual_indicator"]] if pair is not None else rows.iloc[0:0]
    shown = progress.series_of(data, indicator, unit).drop_duplicates("period").set_index("period")["value"]
    differs = [shown.get(period) != value for period, value in zip(rows["period"], rows["value"], strict=True)]
    rows = rows.loc[pd.Series(differs, index=rows.index, dtype=bool)]
    return rows[["unit", "period", "value", "status", "source", "note_vi", "note_en"]].assign(
        position=rows["period"].map(periods.position), kind="conflict", edition="", rank_source=""
    )


def goal_marks(held: pd.DataFrame, indicator: str, language: str) -> pd.DataFrame:
    """Return the marks of targets: position, value, missed, hover, and a label with level and documents.

    Targets ahead and those of the last year past due are labelled; levels of one year that lie close share a label.
    """
    frame = held.assign(position=held["period"].map(periods.position)).dropna(subset=["level"]).reset_index(drop=True)
    frame["hover"] = [target_words.sentence(row, language) for _, row in frame.iterrows()]
    frame["missed"] = frame["category"] == progress.MISSED
    words = mark_words(frame, indicator, language)
    frame["label"] = [label(words.get(index, {})) for index in frame.index]
    return frame[["position", "level", "missed", "hover", "label"]].rename(columns={"level": "value"})


def mark_words(frame: pd.DataFrame, indicator: str, language: str) -> dict[int, dict[str, list[str]]]:
    """Return the documents of each level by the row of the mark that they stand beside."""
    newest = frame.loc[frame["passed"], "position"].max()
    span = (frame["level"].max() - frame["level"].min()) or 1.0
    held: dict[int, dict[str, list[str]]] = {}
    for index, row in frame.iterrows():
        if row["passed"] and row["position"] < newest:
            continue
        near = [
            other for other in held
            if frame.at[other, "position"] == row["position"] and abs(frame.at[other, "level"] - row["level"]) / span < CLOSE
        ]  # fmt: skip
        level = target_words.value(indicator, row["level"], language, level=True)
        names = target_words.documents(row["documents"], language, short=True).split("; ")
        held.setdefault(near[0] if near else index, {}).setdefault(level, []).extend(names)
    return held


def label(levels: dict[str, list[str]]) -> str:
    """Return the words beside a mark: each level on a line and under it each document."""
    return "\n".join(line for level, names in levels.items() for line in (level, *dict.fromkeys(names)))


def paths(held: pd.DataFrame) -> pd.DataFrame:
    """Return the required paths: two points a target, from the baseline to the target's mark; none without a figure, nor where it was met before it was set."""
    rows = []
    for number, row in held[held["baseline"].notna() & held["level"].notna()].iterrows():
        start, end = periods.position(row["baseline_period"]), periods.position(row["period"])
        better = (row["level"] - row["baseline"]) * (views.polarity_of(dataset(), row["indicator"]) or 1) > 0
        if end <= start or not better:
            continue
        for position, value in ((start, row["baseline"]), (end, row["level"])):
            rows.append({"path": number, "position": position, "value": value, "passed": bool(row["passed"])})
    return pd.DataFrame(rows, columns=["path", "position", "value", "passed"])


def breaks(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return where the method changed between two comparable figures: position between them, and the words."""
    line = frame[frame["kind"] == "line"].reset_index(drop=True)
    rows = [
        {"position": (one.position + two.position) / 2, "text": dataset().say("province.break", language)}
        for one, two in zip(line.iloc[:-1].itertuples(), line.iloc[1:].itertuples(), strict=True)
        if one.edition != two.edition
    ]
    return pd.DataFrame(rows, columns=["position", "text"])


def room(held: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Return corners that the axes must hold where fewer than two figures and marks give them an extent; else none."""
    empty = pd.DataFrame(columns=["position", "value"])
    levels = held["level"].dropna()
    if len(frame) or levels.empty:
        return empty
    years = held["period"].map(periods.position)
    low, high = sorted((levels.min() * 0.5, levels.max() * 1.5))
    return pd.DataFrame({"position": [years.min() - 1, years.max() + 1], "value": [low, high]})


def trajectory_figure(chosen: Selection) -> Figure:
    """Return the way of the chosen indicator: what was observed, what each target requires, where the present pace would lead."""
    data, language = dataset(), chosen.language
    indicator, held = subject_of(chosen)
    owner = held["owner"].iloc[0]
    about = data.about(indicator)
    frame = observed(indicator, owner, language)
    onward = progress.projection(data, indicator, owner, held["due"].max())
    title = data.say(
        "targets.way_title",
        language,
        indicator=about[f"short_{language}"],
        owner=target_words.unit_name(owner, language),
    )
    edges, ways, corners = breaks(frame, language), paths(held), room(held, frame)
    lines = [onward, corners, *(way for _, way in ways.groupby("path"))]
    marks = goal_marks(held, indicator, language)
    marks = label_places.placed(marks, frame, lines, about["unit"] == "rank")
    key = "targets.projection_note" if len(onward) else "targets.no_projection_note"
    pair = progress.pair_of(data, indicator)
    tail = [data.say("targets.way_note", language)]
    tail += [data.say(key, language)] if pair is not None and len(frame) else []
    tail += [pair[f"note_{language}"]] if pair is not None and pair[f"note_{language}"] else []
    alt = " ".join([f"{title}.", *(target_words.sentence(row, language) for _, row in held.iterrows()), *tail])
    sources = list(dict.fromkeys([*frame["source"], *" ".join(held["sources"]).split()]))
    return Figure(
        id="trajectory", title=title, subtitle=data.say("targets.way_subtitle", language, unit=data.say(f"unit.{about['unit']}", language)),
        alt=alt, frame=frame, columns={name: data.say(f"targets.column_{name}", language) for name in COLUMNS},
        spec=_spec(dark(), about["unit"] == "rank"), selection=chosen.but(indicator=indicator, unit=chosen.unit and owner),
        extra={"paths": ways, "goals": marks, "ahead": onward, "breaks": edges, "room": corners},
        sources=tuple(name for name in sources if name), notes=tuple(tail), height=HEIGHT,
    )  # fmt: skip
