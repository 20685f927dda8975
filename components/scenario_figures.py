"""Figures of a scenario: the place after a change, the ways to a goal, a change of editions split into its parts."""

from __future__ import annotations

import pandas as pd

from components import assessment_words as words
from components import ladder, rises
from components.assessment_figures import columns, empty, spec
from components.dataset import dataset
from components.figure import BELOW, Figure, dark
from components.kept import kept
from indicators import views
from indicators.assessment import goal, scenario, whatif
from indicators.assessment.scores import Scores, scores
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

AROUND = 4  # units shown above and below
LADDER_COLUMNS = ("unit", "name", "place", "value", "kind", "status")
GOAL_COLUMNS = ("panel", "index", "line", "start", "end", "points", "status")


def components(found: Scores, chosen: Selection) -> list[str]:
    """Return the components of the chosen unit's sheet: its indices, the unpublished ones as one block."""
    return list(found.components(found.missing(chosen.unit))[1].index)


def changes_of(chosen: Selection, found: Scores) -> dict[str, float]:
    """Return the changes that the link names."""
    return scenario.read(chosen.scenario, components(found, chosen))[0]


def outcome_of(chosen: Selection, found: Scores) -> whatif.Outcome:
    """Return what the link's changes do, worked out once for panel and picture."""
    return _outcome(dataset(), chosen)


@remembered(128)
def _outcome(data: Dataset, chosen: Selection) -> whatif.Outcome:
    found = scores(data, chosen.indicator, chosen.basis, chosen.period)
    return whatif.outcome(data, found, chosen.unit, changes_of(chosen, found), chosen.others or whatif.STILL)


def _marked(value: float, unit: str, own: bool, chosen: Selection) -> str:
    """A value in words, that of the changed unit with the word for a scenario."""
    text = words.known(value, chosen, unit)
    return words.say("scenario_label", chosen, value=text) if own and chosen.scenario else text


def _neighbours(block: pd.Series, found: Scores, chosen: Selection) -> pd.DataFrame:
    """The drawn units with their values in words, one row each."""
    own = [unit == chosen.unit for unit in block.index]
    return pd.DataFrame({
        "unit": block.index, "value": block.to_numpy(), "own": own, "order": range(len(block)),
        "status": [_status(found, unit, unit == chosen.unit, chosen) for unit in block.index],
        "name": [words.name_of(unit, chosen) for unit in block.index],
        "label": [_marked(value, unit, unit == chosen.unit, chosen) for unit, value in block.items()],
        "kind": [words.say("kind_scenario" if one else "kind_other", chosen) for one in own],
    })  # fmt: skip


def _status(found: Scores, unit: str, own: bool, chosen: Selection) -> str:
    """The status of a drawn value: what the changes of the link make of a published one is computed."""
    held = found.status[chosen.indicator].get(unit, "")
    return views.computed_status(pd.Series([held])) if own and chosen.scenario else held


def whatif_figure(chosen: Selection) -> Figure:
    """Return the unit among its neighbours in the ranking before and after the changes of the link."""
    found = words.held(chosen)
    if found is None:
        return empty("whatif", chosen, LADDER_COLUMNS, words.why_none(chosen))
    made = outcome_of(chosen, found)
    rest = whatif.rivals(dataset(), found, chosen.unit, chosen.others or whatif.STILL)
    everyone = (
        pd.concat([rest, pd.Series({chosen.unit: made.after})]).dropna().sort_values(ascending=False, kind="stable")
    )
    at = everyone.index.get_loc(chosen.unit)
    block = everyone.iloc[max(0, at - AROUND) : at + AROUND + 1]
    frame = _neighbours(block, found, chosen).assign(place=whatif.places(everyone).loc[block.index].to_numpy())
    frame["line"] = frame["place"].astype(str) + ". " + frame["name"]
    frame["hover"] = [
        words.say("ladder_hover", chosen, name=line, value=label)
        for line, label in zip(frame["line"], frame["label"], strict=True)
    ]
    own = frame[frame["own"]].iloc[0]
    step = pd.DataFrame([{
        "line": own["line"], "order": own["order"], "before": made.before, "after": made.after,
        "label": words.say("ladder_before", chosen, value=words.known(made.before, chosen), rank=words.firm(made.rank_before, chosen)),
    }])  # fmt: skip
    name = words.name_of(chosen.unit, chosen)
    told = words.say(
        "whatif_alt", chosen, name=name, before=words.known(made.before, chosen), after=words.known(made.after, chosen)
    )
    subtitle = words.subtitle(chosen, found, "subtitle_value")
    if chosen.scenario:
        subtitle = f"{subtitle} · {words.say('scenario_of_user', chosen)}"
    return Figure(
        id="whatif", spoken=BELOW, title=words.say("whatif_title", chosen, name=name, period=chosen.period), subtitle=subtitle,
        alt=f"{told} {words.place(made, chosen)}", frame=frame, columns=columns(LADDER_COLUMNS, chosen), spec=spec("ladder", dark()),
        extra={"step": step}, selection=chosen, sources=words.sources(chosen, found), basis=chosen.basis,
        notes=(words.say("scenario_note", chosen), *words.notes(chosen, found)), height=ladder.ROW * len(frame) + 36,
    )  # fmt: skip


