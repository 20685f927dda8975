"""The plan of a scenario: what is to rise, from where to where, by which measure, who is in charge, until when."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import assessment_words as words
from components import own_figures, scenario_figures
from indicators.assessment import scenario
from indicators.assessment.scores import Scores
from indicators.selection import Selection

# What was typed into plans, by unit and index, for as long as the session lasts: a change of part or scenario loses nothing.
KEPT = "plan_typed"


def frame(chosen: Selection, found: Scores) -> pd.DataFrame:
    """Return the plan of the link's scenario in words (columns of scenario.PLAN_COLUMNS), the typed columns blank."""
    table = scenario.plan(found, chosen.unit, scenario_figures.changes_of(chosen, found))
    members = found.missing(chosen.unit)
    table["index"] = [words.component(name, members, chosen) for name in table["index"]]
    for name in ("from", "to"):
        table[name] = [words.value(value, chosen) for value in table[name]]
    table["points"] = [words.points(value, chosen, signed=True) for value in table["points"]]
    return table


def show(chosen: Selection, found: Scores) -> None:
    """Draw the plan as a table to complete and to take away."""
    table = frame(chosen, found)
    if table.empty:
        st.info(words.say("plan_empty", chosen), icon=":material/info:")
        return
    made = scenario_figures.outcome_of(chosen, found)
    st.markdown(words.say("plan_result", chosen, before=words.value(made.before, chosen), after=words.value(made.after, chosen),
                          rank=made.rank_after, of=made.rank_of))  # fmt: skip
    titles = {name: words.say("column.line" if name == "index" else f"column.{name}", chosen) for name in table}
    kept = st.session_state.setdefault(KEPT, {}).get(chosen.unit, {})
    for name in scenario.TYPED:
        table[name] = [kept.get((line, name), "") for line in table["index"]]
    fixed = [name for name in table if name not in scenario.TYPED]
    edited = st.data_editor(
        table, hide_index=True, disabled=fixed, key=f"plan_{chosen.unit}_{chosen.scenario}",
        column_config={name: st.column_config.TextColumn(title) for name, title in titles.items()},
    )  # fmt: skip
    typed = {
        (row["index"], name): row[name] for row in edited.to_dict("records") for name in scenario.TYPED if row[name]
    }
    st.session_state[KEPT] = {**st.session_state[KEPT], chosen.unit: {**kept, **typed}}
    st.caption(words.say("plan_note", chosen))
    st.download_button(
        words.say("plan_xlsx", chosen), lambda: own_figures.workbook(edited.rename(columns=titles)), file_name="atlas-plan.xlsx",
        mime=own_figures.MIME["xlsx"], on_click="ignore", icon=":material/download:", key="plan_xlsx",
    )  # fmt: skip
