"""One province: where it stands, its path, its targets, what happened to it."""

import streamlit as st

from components import (
    citation,
    controls,
    current,
    figure,
    heading,
    locality,
    province_figures,
    standing_table,
    trend_figures,
)
from components.dataset import dataset

chosen = current.selection()
words = dataset()

top, corner = st.columns([4, 1], gap="medium")
with top:
    heading.show(chosen, *locality.heading(chosen))
    standing_table.metrics(chosen)
    locality.relatives(chosen)
with corner:
    controls.unit(chosen, everywhere=True)
    figure.show(province_figures.locator_figure(chosen), on_select=lambda: current.picked("locator"), heading=False)

left, right = st.columns([3, 2], gap="large")
with left:
    figure.show(province_figures.index_strips(chosen))
    figure.show(province_figures.other_strips(chosen))
with right:
    controls.indicator(chosen)
    figure.show(trend_figures.trend_figure(chosen))
    figure.show(trend_figures.panels_figure(chosen))
    locality.events(chosen)

st.markdown(f"**{words.say('province.table', chosen.language)}**")
standing_table.table(chosen)
locality.targets(chosen)
locality.own_figures(chosen)
citation.show(chosen)
