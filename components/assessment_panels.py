"""The parts of the assessment page: each draws one answer."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import streamlit as st

from components import assessment_controls as controls
from components import assessment_figures as figures
from components import assessment_words as words
from components import (
    cards,
    edition_figures,
    figure,
    own_figures,
    plan_table,
    scenario_figures,
    whatif_panel,
    word_table,
)
from components.dataset import dataset
from components.figure import Figure
from indicators.assessment import reweigh, scenario, scheme
from indicators.assessment.scores import Scores
from indicators.assessment.sheet import pillars, sheet
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

# What the title does not depend on: it is worked out once while a slider moves.
UNHEADED = ("scenario", "goal", "costs", "mode", "others", "figure")


def heading(chosen: Selection) -> tuple[str, str]:
    """Return the page's title and its line of context: total, rank, points lost, where most of them lie."""
    return _heading(dataset(), chosen.but(**dict.fromkeys(UNHEADED, "")))


@remembered(128)
def _heading(data: Dataset, chosen: Selection) -> tuple[str, str]:
    name = words.name_of(chosen.unit, chosen)
    found = words.held(chosen)
    title = words.say("title", chosen, name=name)
    if found is None:
        return title, words.why_none(chosen)
    frame = sheet(found, chosen.unit)
    made = scenario_figures.whatif.outcome(dataset(), found, chosen.unit, {})
    first = frame.iloc[0]
    context = words.say(
        "context", chosen, total=words.known(made.before, chosen), rank=made.rank_before, of=words.firm(made.rank_of, chosen), period=chosen.period,
        lost=words.known_points(frame["lost"].sum(), chosen), weight=words.points(frame["weight"].sum(), chosen),
        index=words.component(first["index"], first["members"], chosen), first=words.known_points(first["lost"], chosen),
    )  # fmt: skip
    return title, context


def pillar_cards(chosen: Selection, found: Scores) -> None:
    """Draw the pillars as figures: the value of each and how it is made."""
    made = pillars(found, chosen.unit)
    cards.show(
        [
            {"name": dataset().indicators.at[name, f"title_{chosen.language}"], "value": words.known(value, chosen) or "–", "url": "",
             "target": words.say("pillar_computed", chosen), "change": ""}
            for name, value in made.items()
        ]
    )  # fmt: skip


def show_sheet(chosen: Selection, found: Scores) -> None:
    """Draw the score sheet: points lost, and the table beside it."""
    left, right = st.columns([4, 3], gap="medium")
    with left:
        figure.show(figures.lost_figure(chosen))
    with right:
        frame = figures.sheet_frame(chosen)
        st.markdown(f"**{words.say('cheapest_title', chosen)}**")
        _cheapest(chosen, frame)
        if (frame["exceeds"]).any():
            st.warning(words.say("exceeds", chosen))
        st.caption(words.say("legend", chosen))
    pillar_cards(chosen, found)


def _cheapest(chosen: Selection, frame: pd.DataFrame) -> None:
    """Draw where a rise of one hundredth gives most, and how far the median and the best are."""
    rows = frame[frame["lost"] > 0].sort_values(["step", "lost"], ascending=False)
    near = [
        words.known_points(gap, chosen) if gap > 0 else words.say("above_median", chosen) for gap in rows["to_median"]
    ]
    table = {
        "line": rows["line"], "step": [words.points(step, chosen, signed=True) for step in rows["step"]], "to_median": near,
        "to_best": [words.known_points(gap, chosen) if gap > 0 else words.say("is_best", chosen) for gap in rows["to_best"]],
    }  # fmt: skip
    titles = {name: words.say(f"column.{name}", chosen) for name in table}
    st.markdown(word_table.table(pd.DataFrame(table).rename(columns=titles), left=1))


def show_goal(chosen: Selection, found: Scores) -> None:
    """Draw the choice of a goal and the ways to it."""
    controls.goal(chosen, found)
    wanted = scenario_figures.wanted_of(chosen, found)
    if wanted is None and chosen.goal:
        st.warning(
            dataset().say("notice.unknown", chosen.language, name="goal", given=chosen.goal), icon=":material/report:"
        )
    if wanted is not None:
        ways = scenario_figures.solutions(chosen, found, wanted)
        st.markdown("\n".join(f"- {scenario_figures.solution_words(way, made, chosen)}" for way, made in ways.items()))
    _shown(scenario_figures.goal_figure(chosen))
    controls.others(chosen, found)
    with st.expander(words.say("costs_title", chosen)):
        controls.costs(chosen, found)


