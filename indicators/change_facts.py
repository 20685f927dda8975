"""Figures by name of views of two periods: who gained and lost most between them."""

from __future__ import annotations

from indicators import differences, rank_intervals, views, wording
from indicators import format as labels
from indicators.load import Dataset
from indicators.selection import Selection

Facts = dict[str, str]
RANKS = ("moves", "places")


def changed(dataset: Dataset, chosen: Selection) -> Facts:
    """Return the two periods, and who rose and who fell most: in places of rank, or in value where one method made both periods."""
    name, language = chosen.indicator, chosen.language
    earlier = differences.earlier_of(dataset, name, chosen.basis, chosen.period, chosen.earlier)
    if not earlier:
        return {}
    ends = {"earlier": earlier, "later": chosen.period}
    found = {key: labels.period_label(period, dataset.words, language) for key, period in ends.items()}
    column = "move" if chosen.figure in RANKS else "change"
    rows = differences.pair(dataset, name, chosen.basis, earlier, chosen.period)
    rows = rows[rows[column].notna()].sort_values(column, ascending=False, kind="stable")
    if rows.empty:
        return found
    if column == "change" and views.polarity_of(dataset, name) < 0:
        rows = rows[::-1]
    for key, row in (("riser", rows.iloc[0]), ("faller", rows.iloc[-1])):
        found[key] = row[f"name_{language}"]
        if column == "move":
            found[f"{key}_places"] = str(int(abs(row["move"])))
            sides = (("from", earlier, "rank_earlier", "status_earlier"), ("to", chosen.period, "rank", "status"))
            for end, period, rank, status in sides:
                found[f"{key}_{end}"] = wording.signed(dataset, str(int(row[rank])), row[status], language)
                found[f"{key}_{end}_interval"] = rank_intervals.behind(dataset, name, row["unit"], period, language)
        else:
            found[f"{key}_change"] = labels.number(
                row["change"], int(dataset.about(name)["decimals"]), language, signed=True
            )
    return {**found, "risen": str(int((rows[column] > 0).sum())), "fallen": str(int((rows[column] < 0).sum()))}
