"""The head of a page: title, one line of context, and the sentences owed to the visitor."""

from __future__ import annotations

import streamlit as st

from components import current
from components.dataset import dataset
from indicators.selection import Selection


def show(chosen: Selection, title: str, context: str = "") -> None:
    """Draw a page's title, its line of context and the notices of its address."""
    with st.container(gap=None):
        st.markdown(f"### {title}")
        if context:
            st.markdown(f":small[:gray[{context}]]")
    notices(chosen)


def notices(chosen: Selection) -> None:
    """Draw what the address asked for and could not be met, and the faults of the data that touch every page."""
    said = list(current.notices())
    if said:
        # One box, however much of a link could not be met: the page itself stays on the first screen.
        st.info("  \n".join(said), icon=":material/info:")
    missing = st.query_params.get("missing", "")
    if missing:
        st.info(dataset().say("notice.missing_page", chosen.language, path=missing[:60]), icon=":material/info:")
    faults = [fault for fault in dataset().faults if not fault.notice]
    if faults:
        files = ", ".join(sorted({fault.file for fault in faults}))
        st.warning(
            dataset().say("notice.faults", chosen.language, count=len(faults), files=files), icon=":material/report:"
        )
