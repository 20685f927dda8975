"""What a visitor sees where a page could not be drawn: a sentence and the faults of the data, never a stack trace."""

from __future__ import annotations

import logging

import streamlit as st

from components.dataset import dataset, failure
from indicators.faults import sentence
from indicators.text import LANGUAGES

MOST = 20


def show(reason: BaseException) -> bool:
    """Draw the sentence for an error of a page, keep the details for the server's log; True: nothing else is drawn."""
    logging.getLogger(__name__).error("a page could not be drawn", exc_info=reason)
    if failure() is not None:
        return False
    given = st.query_params.get("lang", "")
    language = given if given in LANGUAGES else LANGUAGES[0]
    faults = [fault for fault in dataset().faults if not fault.notice]
    key = "mishap.faults" if faults else "mishap.unexpected"
    st.error(dataset().say(key, language, count=len(faults)), icon=":material/report:")
    for fault in faults[:MOST]:
        # st.text: a value out of a table is shown as it stands, never as Markdown.
        st.text(f"• {sentence(fault, language)}")
    if len(faults) > MOST:
        st.caption(dataset().say("mishap.more", language, count=len(faults) - MOST))
    return True
