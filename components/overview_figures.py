"""Figures of the overview: map and list of the newest overall index, and who moved most."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import map_figures, merger_words, movers, rank_firmness
from components.dataset import dataset
from components.figure import Figure, Native, dark
from components.kept import kept
from indicators import format as labels
from indicators import merging, overview
from indicators.selection import Selection

MAP_HEIGHT = 380
MOVER_COLUMNS = (
    "unit",
    "name",
    "rank_earlier",
    "rank_later",
    "move",
    "rank_status",
    "status",
    "status_earlier",
    "source",
)


def map_figure(chosen: Selection) -> Figure:
    """Return the map of the overview: lower than on the map page, so that it stands on the first screen."""
    return map_figures.map_figure(chosen).but(height=MAP_HEIGHT)


def heading(chosen: Selection, held) -> tuple[str, str]:
    """Return the overview's title and its line of context: who leads, how far the last is."""
    data, language = dataset(), chosen.language
    title = data.say("overview.title", language)
    if held.empty:
        return title, ""
    first, last = held.iloc[0], held.iloc[-1]
    decimals = int(data.indicators.at[chosen.indicator, "decimals"])
    context = data.say(
        "overview.context", language, indicator=data.indicators.at[chosen.indicator, f"title_{language}"], period=chosen.period,
        first=first["name"], first_label=first["label"], last=last["name"], last_label=last["label"],
        gap=labels.number(abs(first["value"] - last["value"]), decimals, language),
    )  # fmt: skip
    return title, context


@lru_cache(maxsize=2)
def _spec(is_dark: bool) -> dict:
    return movers.movers(is_dark)


def with_words(frame: pd.DataFrame, indicator: str, earlier: str, later: str, language: str) -> pd.DataFrame:
    """Return rank moves with derived, label and hover; what comes from a derived value bears its sign, a rank its interval."""
    sides = {name: frame[name] == merging.DERIVED for name in ("status_earlier", "status")}
    made = sides["status_earlier"] | sides["status"]
    label = [
        merger_words.signed(labels.number(move, 0, language, signed=True), one, language)
        for move, one in zip(frame["move"], made, strict=True)
    ]
    ranks = {
        name: [
            rank_firmness.beside(merger_words.signed(str(rank), made, language), indicator, unit, period, language)
            for rank, made, unit in zip(frame[name], sides[side], frame["unit"], strict=True)
        ]
        for name, side, period in (("rank_earlier", "status_earlier", earlier), ("rank_later", "status", later))
    }
    hover = [
        dataset().say("movers.hover", language, name=name, earlier=one, later=other, first=earlier, last=later)
        for name, one, other in zip(frame["name"], ranks["rank_earlier"], ranks["rank_later"], strict=True)
    ]
    firm = [
        rank_firmness.after("", rank, indicator, unit, later, language)
        for rank, unit in zip(frame["rank_later"], frame["unit"], strict=True)
    ]
    return frame.assign(derived=made, label=label, hover=hover, firm=firm)


def with_intervals(frame: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the columns of the moves with their titles, those of the intervals of both ranks behind them."""
    found = {name: dataset().say(f"column.{name}", language) for name in MOVER_COLUMNS}
    return found | rank_firmness.titles_of_two(frame, language)


def _no_moves(chosen: Selection) -> Figure:
    """The figure of moves where no two complete rankings exist: empty, and says so."""
    data, language = dataset(), chosen.language
    title = data.say("movers.title_none", language, indicator=data.indicators.at[chosen.indicator, f"title_{language}"])
    reason = data.say("movers.none", language)
    return Figure(
        id="movers", title=title, subtitle=map_figures.basis_words(chosen.basis, language), alt=reason,
        frame=pd.DataFrame(columns=list(MOVER_COLUMNS)), columns={name: data.say(f"column.{name}", language) for name in MOVER_COLUMNS},
        spec=_spec(dark()), selection=chosen, notes=(reason,), basis=chosen.basis, height=60,
    )  # fmt: skip


@kept
def movers_figure(chosen: Selection) -> Figure:
    """Return the rank moves between the newest two complete rankings of one basis."""
    data, language = dataset(), chosen.language
    basis, earlier, later = overview.last_two(data, chosen.indicator, chosen.basis)
    if not basis:
        return _no_moves(chosen)
    frame = overview.most_moved(overview.moves(data, chosen.indicator, basis, earlier, later)).reset_index(drop=True)
    whole = {name: frame[name].astype("Int64") for name in ("rank_earlier", "rank_later", "move")}
    frame = frame.assign(name=frame[f"name_{language}"], rising=frame["move"] > 0, **whole)
    frame["line"] = frame["name"]
    frame = with_words(frame, chosen.indicator, earlier, later, language).assign(period=later, period_earlier=earlier)
    frame = rank_firmness.of_two(frame, chosen)
    indicator = data.indicators.at[chosen.indicator, f"title_{language}"]
    same = overview.views.comparable(data, chosen.indicator, earlier, later)
    note = data.say("movers.same_method" if same else "movers.method_changed", language, earlier=earlier, later=later)
    title = data.say("movers.title", language, indicator=indicator, earlier=earlier, later=later)
    first, last = frame.iloc[0], frame.iloc[-1]
    alt = data.say(
        "movers.alt", language, title=title, first=first["name"], first_move=first["label"], last=last["name"],
        last_move=last["label"],
    )  # fmt: skip
    return Figure(
        id="movers", title=title, subtitle=f"{map_figures.basis_words(basis, language)} · {note}", alt=alt, frame=frame,
        columns=with_intervals(frame, language), spec=_spec(dark()), selection=chosen,
        sources=tuple(frame["source"].value_counts().index), notes=(data.say("movers.key", language, earlier=earlier, later=later), note), basis=basis, height=24 * len(frame) + 40,
        native=Native("bar", "name", "move"),
    )  # fmt: skip


FIGURES = {"map": map_figure, "list": map_figures.list_figure, "movers": movers_figure}
