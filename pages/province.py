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

left, right = st.columns([3, 2], gap="medium")
with left:
    heading.show(chosen, *locality.heading(chosen))
    standing_table.metrics(chosen)
    figure.show(strip_figures.index_strips(chosen))
with right:
    choice, place = st.columns([6, 5], gap="small")
    with choice:
        controls.unit(chosen, everywhere=True)
        controls.indicator(chosen)
        locality.relatives(chosen)
        pack_button.show(chosen)
    with place:
        figure.show(province_figures.locator_figure(chosen), on_select=lambda: current.picked("locator"), heading=False)
    figure.show(trend_figures.trend_figure(chosen))

sections.show(chosen)
