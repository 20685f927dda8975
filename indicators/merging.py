"""Values of a later basis from those of the one before it, by the rule that the catalogue gives an indicator.

Sources of the rules: `mean` is the ministry's own for the first table of its index after a merger (announced on
21 October 2025); `sum`, `ratio` and `weighted_mean` follow from what the figures count. Nothing here knows how many
units a basis has or when it began. That a value is derived is found here each time and stored nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from indicators import periods
from indicators.remembered import remembered

if TYPE_CHECKING:
    from indicators.load import Dataset

DERIVED = "derived"
OF_DERIVED = "computed_derived"  # a mean of values of which at least one is derived
MADE = (DERIVED, OF_DERIVED)
RULES = ("mean", "weighted_mean", "sum", "ratio")
WHOLE = 1.0
COLUMNS = ["unit", "value", "parts", "rule", "weight", "weight_period", "share", "source"]
BREAKDOWN = ["unit", "part", "value", "weight", "share", "rule", "weight_name", "weight_period"]
ROUNDING = 1e-9


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


def counterparts(dataset: Dataset, unit: str, basis: str) -> tuple[str, ...]:
    """Return the units of a basis that a unit is, becomes or was made of, the one of its own name first; none for others."""
    if dataset.units.at[unit, "basis"] == basis:
        return (unit,)
    names = dataset.units_of(basis)["name_vi"]
    follow = [name for name in successors(dataset, unit) if name in names.index]
    found = follow or [name for name in names.index if unit in successors(dataset, name)]
    return tuple(sorted(found, key=lambda name: names[name] != dataset.units.at[unit, "name_vi"]))


@remembered(32)
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


def names(made: Parts) -> tuple[str, ...]:
    """Return every part of every unit, in the order of the units."""
    return tuple(name for parts_of in made.of.values() for name in parts_of)


def rule_of(dataset: Dataset, indicator: str) -> str:
    """Return the merge rule of an indicator: one of RULES, or "none", as for an indicator that the catalogue lacks."""
    if indicator not in dataset.indicators.index:
        return "none"
    rule = dataset.indicators.at[indicator, "merge_rule"]
    return rule if rule in RULES else "none"


def refusal(dataset: Dataset, indicator: str) -> str:
    """Return the key of the sentence that says why an indicator's figures are not combined; "" where they are."""
    reason = dataset.indicators.at[indicator, "no_merge_reason"]
    return f"merge_none.{reason}" if rule_of(dataset, indicator) == "none" and reason else ""


def least_share(dataset: Dataset, indicator: str) -> float:
    """Return the share of the weight (0 to 1) that must have a value: the catalogue's, the whole where it states none.

    A sum needs all its parts whatever the catalogue says: part of a sum is no estimate of it.
    """
    stated = dataset.indicators.at[indicator, "least_share"]
    return WHOLE if np.isnan(stated) or rule_of(dataset, indicator) == "sum" else float(stated) / 100


@remembered(1024)
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


