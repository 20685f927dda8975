"""Tables and notes as an Excel workbook: text stays text, numbers stay numbers."""

from __future__ import annotations

import io
import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd
import xlsxwriter

FONT = "Be Vietnam Pro"
LONGEST_NAME = 31
# Widths of columns in letters: of figures and short words, of sentences, and of columns beyond the print.
WIDEST, BEYOND, NARROWEST = 42, 60, 7
# Letters of a line of A4 lying at a size that can be read: sentences share what the other columns leave of it.
ACROSS = 130
SHRUNK = 200  # letters of a line at the smallest size that a print may be shrunk to
LINE = 14  # height of a line of type in points
A4, MARGINS = 9, {"left": 0.4, "right": 0.4, "top": 0.7, "bottom": 0.6}


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, a frame, titles of columns by name, number of decimals by name of column; headed by words above the table.

    printed is how many of the first columns a print shows, 0 all: so many that their letters can be read. wrapped is for sentences.
    """

    name: str
    frame: pd.DataFrame
    titles: Mapping[str, str] = field(default_factory=dict)
    decimals: Mapping[str, int] = field(default_factory=dict)
    wrapped: bool = False
    printed: int = 0


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
            "head": book.add_format({"bold": True, "bottom": 1, "bg_color": "#f4f7fb", "font_name": FONT, "text_wrap": True, "valign": "top", "indent": 1}),
            # A column of several measures: as many decimals as a reader needs, the value itself is whole.
            "mixed": book.add_format({"font_name": FONT, "num_format": "#,##0.0###", "valign": "top"}),
            "whole": book.add_format({"font_name": FONT, "num_format": "#,##0", "valign": "top"}),
            "text": book.add_format({"font_name": FONT, "valign": "top", "text_wrap": True, "align": "left", "indent": 1}),
        }  # fmt: skip
        taken: set[str] = set()
        for sheet in sheets:
            _write(book, sheet, styles, _name(sheet.name, taken), title)
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


def _write(book, sheet: Sheet, styles: dict, name: str, title: str) -> None:
    page = book.add_worksheet(name)
    number_styles: dict[int | None, object] = {}
    titles = [str(sheet.titles.get(key, key)) for key in sheet.frame.columns]
    widths, lines = _widths(sheet, titles), [1] * (len(sheet.frame) + 1)
    for column, (key, words) in enumerate(zip(sheet.frame.columns, titles, strict=True)):
        places = sheet.decimals.get(key)
        if places is not None and places not in number_styles:
            pattern = "#,##0" + ("." + "0" * places if places else "")
            number_styles[places] = book.add_format({"font_name": FONT, "num_format": pattern, "valign": "top"})
        page.write_string(0, column, words, styles["head"])
        style = number_styles.get(places)
        cells = sheet.frame[key].tolist()
        for row, cell in enumerate(cells, start=1):
            loose = "whole" if not isinstance(cell, float) or cell.is_integer() else "mixed"
            _cell(page, row, column, cell, styles[loose] if places is None else style, styles["text"])
        page.set_column(column, column, widths[column])
        for row, cell in enumerate([words, *cells]):
            if isinstance(cell, str) and len(cell) > widths[column] and not 0 < sheet.printed <= column:
                lines[row] = max(lines[row], len(textwrap.wrap(cell, widths[column])))
    for row, count in enumerate(lines):
        page.set_row(row, LINE * count + 2)  # who opens the file may not work out the height of wrapped words
    page.freeze_panes(1, 0)
    if len(sheet.frame) and not sheet.wrapped:
        page.autofilter(0, 0, len(sheet.frame), len(sheet.frame.columns) - 1)
    _paper(page, sheet, name, title)


def _widths(sheet: Sheet, titles: Sequence[str]) -> list[int]:
    """Widths of columns in letters: the longest value on one line, at most so many; a title wraps between its words."""
    longest = []
    for key, title in zip(sheet.frame.columns, titles, strict=True):
        seen = (
            f"{cell:,.4f}" if isinstance(cell, float) else str(cell) for cell in sheet.frame[key] if not _missing(cell)
        )
        words = max((len(word) + 3 for word in title.split()), default=0)
        longest.append(max([NARROWEST, words, *(len(text) + 2 for text in seen)]))
    if not sheet.wrapped:
        printed = longest[: sheet.printed or None]
        most = next((cap for cap in range(WIDEST, 20, -4) if sum(min(cap, wide) for wide in printed) <= SHRUNK), 20)
        return [min(BEYOND if 0 < sheet.printed <= at else most, wide) for at, wide in enumerate(longest)]
    sentences = [wide for wide in longest if wide > WIDEST]
    left = ACROSS - sum(wide for wide in longest if wide <= WIDEST)
    return [wide if wide <= WIDEST else min(wide, max(WIDEST, left // len(sentences))) for wide in longest]


def _paper(page, sheet: Sheet, name: str, title: str) -> None:
    """How a sheet is printed: A4 lying, one page wide, the titles on every page, what it is above it, its page below."""
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(**MARGINS)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    if sheet.printed:
        page.print_area(0, 0, len(sheet.frame), sheet.printed - 1)
    # A sign of this kind begins an order of the format; it takes 255 letters.
    head = f"{title} · {name}".replace("&", "&&")[:200]
    page.set_header(f'&L&"{FONT},Bold"&10{head}')
    page.set_footer(f'&R&"{FONT}"&9&P/&N')


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
