"""Any indicator, any period, on today's provinces or on the former ones, in six ways of seeing."""

import streamlit as st

from components import current, heading, map_modes, map_sides
from components.dataset import dataset

chosen = current.selection()
heading.notices(chosen)

with st.container(gap="xsmall", key="map_page"):
    views = st.container(key="map_views")
    map_sides.show(chosen)
    with views:
        map_modes.bar(chosen)

st.caption(dataset().indicators.at[chosen.indicator, f"definition_{chosen.language}"])
