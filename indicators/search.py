"""Places found by what a person types, with or without diacritics."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd


def folded(name: str) -> str:
    """Return a name in small letters without diacritics and punctuation ("Bắc Kạn" gives "bac kan")."""
    plain = name.replace("Đ", "D").replace("đ", "d")
    plain = "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain.lower()).split())


def find(units: pd.DataFrame, typed: str) -> pd.DataFrame:
    """Return the rows of units whose name or id fits what was typed: exact names first, then beginnings, then parts."""
    wanted = folded(typed)
    if not wanted:
        return units.iloc[0:0]
    names = units["name_vi"].map(folded)
    english = units["name_en"].map(folded)
    exact = (names == wanted) | (english == wanted) | (units["unit"] == typed.strip())
    begins = names.str.startswith(wanted) | english.str.startswith(wanted)
    inside = names.str.contains(wanted, regex=False) | english.str.contains(wanted, regex=False)
    score = exact.astype(int) * 4 + begins.astype(int) * 2 + inside.astype(int)
    return (
        units.assign(_score=score)[score > 0]
        .sort_values("_score", ascending=False, kind="stable")
        .drop(columns="_score")
    )


def named(units: pd.DataFrame, typed: str) -> list[str]:
    """Return the ids of the units that bear exactly the name that was typed, diacritics aside."""
    wanted = folded(typed)
    rows = find(units, typed)
    return [row.unit for row in rows.itertuples() if wanted and wanted in (folded(row.name_vi), folded(row.name_en))]
