"""A folder of data with a third basis, invented from the real tables: in 2027 two provinces merge and one is split."""

import json
import shutil
from pathlib import Path

import pandas as pd
import shapely
from shapely.geometry import mapping, shape

from indicators.boundaries import GEO
from indicators.load import DATA

BASIS = "2027"
BEFORE, FIRST = "34", "63"
MERGED = ("34-11", "34-12")
SPLIT = {"34-79": ("2027-79", "2027-77")}
PIECES = {"2027-79": ("63-79", "63-74"), "2027-77": ("63-77",)}
PUBLISHED = "dti"


def built(folder: Path) -> Path:
    """Return the folder after tables and boundaries were written to it."""
    for path in (*DATA.glob("*.csv"), DATA / "datapackage.json"):
        shutil.copy(path, folder)
    units = _read(folder / "units.csv")
    after = _units(units)
    units["successor"] = units["successor"].where(units["basis"] != BEFORE, units["unit"].map(_successors))
    units["valid_to"] = units["valid_to"].where(units["basis"] != BEFORE, "2027-06-30")
    _write(pd.concat([units, after]), folder / "units.csv")
    _write(pd.concat([_read(folder / "observations.csv"), _observed(after)]), folder / "observations.csv")
    (folder / "geo").mkdir()
    _boundaries(folder / "geo", after)
    return folder


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _write(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(path, index=False, lineterminator="\n")


def _successors(unit: str) -> str:
    if unit in SPLIT:
        return " ".join(SPLIT[unit])
    return f"{BASIS}-{(MERGED[0] if unit in MERGED else unit).split('-')[-1]}"


def _units(units: pd.DataFrame) -> pd.DataFrame:
    old = units[units["basis"] == BEFORE]
    rows = [
        {**row, "unit": name, "code": name.split("-")[1], "basis": BASIS, "valid_from": "2027-07-01", "valid_to": "",
         "successor": "", "name_vi": row["name_vi"] + (" Đông" if name == "2027-77" else ""),
         "name_en": row["name_en"] + (" East" if name == "2027-77" else "")}
        for row in old.to_dict("records")
        for name in _successors(row["unit"]).split()
    ]  # fmt: skip
    return pd.DataFrame(rows).drop_duplicates("unit")


def _observed(after: pd.DataFrame) -> pd.DataFrame:
    rows = [
        {"indicator": PUBLISHED, "unit": unit, "period": "2027", "source": after["source"].iloc[0], "value": f"{0.5 + index / 100:.4f}",
         "status": "official", "preferred": "yes"}
        for index, unit in enumerate(after["unit"])
    ]  # fmt: skip
    blank = dict.fromkeys(_read(DATA / "observations.csv").columns, "")
    return pd.DataFrame([{**blank, **row} for row in rows])


def areas(basis: str, feature: str = "provinces") -> dict[str, shapely.Geometry]:
    """Return unit -> shape of a basis of the project, as drawn."""
    held = json.loads((GEO / f"{basis}.topojson").read_text(encoding="utf-8"))
    scale, start = held["transform"]["scale"], held["transform"]["translate"]
    arcs = []
    for arc in held["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + start[0], y * scale[1] + start[1]))
        arcs.append(points)

    def ring(names: list[int]) -> list[tuple[float, float]]:
        parts = [arcs[name] if name >= 0 else arcs[~name][::-1] for name in names]
        return parts[0] + [point for part in parts[1:] for point in part[1:]]

    found = {}
    for one in held["objects"][feature]["geometries"]:
        polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        rings = [[ring(names) for names in polygon] for polygon in polygons]
        found[one["properties"]["unit"]] = shapely.make_valid(shape({"type": "MultiPolygon", "coordinates": rings}))
    return found


def _topology(objects: dict[str, dict[str, shapely.Geometry]]) -> dict:
    """A topology without shared arcs: enough to draw."""
    arcs: list = []

    def kept(points) -> list[int]:
        arcs.append([list(point) for point in points])
        return [len(arcs) - 1]

    def geometry(unit: str, area: shapely.Geometry) -> dict:
        if area.geom_type.endswith("LineString"):
            lines = [kept(part.coords) for part in shapely.get_parts(area)]
            return {"type": "MultiLineString", "properties": {"basis": unit}, "arcs": lines}
        polygons = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
        rings = [[kept(one) for one in mapping(part)["coordinates"]] for part in polygons]
        return {"type": "MultiPolygon", "properties": {"unit": unit}, "arcs": rings}

    held = {
        name: {"type": "GeometryCollection", "geometries": [geometry(unit, area) for unit, area in shapes.items()]}
        for name, shapes in objects.items()
    }
    return {"type": "Topology", "objects": held, "arcs": arcs}


def _boundaries(folder: Path, after: pd.DataFrame) -> None:
    before, first = areas(BEFORE), areas(FIRST)
    drawn = {}
    for unit in after["unit"]:
        parts = [first[name] for name in PIECES[unit]] if unit in PIECES else [
            area for name, area in before.items() if unit in _successors(name).split()
        ]  # fmt: skip
        drawn[unit] = shapely.union_all(parts)
    islands = {_successors(unit): area for unit, area in areas(BEFORE, "islands").items()}
    former = shapely.line_merge(shapely.intersection(*(before[name].boundary for name in MERGED)))
    topology = _topology({"provinces": drawn, "islands": islands, "former": {BASIS: former}})
    (folder / f"{BASIS}.topojson").write_text(json.dumps(topology), encoding="utf-8")
    places = [{"unit": unit, "x": area.representative_point().x, "y": area.representative_point().y} for unit, area in drawn.items()]  # fmt: skip
    (folder / f"{BASIS}.dots.json").write_text(json.dumps(places), encoding="utf-8")
    known = json.loads((GEO / "boundaries.json").read_text(encoding="utf-8"))["bases"][BEFORE]
    labels = [{**one, "unit": _successors(one["unit"])} for one in known["islands"]]
    about = {**known, "file": f"{BASIS}.topojson", "count": len(drawn), "islands": labels}
    (folder / "boundaries.json").write_text(json.dumps({"bases": {BASIS: about}}), encoding="utf-8")
