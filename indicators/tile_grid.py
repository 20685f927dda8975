"""Cells of a tile-grid map, one equal cell a unit, found by rule from the boundaries of any basis.

Squares are pushed apart from the true places (as in a Dorling cartogram), set on a grid by the assignment that moves them
least, then bettered by exchanges that keep neighbours beside each other and in their true direction.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

ROUNDS = 400
EXCHANGES = 120_000
STARTS = 4
LONELY = (12.0, 3.0, 0.6, 0.1, 0.0)  # cost of a cell with so many others beside it
MARGIN = 4  # free cells around the country in which a unit may be set
TOUCH = 1500  # metres: units nearer than this are neighbours
FLAT = 0.75  # the country is drawn lower than it is: cells on a screen are wider than high
AWAY = 2  # columns of sea between the mainland and an archipelago's cell


def neighbours(areas: gpd.GeoDataFrame) -> np.ndarray:
    """Return the pairs of units that share a border, as pairs of positions."""
    near = areas.geometry.buffer(TOUCH)
    pairs = near.sindex.query(near, predicate="intersects").T
    return pairs[pairs[:, 0] < pairs[:, 1]]


def apart(places: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Return places of unit squares that hardly overlap, neighbours drawn together, near to where they were."""
    held = places.copy()
    for _ in range(ROUNDS):
        gaps = held[:, None] - held[None]
        overlap = 1 - np.abs(gaps)
        crossing = (overlap > 0).all(axis=2) & ~np.eye(len(held), dtype=bool)
        axis = overlap.argmin(axis=2)[..., None] == np.arange(2)
        push = np.where(crossing[..., None] & axis, np.sign(gaps + 1e-9) * overlap * 0.25, 0).sum(axis=1)
        between = held[pairs[:, 1]] - held[pairs[:, 0]]
        reach = np.linalg.norm(between, axis=1, keepdims=True)
        pull = between * np.maximum(0, reach - 1.1) / np.maximum(reach, 1e-9) * 0.06
        drawn = np.zeros_like(held)
        np.add.at(drawn, pairs[:, 0], pull)
        np.add.at(drawn, pairs[:, 1], -pull)
        held = held + push + drawn + (places - held) * 0.01
    return held


def on_grid(places: np.ndarray) -> np.ndarray:
    """Return the cells (column, row) that take all places with the least movement."""
    low, high = np.floor(places.min(0)) - 1, np.ceil(places.max(0)) + 1
    grid = np.stack(np.meshgrid(np.arange(low[0], high[0] + 1), np.arange(low[1], high[1] + 1)), -1).reshape(-1, 2)
    _, taken = linear_sum_assignment(((places[:, None] - grid[None]) ** 2).sum(2))
    return grid[taken].astype(int)


class Layout:
    """Cells of units and how far they are from the true map; exchanges make them better."""

    def __init__(self, cells: np.ndarray, places: np.ndarray, target: np.ndarray, pairs: np.ndarray, seed: int) -> None:
        """Hold cells (column, row), true places and the neighbours of each unit."""
        self.cells, self.target, self.random = cells.copy(), target, np.random.default_rng(seed)
        self.beside: list[list[tuple[int, np.ndarray]]] = [[] for _ in cells]
        for one, other in pairs:
            way = places[other] - places[one]
            way = way / np.linalg.norm(way)
            self.beside[one].append((other, way))
            self.beside[other].append((one, -way))
        self.at = {(int(cell[0]), int(cell[1])): unit for unit, cell in enumerate(self.cells)}

    def cost(self, unit: int) -> float:
        """Return what a unit's cell costs: distance and direction of its neighbours, distance from its own place, lonely sides."""
        here = self.cells[unit]
        total = 0.12 * float(((here - self.target[unit]) ** 2).sum())
        for other, way in self.beside[unit]:
            between = self.cells[other] - here
            reach = float(np.hypot(*between)) or 0.1
            total += 2.2 * (reach - 1) ** 2 + 2.2 * (1 - float(between @ way) / reach)
        around = sum((here[0] + x, here[1] + y) in self.at for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0)))
        return total + LONELY[around]

    def place(self, unit: int, cell: tuple[int, int]) -> None:
        """Set a unit on a cell."""
        self.at[cell] = unit
        self.cells[unit] = cell

    def better(self) -> np.ndarray:
        """Return the cells after many exchanges, bold ones first."""
        for step in range(EXCHANGES):
            heat = 2.5 * (1 - step / EXCHANGES) ** 2 + 1e-3
            unit = int(self.random.integers(len(self.cells)))
            old = (int(self.cells[unit][0]), int(self.cells[unit][1]))
            way = self.random.integers(-2, 3, 2)
            new = (old[0] + int(way[0]), old[1] + int(way[1]))
            other = self.at.get(new)
            if new == old:
                continue
            touched = [unit] + ([other] if other is not None else [])
            before = sum(self.cost(one) for one in touched)
            self.exchange(unit, old, new, other)
            if sum(self.cost(one) for one in touched) - before > -heat * np.log(self.random.random()):
                self.exchange(unit, new, old, other)
        return self.cells

    def exchange(self, unit: int, old: tuple[int, int], new: tuple[int, int], other: int | None) -> None:
        """Set a unit on a new cell, and whoever was there on the old one."""
        del self.at[old]
        if other is not None:
            self.place(other, old)
        self.place(unit, new)

    def total(self) -> float:
        """Return the cost of the whole layout."""
        return sum(self.cost(unit) for unit in range(len(self.cells)))


def laid_out(areas: gpd.GeoDataFrame, starts: int = STARTS) -> np.ndarray:
    """Return the cell (column from the west, row from the north) of each unit; starts: how often exchanges are tried, 0 for a quick layout."""
    middles = np.column_stack([areas.geometry.centroid.x, areas.geometry.centroid.y])
    pairs = neighbours(areas)
    reach = np.linalg.norm(middles[pairs[:, 0]] - middles[pairs[:, 1]], axis=1).mean()
    places = middles / reach * (1, FLAT)
    target = apart(places, pairs)
    cells = on_grid(target)
    tried = [Layout(cells, places, target, pairs, seed) for seed in range(starts)]
    for layout in tried:
        layout.better()
    if tried:
        cells = min(tried, key=Layout.total).cells
    return np.column_stack([cells[:, 0] - cells[:, 0].min(), cells[:, 1].max() - cells[:, 1]])


def archipelago_cells(units: pd.DataFrame, islands: list[dict]) -> pd.DataFrame:
    """Return the cells of the archipelagos: in the sea east of the unit that they belong to, at its row or below the one before."""
    east, rows, last = int(units["column"].max()), [], -2
    for one in sorted(islands, key=lambda island: -island["y"]):
        own = units.set_index("unit").loc[one["unit"]]
        row = max(int(own["row"]), last + 2)
        rows.append(
            {"unit": one["unit"], "kind": one["name_vi"], "column": max(east, int(own["column"]) + AWAY), "row": row}
        )
        last = row
    return pd.DataFrame(rows)
