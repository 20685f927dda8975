"""All tables of a data folder in one file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest day that a ZIP can say: equal tables make equal bytes


def members(folder: Path) -> list[Path]:
    """Return what belongs to a full copy of a data folder: the tables, their contract and their guide."""
    tables = sorted(folder.glob("*.csv"))
    return [*tables, *(path for name in ("datapackage.json", "README.md") if (path := folder / name).exists())]


def packed(folder: Path) -> bytes:
    """Return the tables of a folder as they stand, their contract and their guide, as one ZIP."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in members(folder):
            archive.writestr(zipfile.ZipInfo(path.name, FIXED), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return held.getvalue()
