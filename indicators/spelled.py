"""Which unit a cell of somebody's file names: codes and names in every accepted spelling, and nothing by guessing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from rapidfuzz import fuzz, process

from indicators import merging, search
from indicators.load import Dataset

BEFORE = re.compile(r"^(tinh|tỉnh|thanh pho|thành phố|tp|t p|t)\s+")
AFTER = re.compile(r"\s+(province|city)$")  # never "tinh": Ha Tinh
TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot below
ETH = str.maketrans("Ðð", "Đđ")  # the Icelandic letter that old fonts show for the Vietnamese one
SUGGESTED = 80  # similarity (0-100) from which a name is worth suggesting; it is never taken without a person
SUGGESTIONS = 3


@dataclass(frozen=True)
class Register:
    """Every accepted spelling -> unit id, and the names that may be suggested for what is not accepted."""

    spellings: Mapping[str, str]
    names: Mapping[str, str]

    def place(self, cell: str) -> str:
        """Return the unit that a cell names, "" where it names none for certain.

        A name bears all its diacritics, each of them right, or none at all: whatever lies between is a doubtful name.
        """
        text = cell.strip()
        padded = text.zfill(2) if text.isdigit() else text.lower()
        return next((self.spellings[form] for form in (padded, *forms(text)) if form in self.spellings), "")

    def near(self, cell: str) -> list[str]:
        """Return the names that a cell comes close to, the closest first; a person has to decide."""
        known = list(self.names)
        found = process.extract(plain(cell), known, scorer=fuzz.WRatio, limit=SUGGESTIONS, score_cutoff=SUGGESTED)
        return list(dict.fromkeys(self.names[name] for name, _, _ in found))


def toned(word: str) -> str:
    """Return a word with its tone marks behind its letters: "hòa" and "hoà" are one spelling."""
    signs = unicodedata.normalize("NFD", word)
    letters = unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in TONES))
    return letters + "".join(sign for sign in signs if sign in TONES)


def forms(name: str) -> tuple[str, str]:
    """Return a name as spellings are compared, in small letters without punctuation: whole, and without the word for province."""
    composed = unicodedata.normalize("NFC", name.translate(ETH)).lower()
    cleaned = " ".join(re.sub(r"[\W_]+", " ", composed).split())
    bare = AFTER.sub("", BEFORE.sub("", cleaned)) or cleaned
    return " ".join(map(toned, cleaned.split())), " ".join(map(toned, bare.split()))


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

    def accept(spelling: str, unit: str) -> None:
        for text in (spelling, search.folded(spelling)):
            for form in (*forms(text), forms(text.replace(" ", ""))[0]):
                known.setdefault(form, unit)

    before = dataset.units_of(made.before)
    for unit in before.itertuples():
        known |= dict.fromkeys((unit.unit.lower(), unit.code), unit.unit)
        for name in (unit.name_vi, unit.name_en):
            accept(name, unit.unit)
            names[plain(name)] = unit.name_vi
    rows = dataset.tables["spellings"]
    for row in rows[rows["unit"].isin(before["unit"])].itertuples():
        accept(row.spelling, row.unit)
    for unit, parts in made.of.items():
        if len(parts) == 1:
            for name in dataset.units.loc[unit, ["name_vi", "name_en"]]:
                accept(name, parts[0])
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
