"""A figure as a chart that Office draws itself, its numbers behind it."""

from __future__ import annotations

import pandas as pd

from components import merger_words, native_dots
from components.dataset import dataset
from components.figure import Figure
from indicators import format as labels
from indicators import views
from indicators.export.pptx import Chart, Dots

# Lines of one chart: more cannot be told apart.
MOST_LINES = 6
# Bars of one chart: more cannot be read on a slide.
MOST_BARS = 20


def whole(figure: Figure) -> Chart | Dots | None:
    """Return a figure as a native chart: bars, lines or dots; None where Office has no chart of its kind (maps, small multiples)."""
    frame = figure.frame
    if figure.geometry or frame.empty:
        return None
    native = figure.native
    if native is not None and native.kind != "line":
        return _bars(figure, frame, native.category, native.value)
    if {"position", "part", "value", "name"} <= set(frame):
        return _lines(figure)
    return chart_of(figure) if native else native_dots.of(figure, _decimals(figure, "value"))


def beside(figure: Figure) -> Chart | None:
    """Return the figures of a map as native bars in the order of their places; None for a map that shows none."""
    frame = figure.frame
    column = next((name for name in ("change", "move", "value") if name in frame), "")
    if not column or "name" not in frame or frame["name"].duplicated().any() or frame[column].isna().all():
        return None
    if column != "value" or "rank" not in frame:
        return _bars(figure, frame.sort_values(column, ascending=False, kind="stable"), "name", column)
    held = frame.sort_values("rank", kind="stable", na_position="last")
    places = ["" if pd.isna(rank) else f"{rank:.0f}. " for rank in held["rank"]]
    return _bars(figure, held.assign(place=places + held["name"]), "place", column)


def _decimals(figure: Figure, column: str) -> int:
    """Places behind the comma: the indicator's, none where every value is whole."""
    held = figure.frame[column].dropna() if column in figure.frame else pd.Series(dtype=float)
    if len(held) and (held.astype(float) % 1 == 0).all():
        return 0
    return int(dataset().indicators["decimals"].get(figure.selection.indicator, 1))


def _bars(figure: Figure, frame: pd.DataFrame, category: str, value: str) -> Chart | None:
    """Bars in the order of the frame; of a long list the first, the chosen and the last three."""
    held = frame[frame[value].notna()].reset_index(drop=True)
    if held.empty:
        return None
    on = (
        held["on"].astype(bool)
        if "on" in held
        else held["unit"] == figure.selection.unit
        if "unit" in held
        else held.index < 0
    )
    on = pd.Series(on, index=held.index)
    if len(held) > MOST_BARS:
        kept = (held.index < MOST_BARS - 3 - int(on.any())) | on | (held.index >= len(held) - 3)
        held, on = held[kept].reset_index(drop=True), on[kept].reset_index(drop=True)
    series = {figure.title: [float(one) for one in held[value]]}
    return Chart(
        "bar", list(held[category].astype(str)), series, _decimals(figure, value), int(on.idxmax()) if on.any() else -1,
        derived={figure.title: list(held.index[merger_words.made(held)])},
    )  # fmt: skip


def _lines(figure: Figure) -> Chart | None:
    """Lines over time, one series a line and method, and the targets that they are held against; None where they are too many."""
    frame = figure.frame
    rows = frame[frame["value"].notna()].sort_values("position", kind="stable")
    if "own" in rows:
        # the subject first: its line has the colour and the labels
        rows = rows.sort_values("own", ascending=False, kind="stable")
    if rows["name"].nunique() > MOST_LINES and "slot" in rows:
        rows = rows[rows["slot"] >= 0]
    panels = rows["indicator"].nunique() if "indicator" in rows else 1
    column = "place" if "place" in rows else "value"
    if rows.empty or rows["name"].nunique() > MOST_LINES or panels > 1:
        return None
    goals = figure.extra.get("goals", frame.iloc[0:0])
    moments = {float(row.position): str(row.period) for row in rows.itertuples()}
    moments = {float(place): str(int(place)) for place in goals["position"]} | moments if len(goals) else moments
    places = sorted(moments)
    series, shades, derived, lines = {}, [], {}, list(dict.fromkeys(rows["name"]))
    for (name, part), block in rows.groupby(["name", "part"], sort=False):
        said = name if name not in series else f"{name} ({part.split()[-1]})" if part.split() else f"{name} "
        series[said] = _at(block, places, column)
        derived[said] = [places.index(float(one)) for one in block["position"][merger_words.made(block)]]
        shades.append(lines.index(name))
    if len(goals):
        series[dataset().say("native.target", figure.selection.language)] = _at(goals, places, "value")
        shades.append(2)
    words, language = dataset().words, figure.selection.language
    falling = column == "place" or views.polarity_of(dataset(), figure.selection.indicator) < 0
    said = [labels.period_label(moments[place], words, language) for place in places]
    return Chart("line", said, series, _decimals(figure, column), shades=shades, falling=falling, derived=derived)


def _at(rows: pd.DataFrame, places: list[float], column: str) -> list[float | None]:
    held = dict(zip(rows["position"].astype(float), rows[column].astype(float), strict=True))
    return [held.get(place) for place in places]


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
    series, derived = {}, {}
    for name, block in found:
        derived[name] = [categories.index(one) for one in block[native.category][merger_words.made(block)]]
        held = dict(zip(block[native.category], block[native.value], strict=True))
        series[name] = [float(held[one]) if one in held else None for one in categories]
    shades = [0 if block["own"].iloc[0] else 1 for _, block in found] if "own" in frame else []
    marked = -1
    if "unit" in frame and (frame["unit"] == figure.selection.unit).any() and native.kind != "line":
        marked = categories.index(frame.loc[frame["unit"] == figure.selection.unit, native.category].iloc[0])
    said = [_category(name, native.category, figure) for name in categories]
    return Chart(native.kind, said, series, decimals, marked, shades, derived=derived)


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
