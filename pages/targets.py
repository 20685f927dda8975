"""Targets against what was reached: how many, which, and the way of one."""

import streamlit as st

from components import current, heading, target_controls, target_lists, targets_figures
from components.dataset import dataset
from indicators.progress import NONE

chosen = current.selection()
heading.show(chosen, dataset().say("targets.title", chosen.language, subject=targets_figures.subject(chosen)))

if target_controls.possible(chosen):
    with st.container(gap="small"):
        st.markdown(target_controls.summary(chosen))
        target_controls.count(chosen)
        target_controls.controls(chosen)
    left, right = st.columns([11, 9], gap="medium")
    with left, st.container(gap="xsmall"):
        (target_lists.incomparable if chosen.topic == NONE else target_controls.bars)(chosen)
    with right, st.container(gap="xsmall"):
        target_controls.way(chosen)
        target_lists.steps(chosen)
    target_lists.remarks(chosen)
    if chosen.topic != NONE:
        target_lists.incomparable(chosen)
