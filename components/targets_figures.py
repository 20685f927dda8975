"""Figures of the targets page: the count by category, the bullet bars, the way of the chosen indicator."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import bullet, tally, target_bars, target_words
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from components.target_trajectory import subject_of, trajectory_figure
from indicators import goals, progress
from indicators.load import NATION
from indicators.selection import Selection

BAR_COLUMNS = (
    "owner_name", "title", "year", "asked", "level", "documents", "actual", "actual_period", "previous", "previous_period",
    "latest", "latest_period", "required_pace", "pace", "word", "actual_status", "actual_source",
)  # fmt: skip
TALLY_COLUMNS = ("name", "word", "count")
LETTER = 7.0


@lru_cache(maxsize=4)
def _spec(kind: str, is_dark: bool) -> dict:
    return {"bars": bullet.bullet, "tally": tally.tally}[kind](is_dark)


def subject(chosen: Selection) -> str:
    """Return whose targets the page shows, in words."""
    data, language = dataset(), chosen.language
    if chosen.mode == goals.PROVINCES:
        return data.say("targets.provinces", language)
    if chosen.unit and len(goals.standing(data, chosen.unit)) and data.units.at[chosen.unit, "basis"] != NATION:
        return target_words.unit_name(chosen.unit, language)
    return data.say("targets.nation", language)


@kept
def bars_figure(chosen: Selection) -> Figure:
    """Return the bullet bars of every shown target that can be compared."""
    data, language = dataset(), chosen.language
    held = target_bars.bars_of(chosen)
    drawn, rows = subject_of(chosen)
    block = held.blocks.get((drawn, rows["owner"].iloc[0]))
    frame = held.frame.assign(rev=f"{chosen.indicator} {chosen.unit}")
    title = data.say("targets.bars_title", language, subject=narrowed(chosen))
    alt = data.say("targets.bars_alt", language, title=title, count=len(frame), **goals.tally(frame))
    return Figure(
        id="bars", title=title, subtitle=data.say("targets.bars_subtitle", language, count=len(frame)), alt=alt, frame=frame,
        columns={name: data.say(f"targets.column_{name}", language) for name in BAR_COLUMNS}, spec=_spec("bars", dark()),
        selection=chosen.but(indicator=""), sources=used(frame), notes=(data.say("targets.bars_note", language),),
        extra={"ranges": held.ranges, "heads": held.heads, "chosen": pd.DataFrame([block] if block else [], columns=["top", "bottom"])},
        height=max(60, round(held.height) + 4), selectable="pick",
    )  # fmt: skip


@kept
def tally_figure(chosen: Selection) -> Figure:
    """Return the count of the shown targets by category: those past due and those ahead."""
    data, language = dataset(), chosen.language
    whole = goals.counted(data, chosen)
    frame = segments(whole, chosen)
    lines = frame.drop_duplicates("line")
    title = data.say(
        "targets.tally_title",
        language,
        subject=narrowed(chosen.but(topic="") if chosen.topic in progress.CATEGORIES else chosen),
    )
    counted = target_words.counted(whole, language).replace("**", "")
    return Figure(
        id="tally", title=title, subtitle=data.say("targets.tally_subtitle", language, total=len(whole)), alt=f"{title}. {counted}",
        frame=frame, columns={name: data.say(f"targets.column_{name}", language) for name in TALLY_COLUMNS},
        spec=_spec("tally", dark()), selection=chosen.but(indicator=""), extra={"rows": lines[["line", "name"]]},
        notes=(counted, data.say("targets.rule_note", language)), sources=used(whole),
        height=tally.ROW * max(1, len(lines)) + 4, selectable="pick",
    )  # fmt: skip


def used(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the sources of judged targets: of their figures first, then of their documents."""
    names = dict.fromkeys([*frame["actual_source"], *" ".join(frame["sources"]).split()])
    return tuple(name for name in names if name)


def narrowed(chosen: Selection) -> str:
    """Return whose targets are shown, with the document and the category or year that they were narrowed to."""
    data, language = dataset(), chosen.language
    frame = goals.filtered(data, chosen)
    words = [subject(chosen)]
    if chosen.document and frame["documents"].map(lambda names: chosen.document in names.split("; ")).all():
        words.append(target_words.documents(chosen.document, language))
    if chosen.topic in progress.CATEGORIES and (frame["category"] == chosen.topic).all():
        words.append(data.say(f"progress.{chosen.topic}", language))
    elif chosen.topic and (frame["period"] == chosen.topic).all():
        words.append(data.say("targets.due", language, year=chosen.topic))
    return ", ".join(words)


def segments(whole: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """Return the segments of the count: line, name, category, word, count, start, end (shares of the longest line), label, need, hover, on."""
    data, language = dataset(), chosen.language
    none = whole["category"] == progress.NONE
    parts = [("past", whole[whole["passed"] & ~none]), ("ahead", whole[~whole["passed"] & ~none])]
    longest = max([len(part) for _, part in parts] + [1])
    rows = []
    for line, (kind, part) in enumerate([one for one in parts if len(one[1])]):
        start = 0
        name = data.say(f"targets.tally_{kind}", language, count=len(part))
        for category, count in goals.tally(part).items():
            if not count:
                continue
            key = (
                "progress.reached_ahead" if kind == "ahead" and category == progress.REACHED else f"progress.{category}"
            )
            word = data.say(key, language)
            label = data.say("targets.segment", language, word=word, count=count)
            rows.append({
                "line": line, "name": name, "category": category, "word": word, "count": count, "start": start / longest,
                "end": (start + count) / longest, "label": label, "need": len(label) * LETTER, "rev": chosen.topic,
                "hover": data.say("targets.segment_hover", language, name=name, word=word, count=count),
                "on": chosen.topic in ("", category, progress.NONE) or chosen.topic not in progress.CATEGORIES,
            })  # fmt: skip
            start += count
    return pd.DataFrame(rows, columns=["line", "name", "category", "word", "count", "start", "end", "label", "need", "rev", "hover", "on"])  # fmt: skip


FIGURES = {"bars": bars_figure, "trajectory": trajectory_figure, "tally": tally_figure}
