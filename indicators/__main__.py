"""The command: `python -m indicators check|values|bridge|rebase`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pandas as pd

from indicators import merging, rebase, stories
from indicators.arguments import USAGE, Parser
from indicators.bridge import bridge
from indicators.contract import sentence
from indicators.load import DATA, load
from indicators.text import LANGUAGES
from indicators.values import BadArgument, values_frame


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m indicators")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check")
    checking.add_argument("folder", nargs="?", type=Path, default=DATA)
    checking.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    giving = commands.add_parser("values")
    for name in ("--indicator", "--basis", "--period"):
        giving.add_argument(name, required=True)
    giving.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    giving.add_argument("--format", choices=("csv", "json"), default="csv")
    giving.add_argument("--parts", action="store_true")
    bridging = commands.add_parser("bridge")
    bridging.add_argument("--format", choices=("csv", "json"), default="csv")
    rebasing = commands.add_parser("rebase")
    rebase.arguments(rebasing)
    rebasing.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    return parser


def run_check(folder: Path, language: str) -> int:
    """Print every fault and notice of a folder and of its stories; return 1 when there is a fault, 2 without a folder, else 0."""
    if not folder.is_dir():
        print(load().say("argument.no_folder", language, name=folder), file=sys.stderr)
        return USAGE
    data = load(folder)
    found = [*data.faults, *stories.check(data)]
    for fault in found:
        print(sentence(fault, language))
    if not found:
        print(load().say("fault.none", language, count=len(data.tables)))
    return int(any(not fault.notice for fault in found))


def run_values(arguments: argparse.Namespace) -> int:
    """Print a table of values; return 0, or 2 with the reason on the error stream."""
    try:
        wanted = (arguments.indicator, arguments.basis, arguments.period, arguments.lang, arguments.parts)
        frame = values_frame(load(), *wanted)
    except BadArgument as reason:
        print(reason, file=sys.stderr)
        return 2
    printed(frame, arguments.format)
    made = int(frame["status"].eq(merging.DERIVED).sum())
    if made and not arguments.parts:
        print(load().say("values.derived", arguments.lang, count=made), file=sys.stderr)
    return 0


def printed(frame: pd.DataFrame, form: str) -> None:
    """Print a table as CSV or JSON."""
    if form == "json":
        print(frame.to_json(orient="records", force_ascii=False, indent=1))
    else:
        sys.stdout.write(frame.to_csv(index=False, lineterminator="\n"))


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    given = _parser().parse_args(arguments)
    if given.command == "check":
        return run_check(given.folder, given.lang)
    if given.command == "values":
        return run_values(given)
    if given.command == "rebase":
        return rebase.run(given)
    printed(bridge(load()), given.format)
    return 0


if __name__ == "__main__":
    sys.exit(main())
