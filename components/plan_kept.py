"""The plan that a visitor has on the screen: what was typed, and the scenario that the running page's link bears."""

from __future__ import annotations

import streamlit as st

from components import assessment_words as words
from components.dataset import dataset
from components.plan import Plan, Typed
from indicators.selection import Selection

# What was typed into plans, by unit, index and column, for as long as the session lasts: a change of part, scenario or
# language loses nothing.
KEPT = "plan_typed"
PAGE = "assessment"


def typed_of(unit: str) -> Typed:
    """Return what was typed into the plan of a unit: index, column, words."""
    held = st.session_state.setdefault(KEPT, {}).get(unit, {})
    return tuple((index, column, text) for (index, column), text in held.items())


def of_link(chosen: Selection) -> Plan | None:
    """Return the plan of a link's scenario for its unit with what was typed into it; None where it changes nothing of its score sheet.

    On another page than the assessment's the link's period and indicator may have no score sheet: then the newest one is taken.
    """
    if not chosen.scenario or not chosen.unit:
        return None
    own = chosen.query() if chosen.page == PAGE else chosen.onward()
    basis = str(dataset().units.at[chosen.unit, "basis"])
    given = {**own, "unit": chosen.unit, "basis": basis, "scenario": chosen.scenario}
    given |= {"others": chosen.others, "goal": chosen.goal, "costs": chosen.costs}
    for left_out in ((), ("period",), ("period", "indicator")):
        asked = {name: value for name, value in given.items() if value and name not in left_out}
        plan = Plan(Selection.parse(asked, dataset(), PAGE)[0], typed_of(chosen.unit))
        if words.held(plan.selection) is not None:
            return plan if plan.selection.unit == chosen.unit and len(plan.rows()) else None
    return None
