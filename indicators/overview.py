"""The nation at a glance: headline figures, moves of the provinces, how fresh the figures are."""

from __future__ import annotations

import pandas as pd

from indicators import periods, views
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
        before = held[held["position"] <= last["position"] - 0.9]
        earlier = before.iloc[-1] if len(before) else None
        rows.append({
            **card, "period": last["period"], "value": last["value"], "status": last["status"], "source": last["source"],
            "previous": earlier["value"] if earlier is not None else float("nan"),
            "previous_period": earlier["period"] if earlier is not None else "",
            "comparable": earlier is not None and earlier["edition"] == last["edition"],
        })  # fmt: skip
    return pd.DataFrame(rows)


def target_of(dataset: Dataset, indicator: str, period: str) -> pd.Series | None:
    """Return the nation's preferred target that falls due first at or after a period, else the last one; None without any."""
    pairs = dataset.tables["pairs"]
    names = set(pairs.loc[pairs["actual_indicator"] == indicator, "target_indicator"])
    rows = dataset.tables["targets"]
    rows = rows[
        rows["indicator"].isin(names)
        & (rows["scope"] == NATION)
        & (rows["preferred"] != "no")
        & rows["value"].notna()
        & (rows["comparator"] != "improve")
    ]
    if rows.empty:
        return None
    due = rows.assign(due=rows["period"].map(periods.end)).sort_values("due", kind="stable")
    ahead = due[due["due"].map(lambda day: day.year) >= periods.end(period).year]
    return (ahead if len(ahead) else due.iloc[::-1]).iloc[0]


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
    """Return how many observations, indicators and sources the atlas holds, and the newest year of the provinces' figures."""
    rows = dataset.observations
    return {
        "observations": len(rows),
        "indicators": rows["indicator"].nunique(),
        "sources": rows["source"].nunique(),
        "official": int((rows["status"] == "official").sum()),
    }
