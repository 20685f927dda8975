"""What travels to the browser of a figure's frame: the columns that its specification reads, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pandas as pd

# Where a specification names a column: under these keys, or inside an expression.
NAMING = {"field", "lookup", "key", "fields", "groupby", "sort", "from"}
IN_EXPRESSION = re.compile(r"datum(?:\.(\w+)|\[['\"](\w+)['\"]\])")


def _named(node: object, key: str = "") -> Iterator[str]:
    if isinstance(node, Mapping):
        for name, part in node.items():
            yield from _named(part, name)
    elif isinstance(node, (list, tuple)):
        for part in node:
            yield from _named(part, key)
    elif isinstance(node, str):
        if key in NAMING:
            yield node
        for dotted, quoted in IN_EXPRESSION.findall(node):
            yield dotted or quoted


def sent(spec: Mapping, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of a frame that a specification reads, in the frame's order, rows unchanged."""
    named = set(_named(spec))
    return frame[[column for column in frame.columns if column in named]]
