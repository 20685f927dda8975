"""Which files of boundaries belong to a dataset: those of its own folder first, then the project's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from indicators.load import ROOT, Dataset
from indicators.remembered import remembered

GEO = ROOT / "geo"
DESCRIPTION = "boundaries.json"
PATTERNS = ("*.topojson", "*.dots.json")


def files(folder: Path) -> dict[str, Path]:
    """Return name -> path of every file of boundaries that a data folder may be drawn with; a basis is found by its name."""
    return {
        path.name: path
        for place in (GEO, folder / "geo")
        for pattern in PATTERNS
        for path in sorted(place.glob(pattern))
    }


def read(dataset: Dataset, name: str) -> object:
    """Return the content of one of `files`; KeyError for any other name."""
    return json.loads(files(dataset.folder)[name].read_text(encoding="utf-8"))


@remembered(1)
def described(dataset: Dataset) -> Mapping[str, Mapping]:
    """Return what is known of each basis' boundaries (see geo/README.md), empty for a basis without any."""
    held: dict[str, Mapping] = {}
    for place in (GEO, dataset.folder / "geo"):
        path = place / DESCRIPTION
        held |= json.loads(path.read_text(encoding="utf-8"))["bases"] if path.exists() else {}
    return held


@remembered(16)
def holds(dataset: Dataset, basis: str, feature: str) -> bool:
    """Return whether the boundaries of a basis hold an object of this name (provinces, islands, former)."""
    path = files(dataset.folder).get(f"{basis}.topojson")
    return path is not None and feature in json.loads(path.read_text(encoding="utf-8"))["objects"]
