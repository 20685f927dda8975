"""Tables that a view cannot do without: whether they hold anything, and the sentence where they do not."""

from __future__ import annotations

import streamlit as st

from components.dataset import dataset
from indicators.faults import sentence


def lacking(*names: str) -> list[str]:
    """Return those of the named tables that hold no row that could be used."""
    return [name for name in names if not len(dataset().tables.get(name, ()))]


def say_lacking(language: str, *names: str) -> None:
    """Draw which of the named tables hold nothing, and what is wrong with them."""
    data, missing = dataset(), lacking(*names)
    files = ", ".join(f"{name}.csv" for name in missing)
    st.warning(data.say("data.lacking", language, files=files), icon=":material/report:")
    for fault in data.faults:
        if fault.file.removesuffix(".csv") in missing and not fault.notice:
            st.text(f"• {sentence(fault, language)}")
