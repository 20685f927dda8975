"""The contract of the tables: data/datapackage.json, checked cell by cell, every fault at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from indicators import coded, relations
from indicators.faults import DATA, Fault, sentence
from indicators.tables import ROW, Raw, read_raw

__all__ = ["Fault", "check", "package", "read_tables", "sentence"]

PACKAGE = "datapackage.json"
NUMBER = re.compile(r"-?\d+(\.\d+)?")
INTEGER = re.compile(r"-?\d+")
DECIMAL_COMMA = re.compile(r"-?\d{1,3}(\.?\d{3})*,\d+")
NUMERIC = ("number", "integer")


def package(folder: Path, faults: list[Fault] | None = None) -> dict:
    """Return the contract of a folder, or the project's own where the folder has none that can be read."""
    for place in (folder, DATA):
        try:
            found = json.loads((place / PACKAGE).read_text(encoding="utf-8-sig"))
            assert {"fields", "primaryKey"} <= found["resources"][0]["schema"].keys()
            return found
        except FileNotFoundError:
            continue
        except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError) as error:
            if faults is not None:
                faults.append(Fault(PACKAGE, 0, "", str(error)[:80], "Frictionless Table Schema", "contract"))
    return {"resources": []}


def check(folder: Path, tables: list[str] | None = None) -> list[Fault]:
    """Return every fault and notice of the tables of a folder, or of the named ones."""
    faults = read_tables(Path(folder))[1]
    return [fault for fault in faults if tables is None or fault.file.removesuffix(".csv") in tables]


def read_tables(folder: Path) -> tuple[dict[str, pd.DataFrame], list[Fault]]:
    """Return the typed tables without the rows at fault, and every fault.

    Text columns hold "" where nothing is written, number columns NaN. A table that cannot be read is an empty frame.
    """
    folder = Path(folder)
    faults: list[Fault] = []
    schemas = {one["name"]: one for one in package(folder, faults)["resources"]}
    raws, bad = {}, {}
    for name, resource in schemas.items():
        fields = resource["schema"]["fields"]
        required = {field["name"] for field in fields if field.get("constraints", {}).get("required")}
        raw = read_raw(folder / resource["path"], [field["name"] for field in fields], required)
        found, rows = cell_faults(resource, raw)
        faults += raw.faults + found
        raws[name], bad[name] = raw, rows
    faults += relations.check(schemas, raws, bad)
    tables = {name: _typed(schemas[name], raw, bad[name]) for name, raw in raws.items()}
    relations.drop_orphans(schemas, raws, tables)
    faults += _strangers(folder, schemas)
    order = {resource["path"]: place for place, resource in enumerate(schemas.values())}
    return tables, sorted(set(faults), key=lambda fault: (order.get(fault.file, -1), fault))


def _strangers(folder: Path, schemas: dict[str, dict]) -> list[Fault]:
    known = {resource["path"] for resource in schemas.values()}
    strange = [path.name for path in folder.glob("*.csv") if path.name not in known]
    return [Fault(name, 0, "", "", PACKAGE, "unknown_file", notice=True) for name in strange]


def cell_faults(resource: dict, raw: Raw) -> tuple[list[Fault], set[int]]:
    """Return the faults of a table's cells by its contract, and the rows that hold one."""
    if raw.frame.empty:
        return [], set()
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    try:
        frame_schema(resource["schema"], _sound_numbers(fields, raw.frame)).validate(raw.frame, lazy=True)
        return [], set()
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
    found, rows = [], set()
    key = resource["schema"]["primaryKey"]
    for case in cases.drop_duplicates(["check", "index", "column"]).itertuples():
        code, index = case.check, int(case.index)
        row, whole = int(raw.frame.at[index, ROW]), code == "duplicated_key"
        column = ", ".join(key) if whole else case.column
        value = ", ".join(raw.frame.loc[index, key]) if whole else str(raw.frame.at[index, column])
        expected = _first_row(raw.frame, key, index) if whole else _expected(fields.get(column, {}), code, value)
        found.append(Fault(resource["path"], row, column, value, expected, code))
        rows.add(index)
    return found, rows


