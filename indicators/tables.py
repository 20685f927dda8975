"""One CSV file as a frame of text, read so that every damage to the file itself is noticed."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pandas as pd

from indicators import coded
from indicators.faults import Fault

UTF8_MARK = b"\xef\xbb\xbf"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
ROW = "row"


@dataclass
class Raw:
    """A table as text (coded columns where the file was sound), the row number of each record, what was wrong with the file."""

    frame: pd.DataFrame
    readable: bool = True
    faults: list[Fault] = field(default_factory=list)


class Readable(Protocol):
    """A file, or what came without one: a name and bytes."""

    @property
    def name(self) -> str:
        """The name that faults bear."""

    def read_bytes(self) -> bytes:
        """Return the bytes."""


def read_raw(path: Readable, columns: list[str], required: set[str]) -> Raw:
    """Return the file as text in the wanted columns; an empty frame when it cannot be read at all."""
    raw = Raw(pd.DataFrame(columns=[*columns, ROW], dtype=str))
    data = _bytes(path, raw)
    frame = None if data is None else coded.read(data, columns)
    if frame is not None:
        return Raw(frame.assign(**{ROW: np.arange(2, len(frame) + 2)}))
    return _named(path.name, data, columns, required, raw)


def _named(name: str, data: bytes | None, columns: list[str], required: set[str], raw: Raw) -> Raw:
    """Read a file record by record, with a name for everything that is wrong with it."""
    text = None if data is None else _text(name, data, raw)
    if text is None:
        raw.readable = False
        return raw
    records = _records(name, text, raw)
    header = records[0][1] if records else []
    if not _header_holds(name, header, columns, required, raw):
        raw.readable = False
        return raw
    raw.frame = _frame(name, header, records[1:], columns, text, raw)
    if raw.frame.empty and not any(fault.code == "truncated" for fault in raw.faults):
        raw.faults.append(Fault(name, 0, "", "", "", "no_rows"))
    return raw


def _bytes(path: Readable, raw: Raw) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        raw.faults.append(Fault(path.name, 0, "", "", "", "missing_file"))
        return None


def _text(name: str, data: bytes, raw: Raw) -> str | None:
    if not data.strip(UTF8_MARK + b" \t\r\n"):
        raw.faults.append(Fault(name, 0, "", "", "", "empty_file"))
        return None
    if data.startswith(WIDE_MARKS) or b"\x00" in data:
        raw.faults.append(Fault(name, 0, "", "UTF-16", "UTF-8", "encoding"))
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        value = " ".join(f"{byte:02X}" for byte in data[error.start : error.end])
        raw.faults.append(Fault(name, row, "", value, "UTF-8", "encoding"))
        return None
    if text.startswith("\ufeff"):
        raw.faults.append(Fault(name, 0, "", "BOM", "", "byte_order_mark", notice=True))
    if "\r\n" in text:
        raw.faults.append(Fault(name, 0, "", "CRLF", "LF", "windows_line_ends", notice=True))
    return text.removeprefix("\ufeff")


def _records(name: str, text: str, raw: Raw) -> list[tuple[int, list[str]]]:
    records: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    row = 0
    try:
        for row, record in enumerate(reader, start=1):
            if record:
                records.append((row, record))
    except csv.Error as error:
        code = "truncated" if "unexpected end" in str(error) else "quote"
        raw.faults.append(Fault(name, row + 1, "", "", '"', code))
    return records


def _header_holds(name: str, header: list[str], columns: list[str], required: set[str], raw: Raw) -> bool:
    if len(header) == 1 and len(columns) > 1 and any(mark in header[0] for mark in ";\t"):
        raw.faults.append(Fault(name, 1, "", header[0][:60], ",", "delimiter"))
        return False
    for column in dict.fromkeys(header):
        if column not in columns:
            raw.faults.append(Fault(name, 1, column, column, ", ".join(columns), "extra_column"))
        elif header.count(column) > 1:
            raw.faults.append(Fault(name, 1, column, column, "", "duplicated_column"))
    missing = [column for column in columns if column not in header]
    raw.faults += [Fault(name, 1, column, "", column, "missing_column") for column in missing]
    return not required.intersection(missing)


def _frame(
    name: str, header: list[str], records: list[tuple[int, list[str]]], columns: list[str], text: str, raw: Raw
) -> pd.DataFrame:
    width = len(header)
    for row, record in records:
        if len(record) == width:
            continue
        code = "too_few_fields" if len(record) < width else "too_many_fields"
        if code == "too_few_fields" and row == records[-1][0] and not text.endswith("\n"):
            code = "truncated"
        raw.faults.append(Fault(name, row, "", str(len(record)), str(width), code))
    sound = [(row, record) for row, record in records if len(record) == width]
    cut = any(fault.code in ("truncated", "quote") for fault in raw.faults)
    if sound and not text.endswith("\n") and not cut:
        raw.faults.append(Fault(name, records[-1][0], "", "", "", "no_last_line_end", notice=True))
    cells = zip(*(record for _, record in sound), strict=True)
    held = {column: list(values) for column, values in zip(header, cells, strict=False) if column in columns}
    rows = [row for row, _ in sound]
    blank = [""] * len(rows)
    frame = pd.DataFrame({column: held.get(column, blank) for column in columns}, dtype=str)
    frame[ROW] = rows
    if not unicodedata.is_normalized("NFC", text):
        _compose(name, frame, columns, raw)
    return frame


def _compose(name: str, frame: pd.DataFrame, columns: list[str], raw: Raw) -> None:
    # the row is kept with the same words in composed form: nothing is lost, and the fault is still named
    for column in columns:
        loose = ~frame[column].map(lambda cell: unicodedata.is_normalized("NFC", cell))
        for index in frame.index[loose]:
            cell = frame.at[index, column]
            whole = unicodedata.normalize("NFC", cell)
            raw.faults.append(Fault(name, int(frame.at[index, ROW]), column, cell, whole, "decomposed_unicode"))
            frame.at[index, column] = whole
