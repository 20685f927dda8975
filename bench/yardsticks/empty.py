"""Nothing but one word."""

import streamlit as st

st.text("empty")
