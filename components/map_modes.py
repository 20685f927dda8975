"""The ways of seeing of the map page: controls in a row, the bar of views, and what each view draws."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import (
    controls,
    current,
    difference_figures,
    figure,
    former_borders,
    map_figures,
    period_figures,
    play,
    tile_figures,
    web_panel,
)
from components.dataset import dataset
from components.figure import Figure
from indicators import classes, views
from indicators import format as labels
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

PLAIN = "map"
OF_ONE_PERIOD = (PLAIN, "tiles", "web")
FEW = 8  # so few provinces are named one by one
QUIET = {"label_visibility": "collapsed"}


def say(key: str, chosen: Selection, **names: object) -> str:
    """Return a sentence of the map page."""
    return dataset().say(f"map.{key}", chosen.language, **names)


def mode(chosen: Selection) -> str:
    """Return the view that is open: the one in the address where it can be drawn, else the first."""
    held = offered(chosen)
    return chosen.mode if chosen.mode in held else next(iter(held))


def offered(chosen: Selection) -> dict[str, Callable[[Selection], None]]:
    """Return the views of an indicator: totals are no matter for a map of areas, a single period is no matter for time."""
    data = dataset()
    held = dict(MODES)
    if not mappable(chosen):
        held = {"tiles": tiled}
    if len(data.periods_of(chosen.indicator, chosen.basis)) < 2:
        held = {name: draw for name, draw in held.items() if name not in ("difference", "multiples", "play")}
    return held


def mappable(chosen: Selection) -> bool:
    """Return whether the areas of a map may be coloured by an indicator: a rate or a score, never a total."""
    return dataset().indicators.at[chosen.indicator, "display"] == "map"


def places() -> tuple:
    """Return the places of the page from top to bottom: choices, views, what must be said first, the picture."""
    row = {"horizontal": True, "vertical_alignment": "center", "gap": "xsmall"}
    # What is owed has a place of its own, empty or not: what follows must not move, or it would be drawn anew.
    return (
        st.container(**row), st.container(**row), st.container(key="map_owed", gap="xxsmall"),
        st.container(key="map_picture", gap="xsmall"),
    )  # fmt: skip


def controls_row(chosen: Selection) -> None:
    """Draw the choices: indicator, period, basis, province."""
    controls.indicator(chosen, **QUIET)
    if mode(chosen) == "difference":
        earlier(chosen)
    controls.period(chosen, width=130, **QUIET)
    controls.basis(chosen, width="content", **QUIET)
    controls.unit(chosen, none=say("find", chosen), width=270, **QUIET)


def earlier(chosen: Selection) -> None:
    """Draw the choice of the period that the later one is set against."""
    held = [name for name in dataset().periods_of(chosen.indicator, chosen.basis)[::-1] if name != chosen.period]
    st.session_state[current.WIDGET + "from"] = difference_figures.periods(chosen)[0] or None
    st.selectbox(
        say("earlier", chosen), held, key=current.WIDGET + "from", on_change=current.put, args=("from",), width=130, **QUIET,
        format_func=lambda name: labels.period_label(name, dataset().words, chosen.language),
    )  # fmt: skip


def bar(chosen: Selection) -> None:
    """Draw the bar of views, the settings of the picture and the way to the chosen province."""
    held = list(offered(chosen))
    st.session_state[current.WIDGET + "mode"] = mode(chosen)
    st.segmented_control(
        say("mode", chosen), held, key=current.WIDGET + "mode", on_change=current.put, args=("mode",), required=True, **QUIET,
        format_func=lambda name: say(f"mode.{name}", chosen), width="content",
    )  # fmt: skip
    if mode(chosen) not in ("difference", "multiples"):
        with st.popover(say("settings", chosen), icon=":material/tune:"):
            settings(chosen)
    elif mode(chosen) == "difference":
        former_borders.switch(chosen)
    st.space("stretch")
    if chosen.unit:
        controls.open_province(chosen)


def settings(chosen: Selection) -> None:
    """Draw how values become colours, and the switch of the old borders."""
    data = dataset()
    used = classes.method_of(data, chosen.indicator, chosen.period, chosen.classes)
    stated = classes.fixed(data, chosen.indicator, views.edition_of(data, chosen.indicator, chosen.period))
    held = [name for name in classes.METHODS if name != classes.FIXED or stated]
    st.session_state[current.WIDGET + "classes"] = used
    st.radio(
        say("classes", chosen), held, key=current.WIDGET + "classes", on_change=current.put, args=("classes",),
        format_func=lambda name: data.say(f"classes.{name}", chosen.language),
    )  # fmt: skip
    former_borders.switch(chosen)


def owed(chosen: Selection) -> None:
    """Draw what must be said before the picture: an unknown view, a total, few figures."""
    if chosen.mode and chosen.mode not in MODES:
        st.info(
            dataset().say("notice.unknown", chosen.language, name="mode", given=chosen.mode[:40]),
            icon=":material/info:",
        )
    if not mappable(chosen):
        st.caption(f":material/info: {say('total', chosen)}")
    sentence = coverage(chosen) if mode(chosen) in OF_ONE_PERIOD else ""
    if sentence:
        st.caption(f":material/info: {sentence}")


def coverage(chosen: Selection) -> str:
    """Return what exists where fewer than half of the provinces have a value: who they are; "" elsewhere."""
    return _coverage(dataset(), map_figures.key(chosen))


@remembered(256)
def _coverage(data: Dataset, chosen: Selection) -> str:
    frame = map_figures.drawn(chosen)
    held = views.ordered(data, frame, chosen.indicator)
    if len(held) * 2 >= len(frame):
        return ""
    if held.empty:
        ranked = int(frame["rank"].notna().sum())
        return say("only_ranks" if ranked else "nothing", chosen, count=ranked, all=len(frame))
    named = ", ".join(f"{row['name']} ({row['label']})" for _, row in held.head(FEW).iterrows())
    return say("few" if len(held) <= FEW else "part", chosen, count=len(held), all=len(frame), names=named)


def beside(left: Figure, right: Figure) -> None:
    """Draw a picture with its ordered list beside it, under one head; the picture first, for it is what a visitor waits for."""
    head = st.container(gap=None)
    wide, narrow = st.columns([3, 2], gap="medium")
    with wide:
        figure.show(left, on_select=lambda: current.picked(left.id), heading=False)
    with narrow:
        listed(right, left.height)
    with head:
        figure.head(left)


def listed(made: Figure, room: int) -> None:
    """Draw an ordered list that scrolls within a room of so many pixels."""
    if made.live:
        figure.show(made, on_select=lambda: current.picked(made.id), heading=False, room=room)
        return
    with st.container(height=room + 4, border=False):
        figure.show(made, on_select=lambda: current.picked(made.id), heading=False)


def plain(chosen: Selection) -> None:
    """Draw the map and the ordered list."""
    beside(map_figures.map_figure(chosen), map_figures.list_figure(chosen))


def tiled(chosen: Selection) -> None:
    """Draw the tile-grid map and the ordered list."""
    beside(tile_figures.tiles_figure(chosen), map_figures.list_figure(chosen))


def differing(chosen: Selection) -> None:
    """Draw the change between two periods, or, across methods, why not and the moves in rank instead."""
    reason = difference_figures.reason(chosen)
    if reason:
        st.markdown(f":small[:material/rule: **{reason}**]")
        moves = difference_figures.moves_figure(chosen)
        if moves.frame["move"].notna().any():
            beside(moves, difference_figures.places_figure(chosen))
        else:
            st.caption(say("no_moves", chosen))
        return
    beside(difference_figures.difference_figure(chosen), difference_figures.changes_figure(chosen))


def multiplied(chosen: Selection) -> None:
    """Draw small maps of all periods."""
    made = period_figures.multiples_figure(chosen)
    figure.head(made)
    for note in made.notes[:1]:
        st.caption(note)
    figure.show(made, heading=False)


MODES: dict[str, Callable[[Selection], None]] = {
    PLAIN: plain, "difference": differing, "multiples": multiplied, "play": play.show, "tiles": tiled, "web": web_panel.show,
}  # fmt: skip


def show(chosen: Selection) -> None:
    """Draw the open view."""
    offered(chosen)[mode(chosen)](chosen)
