"""One unit among its peers: where it stands on every indicator, and what is known of it alone."""

from __future__ import annotations

import pandas as pd

from indicators import merging, periods, views
from indicators.load import NATION, Dataset
from indicators.remembered import remembered

STANDING = [
    "indicator", "unit", "topic", "period", "value", "value_low", "value_high", "rank", "rank_of", "rank_status", "gap", "gap_status",
    "region_mean", "region_status", "region_count", "mean", "mean_status", "count", "nation", "previous_period", "change", "change_status", "move", "comparable",
    "status", "source",
]  # fmt: skip
SHOWN = ("map", "list")
MEAN_SHARE = 0.9


def _held(frame: pd.DataFrame) -> pd.Series:
    return frame[["value", "value_low", "value_high", "rank"]].notna().any(axis=1)


def _own(frame: pd.DataFrame, unit: str) -> pd.Series | None:
    rows = frame[(frame["unit"] == unit) & _held(frame)]
    return rows.iloc[0] if len(rows) else None


def period_of(dataset: Dataset, indicator: str, unit: str) -> str:
    """Return the newest period in which an indicator has a value of a unit, else the newest with a range or rank; "" without any."""
    basis = dataset.units.at[unit, "basis"]
    other = ""
    for period in dataset.periods_of(indicator, basis)[::-1]:
        row = _own(views.observed(dataset, indicator, basis, period), unit)
        if row is None:
            continue
        if pd.notna(row["value"]):
            return period
        other = other or period
    return other


def gap_above(frame: pd.DataFrame, unit: str, polarity: int) -> float:
    """Return how far a unit's value is from the next better one; 0 for the best, missing without a value or direction."""
    held = frame.set_index("unit")["value"]
    if not polarity or pd.isna(held.get(unit)):
        return float("nan")
    better = held[(held - held[unit]) * polarity > 0]
    if better.empty:
        return 0.0
    return float((abs(better - held[unit])).min())


def above(dataset: Dataset, indicator: str, unit: str, period: str) -> str:
    """Return the unit whose value is the next better one, the first by code where several share it; "" for the best."""
    frame = views.observed(dataset, indicator, dataset.units.at[unit, "basis"], period)
    return _next(frame, unit, views.polarity_of(dataset, indicator))


def _next(frame: pd.DataFrame, unit: str, polarity: int) -> str:
    held = frame.set_index("unit")["value"].dropna()
    if not polarity or unit not in held.index:
        return ""
    better = held[(held - held[unit]) * polarity > 0]
    return str((better - held[unit]).abs().idxmin()) if len(better) else ""


def _earlier(dataset: Dataset, indicator: str, unit: str, period: str) -> tuple[str, pd.Series | None]:
    basis = dataset.units.at[unit, "basis"]
    for name in dataset.periods_of(indicator, basis)[::-1]:
        if periods.position(name) <= periods.position(period) - 0.9:
            row = _own(views.observed(dataset, indicator, basis, name), unit)
            if row is not None:
                return name, row
    return "", None


def national_value(dataset: Dataset, indicator: str, period: str) -> float:
    """Return the published figure of the nation for a period; missing where none is."""
    rows = views.rows_of(dataset, indicator, NATION, period)
    return float(rows["value"].iloc[0]) if len(rows) else float("nan")


def _standing(dataset: Dataset, indicator: str, unit: str) -> dict[str, object] | None:
    period = period_of(dataset, indicator, unit)
    if not period:
        return None
    frame = views.observed(dataset, indicator, dataset.units.at[unit, "basis"], period)
    row = frame[frame["unit"] == unit].iloc[0]
    region = frame[(frame["region_vi"] == row["region_vi"]) & frame["value"].notna()][["value", "status"]]
    held = frame[frame["value"].notna()]
    name, before = _earlier(dataset, indicator, unit, period)
    beside = frame[frame["unit"].isin([unit, _next(frame, unit, views.polarity_of(dataset, indicator))])]
    both = pd.Series([row["status"], "" if before is None else before["status"]])
    same = bool(name) and views.comparable(dataset, indicator, name, period)
    return {
        **row[["period", "value", "value_low", "value_high", "rank", "rank_of", "rank_status", "status"]].to_dict(),
        "indicator": indicator, "unit": unit, "topic": dataset.indicators.at[indicator, "topic"],
        "source": row["source"] or row["rank_source"],
        "gap": gap_above(frame, unit, views.polarity_of(dataset, indicator)), "gap_status": views.computed_status(beside["status"]),
        "region_mean": region["value"].mean(), "region_status": views.computed_status(region["status"]), "region_count": len(region),
        "mean": held["value"].mean(), "mean_status": views.computed_status(held["status"]), "count": len(held),
        "nation": national_value(dataset, indicator, period),
        "previous_period": name, "comparable": same,
        "change_status": views.computed_status(both),
        "change": row["value"] - before["value"] if before is not None and same else float("nan"),
        "move": before["rank"] - row["rank"] if before is not None else float("nan"),
    }  # fmt: skip


