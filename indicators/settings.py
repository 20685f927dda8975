"""What an office sets for its own atlas: the environment first, then data/settings.csv."""

from __future__ import annotations

import os

from indicators.load import Dataset

PREFIX = "ATLAS_"


def setting(dataset: Dataset, name: str) -> str:
    """Return a setting ("report_address"): from ATLAS_REPORT_ADDRESS where that is set, else from the table; "" without one."""
    given = os.environ.get(PREFIX + name.upper(), "").strip()
    if given:
        return given
    if "settings" not in dataset.tables:
        return ""
    rows = dataset.tables["settings"]
    found = rows.loc[rows["setting"] == name, "value"]
    return str(found.iloc[0]) if len(found) else ""
