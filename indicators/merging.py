"""Values of a later basis from those of the one before it, by the rule that the catalogue gives an indicator.

Sources of the rules: `mean` is the ministry's own for its 34-unit table of the index of 2024 (announced 21 October 2025);
`sum`, `ratio` and `weighted_mean` follow from what the figures count. Nothing here knows how many units a basis has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from indicators import periods

if TYPE_CHECKING:
    from indicators.load import Dataset

DERIVED = "derived"
RULES = ("mean", "weighted_mean", "sum", "ratio")
LEAST_SHARE = 1.0
COLUMNS = ["unit", "value", "parts", "rule", "weight", "weight_period", "share", "source"]


@dataclass(frozen=True, eq=False)
class Parts:
    """Which units of the basis before make up the units of a basis.

    of: unit -> its parts, only where every part lies wholly inside; broken: units touched by a split, never derived.
    """

    before: str
    of: Mapping[str, tuple[str, ...]]
    broken: frozenset[str]


def successors(dataset: Dataset, unit: str) -> tuple[str, ...]:
    """Return the units that follow a unit: none, one (kept or merged) or several (split)."""
    return tuple(dataset.units.at[unit, "successor"].split())


@lru_cache(maxsize=32)
def parts(dataset: Dataset, basis: str) -> Parts | None:
    """Return the parts of a basis' units in the basis before it; None for the oldest basis and the nation."""
    own = set(dataset.units_of(basis)["unit"])
    of: dict[str, list[str]] = {}
    broken: set[str] = set()
    before = ""
    for unit in dataset.units.index:
        follow = [name for name in successors(dataset, unit) if name in own]
        if not follow:
            continue
        before = dataset.units.at[unit, "basis"]
        if len(successors(dataset, unit)) > 1:
            broken.update(follow)
            continue
        of.setdefault(follow[0], []).append(unit)
    whole = {unit: tuple(names) for unit, names in of.items() if unit not in broken}
    return Parts(before, whole, frozenset(broken)) if before else None


def rule_of(dataset: Dataset, indicator: str) -> str:
    """Return the merge rule of an indicator: one of RULES, or "none"."""
    row = dataset.indicators.loc[indicator]
    return row["merge_rule"] if row["merge_rule"] in RULES and row["display"] in ("map", "list") else "none"


def derivable_periods(dataset: Dataset, indicator: str, basis: str) -> tuple[str, ...]:
    """Return the periods of a basis that hold a published figure or can be derived from the basis before, oldest first."""
    own = dataset.published_periods(indicator, basis)
    made = parts(dataset, basis)
    if made is None or rule_of(dataset, indicator) == "none":
        return own
    earlier = derivable_periods(dataset, indicator, made.before)
    possible = [period for period in earlier if period in own or len(derived(dataset, indicator, basis, period))]
    return tuple(periods.ordered([*own, *possible]))


def _published(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    rows = dataset.observations.take(dataset.positions.get((indicator, basis, period), []))
    return rows.drop_duplicates("unit").set_index("unit")


@lru_cache(maxsize=4096)
def values(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.Series:
    """Return published values of a basis, completed by derived ones; index unit. Not to be changed in place."""
    own = _published(dataset, indicator, basis, period)["value"].dropna()
    made = derived(dataset, indicator, basis, period).set_index("unit")["value"]
    return own.combine_first(made) if len(made) else own


def _weights(dataset: Dataset, weight: str, basis: str, period: str) -> tuple[pd.Series, str]:
    """Weights of the same period, else of the nearest one that is published."""
    held = derivable_periods(dataset, weight, basis)
    if not held:
        return pd.Series(dtype=float), ""
    place = periods.position(period)
    nearest = min(held, key=lambda name: (abs(periods.position(name) - place), -periods.position(name)))
    return values(dataset, weight, basis, nearest), nearest


def _merge(rule: str, frame: pd.DataFrame) -> float:
    known = frame.dropna(subset=["value", "weight"])
    if rule == "sum":
        return float(known["value"].sum())
    if rule == "mean":
        return float(known["value"].mean())
    if rule == "ratio":
        return float(known["value"].sum() / known["weight"].sum())
    return float(np.average(known["value"], weights=known["weight"]))


def _inputs(dataset: Dataset, indicator: str, rule: str, before: str, period: str) -> tuple[pd.DataFrame, str, str]:
    """Values and weights of the parts, the weight's name and its period."""
    name = dataset.indicators.at[indicator, "weight"]
    if rule == "ratio":
        top, bottom = name.split("/")
        frame = pd.DataFrame(
            {"value": values(dataset, top, before, period), "weight": values(dataset, bottom, before, period)}
        )
        return frame, name, period
    held = values(dataset, indicator, before, period)
    if rule == "weighted_mean":
        weight, at = _weights(dataset, name, before, period)
        return pd.DataFrame({"value": held, "weight": weight}), name, at
    return pd.DataFrame({"value": held, "weight": 1.0}), "", ""


@lru_cache(maxsize=4096)
def ruled(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return what the rule gives for every unit of a basis whose parts all have a value (COLUMNS), published or not.

    share is the part of the weight that has a value; below LEAST_SHARE the whole is missing, never a silent partial mean.
    Not to be changed in place.
    """
    made, rule = parts(dataset, basis), rule_of(dataset, indicator)
    if made is None or rule == "none":
        return pd.DataFrame(columns=COLUMNS)
    frame, weight, at = _inputs(dataset, indicator, rule, made.before, period)
    sources = _published(dataset, indicator, made.before, period)["source"]
    rows = []
    for unit, names in made.of.items():
        block = frame.reindex(list(names))
        share = share_known(block)
        if block["value"].notna().any() and share >= LEAST_SHARE:
            source = next((sources.get(name, "") for name in names if sources.get(name, "")), "")
            rows.append((unit, _merge(rule, block), names, rule, weight, at, share, source))
    return pd.DataFrame(rows, columns=COLUMNS)


def share_known(block: pd.DataFrame) -> float:
    """Return the share of the weight of a unit's parts that has a value; without weights all parts must have one."""
    known = block["value"].notna() & block["weight"].notna()
    if block["weight"].isna().any():
        return float(known.all())
    return float(block["weight"][known].sum() / block["weight"].sum())


@lru_cache(maxsize=4096)
def derived(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return the rows of `ruled` for the units without a published value. Not to be changed in place."""
    made = ruled(dataset, indicator, basis, period)
    if made.empty:
        return made
    taken = _published(dataset, indicator, basis, period)["value"].dropna().index
    return made[~made["unit"].isin(taken)]
