"""Class breaks of a choropleth and the kinds of "no value"."""

from __future__ import annotations

import math
import warnings

import mapclassify
import numpy as np
import pandas as pd

from indicators import merging, views
from indicators.load import Dataset

CLASSES = 5
NO_DATA = -1


def breaks(dataset: Dataset, indicator: str, basis: str, period: str) -> list[float]:
    """Return the inner class breaks of an indicator in a period, ascending: stated ones first, else natural breaks.

    Stated breaks are those of the period's edition, then the catalogue's. Natural breaks (Fisher-Jenks) are taken over
    all periods of one edition and basis together, so that colours compare across years of one method.
    """
    edition = views.edition_of(dataset, indicator, period)
    stated = fixed(dataset, indicator, edition)
    if stated:
        return [float(part) for part in stated.split("|")]
    held = [
        merging.values(dataset, indicator, basis, each)
        for each in dataset.periods_of(indicator, basis)
        if views.edition_of(dataset, indicator, each) == edition
    ]
    pooled = pd.concat(held).dropna().to_numpy() if held else np.array([])
    return natural(pooled, int(dataset.indicators.at[indicator, "decimals"]))


def fixed(dataset: Dataset, indicator: str, edition: str) -> str:
    """Return the breaks that stand in the tables, written with bars between; "" where none are stated."""
    rows = dataset.tables["editions"]
    own = rows.loc[(rows["indicator"] == indicator) & (rows["edition"] == edition), "breaks"]
    return (own.iloc[0] if len(own) else "") or dataset.indicators.at[indicator, "breaks"]


def natural(values: np.ndarray, decimals: int) -> list[float]:
    """Return natural breaks, rounded so that a twentieth of the span still shows; fewer where there are few distinct values."""
    distinct = np.unique(np.round(values, decimals))
    if len(distinct) < 2:
        return []
    shown = min(decimals, max(0, math.ceil(-math.log10((distinct[-1] - distinct[0]) / 20))))
    with warnings.catch_warnings():
        # mapclassify recommends numba, which a class count of five over hundreds of values does not need.
        warnings.simplefilter("ignore")
        found = mapclassify.FisherJenks(np.sort(values), k=min(CLASSES, len(distinct))).bins[:-1]
    return sorted({float(round(edge, shown)) for edge in found} - {float(distinct[0])})


def places(inner: list[float]) -> int:
    """Return with how many decimals the breaks are written."""
    return max((len(f"{edge:g}".partition(".")[2]) for edge in inner), default=0)


def assign(values: pd.Series, inner: list[float]) -> pd.Series:
    """Return the class of each value, 0 the lowest; NO_DATA where it is missing. A value on a break is in the upper class."""
    held = np.searchsorted(np.asarray(inner, dtype=float), values.to_numpy(dtype=float), side="right")
    return pd.Series(np.where(values.isna(), NO_DATA, held), index=values.index)
