"""Class breaks of a choropleth and the kinds of "no value"."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence

import mapclassify
import numpy as np
import pandas as pd

from indicators import merging, views
from indicators.load import Dataset
from indicators.remembered import remembered

CLASSES = 5
NO_DATA = -1
FIXED, NATURAL, QUANTILE, EQUAL, CONTINUOUS = METHODS = ("fixed", "natural", "quantile", "equal", "continuous")

# Breaks are rounded so that this part of the span still shows: natural ones may move a little, counts and steps may not.
PARTS = {QUANTILE: 500, EQUAL: 200, NATURAL: 20}


def method_of(dataset: Dataset, indicator: str, period: str, asked: str = "") -> str:
    """Return the class method that is used: the one asked for, else stated breaks where the tables hold some, else natural ones."""
    stated = fixed(dataset, indicator, views.edition_of(dataset, indicator, period))
    if asked in METHODS and (asked != FIXED or stated):
        return asked
    return FIXED if stated else NATURAL


@remembered(1024)
def breaks(dataset: Dataset, indicator: str, basis: str, period: str, asked: str = "") -> tuple[float, ...]:
    """Return the inner class breaks of an indicator in a period, ascending: stated ones first, else natural breaks.

    Stated breaks are those of the period's edition, then the catalogue's. Natural breaks (Fisher-Jenks) and equal steps are
    taken over all periods of one edition and basis together, so that colours compare across years of one method; quantiles
    over the period alone, for they speak of ranks. asked is one of METHODS, or "" for the rule above.
    """
    method = method_of(dataset, indicator, period, asked)
    if method == FIXED:
        stated = fixed(dataset, indicator, views.edition_of(dataset, indicator, period))
        return tuple(float(part) for part in stated.split("|"))
    decimals = int(dataset.indicators.at[indicator, "decimals"])
    if method == QUANTILE:
        held = merging.values(dataset, indicator, basis, period).dropna().to_numpy(dtype=float)
        return tuple(inner(held, decimals, method))
    return tuple(inner(pooled(dataset, indicator, basis, alike(dataset, indicator, basis, period)), decimals, method))


def alike(dataset: Dataset, indicator: str, basis: str, period: str) -> tuple[str, ...]:
    """Return the periods of a basis that share the edition of a period, oldest first."""
    edition = views.edition_of(dataset, indicator, period)
    held = dataset.periods_of(indicator, basis)
    return tuple(each for each in held if views.edition_of(dataset, indicator, each) == edition)


def pooled(dataset: Dataset, indicator: str, basis: str, held: tuple[str, ...]) -> np.ndarray:
    """Return all values of some periods in one row of numbers."""
    parts = [merging.values(dataset, indicator, basis, each) for each in held]
    return pd.concat(parts).dropna().to_numpy(dtype=float) if parts else np.array([])


@remembered(256)
def common(dataset: Dataset, indicator: str, basis: str, asked: str = "") -> tuple[float, ...]:
    """Return the inner breaks that all periods of an indicator share: natural ones over all of them, or by another method."""
    held = pooled(dataset, indicator, basis, dataset.periods_of(indicator, basis))
    method = asked if asked in (QUANTILE, EQUAL) else NATURAL
    return tuple(inner(held, int(dataset.indicators.at[indicator, "decimals"]), method))


@remembered(512)
def span(dataset: Dataset, indicator: str, basis: str, period: str) -> tuple[float, float]:
    """Return the lowest and the highest value of the period's edition, the ends of a continuous ramp; missing without values."""
    held = pooled(dataset, indicator, basis, alike(dataset, indicator, basis, period))
    return (float(held.min()), float(held.max())) if len(held) else (math.nan, math.nan)


@remembered(1024)
def fixed(dataset: Dataset, indicator: str, edition: str) -> str:
    """Return the breaks that stand in the tables, written with bars between; "" where none are stated."""
    rows = dataset.tables["editions"]
    own = rows.loc[(rows["indicator"] == indicator) & (rows["edition"] == edition), "breaks"]
    return (own.iloc[0] if len(own) else "") or dataset.indicators.at[indicator, "breaks"]


def inner(values: np.ndarray, decimals: int, method: str) -> list[float]:
    """Return inner breaks by a method, rounded to what the span lets show; fewer where there are few distinct values."""
    distinct = np.unique(np.round(values, decimals))
    if len(distinct) < 2:
        return []
    shown = min(decimals, max(0, math.ceil(-math.log10((distinct[-1] - distinct[0]) / PARTS.get(method, 20)))))
    classifier = {QUANTILE: mapclassify.Quantiles, EQUAL: mapclassify.EqualInterval}.get(
        method, mapclassify.FisherJenks
    )
    with warnings.catch_warnings():
        # mapclassify recommends numba, which a class count of five over hundreds of values does not need.
        warnings.simplefilter("ignore")
        found = classifier(np.sort(values), k=min(CLASSES, len(distinct))).bins[:-1]
    return sorted({float(round(edge, shown)) for edge in found} - {float(distinct[0])})


def places(edges: Sequence[float]) -> int:
    """Return with how many decimals the breaks are written."""
    return max((len(f"{edge:g}".partition(".")[2]) for edge in edges), default=0)


def assign(values: pd.Series, edges: Sequence[float]) -> pd.Series:
    """Return the class of each value, 0 the lowest; NO_DATA where it is missing. A value on a break is in the upper class."""
    held = np.searchsorted(np.asarray(edges, dtype=float), values.to_numpy(dtype=float), side="right")
    return pd.Series(np.where(values.isna(), NO_DATA, held), index=values.index)
