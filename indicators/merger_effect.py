"""What moved a merged unit between two periods: progress of its parts, and effect of the merger.

Whoever asks "are we better than before?" asks from an old unit p, one of the parts of the new unit U. With v(p, t) the
value of the part and V(U, t) that of the unit, both of one method, the way from the part then to the unit now is

    V(U, t2) - v(p, t1)  =  [v(p, t2) - v(p, t1)]   progress of the part on its own
                          + [V(U, t2) - v(p, t2)]   effect of the merger: of being counted with the other parts

exactly, without a remainder. The progress comes first because the borders changed last: while a part still has a value
of its own at t2, that is what it would show had it stayed alone. Once a part has none any more (all figures are of the
new units), the merger is measured at t1 instead, at V(U, t1) - v(p, t1), and all that follows is progress of the unit.

The same in places: r(x, t) is the rank among the units of the new basis if U had the value x. Only ranks within one
basis and one period are taken, so this holds across a change of method, where values cannot be subtracted:

    r(v(p, t1), t1) - r(V(U, t2), t2) = [r(v(p, t1), t1) - r(v(p, t2), t2)] + [r(v(p, t2), t2) - r(V(U, t2), t2)]

Counted so that up is positive. What the part's rank was among the old units is another scale and takes no part in it.
Totals are not split: to be added up with others is no effect on how well a unit does.
"""

from __future__ import annotations

import pandas as pd

from indicators import merging, views
from indicators.load import Dataset

AVERAGES = ("mean", "weighted_mean", "ratio")
VALUE, RANK = "value", "rank"
PROGRESS, MERGER = "progress", "merger"
COLUMNS = ["part", "measure", "start", "between", "end", "first", PROGRESS, MERGER, "total"]
CONTRIBUTIONS = ["part", "contribution"]


def whole_of(dataset: Dataset, unit: str) -> str:
    """Return the merged unit that a unit is, or has become a part of; "" where no merger touched it."""
    for name in (unit, *merging.successors(dataset, unit)[:1]):
        if len(parts_of(dataset, name)) > 1:
            return name
    return ""


def parts_of(dataset: Dataset, whole: str) -> tuple[str, ...]:
    """Return the parts of a unit, the most populous first; () for a unit without any."""
    made = merging.parts(dataset, dataset.units.at[whole, "basis"])
    names = made.of.get(whole, ()) if made else ()
    people = dataset.units["population"].reindex(list(names)).fillna(0)
    return tuple(people.sort_values(ascending=False, kind="stable").index)


def periods_of(dataset: Dataset, indicator: str, whole: str) -> list[str]:
    """Return the periods in which the unit has a value, oldest first."""
    basis = dataset.units.at[whole, "basis"]
    return [
        name
        for name in dataset.periods_of(indicator, basis)
        if whole in merging.values(dataset, indicator, basis, name).index
    ]


def refusal(dataset: Dataset, indicator: str, whole: str, earlier: str, later: str) -> dict[str, str]:
    """Return, for value and rank, the key of the reason why they cannot be split; "" where they can."""
    rule = merging.rule_of(dataset, indicator)
    if rule not in AVERAGES:
        reason = "total" if rule in merging.RULES else "no_rule"
        return {VALUE: reason, RANK: reason}
    basis = dataset.units.at[whole, "basis"]
    count = len(dataset.units_of(basis))
    whole_basis = [len(merging.values(dataset, indicator, basis, name)) == count for name in (earlier, later)]
    ranked = views.ranked(dataset, indicator) and all(whole_basis)
    return {
        VALUE: "" if views.comparable(dataset, indicator, earlier, later) else "other_method",
        RANK: "" if ranked else "not_ranked",
    }


def effect(dataset: Dataset, indicator: str, whole: str, earlier: str, later: str) -> pd.DataFrame:
    """Return the split for each part (COLUMNS), values and ranks as two rows; without rows where nothing can be split.

    first says which step comes first, PROGRESS or MERGER; start, between and end are values or ranks, the steps are
    differences where up, in places, is positive. start + steps = end for values; start - steps = end for ranks.
    """
    refused = refusal(dataset, indicator, whole, earlier, later)
    rows = []
    for part in parts_of(dataset, whole):
        for measure, place in ((VALUE, _value), (RANK, _rank)):
            if refused[measure]:
                continue
            row = _split(dataset, indicator, whole, part, earlier, later, place)
            if row is not None:
                rows.append({"part": part, "measure": measure, **row})
    return pd.DataFrame(rows, columns=COLUMNS)


