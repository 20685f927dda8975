"""Figures of the score sheet and of the firmness of ranks."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import assessment_words as words
from components import contributions, ladder, merger_words, points_lost, rank_interval, rises
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from indicators import format as labels
from indicators.assessment import uncertainty
from indicators.assessment.scores import BLOCK
from indicators.assessment.sheet import sheet
from indicators.selection import Selection

SHEET_COLUMNS = ("index", "line", "value", "weight", "reached", "lost", "median", "best", "best_name", "step", "status")
FIRM_COLUMNS = ("unit", "name", "official", "low", "median", "high", "equal", "geometric", "near", "status")
CHARTS = {
    "lost": points_lost.points_lost, "firmness": rank_interval.rank_interval, "ladder": ladder.ladder, "rises": rises.rises,
    "contributions": contributions.contributions,
}  # fmt: skip


@lru_cache(maxsize=16)
def spec(kind: str, is_dark: bool) -> dict:
    """Return the specification of one of this page's charts, built once."""
    return CHARTS[kind](is_dark)


def columns(names: tuple[str, ...], chosen: Selection) -> dict[str, str]:
    """Return columns of the table and the file with their titles."""
    return {name: words.say(f"column.{name}", chosen) for name in names}


def empty(figure_id: str, chosen: Selection, names: tuple[str, ...], reason: str) -> Figure:
    """Return a figure that says why there is nothing to draw."""
    title = words.say(f"empty_{figure_id}", chosen, name=words.name_of(chosen.unit, chosen))
    return Figure(
        id=figure_id, title=title, subtitle=reason, alt=reason, frame=pd.DataFrame(columns=list(names)), columns=columns(names, chosen),
        spec={"data": {"name": "frame"}, "mark": "point"}, selection=chosen, basis=chosen.basis, notes=(reason,), height=60,
    )  # fmt: skip


def sheet_frame(chosen: Selection) -> pd.DataFrame:
    """Return the drawn score sheet: `sheet` with line, label, hover, best_name, step (points of a rise by 0.01), implied."""
    found = words.held(chosen)
    frame = sheet(found, chosen.unit)
    frame["line"] = [words.component(row.index, row.members, chosen) for row in frame.itertuples(index=False)]
    frame["label"] = [words.say("lost_label", chosen, lost=words.points(-lost, chosen)) for lost in frame["lost"]]
    frame["indicator"] = words.indicators_of(frame["index"], chosen)
    frame["implied"] = frame["index"] == BLOCK
    frame["best_name"] = [words.name_of(unit, chosen) for unit in frame["best_unit"]]
    frame["step"] = frame["weight"] / 100
    frame["hover"] = [
        words.say(
            "lost_hover", chosen, name=row.line, reached=words.known_points(row.reached, chosen), weight=words.points(row.weight, chosen),
            lost=words.known_points(row.lost, chosen), median=words.known_points(row.median, chosen), best=words.known_points(row.best, chosen),
            best_name=row.best_name, step=words.points(row.step, chosen),
        )
        for row in frame.itertuples(index=False)
    ]  # fmt: skip
    return merger_words.marked(frame, chosen.language).assign(hover=frame["hover"])


@kept
def lost_figure(chosen: Selection) -> Figure:
    """Return the score sheet as points lost, the largest loss first."""
    found = words.held(chosen)
    if found is None:
        return empty("lost", chosen, SHEET_COLUMNS, words.why_none(chosen))
    frame = sheet_frame(chosen)
    name = words.name_of(chosen.unit, chosen)
    first = frame.iloc[0]
    alt = words.say(
        "lost_alt", chosen, name=name, period=chosen.period, reached=words.known_points(frame["reached"].sum(), chosen),
        weight=words.points(frame["weight"].sum(), chosen), index=first["line"], lost=words.known_points(first["lost"], chosen),
        count=len(frame),
    )  # fmt: skip
    alt = " ".join([alt, *words.left_out(chosen)])
    return Figure(
        id="lost", title=words.say("lost_title", chosen, name=name, period=chosen.period), subtitle=words.published(chosen, found),
        alt=alt, frame=frame, columns=columns(SHEET_COLUMNS, chosen), spec=spec("lost", dark()), selection=chosen,
        sources=words.sources(chosen, found), notes=(words.say("legend", chosen), *words.notes(chosen, found)), basis=chosen.basis,
        height=points_lost.ROW * len(frame) + 34,
    )  # fmt: skip


