"""The plan of a scenario: what is to rise, from where to where, by which measure, who is in charge, until when."""

from __future__ import annotations

import streamlit as st

from components import assessment_words as words
from components import current, export, pack_button
from components import plan as plans
from components.plan import Plan
from components.plan_kept import KEPT, typed_of
from indicators.assessment import scenario
from indicators.assessment.scores import Scores
from indicators.selection import Selection

LONG = scenario.TYPED[0]  # a measure takes several lines


def show(chosen: Selection, found: Scores) -> None:
    """Draw the plan as a table to complete and to take away, alone or in a briefing pack."""
    if Plan(chosen).rows().empty:
        st.info(words.say("plan_empty", chosen), icon=":material/info:")
        return
    st.markdown(f"**{plans.result(Plan(chosen))}**  \n:small[{plans.mark(chosen)}]")
    _form(chosen)
    st.caption(words.say("plan_note", chosen))
    made = Plan(chosen, typed_of(chosen.unit))
    st.download_button(
        words.say("plan_xlsx", chosen), lambda: plans.workbook(made), file_name=f"{made.name()}.xlsx",
        mime=export.KINDS["xlsx"], on_click="ignore", icon=":material/download:", key="plan_xlsx",
    )  # fmt: skip
    with st.container(border=True):
        st.markdown(f"**{plans.say('pack_title', chosen)}**")
        pack_button.contents(chosen.unit, chosen.language, made)


def _form(chosen: Selection) -> None:
    """Draw one row an index: what changes, and beside it (below it on a narrow screen) the fields that are typed."""
    held = st.session_state.setdefault(KEPT, {})
    kept = dict(held.get(chosen.unit, {}))
    plan, titles = Plan(chosen), plans.titles(chosen)
    for index, row in zip(plan.rows()["index"], plans.in_words(plan).to_dict("records"), strict=True):
        told, *places = st.columns([4, 6, 4, 3], gap="small")
        change = plans.say("row", chosen, start=row["from"], end=row["to"], points=row["points"])
        told.markdown(f"**{row['line']}**  \n{change}")
        for column, place in zip(scenario.TYPED, places, strict=True):
            key = f"plan_cell_{chosen.unit}_{index}_{column}"
            current.give(key, st.session_state.get(key, kept.get((index, column), "")))
            field = place.text_area if column == LONG else place.text_input
            look = {"height": "content"} if column == LONG else {}
            typed = field(titles[column], key=key, max_chars=plans.LONGEST, **look)
            kept[index, column] = (typed or "").strip()
    st.session_state[KEPT] = {**held, chosen.unit: {place: text for place, text in kept.items() if text}}
