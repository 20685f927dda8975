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


# Specifications are built once and live as long as the process: what each reads is found once, by its identity.
_known: dict[int, tuple[Mapping, frozenset[str]]] = {}
MOST = 256


def read(spec: Mapping) -> frozenset[str]:
    """Return the names of the columns that a specification reads."""
    held = _known.get(id(spec))
    if held is None or held[0] is not spec:
        if len(_known) >= MOST:
            _known.clear()
        held = _known[id(spec)] = (spec, frozenset(_named(spec)))
    return held[1]


def sent(spec: Mapping, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of a frame that a specification reads, in the frame's order, rows unchanged."""
    named = read(spec)
    return frame[[column for column in frame.columns if column in named]]
