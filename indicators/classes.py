"""Class breaks of a choropleth and the kinds of "no value"."""

from __future__ import annotations

import mapclassify
import numpy as np
import pandas as pd

from indicators.load import Dataset

CLASSES = 5
NO_DATA = -1


def breaks(dataset: Dataset, indicator: str, basis: str) -> list[float]:
    """Return the inner class breaks of an indicator, ascending: the catalogue's fixed ones, else natural breaks.

    Natural breaks (Fisher-Jenks) are taken over all periods of the basis together, so that colours compare across years.
    """
    fixed = dataset.indicators.at[indicator, "breaks"]
    if fixed:
        return [float(part) for part in fixed.split("|")]
    rows = dataset.observations
    pooled = rows.loc[(rows["indicator"] == indicator) & (rows["basis"] == basis), "value"].dropna().to_numpy()
    return natural(pooled, int(dataset.indicators.at[indicator, "decimals"]))


def natural(values: np.ndarray, decimals: int) -> list[float]:
    """Return natural breaks rounded to the indicator's decimals, fewer where there are few distinct values."""
    distinct = np.unique(np.round(values, decimals))
    if len(distinct) < 2:
        return []
    wanted = min(CLASSES, len(distinct))
    found = mapclassify.FisherJenks(np.sort(values), k=wanted).bins[:-1]
    return sorted({float(round(edge, decimals)) for edge in found} - {float(distinct[0])})


def assign(values: pd.Series, inner: list[float]) -> pd.Series:
    """Return the class of each value, 0 the lowest; NO_DATA where it is missing. A value on a break is in the upper class."""
    held = np.searchsorted(np.asarray(inner, dtype=float), values.to_numpy(dtype=float), side="right")
    return pd.Series(np.where(values.isna(), NO_DATA, held), index=values.index)
