"""The one dataset of a server process: loaded once, shared read-only, its failure kept."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from indicators.load import DATA, Dataset, load

_lock = threading.Lock()
_held: dict[str, object] = {}


def ensure() -> None:
    """Load the dataset if that has not been tried yet; a failure is kept and does not end the server."""
    with _lock:
        if _held:
            return
        try:
            _held["dataset"] = load(Path(os.environ.get("ATLAS_DATA", DATA)))
        except Exception as reason:  # the visitor gets a sentence, whatever the reason
            _held["failure"] = reason


def failure() -> BaseException | None:
    """Return why the dataset could not be loaded, or None."""
    return _held.get("failure")


def dataset() -> Dataset:
    """Return the dataset of this process."""
    ensure()
    return _held["dataset"]
