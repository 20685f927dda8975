"""Where the names of units stand on a map, and the cells of the tile-grid map."""

from __future__ import annotations

import textwrap

import geopandas as gpd
import pandas as pd

from components.dataset import dataset
from indicators import boundaries, tile_grid
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

UNIT, ISLANDS = "unit", "islands"
FILE = "cells.csv"
SHORT_LINE = 11  # letters of a line of a label on a small map
NONE = pd.DataFrame({"x": pd.Series(dtype=float), "y": pd.Series(dtype=float), "text": pd.Series(dtype="str")})


def cells(basis: str) -> pd.DataFrame:
    """Return the cells of a basis: unit, kind (unit, islands), column, row, x, y. Not to be changed in place."""
    return _cells(dataset(), basis)


@remembered(8)
def _cells(data: Dataset, basis: str) -> pd.DataFrame:
    for place in (data.folder / "geo", boundaries.GEO):
        if (place / FILE).exists():
            frame = pd.read_csv(place / FILE, dtype={"basis": str, "unit": str})
            frame = frame[frame["basis"] == basis]
            if len(frame):
                return frame.drop(columns="basis").reset_index(drop=True)
    return _quick(data, basis)


def _quick(data: Dataset, basis: str) -> pd.DataFrame:
    """Cells of a basis that the file does not know: laid out at once, without the exchanges that better them."""
    path, about = boundaries.files(data.folder).get(f"{basis}.topojson"), boundaries.described(data).get(basis, {})
    if path is None:
        return pd.DataFrame(columns=["unit", "kind", "column", "row", "x", "y"])
    areas = gpd.read_file(path, layer="provinces").set_crs(None, allow_override=True)
    places, points = tile_grid.laid_out(areas, starts=0), areas.geometry.representative_point()
    units = pd.DataFrame(
        {"unit": areas["unit"], "column": places[:, 0], "row": places[:, 1], "x": points.x, "y": points.y}
    )
    sea = tile_grid.archipelago_cells(units, about.get("islands", []))
    return pd.concat([units.assign(kind=UNIT), sea.assign(kind=ISLANDS)], ignore_index=True)


@remembered(8)
def _points(data: Dataset, basis: str) -> dict[str, tuple[int, int]]:
    rows = _cells(data, basis)
    rows = rows[rows["kind"] == UNIT]
    return dict(zip(rows["unit"], zip(rows["x"], rows["y"], strict=True), strict=True))


def of_chosen(frame: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """Return the label of the chosen unit on the map (x, y, text): one row, or none where none is chosen or drawn."""
    place = _points(dataset(), chosen.basis).get(chosen.unit)
    row = next(frame[frame["on"]].itertuples(index=False), None) if place else None
    if row is None:
        return NONE
    return pd.DataFrame(
        {"x": [float(place[0])], "y": [float(place[1])], "text": ["\n".join(filter(None, (row.name, row.label)))]}
    )


def archipelagos(basis: str, language: str) -> pd.DataFrame:
    """Return the labels of both archipelagos: x, y (projected), text with the province that they belong to."""
    return _archipelagos(dataset(), basis, language)


def short_archipelagos(basis: str, language: str) -> pd.DataFrame:
    """Return the labels of the archipelagos on short lines, for a map of a hand's breadth."""
    held = archipelagos(basis, language)
    lines = [textwrap.wrap(line, SHORT_LINE, break_long_words=False) for line in held["text"].str.replace("\n", " ")]
    return held.assign(text=["\n".join(part) for part in lines])


@remembered(8)
def _archipelagos(data: Dataset, basis: str, language: str) -> pd.DataFrame:
    rows = boundaries.described(data).get(basis, {}).get("islands", [])
    units = data.units
    return pd.DataFrame(
        [
            {
                "x": row["x"],
                "y": row["y"],
                "text": f"{row[f'name_{language}']}\n({units.at[row['unit'], f'name_{language}']})",
            }
            for row in rows
        ],
        columns=["x", "y", "text"],
    )
