"""Figures by name of a scenario: what the changes of a link would do to a unit's total and rank."""

from __future__ import annotations

from indicators import wording
from indicators.assessment import scenario, whatif
from indicators.assessment.scores import scores
from indicators.load import Dataset
from indicators.selection import Selection

Facts = dict[str, str]


def outcome(dataset: Dataset, chosen: Selection) -> Facts:
    """Return total and rank of the chosen unit before and after the changes of the link; {} without a unit or changes."""
    if not chosen.unit or not chosen.scenario:
        return {}
    name, basis = chosen.indicator, dataset.units.at[chosen.unit, "basis"]
    held = scores(dataset, name, basis, chosen.period)
    if held is None:
        return {}
    known = list(held.components(held.missing(chosen.unit))[1].index)
    changes = scenario.read(chosen.scenario, known)[0]
    try:
        made = whatif.outcome(dataset, held, chosen.unit, changes, chosen.others or whatif.STILL)
    except ValueError:
        return {}
    return {
        "before": wording.value_of(dataset, name, made.before, chosen.language),
        "after": wording.value_of(dataset, name, made.after, chosen.language),
        "rank_before": str(made.rank_before), "rank_after": str(made.rank_after), "rank_of": str(made.rank_of),
        "changed": str(len(changes)),
    }  # fmt: skip
