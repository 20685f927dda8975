"""The plan of a scenario: what is to rise, from where to where, by which measure, who is in charge, until when."""

from __future__ import annotations

import streamlit as st

from components import assessment_words as words
from components import export, pack_button
from components import plan as plans
from components.plan import Plan
from components.plan_kept import KEPT, typed_of
from indicators.assessment import scenario
from indicators.assessment.scores import Scores
from indicators.selection import Selection

# The editor's key and the words that it began with: what it starts from must not change while it is on the screen.
BEGUN = "plan_begun"


def show(chosen: Selection, found: Scores) -> None:
    """Draw the plan as a table to complete and to take away, alone or in a briefing pack."""
    if Plan(chosen).rows().empty:
        st.info(words.say("plan_empty", chosen), icon=":material/info:")
        return
    st.markdown(f"**{plans.result(Plan(chosen))}**  \n:small[{plans.mark(chosen)}]")
    _editor(chosen)
    st.caption(words.say("plan_note", chosen))
    made = Plan(chosen, typed_of(chosen.unit))
    st.download_button(
        words.say("plan_xlsx", chosen), lambda: plans.workbook(made), file_name=f"{made.name()}.xlsx",
        mime=export.KINDS["xlsx"], on_click="ignore", icon=":material/download:", key="plan_xlsx",
    )  # fmt: skip
    with st.container(border=True):
        st.markdown(f"**{plans.say('pack_title', chosen)}**")
        pack_button.contents(chosen.unit, chosen.language, made)


def _editor(chosen: Selection) -> None:
    """Draw the table whose last columns are typed, and keep what stands in them."""
    key = f"plan_{chosen.unit}_{chosen.period}_{chosen.scenario}_{chosen.language}"
    if key not in st.session_state or st.session_state.get(BEGUN, ("",))[0] != key:
        st.session_state[BEGUN] = (key, typed_of(chosen.unit))
    begun = Plan(chosen, st.session_state[BEGUN][1])
    table = plans.in_words(begun)
    numbers = ("from", "to", "points")
    edited = st.data_editor(
        table, hide_index=True, disabled=[name for name in table if name not in scenario.TYPED], key=key,
        column_config={
            name: st.column_config.TextColumn(
                title, max_chars=plans.LONGEST, alignment="right" if name in numbers else None, width="small" if name in numbers else None
            )
            for name, title in plans.titles(chosen).items()
        },
    )  # fmt: skip
    kept = dict(st.session_state[KEPT].get(chosen.unit, {}))
    for index, row in zip(begun.rows()["index"], edited.to_dict("records"), strict=True):
        for column in scenario.TYPED:
            kept[index, column] = str(row[column] or "").strip()
    st.session_state[KEPT] = {
        **st.session_state[KEPT],
        chosen.unit: {place: text for place, text in kept.items() if text},
    }
