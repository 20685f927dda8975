"""Memory of a kiosk's tab and of the server from slide change 200 to 2,000: `python -m bench.kiosk`; prints a table, tests nothing."""

from __future__ import annotations

import argparse
import platform
from datetime import date

import psutil
from playwright.sync_api import CDPSession, Page

from bench import browser
from bench.servers import running

ALLOWED = 5.0
READINGS = 5
STORY = "nation"
SHOWN = """(number) => document.getElementById("atlas-stage").dataset.slide === String(number)
  && document.getElementById("atlas-stage").shadowRoot.querySelectorAll(".slide").length === 1"""


def renderer() -> psutil.Process:
    """Return the browser process that draws the tab: the largest renderer of ours."""
    mine = psutil.Process().children(recursive=True)
    drawing = [one for one in mine if "--type=renderer" in " ".join(one.cmdline())]
    return max(drawing, key=lambda one: one.memory_info().rss)


def state(page: Page, talk: CDPSession, server: psutil.Process) -> dict[str, float]:
    """Return what is held: the tab's objects and nodes, the tab's and the server's memory in MB; of several readings the least."""
    held = [reading(talk, server)]
    for _ in range(READINGS - 1):
        page.wait_for_timeout(500)
        held.append(reading(talk, server))
    return {name: min(one[name] for one in held) for name in held[0]}


def reading(talk: CDPSession, server: psutil.Process) -> dict[str, float]:
    """Return one reading, after the tab has collected what nobody holds."""
    for _ in range(3):
        talk.send("HeapProfiler.collectGarbage")
    metrics = {one["name"]: one["value"] for one in talk.send("Performance.getMetrics")["metrics"]}
    return {
        "tab, objects (MB)": metrics["JSHeapUsedSize"] / 1e6,
        "tab, nodes": metrics["Nodes"],
        "tab, process (MB)": renderer().memory_info().rss / 1e6,
        "server, process (MB)": server.memory_info().rss / 1e6,
    }


def run(page: Page, done: int, until: int, count: int) -> None:
    """Change slides one after the other, each painted before the next."""
    for change in range(done, until):
        page.keyboard.press("ArrowRight")
        page.wait_for_function(SHOWN, arg=(change + 1) % count + 1, polling=20, timeout=30_000)


def main() -> None:
    """Measure and print the table as Markdown."""
    reader = argparse.ArgumentParser(prog="python -m bench.kiosk", description=__doc__)
    reader.add_argument("--from", dest="first", type=int, default=200)
    reader.add_argument("--to", dest="last", type=int, default=2000)
    given = reader.parse_args()
    with running("app.py") as (address, server), browser.opened() as start:
        page = start()
        page.emulate_media(reduced_motion="reduce")
        page.goto(f"{address}/stage?story={STORY}&slide=1&lang=vi&kiosk=1")
        page.wait_for_function("window.atlasStage?.story?.slides.length > 1", timeout=60_000)
        # its own clock stands still while the keys set the pace
        page.evaluate("clearTimeout(atlasStage.timer); atlasStage.wait = () => {}")
        count = page.evaluate("atlasStage.story.slides.length")
        talk = page.context.new_cdp_session(page)
        talk.send("Performance.enable")
        run(page, 0, given.first, count)
        before = state(page, talk, server)
        run(page, given.first, given.last, count)
        after = state(page, talk, server)
    print(
        f"{date.today()}, {platform.machine()}, Python {platform.python_version()}, slide changes {given.first} to {given.last}\n"
    )
    print(f"| what | at {given.first} | at {given.last} | growth | allowed |\n|---|---:|---:|---:|---|")
    for name, was in before.items():
        growth = 100 * (after[name] - was) / was
        print(f"| {name} | {was:.1f} | {after[name]:.1f} | {growth:+.1f} % | {'yes' if growth < ALLOWED else 'NO'} |")


if __name__ == "__main__":
    main()
