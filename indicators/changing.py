"""What a screen shows after one part of its address was chosen anew."""

from __future__ import annotations

from indicators import bases
from indicators.load import Dataset
from indicators.selection import Selection

# What depends on a part and is chosen anew with it.
DEPENDENT = {"indicator": ("from", "period"), "basis": ("from", "period")}


def changed(dataset: Dataset, chosen: Selection, key: str, given: str) -> Selection:
    """Return the selection with one part of its address chosen anew; a blank one is taken out."""
    wanted = {**chosen.query(), key: given}
    for other in DEPENDENT.get(key, ()):
        wanted.pop(other, None)
    if key == "basis":
        wanted["unit"] = bases.counterpart(dataset, wanted.get("unit", ""), given)
    return Selection.parse({name: part for name, part in wanted.items() if part}, dataset, chosen.page)[0]
