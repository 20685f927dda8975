"""A province's own figures for the year to come: read from a form or a file, checked, kept apart from the published ones."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from indicators import search
from indicators.assessment.scheme import Scheme

NUMBER = re.compile(r"^[+-]?\d+(?:[.]\d+)?$")
COMMA = re.compile(r"^[+-]?\d+,\d+$")
COLUMNS = ("index", "name", "value")
LARGEST_FILE = 1_000_000  # bytes; the template has one short row an index
MOST_ROWS = 200


@dataclass(frozen=True)
class Problem:
    """What was wrong with a cell or a file: the key of its sentence and the names that fill it."""

    key: str
    names: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Own:
    """The values that could be read (index -> value of 1), what could not, and every cell as it was given."""

    values: Mapping[str, float]
    problems: tuple[Problem, ...]
    given: Mapping[str, str]


def read_cell(name: str, cell: str) -> tuple[float | None, Problem | None]:
    """Return the value of a cell, or why it has none; a blank cell is neither, it leaves the index as it was."""
    text = cell.strip()
    if not text:
        return None, None
    if COMMA.match(text):
        return None, Problem("own.comma", {"index": name, "given": text, "wanted": text.replace(",", ".")})
    if not NUMBER.match(text):
        return None, Problem("own.not_a_number", {"index": name, "given": text[:40]})
    value = float(text)
    if not 0 <= value <= 1:
        return None, Problem("own.out_of_range", {"index": name, "given": text[:40]})
    return value, None


def read_cells(cells: Mapping[str, str]) -> Own:
    """Return what cells by index say."""
    values, problems = {}, []
    for name, cell in cells.items():
        value, problem = read_cell(name, cell)
        if problem:
            problems.append(problem)
        elif value is not None:
            values[name] = value
    return Own(values, tuple(problems), dict(cells))


def template(scheme: Scheme, names: Mapping[str, str]) -> pd.DataFrame:
    """Return the table to fill in: index, name, value (blank), one row an index of the edition."""
    return pd.DataFrame(
        {"index": scheme.weights.index, "name": [names[index] for index in scheme.weights.index], "value": ""}
    )


def read_file(content: bytes, file_name: str, scheme: Scheme, *names: Mapping[str, str]) -> Own:
    """Return what an uploaded CSV or XLSX file says; a file that cannot be read gives one problem and no values.

    names: index -> words, one for each language; a row is known by its index or by those words, diacritics aside.
    """
    if len(content) > LARGEST_FILE:
        return Own({}, (Problem("own.too_large", {"file": file_name}),), {})
    frame = next((sheet for sheet in _sheets(content, file_name) if _fits(sheet)), None)
    if frame is None:
        return Own({}, (Problem("own.unreadable", {"file": file_name, "columns": ", ".join(COLUMNS)}),), {})
    known = {index: index for index in scheme.weights.index}
    known |= {search.folded(words[index]): index for words in names for index in scheme.weights.index}
    cells, problems = {}, []
    for row in frame.head(MOST_ROWS).to_dict("records"):
        words = [str(row.get(column, "")).strip() for column in ("index", "name")]
        index = known.get(words[0]) or known.get(search.folded(words[0])) or known.get(search.folded(words[1]))
        if index is None:
            if any(words):
                problems.append(Problem("own.unknown_index", {"given": (words[0] or words[1])[:60]}))
            continue
        cells[index] = str(row["value"])
    own = read_cells(cells)
    return Own(own.values, (*problems, *own.problems), own.given)


def _fits(frame: pd.DataFrame) -> bool:
    """Whether a table has the columns of the template that its rows are read by."""
    return "value" in frame and bool({"index", "name"} & set(frame.columns))


def _sheets(content: bytes, file_name: str) -> list[pd.DataFrame]:
    """The tables of a file, a workbook's sheets in their order; none where it cannot be read."""
    given = {"dtype": str, "keep_default_na": False}
    try:
        if file_name.lower().endswith(".xlsx"):
            held = list(pd.read_excel(io.BytesIO(content), sheet_name=None, engine="openpyxl", **given).values())
        else:
            held = [pd.read_csv(io.StringIO(_text(content)), sep=None, engine="python", **given)]
    except Exception:  # whatever a damaged workbook makes the reader raise, the officer gets one sentence
        return []
    return [frame.rename(columns=lambda name: str(name).strip().lower()) for frame in held]


def _text(content: bytes) -> str:
    """The words of a CSV file as Excel saves it: UTF-8, its "Unicode text" (UTF-16), or the code page of a Vietnamese Windows."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1258", errors="replace")
