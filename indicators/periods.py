"""Periods of observation: order, end date and label."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

MONTHS_OF_QUARTER = 3
MONTHS_OF_HALF = 6

_FORMS = {
    "year": re.compile(r"^(\d{4})$"),
    "quarter": re.compile(r"^(\d{4})-Q([1-4])$"),
    "half": re.compile(r"^(\d{4})-H([12])$"),
    "month": re.compile(r"^(\d{4})-(0[1-9]|1[0-2])$"),
    "day": re.compile(r"^(\d{4})-(0[1-9]|1[0-2])-(\d{2})$"),
    "span": re.compile(r"^(\d{4}-\d{2})/(\d{4}-\d{2})$"),
    "years": re.compile(r"^(\d{4})-(\d{4})$"),
}


@lru_cache(maxsize=4096)
def kind(period: str) -> str:
    """Return the form of a period: year, quarter, half, month, day, span, years, or "" when it has none."""
    return next((name for name, form in _FORMS.items() if form.match(period)), "")


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def end(period: str) -> date:
    """Return the last day of a period; date.min for a period of no known form."""
    form = kind(period)
    if form == "year":
        return date(int(period), 12, 31)
    if form in ("quarter", "half"):
        year, part = int(period[:4]), int(period[-1])
        return _month_end(year, part * (MONTHS_OF_QUARTER if form == "quarter" else MONTHS_OF_HALF))
    if form == "month":
        return _month_end(int(period[:4]), int(period[5:7]))
    if form == "day":
        return date.fromisoformat(period)
    if form == "span":
        return end(period.split("/")[1])
    if form == "years":
        return date(int(period[5:]), 12, 31)
    return date.min


def ordered(periods) -> list[str]:
    """Return the distinct periods, oldest first."""
    return sorted(set(periods), key=lambda period: (end(period), period))


def position(period: str) -> float:
    """Return the place of a period on a time axis in years, its end as a fraction (2024 gives 2024.0, 2024-06 2023.5).

    A full year is placed at its own number, so that a monthly point of December stands with its year.
    """
    last = end(period)
    if last == date.min:
        return float("nan")
    return last.year - 1 + last.timetuple().tm_yday / (366 if calendar.isleap(last.year) else 365)
