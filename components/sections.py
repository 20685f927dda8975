"""The sections of the province page: which of them a unit has, and the one that is open."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import (
    current,
    device,
    figure,
    local_cards,
    locality,
    moved_figures,
    parts_figures,
    similar_figures,
    standing_table,
    strip_figures,
    trend_figures,
)
from components.dataset import dataset
from indicators import format as labels
from indicators import merger_effect, profile
from indicators.selection import Selection

# The widget has a key of its own: a section that another unit lacks must not reach it.
PAIR = "pair"
NAMES = ("own", "parts", "others", "path", "similar", "targets", "table")


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
    if not any(counts.values()):
        st.info(dataset().say("province.others_none", chosen.language), icon=":material/info:")
        return
    sides, tall = st.columns(2, gap="large"), [0, 0]
    for topic in (name for name, count in counts.items() if count):
        side = tall.index(min(tall))
        tall[side] += counts[topic] + 2
        with sides[side]:
            figure.show(strip_figures.topic_strips(topic, chosen))


def parts(chosen: Selection) -> None:
    """Draw the parts of a merged unit and what moved it between the two chosen periods."""
    left, right = st.columns(2, gap="large")
    with left:
        said = parts_figures.newest_spread(chosen)
        if said:
            st.markdown(said)
        figure.show(parts_figures.parts_figure(chosen))
    with right:
        controls_of_pair(chosen)
        moved = moved_figures.moved_figure(chosen)
        if len(moved.frame):
            figure.show(moved)
        for words in filter(None, [*moved_figures.reasons(chosen), moved_figures.own_change(chosen)]):
            st.info(words) if moved.frame.empty else st.caption(words)


def controls_of_pair(chosen: Selection) -> None:
    """Draw the choice of the two periods between which the unit moved."""
    data, language = dataset(), chosen.language
    held = [f"{earlier}/{later}" for earlier, later in moved_figures.pairs(chosen)]
    if len(held) < 2:
        return
    widget = current.named(PAIR)
    current.give(widget, "/".join(moved_figures.pair_of(chosen)))
    st.selectbox(
        data.say("province.pair", language), held, key=widget, on_change=paired, args=(widget,), width=240,
        format_func=lambda pair: " → ".join(labels.period_label(name, data.words, language) for name in pair.split("/")),
    )  # fmt: skip


def paired(widget: str) -> None:
    """Write the two periods to the address."""
    earlier, later = st.session_state[widget].split("/")
    current.put_all({"from": earlier, "period": later})


def held_by(chosen: Selection) -> dict[str, Callable[[Selection], None]]:
    """Return the sections that the chosen unit has, in the order of the bar: the first is open where the address names none."""
    data = dataset()
    own = profile.own_figures(data, chosen.unit)
    named, few = (own["group"] != "").any(), len(own)
    merged = merger_effect.whole_of(data, chosen.unit)
    return {
        **({"own": local_cards.show} if named else {}),
        **({"parts": parts} if merged else {}),
        "others": others, "path": path, "similar": similar_figures.show, "targets": locality.targets,
        **({"own": local_cards.show} if few and not named else {}),
        "table": standing_table.table,
    }  # fmt: skip


def show(chosen: Selection) -> None:
    """Draw the bar of sections and the open one."""
    data, language = dataset(), chosen.language
    held = held_by(chosen)
    opened = chosen.mode if chosen.mode in held else next(iter(held))
    shown = st.segmented_control(
        data.say("province.sections", language), list(held), **current.bound("mode", opened), required=True,
        format_func=lambda name: data.say(f"province.section_{name}", language), label_visibility="collapsed",
    )  # fmt: skip
    # On a phone what lies below the first figures is folded until it is asked for.
    named = data.say("province.section_open", language, name=data.say(f"province.section_{shown}", language))
    with st.expander(named, expanded=shown == chosen.mode) if device.phone() else st.container():
        held[shown](chosen)
