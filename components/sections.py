"""The sections of the province page: which of them a unit has, and the one that is open."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import current, figure, locality, standing_table, strip_figures, trend_figures
from components.dataset import dataset
from indicators import profile
from indicators.selection import Selection

# The widget has a key of its own: a section that another unit lacks must not reach it.
WIDGET = "section"


def path(chosen: Selection) -> None:
    """Draw the small trends of the index, its pillars and parts, and beside them what happened to the unit."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        figure.show(trend_figures.panels_figure(chosen))
    with right:
        locality.events(chosen)


def others(chosen: Selection) -> None:
    """Draw the strips of every other indicator, topic by topic in two columns."""
    held = profile.standing(dataset(), chosen.unit)
    held = held[held["value"].notna()]
    counts = {topic: int((held["topic"] == topic).sum()) for topic in strip_figures.other_topics()}
    sides, tall = st.columns(2, gap="large"), [0, 0]
    for topic in (name for name, count in counts.items() if count):
        side = tall.index(min(tall))
        tall[side] += counts[topic] + 2
        with sides[side]:
            figure.show(strip_figures.topic_strips(topic, chosen))


def held_by(chosen: Selection) -> dict[str, Callable[[Selection], None]]:
    """Return the sections that the chosen unit has, in the order of the bar: the first is open where the address names none."""
    has_own = bool(len(profile.own_figures(dataset(), chosen.unit)))
    return {
        **({"own": locality.own_figures} if has_own else {}),
        "others": others, "path": path, "targets": locality.targets, "table": standing_table.table,
    }  # fmt: skip


def show(chosen: Selection) -> None:
    """Draw the bar of sections and the open one."""
    data, language = dataset(), chosen.language
    held = held_by(chosen)
    st.session_state[WIDGET] = chosen.mode if chosen.mode in held else next(iter(held))
    shown = st.segmented_control(
        data.say("province.sections", language), list(held), key=WIDGET, on_change=opened, required=True,
        format_func=lambda name: data.say(f"province.section_{name}", language), label_visibility="collapsed",
    )  # fmt: skip
    held[shown](chosen)


def opened() -> None:
    """Write the section that was opened to the address."""
    current.put("mode", st.session_state[WIDGET])
