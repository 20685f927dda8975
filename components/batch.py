"""Many packs at once: in parallel, what is done is kept, what failed is named."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from components import pack, plan_order
from components.dataset import dataset, ensure
from components.plan import Plan
from indicators.export import files
from indicators.text import LANGUAGES

BAR = 30
Order = tuple[str, str] | tuple[str, str, Plan]  # unit, language, and a plan where one is asked for


def orders(given: argparse.Namespace) -> list[Order]:
    """Return what every pack that a command asks for is of; ValueError says in words which unit or scenario is not known."""
    data, link = dataset(), plan_order.of_link(given.scenario)
    languages = given.lang or ([link["lang"]] if link.get("lang") in LANGUAGES else LANGUAGES)
    units = list(data.units_of(data.basis_now)["unit"]) if given.all else given.unit or [link.get("unit", "")]
    if units == [""]:
        raise ValueError(data.say("argument.missing", languages[0], name="--unit"))
    unknown = [unit for unit in units if unit not in data.units.index]
    if unknown:
        said = {
            "name": "unit",
            "given": ", ".join(unknown)[:80],
            "known": ", ".join(list(data.units.index[:6])) + ", …",
        }
        raise ValueError(data.say("argument.unknown", languages[0], **said))
    if given.scenario:
        return [
            (unit, language, plan_order.plan_of(unit, language, given.scenario, given.plan)) for language in languages for unit in units
        ]  # fmt: skip
    return [(unit, language) for language in languages for unit in units]


def begin() -> None:
    """What each process does first: step behind the machine's visitors, load the data."""
    os.nice(10)
    ensure()


def one(order: Order, folder: Path) -> Path:
    """Make one pack and write it whole; return its path."""
    path = folder / f"{pack.stem(*order)}.zip"
    files.written(path, pack.build(*order))
    return path


def run(given: argparse.Namespace) -> int:
    """Make every pack asked for; return 0, 1 where one failed, 2 for a unit that is not known."""
    try:
        wanted = orders(given)
    except ValueError as reason:
        print(reason, file=sys.stderr)
        return 2
    given.output.mkdir(parents=True, exist_ok=True)
    left = [order for order in wanted if not (given.output / f"{pack.stem(*order)}.zip").exists()]
    done, failed = len(wanted) - len(left), []
    bar(done, len(wanted), "")
    for order, fault in results(left, given.output, given.jobs, one):
        done += 1
        if fault:
            failed.append((order, fault))
        bar(done, len(wanted), " ".join(order[:2]))
    print(file=sys.stderr)
    for (unit, language, *_), fault in failed:
        print(f"{unit} {language}: {fault}", file=sys.stderr)
    return 1 if failed else 0


def results(
    left: list[Order], folder: Path, jobs: int, make: Callable[[Order, Path], Path]
) -> Iterator[tuple[Order, str]]:
    """Yield each order as it is done, with the reason where it failed; "" where it did not."""
    if jobs < 2 or len(by_unit(left)) < 2:
        yield from _in_turn(left, folder, make)
        return
    with ProcessPoolExecutor(min(jobs, len(by_unit(left))), mp_context=get_context("spawn"), initializer=begin) as pool:
        held = {pool.submit(together, group, folder, make): group for group in by_unit(left)}
        for made in as_completed(held):
            fault = made.exception()
            if fault is None:
                yield from made.result()
            else:  # the process itself is gone
                yield from ((order, f"{type(fault).__name__}: {fault}") for order in held[made])


def by_unit(orders: Iterable[Order]) -> list[list[Order]]:
    """Return orders parted by their unit: what its languages share is worked out once."""
    held: dict[str, list[Order]] = {}
    for order in orders:
        held.setdefault(order[0], []).append(order)
    return list(held.values())


def together(group: list[Order], folder: Path, make: Callable[[Order, Path], Path]) -> list[tuple[Order, str]]:
    """Make the packs of one unit one after the other; return each with the reason where it failed."""
    return list(_in_turn(group, folder, make))


def _in_turn(left: Iterable[Order], folder: Path, make: Callable[[Order, Path], Path]) -> Iterator[tuple[Order, str]]:
    for order in left:
        try:
            make(order, folder)
        except Exception as fault:
            yield order, traceback.format_exception_only(fault)[-1].strip()
            continue
        yield order, ""


def bar(done: int, every: int, now: str) -> None:
    """Write how far the batch is, on one line of the error stream."""
    full = round(BAR * done / every) if every else BAR
    print(f"\r[{'#' * full}{'-' * (BAR - full)}] {done}/{every} {now:<12}", end="", file=sys.stderr, flush=True)
