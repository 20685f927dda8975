"""Tables and notes as an Excel workbook: text stays text, numbers stay numbers."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd
import xlsxwriter

FONT = "Be Vietnam Pro"
LONGEST_NAME = 31
WIDEST, NARROWEST = 60, 8


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, a frame, titles of columns by name, number of decimals by name of column; headed by words above the table."""

    name: str
    frame: pd.DataFrame
    titles: Mapping[str, str] = field(default_factory=dict)
    decimals: Mapping[str, int] = field(default_factory=dict)
    wrapped: bool = False


def workbook(sheets: Sequence[Sheet], title: str, author: str, moment: datetime) -> bytes:
    """Return the sheets as an XLSX file; the same sheets give the same bytes."""
    held = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"title": title[:250], "author": author, "created": moment.replace(tzinfo=None)})
        styles = {
            "head": book.add_format({"bold": True, "bottom": 1, "bg_color": "#f4f7fb", "font_name": FONT, "text_wrap": True, "valign": "top"}),
            # A column of several measures: as many decimals as a reader needs, the value itself is whole.
            "mixed": book.add_format({"font_name": FONT, "num_format": "#,##0.0###", "valign": "top"}),
            "text": book.add_format({"font_name": FONT, "valign": "top"}),
            "words": book.add_format({"font_name": FONT, "valign": "top", "text_wrap": True}),
        }  # fmt: skip
        taken: set[str] = set()
        for sheet in sheets:
            _write(book, sheet, styles, _name(sheet.name, taken))
    return held.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """A name that Excel takes: 31 letters, none of its own signs, none twice."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", wanted).strip()[:LONGEST_NAME] or "1"
    name, number = plain, 2
    while name.lower() in taken:
        name = f"{plain[: LONGEST_NAME - 4]} ({number})"
        number += 1
    taken.add(name.lower())
    return name


def _write(book, sheet: Sheet, styles: dict, name: str) -> None:
    page = book.add_worksheet(name)
    number_styles: dict[int, object] = {}
    for column, key in enumerate(sheet.frame.columns):
        places = sheet.decimals.get(key)
        if places is not None and places not in number_styles:
            pattern = "#,##0" + ("." + "0" * places if places else "")
            number_styles[places] = book.add_format({"font_name": FONT, "num_format": pattern, "valign": "top"})
        title = str(sheet.titles.get(key, key))
        page.write_string(0, column, title, styles["head"])
        style = number_styles[places] if places is not None else styles["words" if sheet.wrapped else "text"]
        cells = sheet.frame[key].tolist()
        for row, cell in enumerate(cells, start=1):
            mixed = places is None and isinstance(cell, float) and not cell.is_integer()
            _cell(
                page,
                row,
                column,
                cell,
                styles["mixed"] if mixed else style,
                styles["words" if sheet.wrapped else "text"],
            )
        seen = (f"{cell:.4f}" if isinstance(cell, float) else str(cell) for cell in cells if not _missing(cell))
        longest = max([len(title), *map(len, seen)])
        page.set_column(column, column, min(WIDEST, max(NARROWEST, longest + 2)))
    page.freeze_panes(1, 0)
    if len(sheet.frame) and not sheet.wrapped:
        page.autofilter(0, 0, len(sheet.frame), len(sheet.frame.columns) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _missing(cell: object) -> bool:
    return cell is None or cell is pd.NA or (isinstance(cell, float) and math.isnan(cell)) or cell == ""


def _cell(page, row: int, column: int, cell, style, text_style) -> None:
    if _missing(cell):
        return
    if isinstance(cell, bool):
        page.write_boolean(row, column, cell, text_style)
    elif isinstance(cell, int | float):
        page.write_number(row, column, cell, style)
    else:
        page.write_string(row, column, str(cell), text_style)
