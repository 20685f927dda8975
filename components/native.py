"""A figure as a chart that Office draws itself, its numbers behind it."""

from __future__ import annotations

import pandas as pd

from components.dataset import dataset
from components.figure import Figure
from indicators import format as labels
from indicators.export.pptx import Chart


def chart_of(figure: Figure, decimals: int | None = None) -> Chart | None:
    """Return the native chart of a figure; None where it has none or nothing to show. A line is parted where the method changed."""
    native, frame = figure.native, figure.frame
    if native is None:
        return None
    frame = frame[frame[native.value].notna()]
    if frame.empty:
        return None
    if decimals is None:
        decimals = int(dataset().indicators["decimals"].get(figure.selection.indicator, 1))
    categories = list(dict.fromkeys(frame[native.category]))
    if native.kind == "line":
        categories = sorted(categories)
    if "own" in frame:
        frame = frame.sort_values("own", ascending=False, kind="stable")
    found = series_of(frame, native.series, figure)
    series = {}
    for name, block in found:
        held = dict(zip(block[native.category], block[native.value], strict=True))
        series[name] = [float(held[one]) if one in held else None for one in categories]
    shades = [0 if block["own"].iloc[0] else 1 for _, block in found] if "own" in frame else []
    marked = -1
    if "unit" in frame and (frame["unit"] == figure.selection.unit).any() and native.kind != "line":
        marked = categories.index(frame.loc[frame["unit"] == figure.selection.unit, native.category].iloc[0])
    said = [_category(name, native.category, figure) for name in categories]
    return Chart(native.kind, said, series, decimals, marked, shades)


def _category(name: object, column: str, figure: Figure) -> str:
    return (
        labels.period_label(str(name), dataset().words, figure.selection.language) if column == "period" else str(name)
    )


def series_of(frame: pd.DataFrame, column: str, figure: Figure) -> list[tuple[str, pd.DataFrame]]:
    """Return the series of a frame by name; each method of an indicator is a series of its own, named where there are several."""
    if not column:
        return [(figure.title, frame)]
    editions = frame["edition"].nunique() if "edition" in frame else 1
    found = []
    for name, block in frame.groupby(column, sort=False):
        if editions < 2:
            found.append((str(name), block))
            continue
        for edition, part in block.groupby("edition", sort=False):
            words = dataset().say("pack.series_method", figure.selection.language, name=name, edition=edition)
            found.append((words if edition else str(name), part))
    return found
