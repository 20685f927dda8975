"""Dataset and selection to the tidy frame that one picture draws."""

from __future__ import annotations

import pandas as pd

from indicators import measures, merging, periods
from indicators.load import NATION, Dataset
from indicators.remembered import remembered

OBSERVED = [
    "unit", "code", "name_vi", "name_en", "region_vi", "region_en", "period", "value", "value_low", "value_high",
    "rank", "rank_of", "rank_status", "status", "source", "rank_source", "note_vi", "note_en",
]  # fmt: skip
_CARRIED = [
    "value",
    "value_low",
    "value_high",
    "rank",
    "rank_status",
    "status",
    "source",
    "rank_source",
    "note_vi",
    "note_en",
]
_WORDS = ["rank_status", "status", "source", "rank_source", "note_vi", "note_en"]
COMPUTED = "computed"


def rows_of(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return the observations of an indicator, basis and period, one row a unit that has one."""
    return dataset.observations.take(dataset.positions.get((indicator, basis, period), []))


def observed(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return one row for each unit of the basis (columns OBSERVED); value missing where nothing was published.

    A published rank stands as published; where none is, a rank is computed only if every unit has a value.
    """
    # A shallow copy: pandas writes to a frame of the caller's own, never to the shared one.
    return _observed(dataset, indicator, basis, period).copy(deep=False)


@remembered(512)
def _observed(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    units = dataset.units_of(basis)[["unit", "code", "name_vi", "name_en", "region_vi", "region_en"]]
    found = rows_of(dataset, indicator, basis, period).drop_duplicates("unit").set_index("unit")[_CARRIED]
    frame = units.reset_index(drop=True).join(found, on="unit")
    frame = _completed(frame, merging.derived(dataset, indicator, basis, period))
    frame[_WORDS] = frame[_WORDS].fillna("")
    frame["period"] = period
    polarity = polarity_of(dataset, indicator)
    # One unit alone, the nation, has no place among others.
    places = ranked(dataset, indicator) and len(units) > 1
    made = measures.rank(frame["value"], polarity) if places else pd.Series(float("nan"), frame.index)
    missing = frame["rank"].isna()
    frame.loc[missing & made.notna(), "rank_status"] = COMPUTED
    frame["rank"] = frame["rank"].where(~missing, made)
    frame["rank_of"] = float(len(units))
    frame.loc[frame["rank"].isna(), "rank_of"] = float("nan")
    return frame[OBSERVED]


def _completed(frame: pd.DataFrame, made: pd.DataFrame) -> pd.DataFrame:
    """Fill values that follow from the parts of a unit by the merge rule, marked as derived."""
    if made.empty:
        return frame
    made = made.set_index("unit").reindex(frame["unit"]).reset_index(drop=True)
    filled = frame["value"].isna() & made["value"].notna()
    frame.loc[filled, "value"] = made.loc[filled, "value"]
    frame.loc[filled, "source"] = made.loc[filled, "source"]
    frame.loc[filled, "status"] = merging.DERIVED
    return frame


def computed_status(statuses: pd.Series) -> str:
    """Return the status of what is computed from values of these statuses: computed, and from derived values where one is."""
    return merging.OF_DERIVED if statuses.eq(merging.DERIVED).any() else COMPUTED


def polarity_of(dataset: Dataset, indicator: str) -> int:
    """Return +1 where higher is better, -1 where lower is better, 0 where neither."""
    return int(dataset.indicators.at[indicator, "polarity"])


def ranked(dataset: Dataset, indicator: str) -> bool:
    """Return whether ranks may be computed for an indicator: verified, and better in one direction."""
    return dataset.indicators.at[indicator, "display"] in ("map", "list") and polarity_of(dataset, indicator) != 0


def ordered(dataset: Dataset, frame: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Return the rows of an observed frame that hold a value, best first (largest first where there is no better)."""
    ascending = polarity_of(dataset, indicator) < 0
    return frame[frame["value"].notna()].sort_values(["value", "rank"], ascending=[ascending, True], kind="stable")


@remembered(4096)
def edition_of(dataset: Dataset, indicator: str, period: str) -> str:
    """Return the edition (method) of an indicator that a period falls in; "" where the method never changed."""
    rows = dataset.tables["editions"]
    rows = rows[rows["indicator"] == indicator]
    moment = periods.end(period)
    for edition, first, last in zip(rows["edition"], rows["first_period"], rows["last_period"], strict=True):
        if periods.end(first).year <= moment.year and (not last or moment <= periods.end(last)):
            return edition
    return ""


def comparable(dataset: Dataset, indicator: str, one: str, other: str) -> bool:
    """Return whether two periods of an indicator were measured by one method."""
    return edition_of(dataset, indicator, one) == edition_of(dataset, indicator, other)


def series(dataset: Dataset, indicator: str, unit: str) -> pd.DataFrame:
    """Return an indicator of one unit over time: unit, period, position, value, rank, rank_of, status, source, edition.

    Oldest first; rows that hold neither value, range nor rank are left out.
    """
    basis = dataset.units.at[unit, "basis"]
    blocks = []
    for period in dataset.periods_of(indicator, basis):
        frame = observed(dataset, indicator, basis, period)
        blocks.append(frame[frame["unit"] == unit])
    if not blocks:
        return pd.DataFrame(columns=[*OBSERVED, "position", "edition"])
    frame = pd.concat(blocks, ignore_index=True)
    held = frame[["value", "value_low", "value_high", "rank"]].notna().any(axis=1)
    frame = frame[held].reset_index(drop=True)
    frame["position"] = frame["period"].map(periods.position)
    # of text also where no row is left: an empty list alone would make a column of numbers
    frame["edition"] = pd.array([edition_of(dataset, indicator, period) for period in frame["period"]], dtype="str")
    return frame


def latest_period(dataset: Dataset, indicator: str, basis: str) -> str:
    """Return the newest period of an indicator in a basis; "" where there is none."""
    held = dataset.periods_of(indicator, basis)
    return held[-1] if held else ""


def national(dataset: Dataset, indicator: str) -> pd.DataFrame:
    """Return the nation's own figures of an indicator over time (columns as series)."""
    nation = dataset.units_of(NATION)
    return series(dataset, indicator, nation["unit"].iloc[0]) if len(nation) else pd.DataFrame(columns=OBSERVED)
