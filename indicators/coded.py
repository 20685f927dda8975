"""A CSV file without any damage, read at once into coded columns; whatever is in doubt is left to the reader that names damages.

A coded column keeps each distinct text once and a number for each row: a rule is judged on the distinct texts.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import compute
from pyarrow import csv as compiled

QUOTE, LINE_END = b'"', b"\n"
# a byte order mark, a carriage return, a zero byte: each a damage or a notice that the other reader names
DOUBTFUL = (b"\xef\xbb\xbf", b"\r", b"\x00")
BLOCK = 1 << 23
TEXT = pd.StringDtype("pyarrow", na_value=np.nan)


def read(data: bytes, columns: list[str]) -> pd.DataFrame | None:
    """Return the rows of a file as coded text columns; None where anything about the file is out of the ordinary."""
    header = ",".join(columns).encode() + LINE_END
    if not data.startswith(header) or not data.endswith(LINE_END) or any(mark in data for mark in DOUBTFUL):
        return None
    rows = data.count(LINE_END) - 1
    if not rows or not _quoted_soundly(data, len(columns)):
        return None
    try:
        table = compiled.read_csv(
            pa.BufferReader(data),
            read_options=compiled.ReadOptions(block_size=BLOCK),
            parse_options=compiled.ParseOptions(newlines_in_values=False),
            convert_options=compiled.ConvertOptions(
                column_types=dict.fromkeys(columns, pa.dictionary(pa.int32(), pa.string())),
                null_values=[], strings_can_be_null=False, check_utf8=True,
            ),
        )  # fmt: skip
    except pa.ArrowInvalid:
        return None
    # fewer rows than lines: a blank line
    if table.num_rows != rows:
        return None
    table = table.unify_dictionaries()
    held = {name: _categories(table.column(name)) for name in columns}
    sound = data.isascii() or all(_composed(column.categories) for column in held.values())
    return pd.DataFrame(held) if sound else None


def _quoted_soundly(data: bytes, width: int) -> bool:
    """Return whether each line that holds a quote is one whole record by the strict rules."""
    if QUOTE not in data:
        return True
    lines = [line for line in data.split(LINE_END) if QUOTE in line]
    try:
        text = b"\n".join(lines).decode("utf-8")
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return False
    return len(records) == len(lines) and all(len(record) == width for record in records)


def _categories(column: pa.ChunkedArray) -> pd.Categorical:
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in column.chunks])
    texts = column.chunk(0).dictionary.cast(pa.large_string())
    return pd.Categorical.from_codes(codes, pd.Index(TEXT.__from_arrow__(texts)), validate=False)


def _composed(texts: pd.Index) -> bool:
    held = pa.array(texts, type=pa.large_string())
    wide = held.filter(compute.invert(compute.string_is_ascii(held)))
    return all(unicodedata.is_normalized("NFC", text) for text in wide.to_pylist())


def split(cells: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """Return the code of each row and the distinct texts of a text column, coded or plain."""
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return cells.cat.codes.to_numpy(), cells.cat.categories
    codes, texts = pd.factorize(cells)
    return codes, pd.Index(texts)


def judged(cells: pd.Series, holds: Callable[[str], bool]) -> pd.Series:
    """Return for each row whether a rule holds of its text: most texts repeat, each is judged once."""
    codes, texts = split(cells)
    verdicts = np.fromiter((holds(text) for text in texts), dtype=bool, count=len(texts))
    if verdicts.all():
        return pd.Series(np.ones(len(cells), dtype=bool), index=cells.index)
    return pd.Series(verdicts[codes], index=cells.index)


def numbers(cells: pd.Series) -> pd.Series:
    """Return the numbers that a text column holds; missing where a cell holds none."""
    codes, texts = split(cells)
    found = np.asarray(pd.to_numeric(texts, errors="coerce"), dtype="float64")
    return pd.Series(found[codes], index=cells.index)


def all_numbers(cells: pd.Series, form: str, low: float, high: float) -> bool:
    """Return whether every cell is blank or a number of a form (a regular expression) within limits."""
    texts = pa.array(split(cells)[1], type=pa.large_string())
    if not compute.all(compute.match_substring_regex(texts, f"^({form})?$")).as_py():
        return False
    if low == -np.inf and high == np.inf:
        return True
    found = numbers(pd.Series(texts.to_pandas())).dropna()
    return bool(found.between(low, high).all())


def mapped(cells: pd.Series, known: pd.Series) -> pd.Series:
    """Return for each row the number that stands for its text in `known`; missing for a text that it lacks."""
    codes, texts = split(cells)
    return pd.Series(known.reindex(texts).to_numpy(dtype="float64")[codes], index=cells.index)


def groups(frame: pd.DataFrame) -> np.ndarray:
    """Return a number for each row, the same for rows whose cells are the same in every column."""
    whole, size = np.zeros(len(frame), dtype=np.int64), 1
    for name in frame:
        codes, texts = split(frame[name])
        if size * max(len(texts), 1) >= np.iinfo(np.int64).max:
            whole, found = pd.factorize(whole)
            size = len(found)
        whole, size = whole * len(texts) + codes, size * max(len(texts), 1)
    return whole


def plain(cells: pd.Series) -> pd.Series:
    """Return a text column without its codes."""
    if not isinstance(cells.dtype, pd.CategoricalDtype):
        return cells
    codes, texts = split(cells)
    held = pa.array(texts, type=pa.large_string())
    return pd.Series(TEXT.__from_arrow__(held.take(pa.array(codes))), index=cells.index, name=cells.name)


def plain_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table without codes."""
    return frame.apply(plain)
