"""Numbers as people write them: a comma or a point may part the fraction or the thousands, and a column decides."""

from __future__ import annotations

import re

import pandas as pd

POINT, COMMA = "point", "comma"
FORMS = {
    POINT: re.compile(r"[-\u2212]?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?"),
    COMMA: re.compile(r"[-\u2212]?(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?"),
}
EMPTY = {"", "-", "…", "..."}


def bare(cell: str) -> str:
    """Return a cell without spaces and percent sign; "" for a sign that stands for no figure."""
    text = re.sub(r"\s", "", cell).removesuffix("%")
    return "" if text in EMPTY else text


def read(text: str, form: str) -> float | None:
    """Return the number that a bare cell holds when read in a form; None where it holds none."""
    if not FORMS[form].fullmatch(text):
        return None
    thousands, fraction = (",", ".") if form == POINT else (".", ",")
    return float(text.replace("\u2212", "-").replace(thousands, "").replace(fraction, "."))


def form_of(cells: pd.Series) -> str:
    """Return how a column writes its numbers: POINT, COMMA, or "" where its cells can be read as different numbers."""
    texts = [text for text in map(bare, cells) if text]
    readings = {form: [read(text, form) for text in texts] for form in FORMS}
    held = {form: sum(number is not None for number in numbers) for form, numbers in readings.items()}
    if held[POINT] != held[COMMA]:
        return max(held, key=lambda form: held[form])
    return POINT if readings[POINT] == readings[COMMA] else ""
