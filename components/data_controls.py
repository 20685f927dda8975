"""Choices of the data page: its section, the topic, what is searched; each one part of the address."""

from __future__ import annotations

import streamlit as st

from components import controls, current, data_figures
from components.dataset import dataset
from indicators.selection import Selection

MODES = ("coverage", "catalogue", "sources", "quality", "method", "files")


def mode_of(chosen: Selection) -> str:
    """Return the section that a screen shows; the first for none or an unknown one."""
    return chosen.mode if chosen.mode in MODES else MODES[0]


def mode(chosen: Selection) -> str:
    """Draw the choice of the section and return it; an unknown one in the address gets its sentence."""
    data, language = dataset(), chosen.language
    for name, given, known in (("mode", chosen.mode, MODES), ("topic", chosen.topic, data_figures.topics())):
        if given and given not in known:
            st.info(data.say("notice.unknown", language, name=name, given=given), icon=":material/info:")
    st.segmented_control(
        data.say("data.mode", language), MODES, **current.bound("mode", mode_of(chosen)), required=True,
        format_func=lambda name: data.say(f"data.mode_{name}", language), label_visibility="collapsed",
    )  # fmt: skip
    return mode_of(chosen)


def topic(chosen: Selection) -> None:
    """Draw the choice of the topic."""
    data, language = dataset(), chosen.language
    st.selectbox(
        data.say("data.topic", language), ["", *data_figures.topics()], **current.bound("topic", data_figures.topic(chosen)),
        format_func=lambda name: data.say(f"topic.{name}" if name else "data.all_topics", language), label_visibility="collapsed",
    )  # fmt: skip


def basis(chosen: Selection) -> None:
    """Draw the choice of the basis: every basis, whether or not the chosen indicator has figures there."""
    st.segmented_control(
        dataset().say("control.basis", chosen.language), dataset().bases[::-1], **current.bound("basis", chosen.basis),
        required=True, format_func=lambda name: controls.basis_label(name, chosen.language), label_visibility="collapsed",
    )  # fmt: skip


def typed(chosen: Selection, words: str) -> None:
    """Draw the field of the search."""
    st.text_input(
        dataset().say(words, chosen.language), **current.bound("q", chosen.typed), icon=":material/search:",
        placeholder=dataset().say(words, chosen.language), label_visibility="collapsed",
    )  # fmt: skip


def opened(figure_id: str) -> None:
    """Open the catalogue at the indicator whose cell was clicked in a figure."""
    event = st.session_state.get(f"figure_{figure_id}")
    points = event.selection.get("pick", []) if event else []
    if points and points[0].get("indicator"):
        current.put_all({"indicator": points[0]["indicator"], "mode": "catalogue", "period": "", "from": ""})
