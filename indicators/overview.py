"""The nation at a glance: headline figures, moves of the provinces, how fresh the figures are."""

from __future__ import annotations

import pandas as pd

from indicators import goals, periods, progress, views
from indicators.load import NATION, Dataset

MOST_MOVERS = 6


def headlines(dataset: Dataset) -> pd.DataFrame:
    """Return one row for each headline: its card (position, indicator, name_vi, name_en), period, value, previous, previous_period, comparable, status, source.

    previous is the newest earlier value of the nation; comparable says whether one method made both.
    """
    rows = []
    for card in dataset.tables["headlines"].sort_values("position").to_dict("records"):
        name = card["indicator"]
        held = views.national(dataset, name)
        held = held[held["value"].notna()]
        if held.empty:
            continue
        last = held.iloc[-1]
        before = _alike(dataset, name, held, last)
        earlier = before.iloc[-1] if len(before) else None
        rows.append({
            **card, "period": last["period"], "value": last["value"], "status": last["status"], "source": last["source"],
            "previous": earlier["value"] if earlier is not None else float("nan"),
            "previous_period": earlier["period"] if earlier is not None else "",
            "comparable": earlier is not None and earlier["edition"] == last["edition"],
        })  # fmt: skip
    return pd.DataFrame(rows)


def _alike(dataset: Dataset, indicator: str, held: pd.DataFrame, last: pd.Series) -> pd.DataFrame:
    """The figures a year or more before the last one; where only whole years compare with a target, a month stands beside a month only."""
    before = held[held["position"] <= last["position"] - 0.9]
    pair = progress.pair_of(dataset, indicator)
    if pair is None or pair["periods"] != "year":
        return before
    return before[before["period"].map(periods.kind) == periods.kind(last["period"])]


def targets_of(dataset: Dataset, indicator: str, period: str) -> pd.DataFrame:
    """Return the nation's targets for a figure, judged (columns of `goals.standing`): those of the first year due at or after a period, else of the last.

    Every level that a document sets for that year is a row; targets counted in places gained are left out. Empty without any.
    """
    rows = goals.standing(dataset)
    rows = rows[(rows["actual_indicator"] == indicator) & (rows["scope"] == NATION) & (rows["comparator"] != "improve")]
    if rows.empty:
        return rows
    years = rows["due"].map(lambda day: day.year)
    ahead = years[years >= periods.end(period).year]
    return rows[years == (ahead.min() if len(ahead) else years.max())]


def target_of(dataset: Dataset, indicator: str, period: str) -> pd.Series | None:
    """Return the first of `targets_of`, its document as `document`; None without any."""
    rows = targets_of(dataset, indicator, period)
    if rows.empty:
        return None
    row = rows.iloc[0]
    return pd.concat([row, pd.Series({"document": row["documents"]})])


def last_two(dataset: Dataset, indicator: str, basis: str) -> tuple[str, str, str]:
    """Return basis, earlier and later period of the newest two complete rankings of an indicator, "" where none.

    The basis asked for comes first, then the others, newest first.
    """
    for name in (basis, *dataset.bases[::-1]):
        complete = [
            period for period in dataset.periods_of(indicator, name)
            if views.observed(dataset, indicator, name, period)["rank"].notna().all()
        ]  # fmt: skip
        if len(complete) > 1:
            return name, complete[-2], complete[-1]
    return "", "", ""


def moves(dataset: Dataset, indicator: str, basis: str, earlier: str, later: str) -> pd.DataFrame:
    """Return one row a unit: rank_earlier, rank_later, move (places up), value change only where one method made both."""
    before = views.observed(dataset, indicator, basis, earlier).set_index("unit")
    after = views.observed(dataset, indicator, basis, later).set_index("unit")
    frame = after[["name_vi", "name_en", "value", "status", "source", "rank_status"]].assign(
        period=later,
        period_earlier=earlier,
        status_earlier=before["status"],
        rank_earlier=before["rank"],
        rank_later=after["rank"],
        move=before["rank"] - after["rank"],
        value_earlier=before["value"],
    )
    same = views.comparable(dataset, indicator, earlier, later)
    frame["change"] = frame["value"] - frame["value_earlier"] if same else float("nan")
    return frame.reset_index()


def most_moved(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the units that rose most and fell most, at most MOST_MOVERS each, risers first."""
    held = frame[frame["move"].notna() & (frame["move"] != 0)].sort_values(
        ["move", "rank_later"], ascending=[False, True]
    )
    rising, falling = held[held["move"] > 0].head(MOST_MOVERS), held[held["move"] < 0].tail(MOST_MOVERS)
    return pd.concat([rising, falling])


def freshness(dataset: Dataset) -> dict[str, object]:
    """Return what the atlas holds: observations, indicators, sources, official (their number from the publishers' own pages), newest and oldest period of the provinces' figures."""
    rows = dataset.observations
    places = periods.ordered(rows.loc[rows["basis"] != NATION, "period"])
    return {
        "observations": len(rows),
        "indicators": rows["indicator"].nunique(),
        "sources": rows["source"].nunique(),
        "official": int((rows["status"] == "official").sum()),
        "oldest": places[0] if places else "",
        "newest": places[-1] if places else "",
    }


def pillars(dataset: Dataset, basis: str, period: str) -> list[str]:
    """Return the pillars of the index that hold values of a basis and period, in the order of the catalogue."""
    rows = dataset.indicators
    return [name for name in rows.index[rows["topic"] == "pillar"] if period in dataset.periods_of(name, basis)]
