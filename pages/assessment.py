"""How the score of one province is made, and what would raise it."""

import streamlit as st

from components import assessment_panels, assessment_words, controls, current, heading, pack_button

chosen = current.selection()
top, right = st.columns([4, 5], gap="medium")
with top:
    heading.show(chosen, *assessment_panels.heading(chosen))
with right, st.container(horizontal=True, vertical_alignment="bottom"):
    controls.unit(chosen, everywhere=True, width=280)
    controls.period(chosen, width=110)
    if chosen.mode != "plan":  # that part has the button beside its table
        pack_button.show(chosen)
assessment_panels.show(chosen)
if signs := assessment_words.signs(chosen):
    st.caption(signs)
