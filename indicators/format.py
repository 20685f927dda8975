"""Numbers, periods and dates as labels of a language."""

from __future__ import annotations

import math
from datetime import date

from indicators import periods
from indicators.text import Words

_SIGNS = {"vi": (",", "."), "en": (".", ",")}
MINUS = "\u2212"
D3_LOCALE = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""], "minus": MINUS},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""], "minus": MINUS},
}


def number(value: float | None, decimals: int, language: str, signed: bool = False) -> str:
    """Return a number in the language's form ("0,8002", "1.234,5"); "" for a missing one.

    signed puts a plus before a positive number.
    """
    if value is None or math.isnan(value):
        return ""
    point, thousands = _SIGNS[language]
    rounded = round(float(value), decimals)
    plain = f"{abs(rounded):,.{decimals}f}".replace(",", "\0").replace(".", point).replace("\0", thousands)
    if rounded < 0:
        return MINUS + plain
    return "+" + plain if signed and rounded > 0 else plain


def with_unit(label: str, unit: str, words: Words, language: str) -> str:
    """Return a number's label with the words of its unit ("14,02 %"); the label alone where the unit has no suffix."""
    if not label:
        return ""
    key = f"unit.{unit}.suffix"
    suffix = words.say(key, language) if words.has(key) else ""
    return f"{label}\u00a0{suffix}" if suffix else label


def period_label(period: str, words: Words, language: str) -> str:
    """Return a period in words of the language ("quý 1/2022", "tháng 6/2025"); a year stays as it is."""
    form = periods.kind(period)
    if form in ("", "year", "years"):
        return period.replace("-", "\u2013") if form == "years" else period
    if form == "day":
        return date_label(period, language)
    if form == "span":
        first, last = period.split("/")
        return words.say("period.span", language, first=int(first[5:]), last=int(last[5:]), year=last[:4])
    part = int(period[-1]) if form in ("quarter", "half") else int(period[5:7])
    return words.say(f"period.{form}", language, part=part, year=period[:4])


def date_label(day: str, language: str) -> str:
    """Return an ISO date, or a part of one, in the language's form ("10/10/2025", "10 October 2025")."""
    parts = day.split("-")
    if len(parts) == 3:
        moment = date.fromisoformat(day)
        return (
            f"{moment.day}/{moment.month}/{moment.year}"
            if language == "vi"
            else f"{moment.day} {moment:%B} {moment.year}"
        )
    if len(parts) == 2 and parts[1].isdigit():
        return f"{int(parts[1])}/{parts[0]}" if language == "vi" else f"{date(int(parts[0]), int(parts[1]), 1):%B %Y}"
    return day
