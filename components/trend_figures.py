"""Figures of one unit over time: the trend of one indicator and the small trends of the index."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import multiples, trend
from components.dataset import dataset
from components.figure import Figure, dark
from components.map_figures import used_sources
from components.province_figures import INDEX_TOPICS, title, value_text
from indicators import format as labels
from indicators import merging, periods, profile
from indicators.selection import Selection

COLUMNS = ("indicator", "unit", "name", "period", "value", "rank", "rank_of", "rank_status", "status", "source")
PANELS = 8


@lru_cache(maxsize=4)
def _spec(kind: str, is_dark: bool) -> dict:
    return trend.trend(is_dark) if kind == "trend" else multiples.multiples(is_dark)


def lines(chosen: Selection, indicator: str) -> pd.DataFrame:
    """Return the rows that a trend draws: the unit's own points, and the mean of all units as computed rows."""
    data, language = dataset(), chosen.language
    held = profile.history(data, indicator, chosen.unit)
    held = held[held["value"].notna()].reset_index(drop=True)
    own = held.assign(own=True, name=held[f"name_{language}"], derived=held["status"] == merging.DERIVED)
    mean = held.assign(
        own=False, unit="", value=held["mean"], rank=float("nan"), rank_of=float("nan"), rank_status="", status="computed",
        derived=False, name=data.say("province.all_units", language),
    )  # fmt: skip
    frame = pd.concat([mean, own], ignore_index=True).assign(indicator=indicator)
    frame["part"] = frame["own"].map({True: "own ", False: "mean "}) + frame["edition"]
    frame[["rank", "rank_of"]] = frame[["rank", "rank_of"]].astype("Int64")
    words = [value_text(indicator, row.value, language, row.status) for row in frame.itertuples()]
    frame["label"] = [
        f"{label}\n" + data.say("province.rank_short", language, rank=row.rank, of=row.rank_of) if row.own and pd.notna(row.rank) else label
        for label, row in zip(words, frame.itertuples(), strict=True)
    ]  # fmt: skip
    frame["hover"] = [
        data.say("province.point", language, name=row.name, label=label, status=data.say(f"status.{row.status}", language),
                 period=labels.period_label(row.period, data.words, language))
        for label, row in zip(words, frame.rename(columns={"name": "name"}).itertuples(), strict=True)
    ]  # fmt: skip
    return frame


def breaks(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return where the method changed between two drawn points: position between them, and the words."""
    own = frame[frame["own"]].reset_index(drop=True)
    rows = []
    for index in range(1, len(own)):
        if own.at[index, "edition"] != own.at[index - 1, "edition"]:
            place = (own.at[index, "position"] + own.at[index - 1, "position"]) / 2
            rows.append({"position": place, "text": dataset().say("province.break", language)})
    return pd.DataFrame(rows, columns=["position", "text"])


def rank_only(chosen: Selection, indicator: str) -> list[str]:
    """Return a sentence for each period in which only a rank of the unit was published."""
    data, language = dataset(), chosen.language
    held = profile.history(data, indicator, chosen.unit)
    held = held[held["value"].isna() & held["rank"].notna()]
    return [
        data.say("province.rank_only", language, period=labels.period_label(row.period, data.words, language),
                 rank=int(row.rank), of=int(row.rank_of))
        for row in held.itertuples()
    ]  # fmt: skip


def trend_figure(chosen: Selection) -> Figure:
    """Return the trend of the chosen indicator for the chosen unit, beside the mean of all units."""
    data, language = dataset(), chosen.language
    frame = lines(chosen, chosen.indicator)
    about = data.indicators.loc[chosen.indicator]
    words = title(chosen, "province.trend_title", indicator=about[f"title_{language}"])
    own = frame[frame["own"]]
    if own.empty:
        alt = data.say("province.trend_empty", language, title=words)
    else:
        first, last = own.iloc[0], own.iloc[-1]
        alt = data.say(
            "province.trend_alt", language, title=words, first=first["label"].replace("\n", ", "), earlier=first["period"],
            last=last["label"].replace("\n", ", "), later=last["period"], count=len(own),
        )  # fmt: skip
    edges = breaks(frame, language)
    notes = [*rank_only(chosen, chosen.indicator), *([data.say("province.break_note", language)] if len(edges) else [])]
    if frame["derived"].any():
        notes.append(data.say("province.derived_note", language))
    return Figure(
        id="trend", title=words, subtitle=data.say(f"unit.{about['unit']}", language), alt=" ".join([alt, *notes]), frame=frame,
        columns={name: data.say(f"column.{name}", language) for name in COLUMNS}, spec=_spec("trend", dark()), selection=chosen,
        extra={"breaks": edges}, sources=used_sources(frame.assign(rank_source="")), notes=tuple(notes), basis=chosen.basis, height=280,
    )  # fmt: skip


def panels_figure(chosen: Selection) -> Figure:
    """Return small trends of the index, its pillars and parts: those with at least two values of the unit."""
    data, language = dataset(), chosen.language
    names = [name for name in data.indicators.index if data.indicators.at[name, "topic"] in INDEX_TOPICS]
    blocks = []
    for name in names:
        frame = lines(chosen, name)
        if frame["own"].sum() >= 2 and len(blocks) < PANELS:
            newest = frame.loc[frame["own"], "position"].max()
            short = data.indicators.at[name, f"short_{language}"]
            blocks.append(
                frame.assign(
                    panel=short,
                    order=len(blocks),
                    last=frame["position"] == newest,
                    label=frame["label"].str.partition("\n")[0],
                )
            )
    frame = (
        pd.concat(blocks, ignore_index=True)
        if blocks
        else lines(chosen, names[0]).assign(panel="", order=0, last=False)
    )
    words = title(chosen, "province.pillars_title")
    span = periods.ordered(frame["period"]) or [""]
    alt = data.say("province.pillars_alt", language, title=words, count=len(blocks), first=span[0], last=span[-1])
    return Figure(
        id="pillars", title=words, subtitle=data.say("province.pillars_subtitle", language), alt=alt, frame=frame,
        columns={name: data.say(f"column.{name}", language) for name in COLUMNS}, spec=_spec("multiples", dark()), selection=chosen,
        sources=used_sources(frame.assign(rank_source="")), notes=(data.say("province.break_note", language),), basis=chosen.basis,
        height=(multiples.PANEL_HEIGHT + 50) * ((len(blocks) + 1) // 2) + 20,
    )  # fmt: skip


FIGURES = {"trend": trend_figure, "pillars": panels_figure}
