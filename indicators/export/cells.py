"""Cells that no spreadsheet takes for a formula, and tables as CSV."""

from __future__ import annotations

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(cell: object) -> object:
    """Return a cell that no spreadsheet runs as a formula."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def csv(frame: pd.DataFrame) -> bytes:
    """Return a frame as CSV (UTF-8 with byte-order mark) under its own column names; missing cells are blank."""
    words = [name for name in frame.columns if not pd.api.types.is_numeric_dtype(frame[name])]
    frame = frame.assign(**{name: frame[name].map(safe_cell) for name in words})
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
