"""Figures of the comparison over time: lines, two periods, ranks."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import bump, compare_words, dumbbell, lines, merger_words, rank_firmness, slots
from components.dataset import dataset
from components.figure import BELOW, Figure, dark
from components.kept import kept
from components.map_figures import basis_words, used_sources
from indicators import comparing, merging, periods, views
from indicators import format as labels
from indicators.selection import Selection

LINE_COLUMNS = ("unit", "name", "period", "value", "rank", "rank_of", "rank_status", "status", "source")
TWO_COLUMNS = (
    "unit", "name", "period_earlier", "period_later", "value_earlier", "value_later", "change", "rank_earlier", "rank_later",
    "move", "rank_of", "status_earlier", "status_later", "source_earlier", "source_later",
)  # fmt: skip
SIGN = 0.035  # part of the drawn range within which two signs would touch
SIDES = ("_earlier", "_later")
RANK_COLUMNS = ("unit", "name", "period", "rank", "rank_of", "tied", "rank_status", "status", "source")


@lru_cache(maxsize=8)
def _spec(kind: str, is_dark: bool) -> dict:
    makers = {"lines": lines.lines, "values": dumbbell.dumbbell, "bump": bump.bump}
    return dumbbell.dumbbell(is_dark, ranks=True) if kind == "ranks" else makers[kind](is_dark)


def drawn_lines(chosen: Selection, units: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of the lines: each unit's points, then the mean of all units as computed rows."""
    data, language = dataset(), chosen.language
    own = comparing.over_time(data, chosen.indicator, units)
    own = own[own["value"].notna()].assign(name=own[f"name_{language}"])
    mean = comparing.means(data, chosen.indicator, chosen.basis).assign(
        slot=slots.MEAN, unit="", source="", name=compare_words.mean_name(chosen)
    )
    frame = pd.concat([own, mean[mean["period"].isin(set(own["period"]))]], ignore_index=True)
    words = ("rank_status", "status", "source", "rank_source")
    frame[list(words)] = frame[list(words)].fillna("")
    frame[["rank", "rank_of"]] = frame[["rank", "rank_of"]].astype("Int64")
    frame["derived"] = frame["status"].isin(merging.MADE)
    frame["part"] = frame["slot"].astype(str) + " " + frame["edition"]
    frame["hover"] = [compare_words.point(row, chosen) for row in frame.itertuples()]
    return rank_firmness.joined(frame.assign(signed=signs(frame)), chosen)


def signs(frame: pd.DataFrame) -> list[bool]:
    """Return which points bear the sign of a derived value: of points of one period that lie upon each other the highest alone."""
    near = SIGN * ((frame["value"].max() - frame["value"].min()) or 1.0)
    made = frame[frame["derived"].astype(bool)].sort_values("value", ascending=False)
    kept: dict[float, list[float]] = {}
    shown = set()
    for index, position, value in zip(made.index, made["position"], made["value"], strict=True):
        held = kept.setdefault(position, [])
        if not held or held[-1] - value > near:
            held.append(value)
            shown.add(index)
    return [index in shown for index in frame.index]


