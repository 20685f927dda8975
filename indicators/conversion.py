"""An officer's own file on former provinces, turned into the units of a later basis."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
from rapidfuzz import fuzz, process

from indicators import merging, search
from indicators.load import Dataset

PREFIXES = re.compile(r"^(tinh|thanh pho|tp|t p|t)\s+")
NUMBER = re.compile(r"^-?\d+([.,]\d+)?$")
SUGGESTED = 80  # similarity (0-100) from which a name is worth suggesting; it is never taken without a person
SUGGESTIONS = 3


@dataclass(frozen=True)
class Left:
    """A cell or a row that was not converted, or was read in a way that a person should know of."""

    key: str
    names: Mapping[str, object]
    out: bool = True


@dataclass
class Converted:
    """The converted table and the report on it."""

    table: pd.DataFrame
    report: list[Left] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether nothing was left out."""
        return not any(left.out for left in self.report)


def plain(name: str) -> str:
    """Return a name without diacritics, punctuation and the word for province or city."""
    folded = search.folded(name)
    return PREFIXES.sub("", folded) or folded


def register(dataset: Dataset, basis: str) -> dict[str, str]:
    """Return every accepted spelling of the units that a basis was made of -> unit of the basis before it."""
    made = merging.parts(dataset, basis)
    if made is None:
        return {}
    known: dict[str, str] = {}
    for unit in dataset.units_of(made.before).itertuples():
        known |= dict.fromkeys((unit.unit.lower(), unit.code, plain(unit.name_vi), plain(unit.name_en)), unit.unit)
    for unit, names in made.of.items():
        # A unit of one part is the same area: its new name may stand for the old one.
        if len(names) == 1:
            for name in dataset.units.loc[unit, ["name_vi", "name_en"]]:
                known.setdefault(plain(name), names[0])
    return known


def place(cell: str, known: Mapping[str, str]) -> str:
    """Return the unit that a cell names, "" where it names none for certain."""
    text = cell.strip()
    padded = text.zfill(2) if text.isdigit() else text.lower()
    return known.get(padded) or known.get(plain(text), "")


def unit_column(frame: pd.DataFrame, known: Mapping[str, str]) -> str:
    """Return the column whose cells name the most units."""
    hits = {column: frame[column].map(lambda cell: bool(place(cell, known))).sum() for column in frame.columns}
    return max(hits, key=lambda column: hits[column])


def _number(cell: str) -> float | None:
    text = cell.strip()
    return float(text.replace(",", ".")) if NUMBER.match(text) else None


def _placed(frame: pd.DataFrame, column: str, known: Mapping[str, str], report: list[Left]) -> pd.DataFrame:
    names = sorted({name for name in known if not name[:1].isdigit()})
    kept: dict[str, int] = {}
    for index, cell in frame[column].items():
        unit, row = place(cell, known), int(str(index)) + 2
        if not unit:
            near = process.extract(plain(cell), names, scorer=fuzz.WRatio, limit=SUGGESTIONS, score_cutoff=SUGGESTED)
            words = ", ".join(dict.fromkeys(known[name] + " " + name for name, _, _ in near))
            report.append(Left("rebase.near" if near else "rebase.unknown", {"row": row, "name": cell, "near": words}))
        elif unit in kept:
            report.append(Left("rebase.twice", {"row": row, "name": cell}))
        else:
            kept[unit] = int(str(index))
    return frame.loc[list(kept.values())].assign(unit=list(kept)).set_index("unit")


def _column_values(block: pd.DataFrame, column: str, report: list[Left]) -> pd.Series:
    found = {}
    for unit, cell in block[column].items():
        value = _number(cell)
        if value is None and cell.strip():
            report.append(Left("rebase.not_number", {"name": unit, "column": column, "cell": cell}))
        found[unit] = value
    return pd.Series(found, dtype=float)


def convert(dataset: Dataset, frame: pd.DataFrame, basis: str, rule: str = "mean") -> Converted:
    """Return a table of one row a unit of the basis: unit, name, the file's numbers, status and parts, with a report.

    frame holds text cells. A column named as an indicator takes that indicator's rule, any other the given one.
    A unit with a missing part stays empty: never a silent partial mean.
    """
    report: list[Left] = []
    known = register(dataset, basis)
    column = unit_column(frame, known)
    block = _placed(frame, column, known, report)
    made = merging.parts(dataset, basis)
    numbers = [
        name
        for name in frame.columns
        if name != column and frame[name].map(lambda cell: _number(cell) is not None).any()
    ]
    out = dataset.units_of(basis)[["unit", "name_vi"]].reset_index(drop=True).rename(columns={"name_vi": "name"})
    parts = made.of if made else {}
    for name in numbers:
        own = merging.rule_of(dataset, name) if name in dataset.indicators.index else rule
        values = _column_values(block, name, report)
        merged = []
        for unit in out["unit"]:
            held = values.reindex(list(parts.get(unit, ())))
            merged.append(_merged(held, own) if len(held) and held.notna().all() else float("nan"))
            if held.notna().any() and held.isna().any():
                gone = ", ".join(held.index[held.isna()])
                report.append(Left("rebase.part_missing", {"name": unit, "column": name, "parts": gone}))
        out[name] = merged
        report.append(Left(f"rebase.rule_{own}", {"column": name}, out=own == "none"))
    filled = out[numbers].notna().any(axis=1) if numbers else pd.Series(False, out.index)
    out["status"] = filled.map({True: merging.DERIVED, False: ""})
    out["parts"] = [" ".join(parts.get(unit, ())) for unit in out["unit"]]
    return Converted(out, report)


def _merged(held: pd.Series, rule: str) -> float:
    if rule == "none":
        return float("nan")
    return float(held.sum() if rule == "sum" else held.mean())
