"""Widgets of the assessment page: what is shown, changes of single indices, a goal, costs and ceilings; all in the link."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import streamlit as st

from components import assessment_words as words
from components import current, scenario_figures
from components.dataset import dataset
from indicators import format as labels
from indicators.assessment import scenario, whatif
from indicators.assessment.scores import Scores
from indicators.selection import Selection

MODES = ("sheet", "whatif", "goal", "firm", "editions", "own", "plan")
STEP = 0.01
SLIDER = "assessment_slider_"
COST_WIDTHS = (172, 72, 80)  # pixels of the columns of the table of costs: together no wider than a phone


def mode(chosen: Selection) -> str:
    """Draw the choice of what is shown and return it."""
    given = chosen.mode if chosen.mode in MODES else MODES[0]
    st.segmented_control(
        words.say("mode", chosen), MODES, **current.bound("mode", given), required=True,
        format_func=lambda name: words.say(f"mode_{name}", chosen), label_visibility="collapsed",
    )  # fmt: skip
    return given


def others(chosen: Selection, found: Scores) -> None:
    """Draw whether the other units stand still or grow at their own last pace; refused where one method has no two periods."""
    if whatif.pace(dataset(), found) is None:
        st.caption(words.say("no_pace", chosen))
        return
    st.segmented_control(
        words.say("others", chosen), (whatif.STILL, whatif.PACE), **current.bound("others", chosen.others or whatif.STILL),
        required=True, format_func=lambda name: words.say(f"others_{name}", chosen),
    )  # fmt: skip


def _moved(names: list[str], base: dict[str, float]) -> None:
    """Write to the link every slider that stands away from its published value."""
    moved = {name: st.session_state[SLIDER + name] for name in names}
    current.put("scenario", scenario.written({name: to for name, to in moved.items() if to != base[name]}))


@lru_cache(maxsize=8)
def step_words(decimals: int, language: str) -> dict[float, str]:
    """Return every step of a slider in words: hundreds of them are asked for at each move."""
    steps = (round(step * STEP, 2) for step in range(101))
    return {step: labels.number(step, decimals, language) for step in steps}


def sliders(chosen: Selection, found: Scores) -> None:
    """Draw one slider a component; a move writes the scenario to the link."""
    values, _ = found.components(found.missing(chosen.unit))
    said = step_words(int(dataset().indicators.at[chosen.indicator, "decimals"]), chosen.language)
    base = {name: min(1.0, float(value)) for name, value in values.loc[chosen.unit].items()}
    changes = scenario_figures.changes_of(chosen, found)
    st.caption(words.say("sliders_derived" if words.is_derived(chosen) else "sliders", chosen))
    for column, part in zip(st.columns(2, gap="medium"), (slice(0, None, 2), slice(1, None, 2)), strict=True):
        with column:
            for name in list(base)[part]:
                now = changes.get(name, base[name])
                options = sorted({round(step * STEP, 2) for step in range(101)} | {base[name], now})
                current.give(SLIDER + name, now)
                st.select_slider(
                    words.say("slider_derived" if words.is_derived(chosen) else "slider", chosen, name=words.component(name, found.missing(chosen.unit), chosen), value=words.known(base[name], chosen)),
                    options, key=SLIDER + name, on_change=_moved, args=(list(base), base),
                    format_func=lambda number: said.get(number) or words.value(number, chosen),
                )  # fmt: skip


def reset(chosen: Selection) -> None:
    """Draw the way back to the published values."""
    if chosen.scenario:
        st.button(
            words.say("reset", chosen),
            icon=":material/undo:",
            on_click=current.put,
            args=("scenario", ""),
            key="assessment_reset",
        )


def goal(chosen: Selection, found: Scores) -> None:
    """Draw the choice of a goal: a rank or a value."""
    given = scenario.goal_of(chosen.goal)
    kind = given[0] if given else "rank"
    row = st.container(horizontal=True, gap="medium")
    kinds, goals = current.named("goal_kind"), current.named("goal", kind)
    current.give(kinds, kind)
    row.segmented_control(
        words.say("goal_kind", chosen), ("rank", "value"), key=kinds, required=True, on_change=_goal_kind, args=(kinds,), width="content",
        format_func=lambda name: words.say(f"goal_kind_{name}", chosen),
    )  # fmt: skip
    now = (int(given[1]) if kind == "rank" else given[1]) if given else None
    known = range(1, len(found.total) + 1) if kind == "rank" else [round(step * STEP, 2) for step in range(1, 101)]
    # A link may name a value between the steps.
    options = sorted({*known, now} - {None}) if kind == "value" else list(known)
    current.give(goals, now if now in options else None)
    row.selectbox(
        words.say(f"goal_{kind}", chosen), options, key=goals, on_change=_goal, args=(kind, goals), index=None, width=200,
        placeholder=words.say("goal_choose", chosen),
        format_func=lambda number: labels.number(number, 0 if kind == "rank" else 2 if number in known else 4, chosen.language),
    )  # fmt: skip


def _goal_kind(widget: str) -> None:
    current.put("goal", "rank:1" if st.session_state[widget] == "rank" else "value:0.8")


def _goal(kind: str, widget: str) -> None:
    wanted = st.session_state[widget]
    current.put("goal", f"{kind}:{wanted:g}" if wanted else "")


def costs(chosen: Selection, found: Scores) -> None:
    """Draw the table of the user's own costs and ceilings by index; what is typed goes into the link."""
    names = scenario_figures.components(found, chosen)
    price, ceilings, wrong = scenario.prices(chosen.costs, names)
    members = found.missing(chosen.unit)
    frame = pd.DataFrame(
        {"line": [words.component(name, members, chosen) for name in names], "cost": [price.get(name, 1.0) for name in names],
         "ceiling": [ceilings.get(name, 1.0) for name in names]}, index=names,
    )  # fmt: skip
    st.caption(words.say("costs_note", chosen))
    for part in wrong:
        st.warning(words.say("costs_wrong", chosen, part=part[:40]))
    edited = st.data_editor(
        frame, hide_index=True, key="assessment_costs", disabled=["line"], width=sum(COST_WIDTHS) + 2,
        column_config={
            "line": st.column_config.TextColumn(words.say("column.line", chosen), width=COST_WIDTHS[0]),
            "cost": st.column_config.NumberColumn(words.say("cost", chosen), width=COST_WIDTHS[1], min_value=0.0, step=0.1, format="localized", required=True),
            "ceiling": st.column_config.NumberColumn(words.say("ceiling", chosen), width=COST_WIDTHS[2], min_value=0.0, max_value=1.0, step=0.01, format="localized", required=True),
        },
    )  # fmt: skip
    typed = ",".join(
        f"{name}:{row['cost']:g}/{row['ceiling']:g}"
        for name, row in edited.iterrows()
        if (row["cost"], row["ceiling"]) != (1.0, 1.0)
    )
    if typed != chosen.costs and st.button(words.say("costs_use", chosen), key="assessment_costs_use"):
        current.put("costs", typed)
        st.rerun()
