"""Targets against what was reached: how many, which, and the way of one."""

import streamlit as st

from components import citation, current, figure, heading, target_controls, target_key, targets_figures
from components.dataset import dataset

chosen = current.selection()
bars = targets_figures.bars_figure(chosen)

with st.container(gap="small"):
    heading.show(chosen, dataset().say("targets.title", chosen.language, subject=targets_figures.subject(chosen)))
    st.markdown(target_controls.summary(chosen))
    tally = targets_figures.tally_figure(chosen)
    figure.show(tally, on_select=lambda: target_controls.picked("tally"), heading=False, source=False)
    target_controls.controls(chosen)

left, right = st.columns([11, 9], gap="medium")
with left, st.container(gap="xsmall"):
    figure.head(bars)
    st.html(target_key.bars(chosen.language))
    with st.container(height=600, border=False):
        figure.show(bars, on_select=lambda: target_controls.picked("bars"), heading=False)
with right, st.container(gap="xsmall"):
    target_controls.way(chosen)
    figure.head(way := targets_figures.trajectory_figure(chosen))
    st.html(target_key.way(chosen.language))
    figure.show(way, heading=False)
    target_controls.steps(chosen)

target_controls.incomparable(chosen)
citation.show(chosen)
