"""Values of all main indices of all units in one period, with the block of unpublished ones that the total implies."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from indicators import views
from indicators.assessment.scheme import Scheme, scheme_of
from indicators.load import Dataset
from indicators.remembered import remembered

BLOCK = "block"


@dataclass(frozen=True, eq=False)
class Scores:
    """One period of a composite index, by unit of one basis.

    values: unit x index, published or derived, missing where a single index is not known; total: unit -> overall value;
    status: unit x (indices and total). Not to be changed in place.
    """

    scheme: Scheme
    basis: str
    period: str
    values: pd.DataFrame
    total: pd.Series
    status: pd.DataFrame
    # Worked out once: a slider's move asks for them a dozen times.
    _lacking: dict[str, list[str]] = field(default_factory=dict, repr=False)
    _joined: dict[tuple[str, ...], tuple[pd.DataFrame, pd.Series]] = field(default_factory=dict, repr=False)

    def missing(self, unit: str) -> list[str]:
        """Return the indices of a unit that are not known one by one."""
        if unit not in self._lacking:
            row = self.values.loc[unit]
            self._lacking[unit] = list(row.index[row.isna()])
        return list(self._lacking[unit])

    def blocked(self, names: list[str]) -> pd.Series:
        """Return for every unit the points of a group of indices: their sum where known, else what the total leaves for them.

        points(block) = W x total - sum of the points of all other indices (the composite's own definition turned round).
        """
        weights = self.scheme.weights
        outside = [name for name in weights.index if name not in names]
        implied = self.total * self.scheme.points - (self.values[outside] * weights[outside]).sum(axis=1, skipna=False)
        known = (self.values[names] * weights[names]).sum(axis=1, skipna=False)
        return known.where(known.notna(), implied)

    def components(self, names: list[str] | None = None) -> tuple[pd.DataFrame, pd.Series]:
        """Return values (unit x component, of 1) and points by component, the unpublished indices joined into one block.

        names: the indices of the block; by default those that are missing for any unit of the basis.
        """
        lacking = self.values.columns[self.values.isna().any()].tolist() if names is None else names
        if not lacking:
            return self.values, self.scheme.weights
        if tuple(lacking) not in self._joined:
            self._joined[tuple(lacking)] = self._join(lacking)
        return self._joined[tuple(lacking)]

    def _join(self, lacking: list[str]) -> tuple[pd.DataFrame, pd.Series]:
        weights = self.scheme.weights
        kept = [name for name in weights.index if name not in lacking]
        points = float(weights[lacking].sum())
        values = self.values[kept].assign(**{BLOCK: self.blocked(lacking) / points})
        return values, pd.concat([weights[kept], pd.Series({BLOCK: points})])


@remembered(16)
def scores(dataset: Dataset, total: str, basis: str, period: str) -> Scores | None:
    """Return the values of a period; None where the edition has no scheme by single indices."""
    scheme = scheme_of(dataset, total, period)
    if scheme is None:
        return None
    frames = {
        name: views.observed(dataset, name, basis, period).set_index("unit") for name in (*scheme.weights.index, total)
    }
    values = pd.DataFrame({name: frames[name]["value"] for name in scheme.weights.index})
    status = pd.DataFrame({name: frame["status"] for name, frame in frames.items()})
    return Scores(scheme, basis, period, values, frames[total]["value"], status)


def recomputed(held: Scores) -> pd.Series:
    """Return the total of each unit recomputed from its sheet, missing where an index is not known.

    Weighted arithmetic mean: sum(w_i x_i) / sum(w_i), the edition's own rule (shared data notes; weights in `weights`).
    """
    return (held.values * held.scheme.shares).sum(axis=1, skipna=False)
