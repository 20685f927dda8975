"""What if: what the changes of single indices do to total, pillars and rank, answered at once."""

from __future__ import annotations

import streamlit as st

from components import assessment_controls as controls
from components import assessment_words as words
from components import cards, current, figure, scenario_figures
from components.dataset import dataset
from indicators.assessment import whatif
from indicators.assessment.scores import Scores
from indicators.selection import Selection

RESULT = "assessment_result"
FOLLOWED = "assessment_followed"
# The result of a scenario stays in view while a slider further down is moved; Streamlit names a container's class by its key
# and puts it into a box of its own.
STAYS = (
    f"<style>div:has(> .st-key-{RESULT}) {{ position: sticky; top: 3.5rem; z-index: 90; padding-bottom: 6px;"
    " background: var(--st-background-color); }</style>"
)


def show(chosen: Selection, found: Scores) -> None:
    """Draw what the changes do, below it the sliders and the place among the neighbours."""
    st.session_state[FOLLOWED] = True
    _whatif()


@st.fragment
def _whatif() -> None:
    """The part that a move of a slider changes; nothing else of the page is drawn again."""
    chosen = current.selection() if st.session_state.pop(FOLLOWED, False) else current.read("assessment")
    found = words.held(chosen)
    if found is None:  # the address has gone on to a period without a sheet
        st.rerun()
    made = scenario_figures.outcome_of(chosen, found)
    after = {
        "name": words.say("after", chosen), "value": words.known(made.after, chosen), "url": "",
        "target": words.say("delta", chosen, change=words.known(made.after - made.before, chosen, signed=True)), "change": "",
    }  # fmt: skip
    rank = {"name": words.say("rank", chosen), "value": words.say("rank_of", chosen, rank=made.rank_after, of=made.rank_of),
            "url": "", "target": words.say("rank_before", chosen, rank=words.firm(made.rank_before, chosen)), "change": ""}  # fmt: skip
    st.html(STAYS)
    with st.container(key=RESULT, gap="xsmall"):
        cards.show([after, rank], least=130)
        st.markdown(words.place(made, chosen))
    left, right = st.columns([5, 6], gap="large")
    with right:
        cards.show(_pillar_changes(chosen, made), least=130)
    with left:
        controls.sliders(chosen, found)
        controls.others(chosen, found)
        controls.reset(chosen)
    with right:
        figure.show(scenario_figures.whatif_figure(chosen))


def _pillar_changes(chosen: Selection, made: whatif.Outcome) -> list[dict[str, str]]:
    return [
        {"name": dataset().indicators.at[name, f"short_{chosen.language}"], "value": words.known(made.pillars_after[name], chosen), "url": "",
         "target": words.known(made.pillars_after[name] - made.pillars_before[name], chosen, signed=True), "change": ""}
        for name in made.pillars_after.index
    ]  # fmt: skip
