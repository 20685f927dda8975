"""One box and one word that follows it."""

import streamlit as st

st.set_page_config(layout="wide")
st.text("painted " + st.selectbox("box", ["one", "two", "three", "four"], key="box"))
