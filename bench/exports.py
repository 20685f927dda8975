"""How long files take: `python bench/exports.py` prints a table; `--all` makes every pack too. Run it on a quiet machine."""

from __future__ import annotations

import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
warnings.filterwarnings("ignore")

from components import export, link, pack  # noqa: E402
from components.framing import SIZES  # noqa: E402
from indicators.export import pictures  # noqa: E402

LINKS = ("/map?lang=vi&figure=map", "/map?lang=vi&figure=list", "/province?lang=en&unit=34-56&figure=strips")
UNIT, LANGUAGE = "34-56", "vi"
RUNS = 9
MEGA = 1024 * 1024


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of warm runs in milliseconds."""
    work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def figures() -> list[tuple[str, float, float]]:
    """Return name, milliseconds and limit of each measurement of pictures and of one pack."""
    rows = []
    for address in LINKS:
        chosen = link.read(address)
        figure = link.figure(chosen)
        name = f"{chosen.page}/{chosen.figure}"
        drawn = export.drawn(figure)
        whole = lambda address=address: export.png(link.figure(link.read(address)), scale=SCALE)  # noqa: E731
        rows.append((f"{name}: PNG scale 2, link to bytes", median(whole), 250))
        rows.append(
            (
                f"{name}: PNG scale 2 from its SVG",
                median(lambda drawn=drawn: pictures.png(drawn, SCALE * SIZES[export.DEFAULT_SIZE].pixels)),
                120,
            )
        )
        rows.append((f"{name}: SVG", median(lambda figure=figure: export.svg(figure)), 0))
        rows.append((f"{name}: PDF", median(lambda figure=figure: export.pdf(figure)), 0))
        rows.append((f"{name}: XLSX", median(lambda figure=figure: export.xlsx(figure)), 0))

    def one() -> bytes:
        pack.brief_of.cache_clear()
        return pack.build(UNIT, LANGUAGE)

    rows.append((f"pack of {UNIT} ({LANGUAGE})", median(one, 3), 5000))
    return rows


SCALE = 2


def every(folder: Path, jobs: int) -> tuple[float, float]:
    """Return the seconds that all packs took on so many cores, and the most memory of all processes together in MB."""
    command = [sys.executable, str(ROOT / "export.py"), "pack", "--all", "--jobs", str(jobs), "-o", str(folder)]
    most, done = [0.0], threading.Event()
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT)

    def watch() -> None:
        while not done.wait(0.5):
            held = 0
            for one in [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]:
                try:
                    held += one.memory_full_info().pss
                except psutil.Error:
                    continue
            most[0] = max(most[0], held / MEGA)

    threading.Thread(target=watch, daemon=True).start()
    status = process.wait()
    done.set()
    if status:
        sys.exit(f"the batch ended with status {status}")
    return time.perf_counter() - start, most[0]


def main() -> None:
    """Print the table."""
    print(
        f"{platform.machine()}, {psutil.cpu_count()} cores, Python {platform.python_version()}, load {psutil.getloadavg()[0]:.1f}\n"
    )
    print("| what | median ms | at most |\n|---|---|---|")
    for name, taken, limit in figures():
        print(f"| {name} | {taken:.0f} | {limit or ''} |")
    print(f"\nmemory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if "--all" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            seconds, memory = every(Path(folder), 2)
            count = len(list(Path(folder).glob("*.zip")))
        print(f"\n{count} packs on two cores: {seconds:.0f} s (at most 180), {memory:.0f} MB (at most 1536)")


if __name__ == "__main__":
    main()
