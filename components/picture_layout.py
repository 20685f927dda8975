"""A figure as it fits a picture that leaves the screen: panels in other rows, words in lines, the longest lists shortened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from components import (
    composition,
    coverage,
    inventory,
    legend,
    lettering,
    period_figures,
    period_maps,
    stage_layout,
    tally,
    target_pictures,
)
from components.dataset import dataset
from components.figure import Figure
from indicators import classes

# A long list is not drawn smaller than this part of its own size; what then has no room is left to the table and counted in words.
SMALLEST = 0.76
# Width of the coverage's cells and letters of the names beside narrow ones.
CELL, NAME = 22.0, 10.5
# A map lower than this has the names of its archipelagos so many metres further out at sea, clear of the coast.
LOW_MAP, OUT = 400, 60_000
# A slide is wide: so many times as wide as high, from here on.
WIDE = 1.8
COLUMNS = {True: 4, False: 2}
INSET = 0.07
# Small maps in a report stand in at most this much of their own size.
LARGEST = 1.15


@lru_cache(maxsize=64)
def _spec(build: Callable[..., dict], **options: object) -> dict:
    return build(**options)


def fitted(figure: Figure, wide: float, high: float = 0) -> Figure:
    """Return a figure for a picture of a room (height 0: as tall as it needs), with fewer rows where all would be too small."""
    change = LAYOUTS.get(figure.id.split("-")[0])
    return change(figure, wide, high) if change and len(figure.frame) else figure


def _regridded(rows: pd.DataFrame, columns: int, tall: int, now: int, inset: float = 0) -> pd.DataFrame:
    """Places in a grid of panels, columns wide and tall high, as places in one that is `now` columns wide."""
    if not len(rows):
        return rows
    column = (rows["across"] * columns + 1e-9).astype(int)
    line = (rows["level"] * tall + 1e-9).astype(int).clip(upper=tall - 1)
    panel = line * columns + column
    lines = -(-tall * columns // now)
    moved = {
        name: ((panel % now) + inset + (1 - inset) * (rows[name] * columns - column)) / now
        for name in ("across", "across2")
        if name in rows
    }
    moved |= {name: ((panel // now) + rows[name] * tall - line) / lines for name in ("level", "level2") if name in rows}
    return rows.assign(**moved)


def panels(figure: Figure, wide: float, high: float) -> Figure:
    """Small trends: four beside each other on a slide."""
    now, columns = COLUMNS[bool(high) and wide > WIDE * high], COLUMNS[False]
    count = len(figure.extra["titles"])
    tall = -(-count // columns)
    now = min(now, count)
    if now == columns:
        return figure
    # In narrow panels the lines begin further in, clear of the numbers of the scale.
    inset = INSET if now > columns else 0
    inside = {"years": inset, "spans": inset}
    extra = {name: _regridded(rows, columns, tall, now, inside.get(name, 0)) for name, rows in figure.extra.items()}
    frame = _regridded(figure.frame, columns, tall, now, inset)
    # panels of the last row may be fewer than in the old one
    share = -(-tall * columns // now) / -(-count // now)
    frame = frame.assign(level=frame["level"] * share)
    extra = {
        name: rows.assign(**{key: rows[key] * share for key in ("level", "level2") if key in rows})
        for name, rows in extra.items()
    }
    return replace(figure, frame=frame, extra=extra, height=figure.height // tall * -(-count // now))


def grid(figure: Figure, wide: float, high: float) -> Figure:
    """The grid of coverage: names whole, as wide as the longest needs."""
    if not high:
        return figure
    words, heads = figure.extra["names"], figure.extra["heads"]
    widest = max(lettering.width(row.text, NAME, 600 if row.head else 400) for row in words.itertuples()) + 10
    years = int(heads["years"].iloc[0]) if len(heads) else 1
    edges = pd.DataFrame({"y": words.loc[words["head"], "y"] - coverage.ROW / 2 - 4})
    extra = {**figure.extra, "edges": edges}
    return replace(
        figure, spec=_spec(coverage.coverage, names=f"{widest:.0f}"), narrowest=widest + CELL * years, extra=extra
    )


def told(figure: Figure, wide: float, high: float) -> Figure:
    """A list of single figures: explanations in as many lines as they need, as many figures as have room."""
    for across in (wide, wide / SMALLEST):
        lines = [lettering.wrapped(str(words), inventory.SMALL, across - 8) for words in figure.frame["counts"]]
        most = max([1, *map(len, lines)])
        row = inventory.row(most)
        if not high or row * len(lines) <= high:
            break
    fits = max(1, int(high / SMALLEST // row)) if high else len(lines)
    frame = figure.frame.assign(counts=["\n".join(part) for part in lines]).head(fits)
    height = row * len(frame)
    spec = _spec(inventory.inventory, lines=most)
    return replace(figure, frame=frame, spec=spec, height=height, narrowest=across if high and height > high else 0)


def weights(figure: Figure, wide: float, high: float) -> Figure:
    """Bars of parts: each name in its part in lines, or below the bar where the part is too narrow for it."""
    frame, words, below = figure.frame, [], []
    for row in frame.itertuples():
        room = (row.stop - row.start) * wide - 6
        fits = max(lettering.width(word, composition.LETTERS) for word in row.short.split(" ")) <= room
        lines = lettering.wrapped(row.short, composition.LETTERS, room) if fits else []
        fits = fits and len(lines) <= composition.LINES
        words.append("\n".join(lines) if fits else "")
        below.append("" if fits else f"{row.short} {row.label}")
    frame = frame.assign(short=words, below=below)
    rest = frame.groupby("row")["below"].transform(lambda names: " · ".join(name for name in names if name))
    frame = frame.assign(below=rest.where(frame["first"], ""))
    height = composition.TALL * frame["row"].nunique()
    return replace(figure, frame=frame, spec=_spec(composition.composition, lines=composition.LINES), height=height)


def count(figure: Figure, wide: float, high: float) -> Figure:
    """The count of targets with the names of its segments below each bar, as a narrow one has no room for its own."""
    rows = []
    for line, part in figure.frame.groupby("line", sort=False):
        x = 0.0
        for row in part.itertuples():
            rows.append({"line": line, "category": row.category, "text": row.label, "x": x})
            x += lettering.width(row.label, 13) + 34
    key = pd.DataFrame(rows, columns=["line", "category", "text", "x"])
    bare = figure.frame.assign(label="", need=0)
    return replace(
        figure,
        frame=bare,
        spec=_spec(tally.tally, key=True),
        extra={**figure.extra, "key": key},
        height=2 * figure.height + 40,
    )


def multiples(figure: Figure, wide: float, high: float) -> Figure:
    """Small maps of all periods: as many beside each other as make them largest."""
    chosen, frame = figure.selection, figure.frame
    number = frame["order"].nunique()
    before = min(number, period_maps.PER_ROW)
    each = (figure.height - period_figures.HEAD) / -(-number // before)

    def scale(columns: int) -> float:
        across = wide / (columns * (period_maps.WIDTH + period_maps.SPACE))
        return min(LARGEST, across, high / (-(-number // columns) * each + 40) if high else across)

    columns = max(range(1, number + 1), key=lambda count: (round(scale(count), 3), -count if high else count))
    edges = classes.common(dataset(), chosen.indicator, chosen.basis, chosen.classes)
    words = legend.of_periods(chosen, frame, edges, period_maps.WIDTH * columns)
    lines = words["y"].nunique()
    spec = period_figures.periods_spec(figure.basis, False, columns, period_maps.WIDTH, lines, 12.5)
    return replace(figure, spec=spec, extra={**figure.extra, "legend": words})


def area(figure: Figure, wide: float, high: float) -> Figure:
    """A map: on a low one the names of the archipelagos stand further out at sea."""
    names = figure.extra.get("labels")
    if not high or high > LOW_MAP or names is None:
        return figure
    return replace(figure, extra={**figure.extra, "labels": names.assign(x=names["x"] + OUT)})


LAYOUTS: dict[str, Callable[[Figure, float, float], Figure]] = {
    "pillars": panels, "parts": panels, "coverage": grid, "bars": target_pictures.bars, "weights": weights,
    "multiples": multiples, "tally": count, "local": told, "own": stage_layout.fitted, "own_more": stage_layout.fitted,
    "map": area, "difference": area, "moves": area,
}  # fmt: skip


def rest(figure: Figure, fit: Figure) -> str:
    """Return in words how many rows a shortened picture shows of how many; "" where it shows all."""
    if len(fit.frame) >= len(figure.frame):
        return ""
    return dataset().say("figure.drawn_of", figure.selection.language, drawn=len(fit.frame), of=len(figure.frame))
