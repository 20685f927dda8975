"""The ways of seeing of the map page: the bar of views, the settings, what each view owes and draws."""

from __future__ import annotations

import streamlit as st

from components import (
    controls,
    current,
    difference_figures,
    former_borders,
    map_figures,
    tile_figures,
)
from components.dataset import dataset
from components.figure import Figure
from indicators import classes, views
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

PLAIN = "map"
OF_ONE_PERIOD = (PLAIN, "tiles", "web")
OF_TIME = ("difference", "multiples", "play")
FEW = 8  # so few provinces are named one by one
QUIET = {"label_visibility": "collapsed"}


def say(key: str, chosen: Selection, **names: object) -> str:
    """Return a sentence of the map page."""
    return dataset().say(f"map.{key}", chosen.language, **names)


def mode(chosen: Selection) -> str:
    """Return the view that is open: the one in the address where it can be drawn, else the first."""
    held = offered(chosen)
    return chosen.mode if chosen.mode in held else held[0]


def offered(chosen: Selection) -> list[str]:
    """Return the views of an indicator: totals are no matter for a map of areas, a single period is no matter for time."""
    held = list(MODES) if mappable(chosen) else ["tiles"]
    if len(dataset().periods_of(chosen.indicator, chosen.basis)) < 2:
        held = [name for name in held if name not in OF_TIME]
    return held


def mappable(chosen: Selection) -> bool:
    """Return whether the areas of a map may be coloured by an indicator: a rate or a score, never a total."""
    return dataset().indicators.at[chosen.indicator, "display"] == "map"


def bar(chosen: Selection) -> None:
    """Draw the bar of views, the settings of the picture and the choice of the basis."""
    held = offered(chosen)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.segmented_control(
            say("mode", chosen), held, **current.bound("mode", mode(chosen)), required=True, **QUIET,
            format_func=lambda name: say(f"mode.{name}", chosen), width="content", wrap=True,
        )  # fmt: skip
        if mode(chosen) not in ("difference", "multiples"):
            with st.popover(say("settings", chosen), icon=":material/tune:"):
                settings(chosen)
        elif mode(chosen) == "difference" and former_borders.available(chosen.basis):
            with st.popover(say("settings", chosen), icon=":material/tune:"):
                former_borders.switch(chosen)
        st.space("stretch")
        controls.ranks_apart(chosen)
        controls.basis(chosen, apart=False, width="content", **QUIET)


def settings(chosen: Selection) -> None:
    """Draw how values become colours, and the switch of the old borders."""
    data = dataset()
    used = classes.method_of(data, chosen.indicator, chosen.period, chosen.classes)
    stated = classes.fixed(data, chosen.indicator, views.edition_of(data, chosen.indicator, chosen.period))
    held = [name for name in classes.METHODS if name != classes.FIXED or stated]
    st.radio(
        say("classes", chosen), held, **current.bound("classes", used),
        format_func=lambda name: data.say(f"classes.{name}", chosen.language),
    )  # fmt: skip
    former_borders.switch(chosen)


def owed(chosen: Selection) -> None:
    """Draw what must be said before the picture: a total, a refused difference, few figures."""
    if not mappable(chosen):
        st.caption(f":material/info: {say('total', chosen)}")
    refused = difference_figures.reason(chosen) if mode(chosen) == "difference" else ""
    if refused:
        st.markdown(f":small[:material/rule: **{refused}**]")
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


def pictures(chosen: Selection) -> tuple[Figure, Figure] | None:
    """Return the picture of the open view and the ordered list beside it; None where the view stands alone or draws nothing."""
    shown = mode(chosen)
    if shown == "difference":
        return difference_figures.pictures(chosen)
    if shown not in OF_ONE_PERIOD:
        return None
    picture = tile_figures.tiles_figure if shown == "tiles" else map_figures.map_figure
    return picture(chosen), map_figures.list_figure(chosen)


MODES = (PLAIN, "difference", "multiples", "play", "tiles", "web")
