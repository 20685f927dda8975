"""What a briefing says of the nation: headline figures, targets, the field of the provinces."""

from __future__ import annotations

from indicators import goals, overview, progress, views
from indicators.load import Dataset
from indicators.statement import COUNT, INDICATOR, PERIOD, UNIT, VALUE, Fact, Statement, headline


def national(dataset: Dataset) -> list[Statement]:
    """Return the nation's headline figures with their targets, how many targets are reached, who leads and who is last."""
    found = []
    for row in overview.headlines(dataset).to_dict("records"):
        name = row["indicator"]
        held = {
            "indicator": Fact(INDICATOR, name),
            "period": Fact(PERIOD, row["period"]),
            "value": Fact(VALUE, row["value"], name),
        }
        found.append(Statement("nation_value", held, (row["source"],)))
    tally = goals.tally(goals.standing(dataset))
    due = sum(tally.get(name, 0) for name in (progress.REACHED, progress.LATER, progress.MISSED, progress.OVERDUE))
    if due:
        names = {
            "reached": progress.REACHED,
            "later": progress.LATER,
            "slow": progress.TOO_SLOW,
            "track": progress.ON_TRACK,
            "missed": progress.MISSED,
        }
        counts = {key: Fact(COUNT, tally.get(name, 0)) for key, name in names.items()}
        found.append(Statement("nation_targets", {**counts, "all": Fact(COUNT, sum(tally.values()))}))
    return [*found, *_field(dataset)]


def _field(dataset: Dataset) -> list[Statement]:
    name, basis = headline(dataset), dataset.basis_now
    period = views.latest_period(dataset, name, basis)
    if not period:
        return []
    held = views.ordered(dataset, views.observed(dataset, name, basis, period), name)
    if held.empty:
        return []
    first, last = held.iloc[0], held.iloc[-1]
    about = {"indicator": Fact(INDICATOR, name), "period": Fact(PERIOD, period), "count": Fact(COUNT, len(held))}
    ends = {"first": Fact(UNIT, first["unit"]), "first_value": Fact(VALUE, first["value"], name, first["status"]), "last": Fact(UNIT, last["unit"]),
            "last_value": Fact(VALUE, last["value"], name, last["status"]), "mean": Fact(VALUE, held["value"].mean(), name, views.computed_status(held["status"]))}  # fmt: skip
    return [Statement("nation_field", {**about, **ends}, tuple(dict.fromkeys([first["source"], last["source"]])))]
