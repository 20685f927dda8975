"""Which unit a cell of somebody's file names: codes and names in every accepted spelling, and nothing by guessing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from rapidfuzz import fuzz, process

from indicators import merging, search
from indicators.load import Dataset

BEFORE = re.compile(r"^(tinh|thanh pho|tp|t p|t)\s+")
AFTER = re.compile(r"\s+(province|city|tinh|thanh pho)$")
SUGGESTED = 80  # similarity (0-100) from which a name is worth suggesting; it is never taken without a person
SUGGESTIONS = 3


@dataclass(frozen=True)
class Register:
    """Every accepted spelling -> unit id, and the names that may be suggested for what is not accepted."""

    spellings: Mapping[str, str]
    names: Mapping[str, str]

    def place(self, cell: str) -> str:
        """Return the unit that a cell names, "" where it names none for certain."""
        text = cell.strip()
        padded = text.zfill(2) if text.isdigit() else text.lower()
        folded = search.folded(text)
        found = (self.spellings.get(form) for form in (padded, folded, plain(text), plain(text).replace(" ", "")))
        return next((unit for unit in found if unit), "")

    def near(self, cell: str) -> list[str]:
        """Return the names that a cell comes close to, the closest first; a person has to decide."""
        known = list(self.names)
        found = process.extract(plain(cell), known, scorer=fuzz.WRatio, limit=SUGGESTIONS, score_cutoff=SUGGESTED)
        return list(dict.fromkeys(self.names[name] for name, _, _ in found))


def plain(name: str) -> str:
    """Return a name without diacritics, punctuation and the word for province or city."""
    folded = search.folded(name)
    return AFTER.sub("", BEFORE.sub("", folded)) or folded


def register(dataset: Dataset, basis: str) -> Register:
    """Return the accepted spellings of the units that a basis was made of: id, code, names, spellings.csv.

    A unit of one part is the same area, so its new name may stand for the old one where no old unit bears it.
    """
    made = merging.parts(dataset, basis)
    if made is None:
        return Register({}, {})
    known: dict[str, str] = {}
    names: dict[str, str] = {}
    for unit in dataset.units_of(made.before).itertuples():
        for name in (unit.name_vi, unit.name_en):
            known |= dict.fromkeys((plain(name), plain(name).replace(" ", "")), unit.unit)
            names[plain(name)] = unit.name_vi
        known |= dict.fromkeys((unit.unit.lower(), unit.code), unit.unit)
    rows = dataset.tables["spellings"]
    for row in rows[rows["unit"].isin(dataset.units_of(made.before)["unit"])].itertuples():
        folded = search.folded(row.spelling)
        for form in (folded, plain(row.spelling), folded.replace(" ", "")):
            known.setdefault(form, row.unit)
    for unit, parts in made.of.items():
        if len(parts) == 1:
            for name in dataset.units.loc[unit, ["name_vi", "name_en"]]:
                known.setdefault(plain(name), parts[0])
    return Register(known, names)


def unit_column(frame: pd.DataFrame, known: Register) -> str:
    """Return the column whose cells name the most units; "" where none names any.

    Names come before numbers: a column of row numbers looks like one of codes.
    """
    hits: dict[str, tuple[int, int]] = {}
    for column in frame.columns:
        found = frame[column].map(lambda cell: bool(known.place(cell)))
        hits[column] = (int((found & ~frame[column].str.strip().str.isdigit()).sum()), int(found.sum()))
    best = max(hits, key=lambda column: hits[column], default="")
    return best if best and any(hits[best]) else ""
