"""Any indicator, any period, on today's provinces or on the former ones, in six ways of seeing."""

import streamlit as st

from components import current, heading, map_modes
from components.dataset import dataset

chosen = current.selection()
heading.notices(chosen)

# Places in the order of the screen, filled with the picture first, for it is what a visitor waits for.
with st.container(gap="xsmall"):
    choices, views, owed, picture = map_modes.places()
with picture:
    map_modes.show(chosen)
with choices:
    map_modes.controls_row(chosen)
with views:
    map_modes.bar(chosen)
with owed:
    map_modes.owed(chosen)

st.caption(dataset().indicators.at[chosen.indicator, f"definition_{chosen.language}"])
