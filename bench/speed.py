"""The speed of the map page beside two yardsticks in one run: `python -m bench.speed`; prints a table, tests nothing."""

from __future__ import annotations

import asyncio
import platform
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import psutil
from playwright.sync_api import Page

from bench import browser, load, relay, tables
from bench.servers import running

ROUNDS = 12
UNSEEN = 6  # indicators that a visit has not shown yet
BOX = ".st-key-{key} input"
CHOICE = "choose_indicator"
MAP = ".st-key-figure_map svg"
QUERY = "indicator={name}&basis={basis}&period={period}&lang=vi&v=1"
FRAMED = (
    "[...document.querySelectorAll('iframe')].some(one => one.contentDocument &&"
    " one.contentDocument.querySelectorAll('path.leaflet-interactive').length > 60)"
)
TEXT = "document.querySelector('[data-testid=stText]').innerText"
FILLS = (
    "[...document.querySelectorAll('.st-key-figure_map svg path[fill^=\"#\"]')].slice(0, 70)"
    ".map(one => one.getAttribute('fill')).join()"
)
COLOURED = "document.querySelectorAll('.st-key-figure_map svg path[fill^=\"#\"]').length > 60"


def apart(work: Coroutine[None, None, float]) -> float:
    """Return what a coroutine gives, run in a thread of its own: the browser's driver holds this one's loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def stepper(key: str, onward: bool = False) -> Callable[[Page, int], None]:
    """Return a way to choose the next entry of a box by keyboard: back and forth, or onward to entries not seen before."""

    def choose(page: Page, place: int) -> None:
        box = page.locator(BOX.format(key=key))
        box.click()
        page.wait_for_timeout(150)
        page.keyboard.press("ArrowDown" if onward or place % 2 == 0 else "ArrowUp")
        page.wait_for_timeout(100)
        page.keyboard.press("Enter")

    return choose


def visit(
    start, address: str, painted: str, prepare: Callable[[Page], None] | None = None
) -> tuple[Page, float, browser.Traffic]:
    """Return an opened page, its first paint in milliseconds and its traffic."""
    page = start()
    if prepare is not None:
        prepare(page)
    page.add_init_script(browser.WATCH)
    traffic = browser.counted(page)
    spent = browser.first_paint(page, address, painted)
    page.wait_for_timeout(1500)
    return page, spent, traffic


def yardsticks(start) -> dict[str, float]:
    """Return the times of the empty, the trivial and the ordinary page."""
    found = {}
    with running("bench/yardsticks/app_empty.py") as (address, _):
        firsts = [visit(start, address, "document.querySelector('[data-testid=stText]')")[1:] for _ in range(5)]
        found["empty first"] = sorted(first for first, _ in firsts)[2]
        found["empty bytes"] = firsts[-1][1].streamlits
    with running("bench/yardsticks/app_trivial.py") as (address, _):
        page, *_ = visit(start, address, "document.querySelector('[data-testid=stText]')")
        found["trivial change"], _ = browser.changes(page, TEXT, "[data-testid=stText]", stepper("box"), ROUNDS)
    with running("bench/yardsticks/app_ordinary.py") as (address, _):
        page, _, traffic = visit(
            start,
            address,
            FRAMED,
            browser.libraries,
        )
        before = traffic.socket
        found["ordinary change"], found["ordinary blank"] = browser.remounts(page, 63, stepper("box"), 6)
        found["ordinary bytes"] = (traffic.socket - before) / 6
    return found


def atlas(start) -> dict[str, float]:
    """Return the times of the atlas's map page."""
    found = {}
    query = QUERY.format(name="dti", basis="63", period="2022")
    with running("app.py") as (address, process):
        firsts = [visit(start, f"{address}/map?{query}", COLOURED) for _ in range(5)]
        found["first"] = sorted(first for _, first, _ in firsts)[2]
        page, _, traffic = firsts[-1]
        found["own bytes"], found["names"] = traffic.own, traffic.names
        found["change"], found["same"] = browser.changes(page, FILLS, MAP, stepper(CHOICE, onward=True), ROUNDS)
        found["again"], _ = browser.changes(page, FILLS, MAP, stepper(CHOICE), ROUNDS)
        found["bytes"], found["wire"], found["fetched"] = unseen(start, address, query)
        shapes = page.locator(f"{MAP} path[fill^='#']").all()[5:45:8]
        boxes = [shape.bounding_box() for shape in shapes]
        found["click"] = browser.clicks(
            page, [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes if box]
        )
        queries = [QUERY.format(name=name, basis="63", period=period) for name, period in
                   (("dti", "2022"), ("dti", "2023"), ("dti_infrastructure", "2022"), ("papi_egov", "2023"))]  # fmt: skip
        found["rerun"] = apart(load.alone(address, "map", queries, 60))
        found["reruns"] = apart(load.throughput(address, "map", queries, 8, 10))
        found["session"] = apart(load.memory(address, "map", queries[0], process, 40))
    return found


