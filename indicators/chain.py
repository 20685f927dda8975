"""A file on any former basis, turned step by step into a later one."""

from __future__ import annotations

import pandas as pd

from indicators import merging, spelled
from indicators.conversion import Converted, Left, convert
from indicators.load import Dataset

OWN = ("name", "status", "parts")


def steps(dataset: Dataset, basis: str) -> list[tuple[str, str]]:
    """Return the pairs (basis before, basis after) that lead to a basis, the last one first."""
    found = []
    while (made := merging.parts(dataset, basis)) is not None:
        found.append((made.before, basis))
        basis = made.before
    return found


def starts(dataset: Dataset, frame: pd.DataFrame, basis: str) -> list[str]:
    """Return the bases that a file's rows may belong to, the nearest first: those in which the most rows name a unit."""
    counts = {}
    for before, after in steps(dataset, basis):
        known = spelled.register(dataset, after)
        column = spelled.unit_column(frame, known)
        counts[before] = (
            int(frame[column].map(lambda cell, known=known: bool(known.place(cell))).sum()) if column else 0
        )
    most = max(counts.values(), default=0)
    found = [name for name, count in counts.items() if count == most]
    return found if most else found[:1]


def converted(
    dataset: Dataset,
    frame: pd.DataFrame,
    start: str,
    basis: str,
    rule: str = "mean",
    period: str = "",
    numbers: str = "",
) -> Converted:
    """Return a table on the units of `start` as one on those of a later basis; as `convert`, once for each change between them."""
    ways = steps(dataset, basis)
    ways = ways[: [before for before, _ in ways].index(start) + 1][::-1]
    report: list[Left] = []
    if len(ways) > 1:
        names = " \u2192 ".join([start, *(after for _, after in ways)])
        report.append(Left("rebase.steps", {"steps": names}, out=False))
    whole, parts = Converted(pd.DataFrame()), pd.Series(dtype=str)
    for place, (_, after) in enumerate(ways):
        whole = convert(dataset, frame, after, rule, period, numbers)
        report += whole.report
        if whole.table.empty:
            break
        table = whole.table.set_index("unit", drop=False)
        if place:
            table["parts"] = [" ".join(parts.get(name, "") for name in cell.split()).strip() for cell in table["parts"]]
        whole.table, parts = table.reset_index(drop=True), table["parts"]
        frame, numbers = _written(table), "point"
    return Converted(whole.table, report)


def _written(table: pd.DataFrame) -> pd.DataFrame:
    """A converted table as a file of its own: its units with a figure, numbers as text."""
    held = table[table["status"] == merging.DERIVED]
    numbers = [name for name in held if name not in ("unit", *OWN)]
    texts = {name: held[name].map(lambda value: "" if pd.isna(value) else repr(float(value))) for name in numbers}
    return held[["unit"]].assign(**texts).reset_index(drop=True)
