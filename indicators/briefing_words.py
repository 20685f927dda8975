"""Statements of a briefing in words of a language; the words hold nothing that the statement does not."""

from __future__ import annotations

from indicators import format as labels
from indicators import rank_intervals, wording
from indicators.load import Dataset
from indicators.statement import COUNT, DIFFERENCE, INTERVAL, PERIOD, TARGET, UNIT, VALUE, Fact, Statement


def said(dataset: Dataset, fact: Fact, language: str) -> str:
    """Return one fact in words."""
    if fact.kind == VALUE:
        return wording.value_of(dataset, fact.indicator, float(str(fact.value)), language, fact.status)
    if fact.kind == DIFFERENCE:
        return wording.difference_of(dataset, fact.indicator, float(str(fact.value)), language, fact.status)
    if fact.kind == TARGET:
        value = float(str(fact.value))
        # A smaller number is a better rank: places are told as they are climbed.
        value = -value if dataset.indicators.at[fact.indicator, "unit"] == "rank" else value
        sign = "up" if value > 0 else "down" if value < 0 else "none"
        return dataset.say(
            f"briefing.{sign}", language, amount=wording.difference_of(dataset, fact.indicator, value, language)
        )
    if fact.kind == INTERVAL:
        unit, period = fact.value if isinstance(fact.value, tuple) else ("", "")
        return rank_intervals.behind(dataset, fact.indicator, unit, period, language)
    if fact.kind == COUNT:
        return wording.signed(dataset, labels.number(float(str(fact.value)), 0, language), fact.status, language)
    if fact.kind == PERIOD:
        return labels.period_label(str(fact.value), dataset.words, language)
    table, column = (dataset.units, "name") if fact.kind == UNIT else (dataset.indicators, "title")
    return str(table.at[fact.value, f"{column}_{language}"])


def sentence(dataset: Dataset, statement: Statement, language: str) -> str:
    """Return a statement in words."""
    words = {name: said(dataset, fact, language) for name, fact in statement.facts.items()}
    if statement.items:
        items = [
            dataset.say(
                f"{statement.key}_item",
                language,
                **{name: said(dataset, fact, language) for name, fact in item.items()},
            )
            for item in statement.items
        ]
        words["items"] = "; ".join(items)
    return dataset.say(statement.key, language, **words)