def _first_row(frame: pd.DataFrame, key: list[str], index: int) -> str:
    same = (frame[key] == frame.loc[index, key]).all(axis=1)
    return str(int(frame.loc[same, ROW].iloc[0]))


def _expected(field: dict, code: str, value: str) -> str:
    limits = field.get("constraints", {})
    if code == "lost_zero":
        return _with_zero(value)
    if code == "out_of_range":
        return f"{limits.get('minimum', '')} … {limits.get('maximum', '')}"
    if code == "decimal_comma":
        return value.replace(".", "").replace(",", ".")
    if code == "not_allowed":
        return ", ".join(map(str, limits["enum"]))
    return field.get("example", limits.get("pattern", "")) if code == "pattern" else ""


def _sound_numbers(fields: dict[str, dict], frame: pd.DataFrame) -> set[str]:
    """The columns of numbers that hold nothing else: seen at once, while a cell at fault is looked for text by text."""
    found = set()
    for name, field in fields.items():
        limits = field.get("constraints", {})
        if field["type"] in NUMERIC and not limits.get("required"):
            low, high = limits.get("minimum", float("-inf")), limits.get("maximum", float("inf"))
            form = NUMBER if field["type"] == "number" else INTEGER
            if coded.all_numbers(frame[name], form.pattern, low, high):
                found.add(name)
    return found


def frame_schema(schema: dict, sound: set[str]) -> pa.DataFrameSchema:
    """Return the pandera schema of a table as text, made from its Frictionless schema; columns known to be sound go unchecked."""
    key = schema["primaryKey"]
    columns = {
        field["name"]: pa.Column(None, [] if field["name"] in sound else _cell_checks(field))
        for field in schema["fields"]
    }
    unique = pa.Check(lambda frame: _single(frame[key]), name="duplicated_key", error="duplicated_key")
    return pa.DataFrameSchema(columns, checks=[unique])


def _cell_checks(field: dict) -> list[pa.Check]:
    limits, kind = field.get("constraints", {}), field["type"]
    checks: dict[str, Callable[[str], bool]] = {}
    if limits.get("required"):
        checks["blank"] = lambda cell: cell.strip() != ""
    if kind in NUMERIC:
        form = NUMBER if kind == "number" else INTEGER
        checks["decimal_comma"] = lambda cell: not DECIMAL_COMMA.fullmatch(cell)
        checks["not_a_number" if kind == "number" else "not_an_integer"] = lambda cell: bool(
            not cell or form.fullmatch(cell) or DECIMAL_COMMA.fullmatch(cell)
        )
        if "minimum" in limits or "maximum" in limits:
            low, high = limits.get("minimum", float("-inf")), limits.get("maximum", float("inf"))
            checks["out_of_range"] = lambda cell: not NUMBER.fullmatch(cell) or low <= float(cell) <= high
    if "enum" in limits:
        allowed = {"", *map(str, limits["enum"])}
        checks["not_allowed"] = lambda cell: cell in allowed
    if "pattern" in limits:
        fits = re.compile(limits["pattern"]).fullmatch
        checks["lost_zero"] = lambda cell: not cell or bool(fits(cell)) or not fits(_with_zero(cell))
        checks["pattern"] = lambda cell: not cell or bool(fits(cell)) or bool(fits(_with_zero(cell)))
    return [pa.Check(partial(coded.judged, holds=holds), name=code, error=code) for code, holds in checks.items()]


def _single(keys: pd.DataFrame) -> pd.Series:
    return ~pd.Series(coded.groups(keys), index=keys.index).duplicated()


def _with_zero(cell: str) -> str:
    # Excel turns the code 06 into the number 6
    return re.sub(r"(?<!\d)(\d)$", r"0\1", cell)


def _typed(resource: dict, raw: Raw, bad: set[int]) -> pd.DataFrame:
    frame = raw.frame.drop(index=sorted(bad)).reset_index(drop=True) if bad else raw.frame
    typed = {
        field["name"]: (coded.numbers if field["type"] in NUMERIC else coded.plain)(frame[field["name"]])
        for field in resource["schema"]["fields"]
    }
    return pd.DataFrame(typed)
