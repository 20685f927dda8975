"""The command `rebase`: a file in, a file and a report out."""

from __future__ import annotations

import argparse
import sys
import zipfile
from pathlib import Path

import pandas as pd

from indicators import chain, numerals, periods
from indicators.conversion import Converted
from indicators.load import load

WORKBOOKS = {".xlsx", ".xlsm"}
DELIMITERS = ",;\t"
UNREADABLE = (OSError, ValueError, KeyError, zipfile.BadZipFile, pd.errors.ParserError, pd.errors.EmptyDataError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--to", required=True)
    parser.add_argument("--from", dest="start", default="")
    parser.add_argument("--rule", choices=("mean", "sum"), default="mean")
    parser.add_argument("--period", default="")
    parser.add_argument("--decimal", choices=tuple(numerals.FORMS), default="")
    parser.add_argument("--output", type=Path)


def read(path: Path) -> pd.DataFrame:
    """Return a table as text cells, one row a line that holds anything; raises one of UNREADABLE."""
    if path.suffix.lower() in WORKBOOKS:
        frame = pd.read_excel(path, dtype=str, engine="openpyxl")
    else:
        first = path.read_text(encoding="utf-8-sig").partition("\n")[0]
        mark = max(DELIMITERS, key=first.count)
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig", sep=mark)
    frame = frame.fillna("").astype(str)
    frame.columns = [str(name).strip() for name in frame.columns]
    return frame


def run(given: argparse.Namespace) -> int:
    """Convert a file; return 0, 1 when something was left out, 2 when the file or an argument cannot be used."""
    data, language = load(), given.lang

    def refuse(key: str, **names: object) -> int:
        print(data.say(key, language, **names), file=sys.stderr)
        return 2

    later = data.bases[1:]
    if given.to not in later:
        return refuse("argument.unknown", name="--to", given=given.to, known=", ".join(later))
    before = [name for name, _ in chain.steps(data, given.to)]
    if given.start and given.start not in before:
        return refuse("argument.unknown", name="--from", given=given.start[:80], known=", ".join(before))
    if given.period and not periods.kind(given.period):
        return refuse("argument.unknown", name="--period", given=given.period[:80], known="2024, 2022-Q1, 2023-H1")
    try:
        frame = read(given.file)
    except UNREADABLE:
        return refuse("rebase.unreadable", file=given.file.name)
    starts = [given.start] if given.start else chain.starts(data, frame, given.to)
    if len(starts) > 1:
        return refuse("rebase.which_basis", bases=", ".join(starts))
    made = chain.converted(data, frame, starts[0], given.to, given.rule, given.period, given.decimal)
    for left in made.report:
        print(left.said(data, language), file=sys.stderr)
    if len(made.table):
        _write(made, given.output)
    return 0 if made.complete else 1


def _write(made: Converted, path: Path | None) -> None:
    if path is None:
        sys.stdout.write(made.table.to_csv(index=False, lineterminator="\n"))
    elif path.suffix.lower() in WORKBOOKS:
        made.table.to_excel(path, index=False)
    else:
        made.table.to_csv(path, index=False, lineterminator="\n", encoding="utf-8-sig")
