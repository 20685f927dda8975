"""Reading and checking tables: the atlas's own, and a million synthetic observations."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from indicators.contract import read_tables
from indicators.load import DATA, load

MILLION = 1_000_000


def own() -> float:
    """Return seconds to load and check the atlas's own tables."""
    start = time.perf_counter()
    _ = load().observations
    return time.perf_counter() - start


def synthetic(folder: Path, rows: int = MILLION) -> None:
    """Write the atlas's tables with `rows` invented observations: a load for the reader, shown on no screen."""
    for path in DATA.glob("*.*"):
        shutil.copy(path, folder / path.name)
    real = pd.read_csv(DATA / "observations.csv", dtype=str, keep_default_na=False)
    units = pd.read_csv(DATA / "units.csv", dtype=str, usecols=["unit"])["unit"]
    names = pd.read_csv(DATA / "indicators.csv", dtype=str, usecols=["indicator", "min", "max"], keep_default_na=False)
    names = names[(names["min"] == "0") & names["max"].isin(["1", "100", ""])]["indicator"].to_numpy()
    periods = [f"{year}-{month:02d}" for year in range(1900, 2100) for month in range(1, 13)]
    count = len(units) * len(names)
    place = np.arange(rows)
    frame = pd.DataFrame({name: "" for name in real.columns}, index=place)
    frame["indicator"] = names[place % len(names)]
    frame["unit"] = units.to_numpy()[(place // len(names)) % len(units)]
    frame["period"] = np.array(periods)[place // count]
    frame["source"], frame["status"], frame["preferred"] = real["source"][0], "unverified", "yes"
    frame["value"] = np.random.default_rng(1).integers(0, 10_000, rows) / 10_000
    frame.to_csv(folder / "observations.csv", index=False)


def million() -> tuple[float, int]:
    """Return seconds to read and check a million synthetic observations, and how many rows stayed."""
    with tempfile.TemporaryDirectory() as name:
        synthetic(Path(name))
        start = time.perf_counter()
        tables, _ = read_tables(Path(name))
        return time.perf_counter() - start, len(tables["observations"])
