"""What is wrong with a table, and the sentence that says it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of one table; row counts the records of the file, the header being 1, and 0 means the whole file.

    A notice names something that was put right while reading and loses nothing.
    """

    file: str
    row: int
    column: str
    value: str
    expected: str
    code: str
    notice: bool = False


@lru_cache(maxsize=1)
def _sentences() -> dict[str, dict[str, str]]:
    try:
        with (DATA / "text.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.DictReader(file) if (row.get("key") or "").startswith("fault.")]
    except (OSError, ValueError, csv.Error):
        return {}
    return {row["key"]: row for row in rows}


def sentence(fault: Fault, language: str, text: pd.DataFrame | None = None) -> str:
    """Return the fault as a sentence in a language; bare codes and values when the sentences cannot be read."""
    names = {name: getattr(fault, name) for name in ("file", "row", "column", "value", "expected", "code")}
    place = "file" if not fault.row else "cell" if fault.column else "row"
    where = _said(f"fault.place_{place}", language, text)
    what = _said(f"fault.{fault.code}", language, text) or _said("fault.other", language, text)
    try:
        if where and what:
            return f"{where} {what}".format(**names)
    except (KeyError, IndexError, ValueError):
        pass  # the sentence itself is damaged
    return f"{fault.file}:{fault.row}: {fault.column}: {fault.value!r} [{fault.code}] {fault.expected}".rstrip()


def _said(key: str, language: str, text: pd.DataFrame | None) -> str:
    if text is None:
        return (_sentences().get(key) or {}).get(language) or ""
    found = text.loc[text["key"] == key, language]
    return str(found.iloc[0]) if len(found) else ""
