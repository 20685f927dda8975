"""Targets against what was reached: how many, which, and the way of one."""

import streamlit as st

from components import current, heading, target_controls, targets_figures
from components.dataset import dataset

chosen = current.selection()

with st.container(gap="small"):
    heading.show(chosen, dataset().say("targets.title", chosen.language, subject=targets_figures.subject(chosen)))
    st.markdown(target_controls.summary(chosen))
    target_controls.count(chosen)
    target_controls.controls(chosen)

left, right = st.columns([11, 9], gap="medium")
with left, st.container(gap="xsmall"):
    target_controls.bars(chosen)
with right, st.container(gap="xsmall"):
    target_controls.way(chosen)
    target_controls.steps(chosen)

target_controls.incomparable(chosen)
