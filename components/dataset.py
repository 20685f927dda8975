"""The one dataset of a server process: loaded once, shared read-only, its failure kept."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import replace
from pathlib import Path

import pandas as pd

from indicators.load import DATA, Dataset, load

_lock = threading.Lock()
_held: dict[str, object] = {}


def folder() -> Path:
    """Return the folder of tables that this process reads."""
    return Path(os.environ.get("ATLAS_DATA") or DATA)


def ensure() -> None:
    """Load the dataset if that has not been tried yet; a failure is kept and does not end the server."""
    with _lock:
        if _held:
            return
        try:
            _held["dataset"] = _worded(load(folder()))
        except Exception as reason:  # the visitor gets a sentence, whatever the reason
            logging.getLogger(__name__).exception("the data could not be loaded")
            _held["failure"] = reason
            return
        _warm(_held["dataset"])


def failure() -> BaseException | None:
    """Return why the dataset could not be loaded, or None."""
    return _held.get("failure")


def dataset() -> Dataset:
    """Return the dataset of this process."""
    ensure()
    return _held["dataset"]


def _worded(data: Dataset) -> Dataset:
    """Return the dataset with the project's own sentences for those that its folder lacks: faults must be sayable."""
    if data.folder.resolve() == DATA:
        return data
    text, own = data.tables["text"], load().tables["text"]
    lacking = own[~own["key"].isin(text["key"])]
    return replace(data, tables={**data.tables, "text": pd.concat([text, lacking], ignore_index=True)})


def _warm(data: Dataset) -> None:
    """Derive what every page needs; tables with faults may not allow it, and the pages then say so."""
    try:
        _ = (data.words, data.bases, data.periods_by, data.positions)
    except Exception:
        logging.getLogger(__name__).exception("views could not be derived from the data")