@remembered(4096)
def values(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.Series:
    """Return published values of a basis, completed by derived ones; index unit. Not to be changed in place."""
    own = _published(dataset, indicator, basis, period)["value"].dropna()
    made = derived(dataset, indicator, basis, period).set_index("unit")["value"]
    return own.combine_first(made) if len(made) else own


def weights(dataset: Dataset, weight: str, basis: str, period: str) -> tuple[pd.Series, str]:
    """Return the weights of the same period, else of the nearest that is published, and that period ("" where none is)."""
    held = derivable_periods(dataset, weight, basis)
    if not held:
        return pd.Series(dtype=float), ""
    place = periods.position(period)
    nearest = min(held, key=lambda name: (abs(periods.position(name) - place), -periods.position(name)))
    return values(dataset, weight, basis, nearest), nearest


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
        weight, at = weights(dataset, name, before, period)
        return pd.DataFrame({"value": held, "weight": weight}), name, at
    return pd.DataFrame({"value": held, "weight": 1.0}), "", ""


@remembered(4096)
def ruled(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return what the rule gives for every unit of a basis whose parts have enough values (COLUMNS), published or not.

    share is the part of the weight that has a value; below `least_share` the whole is missing, never a silent partial
    mean. Not to be changed in place.
    """
    made, rule = parts(dataset, basis), rule_of(dataset, indicator)
    if made is None or rule == "none":
        return pd.DataFrame(columns=COLUMNS)
    frame, weight, at = _inputs(dataset, indicator, rule, made.before, period)
    values, shares = merged(rule, frame, made)
    held = np.flatnonzero(~np.isnan(values) & (shares >= least_share(dataset, indicator) - ROUNDING))
    before = derived(dataset, indicator, made.before, period).set_index("unit")["source"]
    sources = {**before, **_published(dataset, indicator, made.before, period)["source"]}
    units = list(made.of)
    rows = []
    for place in held:
        names = made.of[units[place]]
        source = next((sources[name] for name in names if sources.get(name)), "")
        rows.append((units[place], values[place], names, rule, weight, at, shares[place], source))
    return pd.DataFrame(rows, columns=COLUMNS)


def merged(rule: str, frame: pd.DataFrame, made: Parts) -> tuple[np.ndarray, np.ndarray]:
    """Return value and share of the weight that has a value for each unit of `made.of`; missing where no part has one.

    frame: value and weight (for a ratio numerator and denominator) by part. Where a weight is missing its part of the
    whole is not known, and the share is 1 only if every part has both.
    """
    flat = frame.reindex(list(names(made)))
    group = np.repeat(np.arange(len(made.of)), [len(names) for names in made.of.values()])
    value, weight = (flat[name].to_numpy(dtype=float) for name in ("value", "weight"))
    known = ~np.isnan(value) & ~np.isnan(weight)

    def total(numbers: np.ndarray) -> np.ndarray:
        return np.bincount(group, np.where(known, numbers, 0.0), len(made.of))

    count, weighed = total(np.ones_like(value)), total(weight)
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = np.bincount(group, weight, len(made.of))
        every = count == np.bincount(group, minlength=len(made.of))
        shares = np.where(np.isnan(whole), every, weighed / whole)
        found = {
            "sum": lambda: total(value), "mean": lambda: total(value) / count, "ratio": lambda: total(value) / weighed,
            "weighted_mean": lambda: total(value * weight) / weighed,
        }[rule]()  # fmt: skip
    return np.where(count > 0, found, np.nan), shares


@remembered(512)
def breakdown(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return what stands behind each unit of a basis, one row a part (BREAKDOWN); value missing where a part has none.

    share is the part's share of the weight of its unit. For a ratio value is the numerator, weight the denominator;
    for a mean every weight is one. Empty where nothing may be derived. Not to be changed in place.
    """
    made, rule = parts(dataset, basis), rule_of(dataset, indicator)
    if made is None or rule == "none":
        return pd.DataFrame(columns=BREAKDOWN)
    frame, weight, at = _inputs(dataset, indicator, rule, made.before, period)
    pairs = [(unit, name) for unit, names in made.of.items() for name in names]
    rows = pd.DataFrame(pairs, columns=["unit", "part"]).join(frame, on="part")
    whole = rows.groupby("unit")["weight"].transform(lambda block: block.sum(skipna=False))
    return rows.assign(share=rows["weight"] / whole, rule=rule, weight_name=weight, weight_period=at)[BREAKDOWN]


@remembered(512)
def lacking(dataset: Dataset, indicator: str, basis: str, period: str) -> dict[str, tuple[str, ...]]:
    """Return unit -> its parts without a value, for the units that stay missing although other parts have one. Not to be changed."""
    rows = breakdown(dataset, indicator, basis, period)
    held = set(values(dataset, indicator, basis, period).index)
    gone = {}
    for unit, block in rows[~rows["unit"].isin(held)].groupby("unit"):
        known = block["value"].notna() & block["weight"].notna()
        if known.any():
            gone[str(unit)] = tuple(block.loc[~known, "part"])
    return gone


@remembered(4096)
def derived(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return the rows of `ruled` for the units without a published value. Not to be changed in place."""
    made = ruled(dataset, indicator, basis, period)
    if made.empty:
        return made
    taken = _published(dataset, indicator, basis, period)["value"].dropna().index
    return made[~made["unit"].isin(taken)]