def unseen(start, address: str, query: str) -> tuple[float, float, float]:
    """Return bytes for a change to an indicator not seen before: over the websocket as they are and as sent, and fetched by HTTP."""
    with relay.counting(address) as (near, count):
        page, _, traffic = visit(start, f"{near}/map?{query}", COLOURED)
        before, sent, own = traffic.socket, count.down, traffic.own
        for _ in range(UNSEEN):
            stepper(CHOICE, onward=True)(page, 0)
            page.wait_for_timeout(1000)
        socket, fetched = (traffic.socket - before) / UNSEEN, (traffic.own - own) / UNSEEN
        # The relay counts both; what was fetched is taken off, its heads with it.
        found = socket, (count.down - sent) / UNSEEN - fetched, fetched
        page.context.close()
    return found


def rows(yard: dict[str, float], own: dict[str, float]) -> list[tuple[str, str, str, str]]:
    """Return what was asked, measured and allowed, and whether it holds."""
    million, _ = tables.million()
    start = tables.own()
    checks = [
        ("change of indicator to repainted map / trivial change", own["change"] / yard["trivial change"], 1.4, "max", f"{own['change']:.0f} / {yard['trivial change']:.0f} ms"),
        ("ordinary page's change / ours", yard["ordinary change"] / own["change"], 8, "min", f"{yard['ordinary change']:.0f} ms, of it {yard['ordinary blank']:.0f} blank"),
        ("the same change to a view seen before / trivial change", own["again"] / yard["trivial change"], 1.4, "max", f"{own['again']:.0f} ms"),
        ("the same picture stays (nothing blank)", float(own["same"]), 1, "min", ""),
        ("click on a province to Python / trivial change", own["click"] / yard["trivial change"], 1, "max", f"{own['click']:.0f} ms"),
        ("KB over the websocket for a change", own["bytes"] / 1000, 12, "max", f"{own['wire'] / 1000:.1f} KB as sent, and {own['fetched'] / 1000:.1f} KB by HTTP; ordinary {yard['ordinary bytes'] / 1000:.0f} KB"),
        ("KB of a first visit beyond Streamlit's own", own["own bytes"] / 1000, 150, "max", ""),
        ("first visit to painted map / empty page", own["first"] / yard["empty first"], 1.6, "max", f"{own['first']:.0f} / {yard['empty first']:.0f} ms"),
        ("reruns a second on the map page", own["reruns"], 80, "min", ""),
        ("ms median rerun at one session", own["rerun"], 15, "max", ""),
        ("MB for each further session", own["session"], 0.3, "max", ""),
        ("s to load and check data/", start, 1, "max", ""),
        ("s to read and check a million observations", million, 2, "max", "synthetic"),
    ]  # fmt: skip
    return [
        (name, f"{value:.2f}", f"{'≤' if kind == 'max' else '≥'} {limit}",
         ("yes" if (value <= limit if kind == "max" else value >= limit) else "NO") + (f" ({note})" if note else ""))
        for name, value, limit, kind, note in checks
    ]  # fmt: skip


def main() -> None:
    """Measure everything and print the table as Markdown."""
    with browser.opened() as start:
        yard, own = yardsticks(start), atlas(start)
    print(
        f"{date.today()}, {platform.machine()}, {psutil.cpu_count()} cores, {psutil.virtual_memory().total / 2**30:.0f} GiB, Python {platform.python_version()}\n"
    )
    print("| what | measured | allowed | holds |\n|---|---:|---:|---|")
    for row in rows(yard, own):
        print("| " + " | ".join(row) + " |")
    print("\nOf a first visit, ours: " + ", ".join(own["names"]))


if __name__ == "__main__":
    main()
