"""What a briefing says of a unit: statements made from figures by published rules (docs/briefing-rules.md).

A statement holds the figures that it is made of, never words; both languages say the same statements.
"""

from __future__ import annotations

import pandas as pd

from indicators import goals, merging, profile, progress, views
from indicators.briefing_nation import national
from indicators.load import NATION, Dataset
from indicators.statement import (
    COUNT,
    DIFFERENCE,
    INDICATOR,
    INTERVAL,
    PERIOD,
    TARGET,
    VALUE,
    Fact,
    Statement,
    headline,
)

# The topics that make up the index, and how many of their parts are named strongest and weakest.
PARTS = ("activity", "foundation")
NAMED = 3
# Fewer ranked parts than this have no strongest and weakest worth naming.
LEAST_RANKED = 6
MOST_PACES = 3


def statements(dataset: Dataset, unit: str) -> list[Statement]:
    """Return what the rules say of a unit, in the order of reading; a rule whose figures do not exist says nothing."""
    if dataset.units.at[unit, "basis"] == NATION:
        return [*national(dataset), *paces(dataset, unit)]
    return [
        *place(dataset, unit),
        *parts(dataset, unit),
        *moves(dataset, unit),
        *derived(dataset, unit),
        *paces(dataset, unit),
    ]


def _row(dataset: Dataset, unit: str, indicator: str) -> pd.Series | None:
    rows = profile.standing(dataset, unit)
    rows = rows[rows["indicator"] == indicator]
    return rows.iloc[0] if len(rows) else None


def place(dataset: Dataset, unit: str) -> list[Statement]:
    """Return value and rank on the leading indicator, distance to the mean, gap to the next place, move since the period before."""
    name = headline(dataset)
    row = _row(dataset, unit, name)
    if row is None or pd.isna(row["value"]):
        return []
    source = (row["source"],)
    about = {
        "indicator": Fact(INDICATOR, name),
        "period": Fact(PERIOD, row["period"]),
        "value": Fact(VALUE, row["value"], name, row["status"]),
    }
    found = []
    if pd.notna(row["rank"]):
        ranked = {
            "rank": Fact(COUNT, row["rank"]),
            "of": Fact(COUNT, row["rank_of"]),
            "firm": Fact(INTERVAL, (unit, row["period"]), name),
        }
        found.append(Statement("place", {**about, **ranked}, source))
    else:
        found.append(Statement("value", {**about, "count": Fact(COUNT, row["count"])}, source))
    side = "above" if row["value"] > row["mean"] else "below" if row["value"] < row["mean"] else "equal"
    beside = {
        "mean": Fact(VALUE, row["mean"], name, row["mean_status"]),
        "distance": Fact(DIFFERENCE, abs(row["value"] - row["mean"]), name, row["mean_status"]),
    }
    found.append(Statement(side, beside, source))
    return [*found, *_gap(dataset, row, name, unit), *_moved(dataset, row, name, unit)]


def _gap(dataset: Dataset, row: pd.Series, name: str, unit: str) -> list[Statement]:
    """The distance to the next place up, for one that has such a place."""
    if pd.isna(row["gap"]) or row["gap"] <= 0 or pd.isna(row["rank"]):
        return []
    following = profile.above(dataset, name, unit, row["period"])
    held = {
        "gap": Fact(DIFFERENCE, row["gap"], name, row["gap_status"]),
        "next": Fact(COUNT, _next_rank(dataset, row, unit)),
        "firm": Fact(INTERVAL, (following, row["period"]), name),
    }
    return [Statement("gap", held, (row["source"],))]


def _next_rank(dataset: Dataset, row: pd.Series, unit: str) -> float:
    """The rank of the nearest better value: ties share the better rank, so it may be more than one place up."""
    frame = views.observed(dataset, row["indicator"], dataset.units.at[unit, "basis"], row["period"])
    return float(frame.loc[frame["rank"] < row["rank"], "rank"].max())