def _held(dataset: Dataset, indicator: str, unit: str, period: str) -> float:
    basis = dataset.units.at[unit, "basis"]
    return float(merging.values(dataset, indicator, basis, period).get(unit, float("nan")))


def _value(dataset: Dataset, indicator: str, whole: str, period: str, value: float) -> float:
    return value


def _rank(dataset: Dataset, indicator: str, whole: str, period: str, value: float) -> float:
    """The rank that the unit would have among the units of its basis with another value; ties share the better one."""
    others = merging.values(dataset, indicator, dataset.units.at[whole, "basis"], period).drop(whole, errors="ignore")
    return float(1 + ((others - value) * views.polarity_of(dataset, indicator) > 0).sum())


def _split(dataset, indicator, whole, part, earlier, later, place) -> dict[str, object] | None:
    then, own = (_held(dataset, indicator, part, name) for name in (earlier, later))
    before, now = (_held(dataset, indicator, whole, name) for name in (earlier, later))
    if pd.isna(then) or pd.isna(now) or (pd.isna(own) and pd.isna(before)):
        return None
    alone = pd.notna(own)
    start = place(dataset, indicator, whole, earlier, then)
    between = (
        place(dataset, indicator, whole, later, own) if alone else place(dataset, indicator, whole, earlier, before)
    )
    end = place(dataset, indicator, whole, later, now)
    turn = -1 if place is _rank else 1
    steps = ((between - start) * turn, (end - between) * turn)
    progress, merger = steps if alone else steps[::-1]
    return {
        "start": start, "between": between, "end": end, "first": PROGRESS if alone else MERGER,
        PROGRESS: progress, MERGER: merger, "total": progress + merger,
    }  # fmt: skip


def contributions(dataset: Dataset, indicator: str, whole: str, earlier: str, later: str) -> pd.DataFrame:
    """Return what each part gave to the change of the whole on its own (new) borders: part, contribution.

    mean share of the weight x change of the part; the rows "weights" (shares that moved) and "published" (what the
    publisher's value differs from the rule) make the sum exact. Without rows across methods or without all values.
    """
    empty = pd.DataFrame(columns=CONTRIBUTIONS)
    if refusal(dataset, indicator, whole, earlier, later)[VALUE]:
        return empty
    basis, rule = dataset.units.at[whole, "basis"], merging.rule_of(dataset, indicator)
    blocks = []
    for period in (earlier, later):
        rows = merging.breakdown(dataset, indicator, basis, period)
        rows = rows[rows["unit"] == whole].set_index("part")
        value = rows["value"] / rows["weight"] if rule == "ratio" else rows["value"]
        blocks.append(pd.DataFrame({"value": value, "share": rows["share"]}))
    first, last = blocks
    if first.empty or first.isna().any(axis=None) or last.isna().any(axis=None):
        return empty
    by_part = (first["share"] + last["share"]) / 2 * (last["value"] - first["value"])
    moved = float(((last["share"] - first["share"]) * (first["value"] + last["value"]) / 2).sum())
    change = _held(dataset, indicator, whole, later) - _held(dataset, indicator, whole, earlier)
    rest = change - float(by_part.sum()) - moved
    rows = [*by_part.items(), ("weights", moved), ("published", rest)]
    return pd.DataFrame(rows, columns=CONTRIBUTIONS)


def spread(dataset: Dataset, indicator: str, whole: str, period: str) -> tuple[str, float, str, float] | None:
    """Return the best part with its value and the weakest with its; None for totals and where fewer than two parts have one."""
    if merging.rule_of(dataset, indicator) not in AVERAGES:
        return None
    held = {part: _held(dataset, indicator, part, period) for part in parts_of(dataset, whole)}
    known = pd.Series(held, dtype=float).dropna()
    if len(known) < 2:
        return None
    best, weakest = known.idxmax(), known.idxmin()
    if views.polarity_of(dataset, indicator) < 0:
        best, weakest = weakest, best
    return str(best), float(known[best]), str(weakest), float(known[weakest])
