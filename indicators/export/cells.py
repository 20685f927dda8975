"""Cells that no spreadsheet takes for a formula, and tables as CSV."""

from __future__ import annotations

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@")


def safe_cell(cell: object) -> object:
    """Return a cell that no spreadsheet runs as a formula, without signs that end a line of a file half-way."""
    if not isinstance(cell, str):
        return cell
    plain = cell.replace("\r\n", "\n").replace("\r", " ").replace("\t", " ")
    return "'" + plain if plain.lstrip().startswith(FORMULA_STARTS) else plain


def csv(frame: pd.DataFrame) -> bytes:
    """Return a frame as CSV (UTF-8 with byte-order mark) under its own column names; missing cells are blank."""
    words = [name for name in frame.columns if not pd.api.types.is_numeric_dtype(frame[name])]
    frame = frame.assign(**{name: frame[name].map(safe_cell) for name in words})
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
