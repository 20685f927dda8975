"""Figure of the tile-grid map: the frame of the map, each row on its cell, both archipelagos in the colour of their province."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import anchors, legend, map_figures, tiles
from components.dataset import dataset
from components.figure import BELOW, Figure, dark
from components.kept import kept
from indicators import boundaries
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

LEGEND_COLUMNS = 3  # cells that the legend takes at the upper right
LEGEND_ROWS = 0.45  # share of the rows that it stands beside
WIDER = 0.4  # of a cell: how far an archipelago's cell reaches out on either side


@lru_cache(maxsize=2)
def tiles_spec(is_dark: bool) -> dict:
    """Return the specification of the tile-grid map, built once for all bases."""
    return tiles.tiles(is_dark)


@remembered(8)
def places(data: Dataset, basis: str) -> pd.DataFrame:
    """Return the cells of a basis as shares of the picture: unit, kind, left, right, top, bottom (0 to 1)."""
    cells = anchors.cells(basis)
    if cells.empty:
        return cells.assign(left=[], right=[], top=[], bottom=[])
    rows = int(cells["row"].max()) + 1
    upper = cells.loc[(cells["row"] < rows * LEGEND_ROWS) & (cells["kind"] == anchors.UNIT), "column"].max()
    columns = max(int(cells["column"].max()) + 1, int(upper) + 1 + LEGEND_COLUMNS)
    sea = (cells["kind"] == anchors.ISLANDS) * WIDER
    left = (cells["column"] - 2 * sea) / columns
    return cells[["unit", "kind"]].assign(
        left=left, right=left + (1 + 2 * sea) / columns, top=cells["row"] / rows, bottom=(cells["row"] + 1) / rows
    )


def short_name(unit: str, language: str) -> str:
    """Return the name of a unit as it stands in a cell: the short one where text.csv holds one."""
    data = dataset()
    key = f"short.{unit}"
    return data.say(key, language) if data.words.has(key) else data.units.at[unit, f"name_{language}"]


def stacked(name: str) -> str:
    """Return a name in two lines of about one length, for a narrow cell; one word stays in one line."""
    words = name.split(" ")
    if len(words) < 2:
        return name
    at = min(range(1, len(words)), key=lambda cut: abs(len(" ".join(words[:cut])) - len(" ".join(words[cut:]))))
    return " ".join(words[:at]) + "\n" + " ".join(words[at:])


@remembered(128)
def _made(data: Dataset, chosen: Selection, is_dark: bool) -> Figure:
    frame = map_figures.drawn(chosen)
    cells = places(data, chosen.basis)
    held = cells.merge(frame, on="unit", how="left")
    sea = held["kind"] == anchors.ISLANDS
    names = _archipelagos(data, chosen)
    held["short"] = [
        names[unit][0] if at_sea else short_name(unit, chosen.language)
        for unit, at_sea in zip(held["unit"], sea, strict=True)
    ]
    held["under"] = [
        names[unit][1] if at_sea else (label or data.say("tiles.none", chosen.language))
        for unit, at_sea, label in zip(held["unit"], sea, held["brief"], strict=True)
    ]
    held["stacked"] = held["short"].map(stacked)
    title, _ = map_figures.titles(chosen)
    subtitle = data.say("tiles.subtitle", chosen.language, subtitle=map_figures.with_method(chosen))
    return Figure(
        id="tiles", spoken=BELOW, title=title, subtitle=subtitle, alt=map_figures.alternative(chosen, frame), frame=held[~sea].reset_index(drop=True),
        columns=map_figures.columns(chosen), spec=tiles_spec(is_dark), selection=chosen, sources=map_figures.used_sources(frame),
        basis=chosen.basis, extra={"legend": legend.legend(chosen, frame), "sea": held[sea]}, height=map_figures.HEIGHT, selectable="pick",
    )  # fmt: skip


def _archipelagos(data: Dataset, chosen: Selection) -> dict[str, tuple[str, str]]:
    """Unit -> name of its archipelago, and the unit's own name in brackets."""
    rows = boundaries.described(data).get(chosen.basis, {}).get("islands", [])
    name = f"name_{chosen.language}"
    return {row["unit"]: (row[name], f"({data.units.at[row['unit'], name]})") for row in rows}


@kept
def tiles_figure(chosen: Selection) -> Figure:
    """Return the tile-grid map of the chosen indicator, period and basis."""
    made = _made(dataset(), map_figures.key(chosen), dark())
    frame = map_figures.marked(made.frame, chosen)
    sea = map_figures.marked(made.extra["sea"], chosen)
    return made.but(frame=frame, selection=chosen, extra={**made.extra, "sea": sea})


FIGURES = {"tiles": tiles_figure}
