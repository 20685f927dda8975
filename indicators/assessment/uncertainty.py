"""How firm a rank is: the index made again many times with other weights, unrounded values and another mean.

Method: uncertainty analysis of the OECD/JRC Handbook on Constructing Composite Indicators (2008), step 7.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.assessment.scores import BLOCK, Scores, scores
from indicators.load import Dataset
from indicators.remembered import remembered

DRAWS = 10_000
SPREAD = 0.25  # weights varied by a quarter up and down, as the handbook's examples do
HALF_STEP = 0.5e-4  # published values have four decimals
EQUAL_SHARE = 0.1  # of the draws with equal weights; the rest half spread, half Dirichlet
LOW, HIGH = 5, 95  # percentiles of the rank interval
NEAR = 1 / 3  # two places that swap in more than a third of the draws are a near tie
SEED = 405


@dataclass(frozen=True, eq=False)
class Firmness:
    """Ranks over all draws.

    ranks: one row a unit (official, low, median, high, best, worst, equal, geometric); swaps: unit x unit, the share of
    draws in which the row stands behind the column although the published value is higher; geometric is missing where
    single indices are not known (joined says which).
    """

    ranks: pd.DataFrame
    swaps: pd.DataFrame
    draws: int
    joined: tuple[str, ...]


def drawn_weights(shares: np.ndarray, draws: int, random: np.random.Generator) -> np.ndarray:
    """Return draws x components weights that sum to one: SPREAD about the official, Dirichlet about it, equal.

    The Dirichlet's concentration k is set so that a mean weight varies by SPREAD relative to itself:
    var(w) = w (1 - w) / (k + 1), so k = (1 / w - 1) / SPREAD^2 - 1 with w = 1 / n.
    """
    count = len(shares)
    equal = round(draws * EQUAL_SHARE)
    spread = (draws - equal) // 2
    concentration = (count - 1) / SPREAD**2 - 1
    blocks = [
        shares * random.uniform(1 - SPREAD, 1 + SPREAD, (spread, count)),
        random.dirichlet(shares * concentration, draws - equal - spread),
        np.full((equal, count), 1 / count),
    ]
    weights = np.vstack(blocks)
    return weights / weights.sum(axis=1, keepdims=True)


def ranks_of(totals: np.ndarray) -> np.ndarray:
    """Return ranks from 1 (best) along the last axis; equal totals are put in their order (draws have no true ties)."""
    order = np.argsort(-totals, axis=-1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, totals.shape[-1] + 1), axis=-1)
    return ranks


def simulate(values: np.ndarray, shares: np.ndarray, draws: int = DRAWS, seed: int = SEED) -> np.ndarray:
    """Return draws x units totals: weights drawn, each value somewhere within its rounding."""
    random = np.random.default_rng(seed)
    weights = drawn_weights(shares, draws, random)
    # The rounding of a weighted sum is drawn as one: its parts are independent and uniform, so near normal.
    spread = HALF_STEP / np.sqrt(3) * np.sqrt((weights**2).sum(axis=1))
    return weights @ values.T + random.normal(0, 1, (draws, len(values))) * spread[:, None]


def swapped(totals: np.ndarray, official: np.ndarray) -> np.ndarray:
    """Return units x units: the share of draws in which the official order of two units turns round (0 where they tie)."""
    count = totals.shape[1]
    found = np.zeros((count, count))
    for place in range(count):
        behind = (totals[:, [place]] < totals).mean(axis=0)
        found[place] = np.where(official[place] > official, behind, 0.0)
    return found


def geometric(values: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Return the weighted geometric mean of each unit, prod(x_i ^ w_i): a weak index weighs more than in the sum."""
    with np.errstate(divide="ignore"):
        return np.exp(np.log(np.clip(values, 0, None)) @ shares)


@remembered(16)
def firmness(dataset: Dataset, total: str, basis: str, period: str, draws: int = DRAWS) -> Firmness | None:
    """Return how firm the ranks of a period are; None without a score sheet or where a unit has no total. Not to be changed."""
    held = scores(dataset, total, basis, period)
    return of_scores(held, draws) if held is not None else None


def of_scores(held: Scores, draws: int = DRAWS) -> Firmness | None:
    """Return the firmness of held scores; None where a unit has no total or nothing but its total is known."""
    values, weights = held.components()
    if values.shape[1] < 2 or values.isna().any(axis=None) or held.total.isna().any():
        return None
    matrix, shares = values.to_numpy(), (weights / weights.sum()).to_numpy()
    totals = simulate(matrix, shares, draws)
    ranks = ranks_of(totals)
    joined = tuple(held.values.columns[held.values.isna().any()]) if BLOCK in values else ()
    official = held.total.round(4).rank(method="min", ascending=False)
    equal = pd.Series(matrix.mean(axis=1), values.index).rank(method="min", ascending=False)
    low, median, high = np.percentile(ranks, (LOW, 50, HIGH), axis=0, method="nearest")
    frame = pd.DataFrame(
        {
            "official": official, "low": low, "median": median, "high": high, "best": ranks.min(axis=0), "worst": ranks.max(axis=0),
            "equal": equal,
        }, index=values.index,
    )  # fmt: skip
    mean = pd.Series(geometric(matrix, shares), values.index).rank(method="min", ascending=False)
    frame["geometric"] = float("nan") if joined else mean
    turned = pd.DataFrame(swapped(totals, held.total.to_numpy()), index=values.index, columns=values.index)
    return Firmness(frame, turned, draws, joined)


def near_ties(found: Firmness) -> pd.DataFrame:
    """Return the pairs that swap in more than NEAR of the draws: upper, lower, share; the closest first."""
    pairs = found.swaps.stack()
    pairs = pairs[pairs > NEAR].sort_values(ascending=False)
    return pd.DataFrame(
        {"upper": pairs.index.get_level_values(0), "lower": pairs.index.get_level_values(1), "share": pairs.to_numpy()}
    )


@remembered(16)
def marks(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return rank_low, rank_high and near_tie (names no unit, only whether there is one) by unit; empty where no ranks are drawn again."""
    found = firmness(dataset, indicator, basis, period)
    if found is None:
        return pd.DataFrame(columns=["rank_low", "rank_high", "near_tie"])
    pairs = near_ties(found)
    tied = found.ranks.index.isin([*pairs["upper"], *pairs["lower"]])
    whole = found.ranks[["low", "high"]].astype("Int64").rename(columns={"low": "rank_low", "high": "rank_high"})
    return whole.assign(near_tie=tied)
