"""Lays out the tile-grid map of every basis: `python geo/cells.py`, from the boundaries to cells.csv (two minutes).

No place is set by hand: a new basis needs no more than its boundaries (indicators/tile_grid.py tells how).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from indicators import tile_grid  # noqa: E402 - the project's folder must be importable first


def main() -> None:
    """Write cells.csv: for every basis and unit its cell, and the place of its name on the map (x, y in metres): the eastern end of its area."""
    described = json.loads((HERE / "boundaries.json").read_text(encoding="utf-8"))["bases"]
    blocks = []
    for basis, about in described.items():
        areas = gpd.read_file(HERE / about["file"], layer="provinces").set_crs(None, allow_override=True)
        cells = tile_grid.laid_out(areas)
        points = areas.geometry.representative_point()
        # A name beside a unit begins where its area ends, on the line of the point inside it.
        edges = [
            shapely.LineString([(area.bounds[0], at.y), (area.bounds[2], at.y)]).intersection(area).bounds[2]
            for area, at in zip(areas.geometry, points, strict=True)
        ]
        units = pd.DataFrame({"unit": areas["unit"], "kind": "unit", "column": cells[:, 0], "row": cells[:, 1],
                              "x": np.round(edges).astype(int), "y": points.y.round().astype(int)})  # fmt: skip
        sea = tile_grid.archipelago_cells(units, about["islands"]).assign(kind="islands", x=[one["x"] for one in about["islands"]],
                                                                 y=[one["y"] for one in about["islands"]])  # fmt: skip
        blocks.append(pd.concat([units.sort_values("unit"), sea]).assign(basis=basis))
    frame = pd.concat(blocks)[["basis", "unit", "kind", "column", "row", "x", "y"]]
    frame.to_csv(HERE / "cells.csv", index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
