"""The yardstick `empty`: `streamlit run bench/yardsticks/app_empty.py`."""

import sys
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from served import shared  # noqa: E402 - this folder must be importable first

# `streamlit run` knows an entry by these words.
app = st.App(HERE / "empty.py", **shared())
