"""Any indicator, any period, on today's provinces or on the former ones, in six ways of seeing."""

import streamlit as st

from components import current, heading, map_modes
from components.dataset import dataset

chosen = current.selection()
heading.notices(chosen)

with st.container(gap="xsmall"):
    map_modes.controls_row(chosen)
    map_modes.bar(chosen)
    # A place of its own, empty or not: what follows must not move, or it would be drawn anew.
    with st.container(key="map_owed", gap="xxsmall"):
        map_modes.owed(chosen)
    map_modes.show(chosen)

st.caption(dataset().indicators.at[chosen.indicator, f"definition_{chosen.language}"])
