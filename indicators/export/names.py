"""Names of files, and the moment that a data version stands for."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from indicators import search

LONGEST = 120
# Windows opens a device for a file of this name, whatever its ending.
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$")
# Where a data version names no day: the first moment that a ZIP file can hold.
FIRST = datetime(1980, 1, 1, tzinfo=UTC)


def file_name(*parts: str) -> str:
    """Return a file name without ending, diacritics and spaces from the parts that are not blank; safe on every system."""
    folded = search.folded(" ".join(part for part in parts if part))
    name = re.sub(r"[^a-z0-9]+", "-", folded)[:LONGEST].strip("-")
    return f"atlas-{name}" if not name or RESERVED.match(name) else name


def moment(version: str) -> datetime:
    """Return the moment that a data version names ("2026.11.23": that day, midnight UTC): every file's date."""
    found = re.match(r"^(\d{4})[.-](\d{1,2})[.-](\d{1,2})", version)
    if not found:
        return FIRST
    year, month, day = (int(part) for part in found.groups())
    try:
        return max(FIRST, datetime(year, month, day, tzinfo=UTC))
    except ValueError:
        return FIRST
