"""Play through the years: one map that takes period after period, with a card wherever the method changed."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components import current, figure, live, map_figures, merger_words
from components.dataset import dataset
from components.edition_words import edition_words
from components.figure import Figure
from indicators import classes, views
from indicators import format as labels
from indicators.selection import Selection

SECONDS = 1.8  # of a period; a card stands twice as long
HEIGHT = 428  # lower than the map alone: a row of buttons stands above it
STEP, RUNNING = "play_step", "play_running"


@dataclass(frozen=True)
class Step:
    """One step of the play: a period, or the card before a period whose method is new; each shown so many ticks."""

    period: str
    card: bool = False
    first: bool = True


def steps(chosen: Selection) -> list[Step]:
    """Return the steps in order: every period, and two ticks of a card before each that another method made."""
    data, held = dataset(), []
    periods = data.periods_of(chosen.indicator, chosen.basis)
    for before, period in zip(("", *periods), periods, strict=False):
        if before and not views.comparable(data, chosen.indicator, before, period):
            held += [Step(period, card=True), Step(period, card=True, first=False)]
        held.append(Step(period))
    return held


def _moment(chosen: Selection, held: list[Step]) -> int:
    """The step that is shown: the running one, else that of the period in the address."""
    running = st.session_state.get(STEP)
    if st.session_state.get(RUNNING) and running is not None and running < len(held):
        return running
    return next((index for index, step in enumerate(held) if step.period == chosen.period and not step.card), 0)


def _started() -> None:
    chosen = current.selection()
    held = steps(chosen)
    if st.session_state.get(RUNNING):
        _stopped(held[min(st.session_state.get(STEP, 0), len(held) - 1)].period)
        return
    at = _moment(chosen, held)
    st.session_state[STEP] = 0 if at >= len(held) - 1 else at
    st.session_state[RUNNING] = True


def _stopped(period: str) -> None:
    st.session_state[RUNNING] = False
    current.put("period", period)


def _jumped() -> None:
    _stopped(st.session_state["play_period"])


def show(chosen: Selection) -> None:
    """Draw the button and the play; while it runs, the part below draws itself anew and the page does not."""
    running = bool(st.session_state.get(RUNNING))
    st.fragment(_moving, run_every=SECONDS if running else None)(chosen, running)


def _moving(chosen: Selection, running: bool) -> None:
    held = steps(chosen)
    at = _moment(chosen, held)
    step = held[at]
    with st.container(gap="xsmall"):
        _row(chosen, step, running)
        made = shown(chosen.but(period=step.period), step.card)
        figure.head(made)
        wide, narrow = st.columns([3, 2], gap="medium")
        with wide:
            figure.show(made, on_select=lambda: current.picked("map"), heading=False)
        with narrow:
            _aside(chosen.but(period=step.period), step)
    if bool(st.session_state.get(RUNNING)) is not running:
        # Its clock is set where it is made: started or stopped, the page makes it anew (after drawing: nothing may vanish).
        st.rerun()
    if running:
        _advance(held, at)


def _advance(held: list[Step], at: int) -> None:
    """Set the next step for the next tick; after the last one the play ends and the address says where."""
    if at + 1 < len(held):
        st.session_state[STEP] = at + 1
        return
    st.session_state[RUNNING] = False
    st.query_params["period"] = held[-1].period
    st.rerun()


def _row(chosen: Selection, step: Step, running: bool) -> None:
    data, language = dataset(), chosen.language
    periods = data.periods_of(chosen.indicator, chosen.basis)
    current.give("play_period", step.period)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.button(
            data.say("play.stop" if running else "play.start", language), key="play_button", on_click=_started,
            icon=":material/pause:" if running else ":material/play_arrow:", width=150,
        )  # fmt: skip
        st.segmented_control(
            data.say("control.period", language), periods, key="play_period", on_change=_jumped, required=True,
            format_func=lambda name: labels.period_label(name, data.words, language), label_visibility="collapsed",
        )  # fmt: skip


def shown(chosen: Selection, card: bool) -> Figure:
    """Return the map of a step; while a card is shown its areas are blank, for the colours before and after do not compare."""
    made = map_figures.map_figure(chosen).but(height=HEIGHT)
    if not card:
        return made
    title = dataset().say("play.card_title", chosen.language, title=made.title)
    return made.but(frame=made.frame.assign(fill=figure.blank(), hover=title), title=title, live=live.CARD,
                    extra={**made.extra, "legend": made.extra["legend"].head(1)})  # fmt: skip


def _aside(chosen: Selection, step: Step) -> None:
    """Beside the map: the method, a card where it is new, else the first and the last provinces."""
    data, language = dataset(), chosen.language
    period = labels.period_label(chosen.period, data.words, language)
    edition = edition_words(chosen, chosen.period)
    if step.card:
        with st.container(border=True):
            st.markdown(f"#### {data.say('play.card', language, period=period)}")
            st.markdown(f"**{edition}**")
            st.markdown(data.say("play.card_words", language))
            _note(chosen)
        return
    frame = views.ordered(data, map_figures.drawn(chosen), chosen.indicator)
    st.markdown(f"## {period}")
    if edition:
        alike = classes.alike(data, chosen.indicator, chosen.basis, chosen.period)
        span = "–".join(dict.fromkeys((alike[0], alike[-1])))
        st.caption(data.say("play.edition", language, edition=edition, span=span))
    if frame.empty:
        st.caption(data.say("alt.empty", language, title=period))
        return
    decimals = int(data.indicators.at[chosen.indicator, "decimals"])
    mean = merger_words.signed(
        labels.number(frame["value"].mean(), decimals, language), bool(frame["derived"].any()), language
    )
    st.markdown(data.say("list.mean", language, count=len(frame), mean=f"**{mean}**"))
    _ends(data.say("play.first", language), frame.head(5))
    _ends(data.say("play.last", language), frame.tail(3))


def _ends(title: str, rows: pd.DataFrame) -> None:
    lines = [f"{row['name']} · **{row['label']}**" for _, row in rows.iterrows()]
    st.markdown(f":small[:gray[{title}]]  \n" + "  \n".join(lines))


def _note(chosen: Selection) -> None:
    """The note of the new method, where the tables hold one."""
    data = dataset()
    rows = data.tables["editions"]
    name = views.edition_of(data, chosen.indicator, chosen.period)
    held = rows.loc[(rows["indicator"] == chosen.indicator) & (rows["edition"] == name), f"note_{chosen.language}"]
    if len(held) and held.iloc[0]:
        st.caption(held.iloc[0])
