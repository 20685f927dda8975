"""The figures of a view by name: what a headline may take from the picture that it stands over."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from functools import cache
from itertools import pairwise

from indicators import change_facts, scenario_facts, target_facts, unit_facts, views, wording
from indicators import format as labels
from indicators.load import DATA, Dataset
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
    held = dataset.periods_of(chosen.indicator, chosen.basis)
    changed = [later for one, later in pairwise(held) if not views.comparable(dataset, chosen.indicator, one, later)]
    if changed:
        found["method_years"] = wording.listed(
            dataset, [labels.period_label(period, dataset.words, language) for period in changed], language
        )
    if chosen.unit:
        found["name"] = dataset.units.at[chosen.unit, f"name_{language}"]
        found["region"] = dataset.units.at[chosen.unit, f"region_{language}"]
    return found


Maker = Callable[[Dataset, Selection], Facts]
# page -> what a headline over any of its figures may take: a new figure needs no line here.
PAGES: Mapping[str, tuple[Maker, ...]] = {
    "overview": (unit_facts.field,),
    "map": (unit_facts.field, unit_facts.former, unit_facts.place),
    "province": (unit_facts.place,),
    "compare": (unit_facts.field, unit_facts.place),
    "targets": (target_facts.nation,),
    "assessment": (unit_facts.field, unit_facts.place, scenario_facts.outcome),
    "data": (),
}
# page -> figure -> what it gives besides, or in their place where the page's names are not what it shows.
MORE: Mapping[str, Mapping[str, tuple[Maker, ...]]] = {
    "overview": {"movers": (unit_facts.movement,), "spread": (unit_facts.pillars,)},
    "map": {name: (change_facts.changed,) for name in ("difference", "changes", "moves", "places")},
    "province": {"own": (unit_facts.own,), "own_more": (unit_facts.own,)},
    "compare": {"regions": (unit_facts.regions,)},
}
INSTEAD: Mapping[str, Mapping[str, tuple[Maker, ...]]] = {
    "overview": {"nation": (target_facts.nation,)},
    "targets": {
        "bars": (target_facts.counted,), "tally": (target_facts.counted,), "ambitions": (target_facts.ambitious,)
    },
}  # fmt: skip
NATIONS = "nation_"
DRAWN = DATA / "stories" / "figures.json"


@cache
def drawn() -> Mapping[str, tuple[str, ...]]:
    """Return the figures of every page as the drawing part lists them (a test holds the list equal); strip-* stands for a family."""
    return {page: tuple(names) for page, names in json.loads(DRAWN.read_text(encoding="utf-8")).items()}


def of_nation(dataset: Dataset, name: str, language: str) -> Facts:
    """Return the nation's newest figure of another indicator: nation_ID, and nation_ID_period; {} where there is none."""
    indicator = name.removeprefix(NATIONS).removesuffix("_period")
    held = views.national(dataset, indicator) if indicator in dataset.indicators.index else None
    held = held[held["value"].notna()] if held is not None and len(held) else None
    if held is None or held.empty:
        return {}
    row, key = held.iloc[-1], NATIONS + indicator
    return {
        key: wording.value_of(dataset, indicator, row["value"], language),
        f"{key}_period": labels.period_label(row["period"], dataset.words, language),
    }


def facts(dataset: Dataset, chosen: Selection, asked: Collection[str] = ()) -> Facts:
    """Return every name that a headline over a view may use, with its words in the language of the selection.

    asked: names in use; those of other indicators of the nation (nation_ID) are looked up for them alone.
    """
    found = subject(dataset, chosen) if chosen.indicator else {}
    page, figure = chosen.page, chosen.figure
    of_page = INSTEAD.get(page, {}).get(figure, PAGES.get(page, ()))
    for make in (*of_page, *MORE.get(page, {}).get(figure, ())):
        found |= make(dataset, chosen)
    for name in asked:
        if name.startswith(NATIONS):
            found |= of_nation(dataset, name, chosen.language)
    return found
