"""Where each line of the bullet bars lies and what it says: worked out once for a choice of targets, then shared."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from components import bullet, target_words
from components.dataset import dataset
from indicators import bullets, goals, periods, progress
from indicators import format as labels
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

# The pillars in the order of the page; other groups of the catalogue follow.
GROUPS = ("economy", "government", "society", "infrastructure", "workforce", "security")
PLACES = ["y", "zero", "value", "mark", "mark_high", "before"]
GAP = 8


@dataclass(eq=False)
class Layout:
    """Bars with their ranges and heads, the block of lines (top, bottom) of each indicator and owner, and the height of all, in points."""

    bars: list[dict] = field(default_factory=list)
    ranges: list[dict] = field(default_factory=list)
    heads: list[dict] = field(default_factory=list)
    blocks: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    height: float = 0.0


@dataclass(frozen=True, eq=False)
class Bars:
    """The finished frames of a layout, never changed in place."""

    frame: pd.DataFrame
    ranges: pd.DataFrame
    heads: pd.DataFrame
    blocks: dict[tuple[str, str], tuple[float, float]]
    height: float


def bars_of(chosen: Selection) -> Bars:
    """Return the bars of the targets that a selection asks for and that can be compared."""
    return _bars(dataset(), chosen.language, chosen.mode, chosen.unit, chosen.document, chosen.topic)


@remembered(32)
def _bars(data: Dataset, language: str, mode: str, unit: str, document: str, topic: str) -> Bars:
    chosen = Selection(language=language, mode=mode, unit=unit, document=document, topic=topic)
    return laid(compared(data, chosen), language)


def laid(frame: pd.DataFrame, language: str) -> Bars:
    """Return the bars of worded targets in their order, each block below the one before."""
    held = Layout()
    heading = None
    for (name, indicator, owner), part in frame.groupby(["heading", "indicator", "owner"], sort=False):
        if name != heading:
            head(held, bullet.GROUP, {"name": heading_words(name, language), "latest": "", "brief": "", "group": True})
            heading = name
        lines(held, part, indicator, owner, language)
    empty = frame.assign(figure="", line="", missed=False, **dict.fromkeys(PLACES, 0.0))
    return Bars(
        frame=pd.DataFrame(held.bars) if held.bars else empty,
        ranges=pd.DataFrame(held.ranges, columns=["y", "kind", "start", "end"]),
        heads=pd.DataFrame(held.heads, columns=["y", "name", "latest", "brief", "group"]),
        blocks=held.blocks,
        height=held.height,
    )


def compared(data: Dataset, chosen: Selection) -> pd.DataFrame:
    """Return the targets that can be compared, in the order of the bars, with their words: by pillar, or by unit where all provinces are shown."""
    frame = goals.filtered(data, chosen)
    frame = frame[frame["category"] != progress.NONE]
    many = chosen.mode == goals.PROVINCES
    heading = frame["owner"] if many else frame["group"]
    order = list(dict.fromkeys(heading)) if many else [*GROUPS, *heading[~heading.isin(GROUPS)].unique()]
    rows = data.tables["headlines"].sort_values("position")["indicator"]
    heads = {name: place for place, name in enumerate(rows)}
    frame = frame.assign(
        heading=heading, order=heading.map({name: place for place, name in enumerate(order)}),
        first=[heads.get(name, len(heads)) for name in frame["indicator"]],
        fresh=[-periods.position(period) for period in frame["latest_period"]],
    )  # fmt: skip
    frame = frame.sort_values(["order", "first", "fresh"], kind="stable").reset_index(drop=True)
    return target_words.worded(frame, chosen.language)


def head(held: Layout, height: float, row: dict) -> None:
    """Put a head below what is held."""
    held.heads.append({"y": held.height + height / 2, **row})
    held.height += height


def lines(held: Layout, part: pd.DataFrame, indicator: str, owner: str, language: str) -> None:
    """Put the lines of one indicator and owner below what is held."""
    top, about = held.height, dataset().about(indicator)
    head(held, bullet.HEAD, {"group": False, **head_words(part.iloc[0], language)})
    for _, row in bullets.shares(part, about["unit"] == "rank", about["max"]).iterrows():
        middle = held.height + bullet.ROW / 2
        held.bars.append(bar(row, middle, language))
        held.ranges += [
            {"y": middle, "kind": kind, "start": start, "end": end} for kind, start, end in bullets.ranges(row)
        ]
        held.height += bullet.ROW
    held.blocks[(indicator, owner)] = (top, held.height + 2)
    held.height += GAP


def bar(row: pd.Series, middle: float, language: str) -> dict[str, object]:
    """Return one line of the bars: the target's row with its places and the words beside it."""
    data, asked = dataset(), row["asked"]
    if row["scope"] == progress.EVERYONE:
        asked = data.say("targets.for_each", language, asked=asked)
    return {
        **row.drop(labels=["due"], errors="ignore").to_dict(), "y": middle, "zero": 0.0, "value": row["share_actual"], "mark": row["share_level"],
        "mark_high": row["share_high"], "before": row["share_previous"], "figure": target_words.figure(row, language),
        "line": data.say("targets.line", language, asked=asked, documents=row["documents_brief"]),
        "missed": row["category"] == progress.MISSED,
    }  # fmt: skip


def heading_words(name: str, language: str) -> str:
    """Return the words of a group of bars: a pillar, or a unit where all provinces are shown."""
    data = dataset()
    if name in data.units.index:
        return target_words.unit_name(name, language)
    key = f"group.{name}"
    return data.say(key if data.words.has(key) else f"topic.{name}", language)


def head_words(row: pd.Series, language: str) -> dict[str, str]:
    """Return the name of an indicator and its newest comparable figure, in full and in brief."""
    data = dataset()
    period = labels.period_label(row["latest_period"], data.words, language)
    newest = target_words.value(row["indicator"], row["latest"], language)
    return {
        "name": data.indicators.at[row["indicator"], f"short_{language}"],
        "latest": data.say("targets.latest", language, value=newest, period=period),
        "brief": data.say("targets.figure", language, value=newest, period=period),
    }
