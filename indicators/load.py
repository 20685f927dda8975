"""The tables of data/ as one frozen Dataset."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from indicators import composite, merging, periods
from indicators.contract import Fault, read_tables
from indicators.text import Words

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
NATION = "nation"
TEXT_COLUMNS = ("rank_status", "rank_source", "note_vi", "note_en")
NUMBER_COLUMNS = ("value_low", "value_high", "rank", "numerator", "denominator")


@dataclass(frozen=True, eq=False)
class Dataset:
    """All tables, read once and never changed; frames are shared between visitors."""

    tables: Mapping[str, pd.DataFrame]
    faults: tuple[Fault, ...]
    version: str
    folder: Path

    @cached_property
    def words(self) -> Words:
        """The sentences of text.csv."""
        return Words(self.tables["text"])

    @cached_property
    def indicators(self) -> pd.DataFrame:
        """The catalogue, one row an indicator, indexed by its id."""
        return self.tables["indicators"].set_index("indicator", drop=False)

    @cached_property
    def _rows(self) -> Mapping[str, Mapping]:
        return self.indicators.to_dict("index")

    def about(self, indicator: str) -> Mapping:
        """Return the catalogue's row of an indicator by column; a plain mapping, a hundred times faster than a row of the frame."""
        return self._rows[indicator]

    @cached_property
    def units(self) -> pd.DataFrame:
        """Areas by official code and basis, indexed by unit id."""
        return self.tables["units"].set_index("unit", drop=False)

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The register of sources, indexed by source id."""
        return self.tables["sources"].set_index("source", drop=False)

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The provincial bases, the one in force last."""
        rows = self.units[self.units["basis"] != NATION]
        last = rows.assign(ends=rows["valid_to"].replace("", "9999-12-31")).groupby("basis")["ends"].max()
        return tuple(last.sort_values().index)

    @cached_property
    def basis_now(self) -> str:
        """The basis in force."""
        return self.bases[-1] if self.bases else NATION

    @cached_property
    def observations(self) -> pd.DataFrame:
        """Preferred published observations and computed composites, with the basis of their unit."""
        rows = self.tables["observations"]
        rows = rows[rows["preferred"] != "no"]
        made = composite.computed(rows, self.tables["weights"], self.tables["editions"])
        made = made.assign(
            preferred="yes", **dict.fromkeys(TEXT_COLUMNS, ""), **dict.fromkeys(NUMBER_COLUMNS, float("nan"))
        )
        rows = pd.concat([rows, made[rows.columns]], ignore_index=True) if len(made) else rows
        return rows.assign(basis=rows["unit"].map(self.units["basis"]))

    @cached_property
    def positions(self) -> Mapping[tuple[str, str, str], object]:
        """Row positions in observations by (indicator, basis, period)."""
        return self.observations.groupby(["indicator", "basis", "period"]).indices

    @cached_property
    def periods_by(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Periods that hold an observation by (indicator, basis), oldest first."""
        pairs = self.observations[["indicator", "basis", "period"]].drop_duplicates()
        groups = pairs.groupby(["indicator", "basis"])["period"]
        return {key: tuple(periods.ordered(group)) for key, group in groups}

    def units_of(self, basis: str) -> pd.DataFrame:
        """Return the units of one basis in the order of their codes."""
        held = self._units_by_basis.get(basis)
        return self.units.iloc[0:0] if held is None else held

    @cached_property
    def _units_by_basis(self) -> Mapping[str, pd.DataFrame]:
        return {basis: rows.sort_values("code") for basis, rows in self.units.groupby("basis")}

    def periods_of(self, indicator: str, basis: str) -> tuple[str, ...]:
        """Return the periods of an indicator that hold a published figure of a basis or can be derived, oldest first; none of an unknown one."""
        return merging.derivable_periods(self, indicator, basis) if indicator in self.indicators.index else ()

    def published_periods(self, indicator: str, basis: str) -> tuple[str, ...]:
        """Return the periods of an indicator that hold an observation of a basis, oldest first."""
        return self.periods_by.get((indicator, basis), ())

    @cached_property
    def period_names(self) -> frozenset[str]:
        """Every period in which anything was published."""
        return frozenset(name for names in self.periods_by.values() for name in names)

    def say(self, key: str, language: str, /, **names: object) -> str:
        """Return the sentence of a key in a language."""
        return self.words.say(key, language, **names)


def version_of(folder: Path) -> str:
    """Return the data version that the folder's datapackage.json states; "" when it cannot be read."""
    try:
        return str(json.loads((folder / "datapackage.json").read_text(encoding="utf-8")).get("version", ""))
    except (OSError, ValueError):
        return ""


def load(folder: Path = DATA) -> Dataset:
    """Return the Dataset of a folder of tables; faults are kept in it and sound tables go on working."""
    tables, faults = read_tables(folder)
    return Dataset(tables=tables, faults=tuple(faults), version=version_of(folder), folder=folder)
