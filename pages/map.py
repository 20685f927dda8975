"""Any indicator, any period, on today's provinces or on the former ones."""

import streamlit as st

from components import citation, controls, current, figure, former_borders, heading, map_figures
from components.dataset import dataset

chosen = current.selection()
row = dataset().indicators.loc[chosen.indicator]
heading.notices(chosen)

left, right = st.columns([3, 2], gap="medium")
with left:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        controls.indicator(chosen)
        controls.period(chosen)
        controls.basis(chosen)
    former_borders.switch(chosen)
    figure.show(map_figures.map_figure(chosen), on_select=lambda: current.picked("map"))
with right:
    controls.unit(chosen)
    controls.open_province(chosen)
    with st.container(height=560, border=False):
        figure.show(map_figures.list_figure(chosen), on_select=lambda: current.picked("list"), heading=False)
    st.caption(row[f"definition_{chosen.language}"])
    citation.show(chosen)
