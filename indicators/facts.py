"""The figures of a view by name: what a headline may take from the picture that it stands over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from indicators import format as labels
from indicators import target_facts, unit_facts
from indicators.load import Dataset
from indicators.selection import Selection

Facts = dict[str, str]


def subject(dataset: Dataset, chosen: Selection) -> Facts:
    """Return what every view has: its indicator, period, basis and, where one is chosen, its unit."""
    language, about = chosen.language, dataset.about(chosen.indicator)
    found = {
        "indicator": about[f"title_{language}"],
        "short": about[f"short_{language}"],
        "period": labels.period_label(chosen.period, dataset.words, language),
        "provinces": str(len(dataset.units_of(chosen.basis))),
    }
    if chosen.unit:
        found["name"] = dataset.units.at[chosen.unit, f"name_{language}"]
        found["region"] = dataset.units.at[chosen.unit, f"region_{language}"]
    return found


Maker = Callable[[Dataset, Selection], Facts]
# page -> figure -> what its headline may take; a figure that is not here cannot be a slide of a story in data/stories.
FIGURES: Mapping[str, Mapping[str, tuple[Maker, ...]]] = {
    "overview": {
        "map": (unit_facts.field,),
        "list": (unit_facts.field,),
        "movers": (unit_facts.field, unit_facts.movement),
        "nation": (target_facts.nation,),
        "spread": (unit_facts.pillars,),
    },
    "map": {
        "map": (unit_facts.field, unit_facts.former, unit_facts.place),
        "list": (unit_facts.field, unit_facts.former, unit_facts.place),
    },
    "province": {
        **{
            name: (unit_facts.place,)
            for name in ("strips", "others", "trend", "pillars", "locator", "parts", "moved", "similar")
        },
        "own": (unit_facts.place, unit_facts.own),
        "own_more": (unit_facts.place, unit_facts.own),
    },
    "compare": {
        **{name: (unit_facts.field, unit_facts.place) for name in ("lines", "dumbbell", "bump", "scatter")},
        "regions": (unit_facts.field, unit_facts.regions),
    },
    "targets": {
        "trajectory": (target_facts.nation,),
        "bars": (target_facts.counted,),
        "tally": (target_facts.counted,),
        "ambitions": (target_facts.ambitious,),
    },
}


def facts(dataset: Dataset, chosen: Selection) -> Facts:
    """Return every name that a headline over a view may use, with its words in the language of the selection."""
    found = subject(dataset, chosen) if chosen.indicator else {}
    for make in FIGURES.get(chosen.page, {}).get(chosen.figure, ()):
        found |= make(dataset, chosen)
    return found