@remembered(256)
def standing(dataset: Dataset, unit: str) -> pd.DataFrame:
    """Return where a unit stands (columns STANDING): one row an indicator of the catalogue that holds a figure of it.

    Values are of the newest period of that unit; region_mean and mean are unweighted means of the units with a value;
    a mean of derived values says so in its status; change only within one method; move in places within one basis. Not to be changed in place.
    """
    names = dataset.indicators.index[dataset.indicators["display"].isin(SHOWN)]
    rows = [row for name in names if (row := _standing(dataset, name, unit)) is not None]
    return pd.DataFrame(rows, columns=STANDING)


@remembered(128)
def distribution(dataset: Dataset, unit: str, topics: tuple[str, ...]) -> pd.DataFrame:
    """Return every unit's value beside one unit's newest figures: indicator, period, unit, value, rank, share, region, own, status.

    One row a pair of indicator and unit with a value, for the indicators of the topics; share places the value between
    the least (0) and the greatest (1). Not to be changed in place.
    """
    region = dataset.units.at[unit, "region_vi"]
    blocks = []
    for row in standing(dataset, unit).itertuples():
        if row.topic not in topics or pd.isna(row.value):
            continue
        frame = views.observed(dataset, row.indicator, dataset.units.at[unit, "basis"], row.period)
        frame = frame[frame["value"].notna()]
        least, most = frame["value"].min(), frame["value"].max()
        share = (frame["value"] - least) / (most - least) if most > least else 0.5
        block = frame[["unit", "name_vi", "name_en", "period", "value", "rank", "rank_of", "status", "source"]]
        blocks.append(
            block.assign(
                indicator=row.indicator, share=share, region=frame["region_vi"] == region, own=frame["unit"] == unit
            )
        )
    return pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame()


@remembered(256)
def history(dataset: Dataset, indicator: str, unit: str) -> pd.DataFrame:
    """Return the series of a unit with the mean of all units of its basis beside it (series plus mean, mean_status, count).

    The mean is missing where fewer units have a value than MEAN_SHARE of the basis: it would be that of a few.
    Not to be changed in place.
    """
    frame = views.series(dataset, indicator, unit)
    basis = dataset.units.at[unit, "basis"]
    blocks = [views.observed(dataset, indicator, basis, period) for period in frame["period"]]
    held = [block["value"] for block in blocks]
    means = [values.mean() if values.notna().mean() >= MEAN_SHARE else float("nan") for values in held]
    made = [views.computed_status(block["status"][block["value"].notna()]) for block in blocks]
    return frame.assign(mean=means, mean_status=made, count=[int(values.notna().sum()) for values in held])


def own_figures(dataset: Dataset, unit: str) -> pd.DataFrame:
    """Return the figures that are published for few places only: observations of a unit with the catalogue's words.

    Columns of the observations and group, topic, measure, decimals, title_*, definition_*; the newest first.
    """
    rows = dataset.observations[dataset.observations["unit"] == unit]
    about = dataset.indicators[dataset.indicators["display"] == "table"]
    names = ["group", "topic", "decimals", "title_vi", "title_en", "definition_vi", "definition_en"]
    frame = rows.merge(about[names].assign(measure=about["unit"]), left_on="indicator", right_index=True)
    # a merge of no rows names the index by its key
    frame = frame.reset_index(drop=True)
    return frame.assign(moment=frame["period"].map(periods.end)).sort_values(
        ["group", "topic", "moment"], ascending=[True, True, False], kind="stable"
    )


def targets_of(dataset: Dataset, unit: str) -> pd.DataFrame:
    """Return the targets that a unit or, before a merger, its parts set for themselves (columns of targets, owner first)."""
    made = merging.parts(dataset, dataset.units.at[unit, "basis"])
    owners = [unit, *(made.of.get(unit, ()) if made else ())]
    rows = dataset.tables["targets"]
    rows = rows[rows["scope"].isin(owners)]
    return rows.assign(order=rows["scope"].map(owners.index)).sort_values(["order", "indicator", "period"])


def events_of(dataset: Dataset, unit: str) -> pd.DataFrame:
    """Return the events of a unit and of the parts that it was made of, the newest first, one row a sentence."""
    made = merging.parts(dataset, dataset.units.at[unit, "basis"])
    owners = {unit, *(made.of.get(unit, ()) if made else ())}
    rows = dataset.tables["events"]
    rows = rows[rows["unit"].isin(owners)]
    rows = rows.assign(own=rows["unit"] == unit).sort_values("own", ascending=False, kind="stable")
    # one merger is written once for the whole and once for each part: a day and a document tell one event
    rows = rows.drop_duplicates(["date", "source"]).drop_duplicates("text_vi")
    return rows.sort_values("date", ascending=False, kind="stable")


def predecessors(dataset: Dataset, unit: str) -> list[str]:
    """Return the units of the basis before that a unit was made of, where there is more than its own self."""
    rows = dataset.units
    return [name for name in rows.index if unit in merging.successors(dataset, name)]
