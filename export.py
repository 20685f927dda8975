"""Finished files: `python export.py chart LINK -o FILE`, `story NAME --lang vi -o FOLDER`, `pack --unit 34-19 --lang vi -o FOLDER`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from components import batch, export, handout, link, slides
from components.dataset import dataset, failure
from components.figure import Figure
from components.framing import SIZES
from indicators import stories
from indicators.export import files
from indicators.text import LANGUAGES
from indicators.values import BadArgument

# The zoomable map of a view as one file.
PAGE = "html"


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command's arguments."""
    reader = argparse.ArgumentParser(prog="python export.py", description=__doc__)
    commands = reader.add_subparsers(dest="command", required=True)
    chart = commands.add_parser("chart", help="one figure of one page")
    chart.add_argument("link", help="/map?indicator=dti&basis=63&period=2022&lang=en&figure=map")
    chart.add_argument(
        "--format",
        choices=(*export.KINDS, PAGE),
        default="png",
        help="html is the map itself: zoomable, everything inside",
    )
    chart.add_argument("--size", choices=tuple(SIZES), default=export.DEFAULT_SIZE)
    chart.add_argument("--scale", type=int, choices=export.SCALES, help="2 for a report, else 1, if not given")
    chart.add_argument("-o", "--output", type=Path, help="file or folder; its own name in this folder by default")
    story = commands.add_parser("story", help="a story of data/stories as PPTX and PDF")
    story.add_argument("name")
    story.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    story.add_argument("--unit", default="", help="34-19: for a story of any province")
    story.add_argument("-o", "--output", type=Path, default=Path(), help="folder")
    pack = commands.add_parser("pack", help="the briefing pack of a province or of the nation")
    wanted = pack.add_mutually_exclusive_group()
    wanted.add_argument("--unit", action="append", help="34-19, several times for several units; VN for the nation")
    wanted.add_argument("--all", action="store_true", help="every province of the basis in force")
    pack.add_argument(
        "--scenario",
        default="",
        help="a link of the page Assessment, or dti_security:0.9,dti_workforce:0.95: with the plan of this scenario",
    )
    pack.add_argument(
        "--plan", type=Path, help="the plan saved from the page: its measures, units in charge, deadlines"
    )
    pack.add_argument("--lang", action="append", choices=LANGUAGES, help="all languages by default")
    pack.add_argument("-o", "--output", type=Path, default=Path(), help="folder")
    pack.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return reader


def run_chart(given: argparse.Namespace) -> int:
    """Write one figure; return 0, or 2 with the reason on the error stream."""
    try:
        figure = link.figure(link.read(given.link))
        body = made(figure, given.format, given.size, given.scale or export.usual_scale(given.size))
    except BadArgument as reason:
        print(reason, file=sys.stderr)
        return 2
    name = f"{export.file_name(figure)}.{given.format}"
    path = given.output or Path(name)
    path = path / name if path.is_dir() else path
    files.written(path, body)
    print(path)
    return 0


def made(figure: Figure, kind: str, size: str, scale: int) -> bytes:
    """Return a figure as a file; BadArgument where it is no map and a zoomable one is asked for."""
    if kind != PAGE:
        return export.made(figure, kind, size, scale)
    chosen = figure.selection
    if not figure.geometry or not chosen.period:
        words = {"name": "--format", "given": kind, "known": ", ".join(export.KINDS)}
        raise BadArgument(dataset().say("argument.unknown", chosen.language, **words))
    from components import web_map  # folium takes a second to load

    return web_map.page(chosen)


def run_story(given: argparse.Namespace) -> int:
    """Write a story as every kind of hand-out; return 0, 1 when a slide has a fault, 2 with the reason when nothing can be written."""
    data = dataset()
    for name, value, known in (
        ("story", given.name, stories.names(data)),
        ("unit", given.unit, ["", *data.units.index]),
    ):
        if value not in known:
            print(
                data.say("argument.unknown", given.lang, name=name, given=value, known=", ".join(known[:12])),
                file=sys.stderr,
            )
            return 2
    held = stories.story(data, given.name)
    unit = slides.unit_for(held, given.unit)
    told = slides.told(held, given.lang, unit)
    faults = [*told["faults"], *(fault for one in told["slides"] for fault in one["faults"])]
    for fault in faults:
        print(fault, file=sys.stderr)
    for kind in handout.KINDS:
        path = given.output / f"{handout.file_name(given.name, given.lang, unit)}.{kind}"
        files.written(path, handout.made(kind, held, given.lang, unit))
        print(path)
    return int(bool(faults))


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = parser().parse_args(arguments)
    dataset_ready()
    return {"chart": run_chart, "story": run_story, "pack": batch.run}[given.command](given)


def dataset_ready() -> None:
    """End with the reason where the data cannot be loaded."""
    try:
        dataset()
    except KeyError:
        sys.exit(str(failure()))


if __name__ == "__main__":
    sys.exit(main())
