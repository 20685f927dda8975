"""What a visitor takes away from a screen, behind one button: link, citation, own story, report of an error."""

from __future__ import annotations

import streamlit as st

from components import citation, own_story
from components.dataset import dataset
from indicators.selection import Selection

KEY = "share"


def show(chosen: Selection) -> None:
    """Draw the button; what is behind it is made when it is opened, so that no rerun carries it."""
    data, language = dataset(), chosen.language
    panel = st.popover(data.say("share.open", language), icon=":material/ios_share:", key=KEY, on_change="rerun")
    if panel.open:
        with panel:
            citation.show(chosen)
            own_story.add(chosen, "page")
            st.markdown(f"**{data.say('citation.report_open', language)}**")
            citation.report_panel(chosen)
