"""Figures of the targets page: the count by category, the bullet bars, the way of the chosen indicator."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import bullet, tally, target_words
from components.dataset import dataset
from components.figure import Figure, dark
from components.target_trajectory import subject_of, trajectory_figure
from indicators import bullets, goals, periods, progress
from indicators import format as labels
from indicators.load import NATION
from indicators.selection import Selection

BAR_COLUMNS = (
    "owner_name", "title", "year", "asked", "level", "documents", "actual", "actual_period", "previous", "previous_period",
    "latest", "latest_period", "required_pace", "pace", "word", "actual_status", "actual_source",
)  # fmt: skip
TALLY_COLUMNS = ("name", "word", "count")
GROUPS = ("economy", "government", "society", "infrastructure", "workforce", "security")
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


def compared(chosen: Selection) -> pd.DataFrame:
    """Return the shown targets that can be compared, in the order of the bars, with their words."""
    data, language = dataset(), chosen.language
    frame = goals.filtered(data, chosen)
    frame = frame[frame["category"] != progress.NONE]
    many = chosen.mode == goals.PROVINCES
    heading = frame["owner"] if many else frame["group"]
    order = list(dict.fromkeys(heading)) if many else [*GROUPS, *heading[~heading.isin(GROUPS)].unique()]
    frame = frame.assign(heading=heading, order=heading.map({name: place for place, name in enumerate(order)}))
    frame = frame.assign(
        fresh=-frame["latest_period"].map(periods.position), first=frame["indicator"].map(head_places())
    )
    frame = frame.sort_values(["order", "first", "fresh"], kind="stable").reset_index(drop=True)
    return worded(frame, language)


def head_places() -> dict[str, int]:
    """Return the place of each indicator in the order of the overview's headlines; those that are none come after."""
    rows = dataset().tables["headlines"].sort_values("position")["indicator"]
    heads = {name: place for place, name in enumerate(rows)}
    return {name: heads.get(name, len(heads)) for name in dataset().indicators.index}