def firm_frame(chosen: Selection, found: uncertainty.Firmness) -> pd.DataFrame:
    """Return one row a unit in the order of the published ranks: places, interval, near ties, words."""
    pairs = uncertainty.near_ties(found)
    near: dict[str, list[str]] = {}
    for row in pairs.itertuples():
        near.setdefault(row.upper, []).append(row.lower)
        near.setdefault(row.lower, []).append(row.upper)
    frame = found.ranks.sort_values("official", kind="stable").rename_axis("unit").reset_index()
    frame["name"] = [words.name_of(unit, chosen) for unit in frame["unit"]]
    frame["near"] = [", ".join(words.name_of(other, chosen) for other in near.get(unit, ())) for unit in frame["unit"]]
    whole = {name: frame[name].astype("Int64") for name in ("official", "low", "median", "high", "equal", "geometric")}
    own = frame["unit"] == chosen.unit
    # rank and on: what a long list is cut by on the stage
    frame = frame.assign(own=own, on=own, rank=frame["official"], tied=frame["near"] != "", **whole)
    frame["line"] = [f"{row.official}. {row.name}" for row in frame.itertuples(index=False)]
    frame["label"] = [
        words.say("interval" if row.low != row.high else "interval_one", chosen, low=row.low, high=row.high)
        for row in frame.itertuples(index=False)
    ]
    frame["hover"] = [firm_sentence(row, chosen) for row in frame.itertuples(index=False)]
    return frame


def firm_sentence(row, chosen: Selection) -> str:
    """Return what one row of the rank intervals says in full."""
    key = "firm_hover_one" if row.low == row.high else "firm_hover"
    text = words.say(key, chosen, name=row.name, rank=row.official, low=row.low, high=row.high, equal=row.equal)
    if pd.notna(row.geometric):
        text = f"{text} {words.say('firm_geometric', chosen, rank=row.geometric)}"
    return f"{text} {words.say('firm_near', chosen, names=row.near)}" if row.near else text


@kept
def firmness_figure(chosen: Selection) -> Figure:
    """Return the interval of places of every unit over all draws."""
    held = words.held(chosen)
    found = uncertainty.firmness(dataset(), chosen.indicator, chosen.basis, chosen.period) if held is not None else None
    if found is None or held is None:
        return empty("firmness", chosen, FIRM_COLUMNS, words.why_none(chosen))
    frame = firm_frame(chosen, found)
    frame = frame.assign(status=frame["unit"].map(held.status[chosen.indicator]).fillna(""))
    frame = merger_words.marked(frame, chosen.language)
    own = frame[frame["own"]].iloc[0]
    notes = [
        words.say("firm_key", chosen),
        words.say("firm_note", chosen, draws=labels.number(found.draws, 0, chosen.language)),
    ]
    if found.joined:
        names = ", ".join(dataset().indicators.loc[list(found.joined), f"short_{chosen.language}"])
        notes.append(words.say("firm_joined", chosen, names=names))
    return Figure(
        id="firmness", title=words.say("firmness_title", chosen, name=words.name_of(chosen.unit, chosen), period=chosen.period),
        subtitle=words.published(chosen, held, "subtitle_rank"), alt=" ".join([own["hover"], *words.left_out(chosen)]), frame=frame, columns=columns(FIRM_COLUMNS, chosen),
        spec=spec("firmness", dark()), selection=chosen, sources=words.sources(chosen, held), notes=tuple(notes), basis=chosen.basis,
        height=rank_interval.ROW * len(frame) + 6, row=rank_interval.ROW, narrowest=rank_interval.NARROWEST,
    )  # fmt: skip


FIGURES = {"lost": lost_figure, "firmness": firmness_figure}
