"""The nation at a glance."""

import streamlit as st

from components import (
    controls,
    current,
    figure,
    heading,
    headlines,
    map_figures,
    map_sides,
    overview_figures,
    pack_button,
)
from components.dataset import dataset
from indicators import overview, views

chosen = current.selection()
data = dataset()
frame = views.ordered(data, map_figures.drawn(chosen), chosen.indicator)
heading.show(chosen, *overview_figures.heading(chosen, frame))
headlines.show(chosen)

left, right = st.columns([3, 2], gap="medium")
with left:
    figure.show(overview_figures.map_figure(chosen), on_select=lambda: current.picked("map"))
with right:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        controls.unit(chosen)
        controls.basis(chosen, apart=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        controls.open_province(chosen)
        controls.ranks_apart(chosen)
    map_sides.listed(map_figures.list_figure(chosen), 366)

if overview.last_two(data, chosen.indicator, chosen.basis)[0]:
    figure.show(overview_figures.movers_figure(chosen))
headlines.coverage(chosen)
pack_button.show(chosen)
