"""An officer's own file on former provinces, turned into the units of a later basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from indicators import merging, numerals, search, spelled
from indicators.load import Dataset
from indicators.text import LANGUAGES

WEIGHTED = ("weighted_mean", "ratio")
LONGEST_CELL = 60
DECIMALS = 9  # a mean of thirds has no end


@dataclass(frozen=True)
class Left:
    """A cell or a row that was not converted (out), or was read in a way that a person should know of.

    key is a sentence of text.csv, names fill it; a name "reason" is itself the key of a sentence.
    """

    key: str
    names: Mapping[str, object]
    out: bool = True

    def said(self, dataset: Dataset, language: str) -> str:
        """Return the sentence in a language."""
        reason = str(self.names.get("reason", ""))
        return dataset.say(
            self.key, language, **{**self.names, "reason": dataset.say(reason, language) if reason else ""}
        )


@dataclass
class Converted:
    """The converted table and the report on it."""

    table: pd.DataFrame
    report: list[Left] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether nothing was left out."""
        return not any(left.out for left in self.report)


@dataclass(frozen=True)
class Job:
    """What a conversion works with: the basis, the rule of unknown columns, the period of weights, the form of numbers."""

    dataset: Dataset
    basis: str
    rule: str = "mean"
    period: str = ""
    numbers: str = ""

    def word(self, unit: str) -> str:
        """Return a unit's Vietnamese name with its id, as a person finds it in the file."""
        return f"{self.dataset.units.at[unit, 'name_vi']} ({unit})"


def convert(
    dataset: Dataset, frame: pd.DataFrame, basis: str, rule: str = "mean", period: str = "", numbers: str = ""
) -> Converted:
    """Return a table of one row a unit of the basis: unit, name, the file's numbers, status and parts, with a report.

    frame holds text cells. A column named as an indicator (its id, title or short title) takes that indicator's rule
    and weights of `period` or the nearest one (the newest where none is given); any other column the given rule.
    numbers says how fractions are written (numerals.POINT, COMMA) where a column does not show it.
    A unit with a missing part stays empty: never a silent partial mean.
    """
    job = Job(dataset, basis, rule, period, numbers)
    report: list[Left] = []
    known = spelled.register(dataset, basis)
    column = spelled.unit_column(frame, known)
    if not column:
        return Converted(pd.DataFrame(), [Left("rebase.no_units", {})])
    block = _placed(frame, column, known, job, report)
    out = dataset.units_of(basis)[["unit", "name_vi"]].reset_index(drop=True).rename(columns={"name_vi": "name"})
    made = merging.parts(dataset, basis)
    parts = made.of if made else {}
    taken = []
    for name in [one for one in frame.columns if one != column]:
        if _called(name, "rebase.order_columns", dataset):
            continue
        values = _numbers(block, name, job, report)
        if values is not None:
            found = _merged(name, values, job, report)
            if found:
                out[name] = out["unit"].map(found).round(DECIMALS)
                taken.append(name)
    filled = out[taken].notna().any(axis=1) if taken else pd.Series(False, out.index)
    out["status"] = filled.map({True: merging.DERIVED, False: ""})
    out["parts"] = [" ".join(parts.get(unit, ())) for unit in out["unit"]]
    report += _split(block, job)
    absent = [job.word(unit) for unit in out["unit"] if not set(parts.get(unit, ())) & set(block.index)]
    if absent:
        report.append(Left("rebase.absent", {"units": ", ".join(absent)}, out=False))
    counts = {"rows": len(frame), "read": len(block), "units": int(filled.sum()), "of": len(out)}
    report.append(Left("rebase.summary", counts, out=False))
    return Converted(out, report)


def _placed(frame: pd.DataFrame, column: str, known: spelled.Register, job: Job, report: list[Left]) -> pd.DataFrame:
    """The rows that name a unit for certain, indexed by it; the others go into the report."""
    kept: dict[str, int] = {}
    for place, cell in enumerate(frame[column]):
        unit, row = known.place(cell), place + 2
        if not unit:
            near, name = known.near(cell), cell.strip()[:LONGEST_CELL]
            key = "rebase.near" if near else "rebase.unknown"
            report.append(Left(key, {"row": row, "name": name, "near": ", ".join(near)}))
        elif unit in kept:
            report.append(Left("rebase.twice", {"row": row, "name": job.word(unit)}))
        else:
            kept[unit] = place
    return frame.iloc[list(kept.values())].assign(unit=list(kept)).set_index("unit")