def wanted_of(chosen: Selection, found: Scores) -> float | None:
    """Return the total that the link's goal asks for; None where it names no goal."""
    given = scenario.goal_of(chosen.goal)
    if given is None:
        return None
    kind, number = given
    if kind == "rank" and number > len(found.total):
        return None
    rest = whatif.rivals(dataset(), found, chosen.unit, chosen.others or whatif.STILL)
    return goal.wanted_for_rank(int(number), rest) if kind == "rank" else number


def solutions(chosen: Selection, found: Scores, wanted: float) -> dict[str, goal.Solution]:
    """Return the solution of each way to the goal of the link; the user's costs and ceilings count in the third."""
    costs, ceilings, _ = scenario.prices(chosen.costs, components(found, chosen))
    return {
        way: goal.solve(
            found,
            chosen.unit,
            wanted,
            way,
            costs if way == goal.COSTS else None,
            ceilings if way == goal.COSTS else None,
        )
        for way in goal.WAYS
    }


@kept
def goal_figure(chosen: Selection) -> Figure:
    """Return the ways to the goal of the link: least change, equal effort, the user's costs."""
    found = words.held(chosen)
    wanted = wanted_of(chosen, found) if found is not None else None
    if found is None or wanted is None:
        reason = words.why_none(chosen) if found is None else words.say("goal_none", chosen)
        return empty("goal", chosen, GOAL_COLUMNS, reason)
    own, weights = found.components(found.missing(chosen.unit))
    rows, told = [], []
    for order, (way, made) in enumerate(solutions(chosen, found, wanted).items()):
        told.append(solution_words(way, made, chosen))
        if made.state != goal.REACHED:
            continue
        for name in weights.index:
            start, end = float(min(own.at[chosen.unit, name], 1)), float(made.values[name])
            gained = (end - start) * float(weights[name])
            said = words.known_points(gained, chosen, signed=True)
            label = words.say("rise_label", chosen, points=said) if gained > 0.05 else ""
            line = words.component(name, found.missing(chosen.unit), chosen)
            hover = words.say("rise_hover", chosen, name=line, start=words.known(start, chosen), end=words.value(end, chosen),
                              points=words.points(gained, chosen))  # fmt: skip
            rows.append({"panel": words.say(f"way_{way}", chosen), "order": order, "index": name, "line": line, "start": start,
                         "end": end, "points": gained, "label": label, "hover": hover,
                         "status": found.status.at[chosen.unit, chosen.indicator]})  # fmt: skip
    title = words.say("goal_title", chosen, name=words.name_of(chosen.unit, chosen), wanted=words.value(wanted, chosen))
    if not rows:
        return empty("goal", chosen, GOAL_COLUMNS, " ".join(told))
    drawn = pd.DataFrame(rows)
    frame, heads = rising(drawn.assign(indicator=words.indicators_of(drawn["index"], chosen)))
    return Figure(
        id="goal", title=title, subtitle=words.published(chosen, found, "subtitle_value"), alt=f"{title}. {' '.join(told)}", frame=frame, extra={"heads": heads},
        columns=columns(GOAL_COLUMNS, chosen), spec=spec("rises", dark()), selection=chosen, sources=words.sources(chosen, found),
        basis=chosen.basis, notes=(words.say("goal_note", chosen), *words.notes(chosen, found)), height=rises.ROW * (int(frame["row"].max()) + 1) + 28,
    )  # fmt: skip


def rising(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the rises with the row that each is drawn on, below the name of its way; an index that stays has none. And the names."""
    heads, place, following = [], {}, 0
    for panel, block in frame.groupby("panel", sort=False):
        heads.append({"row": following, "panel": panel})
        drawn = block[block["label"] != ""].sort_values("points", ascending=False, kind="stable").index
        place |= {index: following + 1 + step for step, index in enumerate(drawn)}
        following += 1 + len(drawn)
    return frame.assign(row=pd.Series(place, dtype="Int64").reindex(frame.index)), pd.DataFrame(heads)


def solution_words(way: str, made: goal.Solution, chosen: Selection) -> str:
    """Return what one way to the goal comes to, or why it does not get there."""
    names = {
        "way": words.say(f"way_{way}", chosen),
        "most": words.value(made.most, chosen),
        "wanted": words.value(made.wanted, chosen),
    }
    change = words.value(made.change, chosen)
    key = "goal_reached_cost" if way == goal.COSTS and made.state == goal.REACHED else f"goal_{made.state}"
    return words.say(key, chosen, change=change, cost=words.value(made.cost, chosen), **names)


FIGURES = {"whatif": whatif_figure, "goal": goal_figure}