def show_firm(chosen: Selection, found: Scores) -> None:
    """Draw how firm the ranks are and which places are near ties of the chosen unit."""
    made = figures.firmness_figure(chosen)
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(height=560, border=False):
        figure.show(made)
    with right:
        row = made.frame[made.frame["own"]].iloc[0]
        _places(chosen, row)
        if row["near"]:
            st.markdown(words.say("firm_near", chosen, names=f"**{row['near']}**"))
        for note in (*made.notes, *words.left_out(chosen)):
            st.markdown(note)
        st.caption(words.say("firm_method", chosen))


def _places(chosen: Selection, row: pd.Series) -> None:
    """Draw the places of a unit: the published one, those of nine draws in ten, with equal weights, by the geometric mean."""
    span = str(row["low"]) if row["low"] == row["high"] else f"{row['low']}–{row['high']}"
    geometric = words.say("refused", chosen) if pd.isna(row["geometric"]) else str(row["geometric"])
    places = {"official": str(row["official"]), "span": span, "equal": str(row["equal"]), "geometric": geometric}
    cards.show(
        [{"name": words.say(f"place_{name}", chosen), "value": place} for name, place in places.items()], least=150
    )


def _shown(made: Figure) -> None:
    """Draw a figure, or its title and why there is nothing to draw."""
    if made.frame.empty:
        st.markdown(f"**{made.title}**")
        figure.picture(made)
    else:
        figure.show(made)


def show_editions(chosen: Selection, found: Scores) -> None:
    """Draw the total under every edition's weights, and the change since the period before split into its parts."""
    shown, told = [], []
    for (total, edition), other in scheme.schemes(dataset()).items():
        if total != chosen.indicator:
            continue
        made = reweigh.under(found, chosen.unit, other)
        rows = scheme.editions(dataset(), total)
        name = rows.loc[rows["edition"] == edition, f"title_{chosen.language}"].iloc[0]
        low, high = words.known(made.low, chosen), words.known(made.high, chosen)
        text = low if low == high else words.say("bounds", chosen, low=low, high=high)
        if made.kind == reweigh.BOUNDS:
            lacking = dataset().indicators.loc[found.missing(chosen.unit), f"short_{chosen.language}"]
            told.append(words.say("bounds_words", chosen, edition=name, low=low, high=high, names=", ".join(lacking)))
        shown.append(
            {
                "name": name,
                "value": text or words.say("refused", chosen),
                "url": "",
                "target": words.say(f"under_{made.kind}", chosen),
                "change": "",
            }
        )
    cards.show(shown)
    for line in (*told, *_caveats(chosen)):
        st.markdown(line)
    made = edition_figures.editions_figure(chosen)
    _shown(made)
    for note in made.notes if len(made.frame) else ():
        st.caption(note)


def _caveats(chosen: Selection) -> list[str]:
    """Return that editions count different numbers of component indicators, for each that differs from the one before."""
    rows = scheme.editions(dataset(), chosen.indicator)
    rows = rows[rows["has_scheme"]]
    counted = [
        (row[f"title_{chosen.language}"], scheme.component_count(dataset(), row["edition"]))
        for row in rows.to_dict("records")
    ]
    return [
        words.say("editions_caveat", chosen, earlier=earlier, later=later, before=before, after=after)
        for (earlier, before), (later, after) in pairwise(counted)
        if None not in (before, after) and before != after
    ]  # fmt: skip


SHOWN = {
    "sheet": show_sheet, "whatif": whatif_panel.show, "goal": show_goal, "firm": show_firm, "editions": show_editions,
    "own": own_figures.show, "plan": plan_table.show,
}  # fmt: skip


def show(chosen: Selection) -> None:
    """Draw the chosen part, or why there is no score sheet."""
    mode = controls.mode(chosen)
    found = words.held(chosen)
    if found is None:
        st.info(words.why_none(chosen), icon=":material/info:")
        return
    for part in scenario.read(chosen.scenario, scenario_figures.components(found, chosen))[1]:
        st.warning(words.say("scenario_wrong", chosen, part=part[:40]), icon=":material/report:")
    SHOWN[mode](chosen, found)