def _moved(dataset: Dataset, row: pd.Series, name: str, unit: str) -> list[Statement]:
    if pd.isna(row["move"]) or not row["previous_period"]:
        return []
    before = views.series(dataset, name, unit).set_index("period")["status"].get(row["previous_period"], "")
    either = merging.DERIVED if merging.DERIVED in (before, row["status"]) else ""
    held = {"earlier": Fact(PERIOD, row["previous_period"]), "from": Fact(COUNT, row["rank"] + row["move"], "", before),
            "rank": Fact(COUNT, row["rank"], "", row["status"]), "places": Fact(COUNT, abs(row["move"]), "", either),
            "firm_from": Fact(INTERVAL, (unit, row["previous_period"]), name), "firm": Fact(INTERVAL, (unit, row["period"]), name)}  # fmt: skip
    rule = "rose" if row["move"] > 0 else "fell" if row["move"] < 0 else "stayed"
    found = [Statement(rule, held, (row["source"],))]
    if not row["comparable"]:
        found.append(
            Statement(
                "method", {"earlier": Fact(PERIOD, row["previous_period"]), "period": Fact(PERIOD, row["period"])}
            )
        )
    elif pd.notna(row["change"]):
        sign = "gained" if row["change"] >= 0 else "lost"
        found.append(
            Statement(
                sign,
                {
                    "change": Fact(DIFFERENCE, abs(row["change"]), name, row["change_status"]),
                    "earlier": held["earlier"],
                },
                (row["source"],),
            )
        )
    return found


def ranked_parts(dataset: Dataset, unit: str) -> pd.DataFrame:
    """Return the ranked parts of the index of the leading indicator's period, best rank first, ties in the catalogue's order."""
    rows = profile.standing(dataset, unit)
    leading = _row(dataset, unit, headline(dataset))
    if leading is None:
        return rows.iloc[0:0]
    held = rows[rows["topic"].isin(PARTS) & rows["rank"].notna() & (rows["period"] == leading["period"])]
    return held.sort_values("rank", kind="stable")


def parts(dataset: Dataset, unit: str) -> list[Statement]:
    """Return the strongest and the weakest parts of the index by rank, none in both."""
    held = ranked_parts(dataset, unit)
    if len(held) < LEAST_RANKED:
        return []
    return [
        _listed("strongest", held.head(NAMED)),
        _listed("weakest", held.tail(NAMED).iloc[::-1]),
    ]


def _listed(rule: str, rows: pd.DataFrame) -> Statement:
    items = tuple(
        {"indicator": Fact(INDICATOR, row.indicator), "rank": Fact(COUNT, row.rank), "of": Fact(COUNT, row.rank_of),
         "value": Fact(VALUE, row.value, row.indicator, row.status)}
        for row in rows.itertuples()
    )  # fmt: skip
    return Statement(rule, {}, tuple(dict.fromkeys(rows["source"])), items)


def moves(dataset: Dataset, unit: str) -> list[Statement]:
    """Return which parts of the index rose and which fell most places since the period before, at most NAMED each."""
    held = ranked_parts(dataset, unit)
    held = held[held["move"].notna()]
    found = []
    for rule, rows in (("parts_rose", held[held["move"] > 0]), ("parts_fell", held[held["move"] < 0])):
        rows = rows.sort_values("move", ascending=rule == "parts_fell", kind="stable").head(NAMED)
        if len(rows):
            items = tuple(
                {
                    "indicator": Fact(INDICATOR, row.indicator),
                    "places": Fact(COUNT, abs(row.move), "", row.change_status),
                    "rank": Fact(COUNT, row.rank),
                }
                for row in rows.itertuples()
            )
            earlier = Fact(PERIOD, rows["previous_period"].iloc[0])
            found.append(Statement(rule, {"earlier": earlier}, tuple(dict.fromkeys(rows["source"])), items))
    return found


def derived(dataset: Dataset, unit: str) -> list[Statement]:
    """Return how many of the unit's figures follow from its parts by a merge rule."""
    rows = profile.standing(dataset, unit)
    count = int((rows["status"] == merging.DERIVED).sum())
    return [Statement("derived", {"count": Fact(COUNT, count), "all": Fact(COUNT, len(rows))})] if count else []


def paces(dataset: Dataset, unit: str) -> list[Statement]:
    """Return the unit's own targets that lie ahead: what is reached, what is needed a year and what was made, the nearest first."""
    rows = goals.standing(dataset, unit)
    rows = rows[
        ~rows["passed"].astype(bool) & rows["category"].isin([progress.ON_TRACK, progress.TOO_SLOW, progress.AWAY])
    ]
    rows = rows[rows["required_pace"].notna() & rows["pace"].notna() & rows["actual"].notna()]
    found = []
    for row in rows.sort_values("due", kind="stable").head(MOST_PACES).to_dict("records"):
        name = row["indicator"]
        found.append(Statement(f"pace_{row['category']}", {
            "indicator": Fact(INDICATOR, name), "value": Fact(VALUE, row["actual"], name), "period": Fact(PERIOD, row["actual_period"]),
            "target": Fact(VALUE, row["level"], name), "due": Fact(PERIOD, row["period"]),
            "needed": Fact(TARGET, row["required_pace"], name), "made": Fact(TARGET, row["pace"], name),
        }, tuple(part for part in (row["actual_source"],) if part)))  # fmt: skip
    return found