def line_ends(frame: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """Return the labels at the ends of lines: the last point of each, its name, value and rank, moved apart."""
    last = frame.sort_values("position").groupby("slot", sort=True).tail(1).sort_values("slot")
    values = list(last["value"])
    least, most = frame["value"].min(), frame["value"].max()
    words = [compare_words.end(row, chosen) for row in last.itertuples()]
    room = lines.LABEL + lines.LINE * max((text.count("\n") for text in words), default=0)
    place = lines.apart(values, least, most, room) if values else []
    return last[["position", "value", "slot", "name"]].assign(place=place, label=words)


@kept
def lines_figure(chosen: Selection) -> Figure:
    """Return the compared units over time, broken where the method changed."""
    data, language = dataset(), chosen.language
    units = comparing.shown(data, chosen)
    frame = drawn_lines(chosen, units)
    own = frame[frame["slot"] < slots.MEAN]
    edges = compare_words.breaks(chosen, tuple(own["period"]))
    notes = [*compare_words.without_value(chosen, units, set(own["unit"])), *edges["note"]]
    title = data.say(
        "compare.lines_title", language, indicator=data.indicators.at[chosen.indicator, f"title_{language}"],
        names=compare_words.names(units, language),
    )  # fmt: skip
    alt = compare_words.standing(chosen, units) or data.say("province.trend_empty", language, title=title)
    return Figure(
        id="lines", spoken=BELOW, title=title, subtitle=compare_words.subtitle(chosen), alt=" ".join([title + ".", alt, *notes]), frame=frame,
        columns=compare_words.columns(LINE_COLUMNS, language) | rank_firmness.titles(frame, language), spec=_spec("lines", dark()), selection=chosen,
        extra={"breaks": edges, "labels": line_ends(frame, chosen)}, sources=used_sources(own), notes=tuple(notes),
        basis=chosen.basis, height=lines.HEIGHT,
    )  # fmt: skip


def two_columns(frame: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the columns of two periods with their titles, the intervals of both ranks among them."""
    found = compare_words.columns(TWO_COLUMNS, language)
    return found | rank_firmness.titles(frame, language, SIDES[0]) | rank_firmness.titles(frame, language, SIDES[1])


def drawn_two(chosen: Selection, units: tuple[str, ...], ranks: bool) -> pd.DataFrame:
    """Return the rows of the dumbbell: the compared units with both ends as values or as ranks, and their words."""
    data, language = dataset(), chosen.language
    earlier, later = compare_words.two_periods(chosen)
    frame = comparing.two_periods(data, chosen.indicator, chosen.basis, earlier, later)
    frame = frame.set_index("unit", drop=False).loc[list(units)].reset_index(drop=True)
    frame = frame.assign(
        slot=range(len(frame)), name=frame[f"name_{language}"], line=frame[f"name_{language}"], period_earlier=earlier,
        period_later=later, derived=frame["status_later"] == merging.DERIVED,
    )  # fmt: skip
    what = "rank" if ranks else "value"
    frame["earlier"], frame["later"] = frame[f"{what}_earlier"], frame[f"{what}_later"]
    frame = frame[frame["earlier"].notna() & frame["later"].notna()].reset_index(drop=True)
    frame["rising"] = frame["move"] >= 0 if ranks else frame["change"] >= 0
    for name in ("rank_earlier", "rank_later", "rank_of", "move"):
        frame[name] = frame[name].astype("Int64")
    for side in ("earlier", "later"):
        frame[f"{side}_label"] = [compare_words.side(row, side, chosen, ranks) for row in frame.itertuples()]
    frame["change_label"] = [compare_words.change(row, chosen, ranks) for row in frame.itertuples()]
    frame["hover"] = [compare_words.two_sentence(row, chosen) for row in frame.itertuples()]
    for tail in SIDES:
        frame = rank_firmness.joined(frame, chosen, tail)
    return frame


@kept
def dumbbell_figure(chosen: Selection) -> Figure:
    """Return two periods of the compared units: values within one method, else their ranks and the reason."""
    data, language = dataset(), chosen.language
    units = comparing.shown(data, chosen)
    earlier, later = compare_words.two_periods(chosen)
    ranks = not earlier or not views.comparable(data, chosen.indicator, earlier, later)
    frame = drawn_two(chosen, units, ranks) if earlier else pd.DataFrame(columns=[*TWO_COLUMNS, "hover"])
    notes = compare_words.refusal(chosen, earlier, later) if ranks else []
    notes += compare_words.without_both(chosen, units, set(frame["unit"])) if earlier else []
    shown = [labels.period_label(period, data.words, language) for period in (earlier, later)]
    title = data.say(
        "compare.ranks_title" if ranks else "compare.values_title", language, earlier=shown[0], later=shown[1],
        indicator=data.indicators.at[chosen.indicator, f"title_{language}"],
    )  # fmt: skip
    own = frame.assign(source=frame["source_later"], rank_source=frame["source_earlier"])
    return Figure(
        id="dumbbell", title=title, alt=" ".join([title + ".", *frame["hover"], *notes]),
        subtitle=data.say("compare.two_subtitle", language, said=compare_words.subtitle(chosen), earlier=shown[0], later=shown[1]),
        frame=frame, columns=two_columns(frame, language), spec=_spec("ranks" if ranks else "values", dark()),
        selection=chosen, sources=used_sources(own), notes=tuple(notes), basis=chosen.basis, height=dumbbell.ROW * max(2, len(frame)) + 50,
    )  # fmt: skip


def drawn_ranks(chosen: Selection, units: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of the bump chart: every unit's ranks of the basis, the compared ones last so that they lie on top."""
    data, language = dataset(), chosen.language
    frame = comparing.ranks(data, chosen.indicator, chosen.basis)
    place = {unit: slot for slot, unit in enumerate(units)}
    frame = frame.assign(slot=frame["unit"].map(place).fillna(slots.REST).astype(int), name=frame[f"name_{language}"])
    frame = frame.sort_values(["slot", "unit", "position"]).reset_index(drop=True)
    frame[["rank", "rank_of"]] = frame[["rank", "rank_of"]].astype("Int64")
    frame["part"] = frame["unit"] + " " + frame["edition"]
    frame["derived"] = frame["status"] == merging.DERIVED
    frame["number"] = [
        merger_words.signed(f"{row.rank}{'=' if row.tied else ''}", row.derived, language) for row in frame.itertuples()
    ]
    frame["hover"] = [compare_words.rank_point(row, chosen) for row in frame.itertuples()]
    frame["number_place"] = apart(frame)
    frame = rank_firmness.joined(frame, chosen)
    lacking = [name for name in rank_firmness.COLUMNS if name not in frame]
    return frame.assign(**dict.fromkeys(lacking, pd.NA))


def apart(frame: pd.DataFrame) -> pd.Series:
    """Return where the compared units' ranks are written: at their marks, or moved apart where marks of one period lie close."""
    places = frame["place"].astype(float)
    for _, block in places[frame["slot"] >= 0].groupby(frame["period"]):
        moved = lines.apart([-place for place in block], -places.max(), -1.0, bump.NUMBER, bump.HEIGHT)
        places[block.index] = [-place for place in moved]
    return places


def links(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the way of each unit across a change of method: position, place, to, place_to, slot."""
    following = frame.groupby("unit", sort=False)[["position", "place", "edition"]].shift(-1)
    crossing = following["edition"].notna() & (following["edition"] != frame["edition"])
    held = frame.assign(to=following["position"], place_to=following["place"])
    return held.loc[crossing, ["position", "place", "to", "place_to", "slot"]]


def rank_ends(ends: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """Return the words at the ends of the compared units' lines: slot and name, with the interval of the newest rank."""
    names = [compare_words.firm(row.name, row, row.period, chosen) for row in ends.itertuples(index=False)]
    return ends[["slot"]].assign(name=names)


@kept
def bump_figure(chosen: Selection) -> Figure:
    """Return the ranks of one basis over time, the compared units in colour."""
    data, language = dataset(), chosen.language
    units = comparing.shown(data, chosen)
    frame = drawn_ranks(chosen, units)
    named = frame[frame["slot"] >= 0]
    ends = named.sort_values("position").groupby("slot").tail(1)
    room = (
        lines.apart([-place for place in ends["place"]], -frame["place"].max(), -1.0, 17, bump.HEIGHT)
        if len(ends)
        else []
    )
    edges = compare_words.breaks(chosen, tuple(frame["period"]))
    notes = compare_words.rank_notes(chosen, frame, units)
    title = data.say(
        "compare.bump_title", language, indicator=data.indicators.at[chosen.indicator, f"title_{language}"],
        first=labels.period_label(next(iter(periods.ordered(frame["period"])), chosen.period), data.words, language),
        last=labels.period_label((periods.ordered(frame["period"]) or [chosen.period])[-1], data.words, language),
    )  # fmt: skip
    return Figure(
        id="bump", title=title, subtitle=f"{data.say('compare.bump_subtitle', language)} · {basis_words(chosen.basis, language)}",
        spoken=BELOW, alt=" ".join([title + ".", *named.groupby("slot")["hover"].last(), *notes, *edges["note"]]), frame=frame,
        columns=compare_words.columns(RANK_COLUMNS, language) | rank_firmness.titles(frame, language), spec=_spec("bump", dark()), selection=chosen,
        extra={"links": links(frame), "breaks": edges, "labels": rank_ends(ends, chosen).assign(place=[-place for place in room])},
        sources=used_sources(frame), notes=(*notes, *edges["note"]), basis=chosen.basis, height=bump.HEIGHT,
    )  # fmt: skip


FIGURES = {"lines": lines_figure, "dumbbell": dumbbell_figure, "bump": bump_figure}