def worded(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return judged targets with their words: owner_name, title, year, asked, word, hover, documents in the language."""
    data = dataset()
    rows = [row for _, row in frame.iterrows()]
    return frame.assign(
        owner_name=[target_words.owner(row, language) for row in rows],
        title=[data.indicators.at[row["indicator"], f"title_{language}"] for row in rows],
        year=frame["period"], asked=[target_words.asked(row, language) for row in rows],
        word=[target_words.category(row, language) for row in rows],
        hover=[target_words.sentence(row, language) for row in rows],
        documents=[target_words.documents(names, language) for names in frame["documents"]],
    )  # fmt: skip


def placed(
    frame: pd.DataFrame, chosen: Selection
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, int]:
    """Return bars, ranges, heads and the chosen block with their places in points, and the height of the whole."""
    data = dataset()
    bars, bands, heads, block, down = [], [], [], [], 0
    shown, held = subject_of(chosen)
    drawn = (shown, held["owner"].iloc[0])
    heading = None
    for (name, indicator, owner), part in frame.groupby(["heading", "indicator", "owner"], sort=False):
        if name != heading:
            heads.append(
                {
                    "y": down + bullet.GROUP / 2,
                    "name": heading_words(name, chosen),
                    "latest": "",
                    "brief": "",
                    "group": True,
                }
            )
            heading, down = name, down + bullet.GROUP
        top = down
        heads.append({"y": down + bullet.HEAD / 2, "group": False, **head_words(part.iloc[0], chosen.language)})
        down += bullet.HEAD
        about = data.indicators.loc[indicator]
        for _, row in bullets.shares(part, about["unit"] == "rank", about["max"]).iterrows():
            middle = down + bullet.ROW / 2
            bars.append(bar(row, middle, chosen))
            bands += [
                {"y": middle, "kind": kind, "start": start, "end": end} for kind, start, end in bullets.ranges(row)
            ]
            down += bullet.ROW
        if (indicator, owner) == drawn:
            block.append({"top": top, "bottom": down + 2})
        down += 8
    return (
        pd.DataFrame(bars), pd.DataFrame(bands, columns=["y", "kind", "start", "end"]),
        pd.DataFrame(heads, columns=["y", "name", "latest", "brief", "group"]), pd.DataFrame(block, columns=["top", "bottom"]), down,
    )  # fmt: skip


def bar(row: pd.Series, middle: float, chosen: Selection) -> dict[str, object]:
    """Return one line of the bars: the target's row with its places and the words beside it."""
    data, language = dataset(), chosen.language
    mine = row["asked"] if row["scope"] != progress.EVERYONE else data.say(
        "targets.for_each", language, asked=row["asked"], owner=row["owner_name"]
    )  # fmt: skip
    line = data.say("targets.line", language, asked=mine, documents=row["documents"])
    return {
        **row.drop(labels=["due"]).to_dict(), "y": middle, "zero": 0.0, "value": row["share_actual"], "mark": row["share_level"],
        "mark_high": row["share_high"], "figure": target_words.figure(row, language), "before": row["share_previous"], "line": line,
        "missed": row["category"] == progress.MISSED, "rev": f"{chosen.indicator} {chosen.unit}",
    }  # fmt: skip


def heading_words(name: str, chosen: Selection) -> str:
    """Return the words of a group of bars: a pillar, or a unit where all provinces are shown."""
    data, language = dataset(), chosen.language
    if name in data.units.index:
        return target_words.unit_name(name, language)
    key = f"group.{name}"
    return data.say(key if data.words.has(key) else f"topic.{name}", language)


def head_words(row: pd.Series, language: str) -> dict[str, str]:
    """Return the name of an indicator and its newest comparable figure."""
    data = dataset()
    period = labels.period_label(row["latest_period"], data.words, language)
    newest = target_words.value(row["indicator"], row["latest"], language)
    return {
        "name": data.indicators.at[row["indicator"], f"short_{language}"],
        "latest": data.say("targets.latest", language, value=newest, period=period),
        "brief": data.say("targets.figure", language, value=newest, period=period),
    }


def bars_figure(chosen: Selection) -> Figure:
    """Return the bullet bars of every shown target that can be compared."""
    data, language = dataset(), chosen.language
    frame = compared(chosen)
    bars, bands, heads, block, height = placed(frame, chosen)
    if bars.empty:
        bars = frame.assign(
            y=0.0, zero=0.0, value=0.0, mark=0.0, mark_high=0.0, before=0.0, line="", figure="", missed=False, rev=""
        )
    title = data.say("targets.bars_title", language, subject=subject(chosen))
    counts = goals.tally(frame)
    alt = data.say("targets.bars_alt", language, title=title, count=len(frame), **counts)
    sources = list(dict.fromkeys([*bars["actual_source"], *" ".join(frame["sources"]).split()]))
    return Figure(
        id="bars", title=title, subtitle=data.say("targets.bars_subtitle", language), alt=alt, frame=bars,
        columns={name: data.say(f"targets.column_{name}", language) for name in BAR_COLUMNS}, spec=_spec("bars", dark()),
        selection=chosen, extra={"ranges": bands, "heads": heads, "chosen": block}, sources=tuple(name for name in sources if name),
        notes=(data.say("targets.bars_note", language),), height=max(60, height + 4), selectable="pick",
    )  # fmt: skip


def tally_figure(chosen: Selection) -> Figure:
    """Return the count of the shown targets by category: those past due and those ahead."""
    data, language = dataset(), chosen.language
    whole = goals.filtered(data, chosen.but(topic=""))
    frame = segments(whole, chosen)
    lines = frame.drop_duplicates("line")
    title = data.say("targets.tally_title", language, subject=subject(chosen))
    alt = " ".join([f"{title}.", *frame["hover"]])
    return Figure(
        id="tally", title=title, subtitle=data.say("targets.tally_subtitle", language, total=len(whole)), alt=alt, frame=frame,
        columns={name: data.say(f"targets.column_{name}", language) for name in TALLY_COLUMNS}, spec=_spec("tally", dark()),
        selection=chosen, extra={"rows": lines[["line", "name"]]}, notes=(data.say("targets.rule_note", language),),
        height=tally.ROW * max(1, len(lines)) + 4, selectable="pick",
    )  # fmt: skip


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
                "on": chosen.topic in ("", category) or chosen.topic not in progress.CATEGORIES,
            })  # fmt: skip
            start += count
    return pd.DataFrame(rows, columns=["line", "name", "category", "word", "count", "start", "end", "label", "need", "rev", "hover", "on"])  # fmt: skip


FIGURES = {"bars": bars_figure, "trajectory": trajectory_figure, "tally": tally_figure}
