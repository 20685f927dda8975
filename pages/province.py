"""One province: where it stands, its path, what it was made of, its peers, its targets, every figure with its source."""

import streamlit as st

from components import (
    controls,
    current,
    figure,
    heading,
    locality,
    pack_button,
    province_figures,
    sections,
    standing_table,
    strip_figures,
    trend_figures,
)

chosen = current.selection()

top, choice = st.columns([4, 5], gap="medium")
with top:
    heading.show(chosen, *locality.heading(chosen))
with choice:
    province, indicator = st.columns(2, gap="small")
    with province:
        controls.unit(chosen, everywhere=True)
    with indicator:
        controls.indicator(chosen)

left, right = st.columns([3, 2], gap="medium")
with left:
    standing_table.metrics(chosen)
    figure.show(strip_figures.index_strips(chosen))
with right:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        with st.container(width="content", gap="xsmall"):
            locality.relatives(chosen)
        pack_button.show(chosen)
    figure.show(trend_figures.trend_figure(chosen))
    figure.show(province_figures.locator_figure(chosen), on_select=lambda: current.picked("locator"), heading=False)

sections.show(chosen)
