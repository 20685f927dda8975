"""The two sides of the map page: the choices with the picture that they change, and the provinces in order.

A choice of indicator or period draws both pictures before the page follows (components/choice.py). Measured: docs/performance.md.
"""

from __future__ import annotations

import time

import streamlit as st

from components import controls, current, difference_figures, figure, map_modes, period_figures, play, web_panel
from components.dataset import dataset
from indicators import format as labels
from indicators.selection import Selection

HEAD_START = 0.12  # seconds; the rest of the page takes a browser some 250 ms to mount
QUIET = map_modes.QUIET
ROW = {"horizontal": True, "vertical_alignment": "center", "gap": "xsmall"}
HEAD = 54  # pixels of the choices and the head above the picture, less the choice of a province above the list


def show(chosen: Selection) -> None:
    """Draw the open view: on two sides, or over the whole width where it holds several maps."""
    if map_modes.mode(chosen) in ("multiples", "play"):
        _whole(chosen)
        return
    drawn = map_modes.pictures(chosen)
    wide, narrow = st.columns([3, 2], gap="medium")
    with wide, st.container(gap="xsmall"):
        # Filled with the picture first, for it is what a visitor waits for.
        head, choices = st.container(key="map_head"), st.container(key="map_choices", **ROW)
        with st.container(key="map_picture", gap="xsmall"):
            _picture(chosen, drawn)
        _first()
        with choices:
            _choices(chosen)
        with st.container(key="map_foot", gap="xsmall"):
            map_modes.owed(chosen)
            if drawn:
                figure.foot(drawn[0])
    with narrow:
        _provinces(chosen, drawn)
    if drawn:
        with head:
            figure.head(drawn[0])


def _picture(chosen: Selection, drawn: tuple[figure.Figure, figure.Figure] | None) -> None:
    if map_modes.mode(chosen) == "web":
        web_panel.show(chosen)
    elif drawn:
        figure.picture(drawn[0], lambda: current.picked(drawn[0].id))
    else:
        st.caption(map_modes.say("no_moves", chosen))


def _first() -> None:
    """At the first picture of a visit let the browser mount it before it takes in the rest, for which places are kept."""
    if "_map_seen" not in st.session_state:
        st.session_state["_map_seen"] = True
        time.sleep(HEAD_START)


def _choices(chosen: Selection) -> None:
    controls.indicator(chosen, **QUIET)
    if map_modes.mode(chosen) == "difference":
        _earlier(chosen)
    controls.period(chosen, width=130, **QUIET)


def _earlier(chosen: Selection) -> None:
    """Draw the choice of the period that the later one is set against."""
    held = [name for name in dataset().periods_of(chosen.indicator, chosen.basis)[::-1] if name != chosen.period]
    shown = difference_figures.periods(chosen)[0] or None
    st.selectbox(
        map_modes.say("earlier", chosen), held, **current.bound("from", shown, chosen.period), width=130, **QUIET,
        format_func=lambda name: labels.period_label(name, dataset().words, chosen.language),
    )  # fmt: skip


def _provinces(chosen: Selection, drawn: tuple[figure.Figure, figure.Figure] | None) -> None:
    controls.unit(chosen, none=map_modes.say("find", chosen), **QUIET)
    if chosen.unit:
        controls.open_province(chosen)
    if drawn:
        listed(drawn[1], drawn[0].height + HEAD - (44 if chosen.unit else 0))


def listed(made: figure.Figure, room: int) -> None:
    """Draw an ordered list that scrolls within a room of so many pixels."""
    if made.live:
        figure.show(made, on_select=lambda: current.picked(made.id), heading=False, room=room)
        return
    with st.container(height=room + 4, border=False):
        figure.show(made, on_select=lambda: current.picked(made.id), heading=False)


def _whole(chosen: Selection) -> None:
    with st.container(**ROW):
        _choices(chosen)
        controls.unit(chosen, none=map_modes.say("find", chosen), width=270, **QUIET)
        if chosen.unit:
            controls.open_province(chosen)
    with st.container(key="map_owed", gap="xxsmall"):
        map_modes.owed(chosen)
    if map_modes.mode(chosen) == "play":
        play.show(chosen)
        return
    made = period_figures.multiples_figure(chosen)
    figure.head(made)
    for note in made.notes[:1]:
        st.caption(note)
    figure.show(made, heading=False)
