"""Finished files from a link: `python export.py chart LINK -o FILE`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from components import export, link
from components.dataset import dataset, failure
from components.framing import SIZES
from indicators.values import BadArgument


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command's arguments."""
    reader = argparse.ArgumentParser(prog="python export.py", description=__doc__)
    commands = reader.add_subparsers(dest="command", required=True)
    chart = commands.add_parser("chart", help="one figure of one page")
    chart.add_argument("link", help="/map?indicator=dti&basis=63&period=2022&lang=en&figure=map")
    chart.add_argument("--format", choices=tuple(export.KINDS), default="png")
    chart.add_argument("--size", choices=tuple(SIZES), default=export.DEFAULT_SIZE)
    chart.add_argument("--scale", type=int, choices=export.SCALES, default=1)
    chart.add_argument("-o", "--output", type=Path, help="file or folder; its own name in this folder by default")
    return reader


def written(path: Path, body: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    half.write_bytes(body)
    half.replace(path)


def run_chart(given: argparse.Namespace) -> int:
    """Write one figure; return 0, or 2 with the reason on the error stream."""
    try:
        figure = link.figure(link.read(given.link))
    except BadArgument as reason:
        print(reason, file=sys.stderr)
        return 2
    name = f"{export.file_name(figure)}.{given.format}"
    path = given.output or Path(name)
    path = path / name if path.is_dir() else path
    written(path, export.made(figure, given.format, given.size, given.scale))
    print(path)
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = parser().parse_args(arguments)
    dataset_ready()
    return run_chart(given)


def dataset_ready() -> None:
    """End with the reason where the data cannot be loaded."""
    try:
        dataset()
    except KeyError:
        sys.exit(str(failure()))


if __name__ == "__main__":
    sys.exit(main())
