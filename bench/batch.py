"""All packs at once, and a visitor of the map page meanwhile: `python -m bench.batch`. Run it on a quiet machine."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

import psutil

from bench.load import Visitor
from bench.servers import ROOT, running

QUERIES = [f"basis=34&indicator={name}&lang=vi&period=2024" for name in ("dti", "dti_infrastructure", "dti_security")]
ROUNDS, THINKS = 60, 0.25  # reruns of a quiet minute; seconds that a visitor looks before asking again
MEGA = 1024 * 1024


def held(parent: psutil.Process) -> float:
    """Return the memory of a process and all that it began, in MB; what they share is counted once."""
    total = 0
    for one in [parent, *parent.children(recursive=True)]:
        try:
            total += one.memory_full_info().pss
        except psutil.Error:
            continue
    return total / MEGA


async def asked(visitor: Visitor, going) -> list[float]:
    """Return the milliseconds of a visitor's reruns for as long as going() says."""
    taken = []
    for query in cycle(QUERIES):
        if not going():
            return taken
        taken.append(1000 * await visitor.rerun(query))
        await asyncio.sleep(THINKS)
    return taken


async def quiet(visitor: Visitor) -> list[float]:
    """Return the milliseconds of reruns while nothing else works."""
    left = iter(range(ROUNDS + len(QUERIES)))
    return (await asked(visitor, lambda: next(left, None) is not None))[len(QUERIES) :]


async def measure(address: str, folder: str) -> tuple[list[float], list[float], float, float]:
    """Return reruns before and during the batch in milliseconds, the batch's seconds, its most memory in MB."""
    visitor = Visitor(address, "map", QUERIES[0])
    await visitor.open()
    before = await quiet(visitor)
    command = [sys.executable, str(ROOT / "export.py"), "pack", "--all", "--jobs", "2", "-o", folder]
    start, most = time.perf_counter(), [0.0]
    batch = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    parent = psutil.Process(batch.pid)

    async def watch() -> None:
        while batch.poll() is None:
            # Counted in a thread: reading the memory of processes must not hold up the visitor.
            most[0] = max(most[0], await asyncio.to_thread(held, parent))
            await asyncio.sleep(1)

    seen = asyncio.create_task(watch())
    during = await asked(visitor, lambda: batch.poll() is None)
    await seen
    if batch.returncode:
        sys.exit(f"the batch ended with status {batch.returncode}")
    return before, during, time.perf_counter() - start, most[0]


def main() -> None:
    """Print the table."""
    load = psutil.getloadavg()[0]
    with running("app.py") as (address, _), tempfile.TemporaryDirectory() as folder:
        before, during, seconds, memory = asyncio.run(measure(address, folder))
        count = len(list(Path(folder).glob("*.zip")))
    one, two = statistics.median(before), statistics.median(during)
    print(f"{psutil.cpu_count()} cores, load before {load:.1f}\n\n| what | measured | at most |\n|---|---|---|")
    print(f"| {count} packs, two processes, seconds | {seconds:.0f} | 180 |")
    print(f"| memory of all their processes together, MB | {memory:.0f} | 1536 |")
    print(f"| rerun of the map page, batch / quiet | {two / one:.2f} ({two:.0f} / {one:.0f} ms) | 2 |")
    for name, taken in (("quiet", before), ("during the batch", during)):
        print(
            f"| slowest twentieth of reruns, {name}, ms | {sorted(taken)[int(len(taken) * 0.95)]:.0f} of {len(taken)} | |"
        )


if __name__ == "__main__":
    main()
