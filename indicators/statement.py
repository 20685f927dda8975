"""What a statement of a briefing is made of: figures and names, no words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.load import Dataset

VALUE, DIFFERENCE, COUNT, PERIOD = "value", "difference", "count", "period"
UNIT, INDICATOR, TARGET = "unit", "indicator", "target"
# the interval of a unit's rank; its value is (unit, period)
INTERVAL = "interval"


@dataclass(frozen=True)
class Fact:
    """One figure or name of a statement: its kind says how it is written, indicator in which unit of measure, status whether it, or the value that it ranks, is derived."""

    kind: str
    value: object
    indicator: str = ""
    status: str = ""


@dataclass(frozen=True)
class Statement:
    """One statement: the rule that made it, its facts by name, the sources of its figures. key is its sentence in text.csv."""

    rule: str
    facts: Mapping[str, Fact]
    sources: tuple[str, ...] = ()
    items: tuple[Mapping[str, Fact], ...] = ()

    @property
    def key(self) -> str:
        """The key of its sentence."""
        return f"briefing.{self.rule}"


def headline(dataset: Dataset) -> str:
    """Return the indicator that leads the catalogue."""
    return str(dataset.indicators.index[0])