def _numbers(block: pd.DataFrame, column: str, job: Job, report: list[Left]) -> pd.Series | None:
    """A column as numbers by unit; None where it holds none, or none that can be read for certain."""
    texts = block[column].map(numerals.bare)
    if not any(numerals.read(text, form) is not None for text in texts if text for form in numerals.FORMS):
        if texts.ne("").any():
            report.append(Left("rebase.no_numbers", {"column": column}, out=False))
        return None
    form = job.numbers or numerals.form_of(block[column])
    if not form:
        example = next(text for text in texts if numerals.read(text, "point") != numerals.read(text, "comma"))
        report.append(Left("rebase.two_readings", {"column": column, "cell": example}))
        return None
    values = texts.map(lambda text: numerals.read(text, form)).astype(float)
    for unit in values.index[values.isna() & texts.ne("")]:
        cell = block.at[unit, column].strip()[:LONGEST_CELL]
        report.append(Left("rebase.not_number", {"name": job.word(unit), "column": column, "cell": cell}))
    return values


def _called(column: str, key: str, dataset: Dataset) -> bool:
    """Whether a column bears one of the names that a sentence of text.csv lists, in any language, parted by bars."""
    names = [search.folded(name) for language in LANGUAGES for name in dataset.say(key, language).split("|")]
    return search.folded(column) in names


def named(dataset: Dataset, column: str) -> str:
    """Return the indicator that a column is named as: by id, or by a title that no other indicator bears; "" otherwise."""
    if column in dataset.indicators.index:
        return column
    rows = dataset.indicators
    titles = rows[["title_vi", "title_en", "short_vi", "short_en"]].map(search.folded)
    found = rows.index[(titles == search.folded(column)).any(axis=1)]
    return found[0] if len(found) == 1 and search.folded(column) else ""


def _merged(column: str, values: pd.Series, job: Job, report: list[Left]) -> dict[str, float]:
    """The merged values of a column by unit; what could not be merged goes into the report."""
    data = job.dataset
    indicator = named(data, column)
    rule = merging.rule_of(data, indicator) if indicator else job.rule
    reason = merging.refusal(data, indicator) if indicator else ""
    if not indicator and _called(column, "rebase.rank_columns", data):
        reason = "merge_none.rank"
    made = merging.parts(data, job.basis)
    if reason or made is None:
        report.append(Left("rebase.rule_none", {"column": column, "reason": reason}))
        return {}
    weights: float | pd.Series = 1.0
    said = {"column": column}
    if rule in WEIGHTED:
        # The ratio of two sums is the mean of the parts' ratios weighted by their denominators.
        rule, weight = "weighted_mean", data.indicators.at[indicator, "weight"].split("/")[-1]
        weights, at = merging.weights(data, weight, made.before, job.period or _newest(data, weight, made.before))
        said |= {"weight": data.indicators.at[weight, "title_vi"], "at": at}
        if not at:
            report.append(Left("rebase.no_weight", said))
            return {}
    report.append(Left(f"rebase.rule_{rule}", said, out=False))
    frame = pd.DataFrame({"value": values, "weight": weights}, index=list(merging.names(made)))
    return _whole(column, rule, frame, job, report)


def _whole(column: str, rule: str, frame: pd.DataFrame, job: Job, report: list[Left]) -> dict[str, float]:
    """The merged values of the units that have all their parts; those that lack one go into the report."""
    made = merging.parts(job.dataset, job.basis)
    assert made is not None
    found, _ = merging.merged(rule, frame, made)
    out = {}
    for unit, value in zip(made.of, found, strict=True):
        held = frame.loc[list(made.of[unit])]
        if held.notna().all(axis=None):
            out[unit] = float(value)
        elif held["value"].notna().any():
            gone = held.index[held.isna().any(axis=1)]
            names = {"name": job.word(unit), "column": column, "parts": ", ".join(map(job.word, gone))}
            report.append(Left("rebase.part_missing", names))
    return out


def _split(block: pd.DataFrame, job: Job) -> list[Left]:
    """The rows of units that were split: what became of them cannot be derived."""
    gone = [unit for unit in block.index if len(merging.successors(job.dataset, str(unit))) > 1]
    return [Left("rebase.split", {"name": job.word(str(unit))}) for unit in gone]


def _newest(dataset: Dataset, weight: str, basis: str) -> str:
    held = dataset.periods_of(weight, basis)
    return held[-1] if held else ""
