"""Change of slide to painted beside the trivial page's rerun: `python -m bench.stage`; prints a table, tests nothing."""

from __future__ import annotations

import platform
from datetime import date

import psutil
from playwright.sync_api import Page

from bench import browser
from bench.servers import running
from bench.speed import ROUNDS, TEXT, stepper, visit

ALLOWED = 1.5
READY = "window.atlasStage && window.atlasStage.story && document.querySelector('#atlas-stage')?.dataset.slide"
STORY = "nation"
SLIDE = "document.querySelector('#atlas-stage').dataset.slide"


def forward(page: Page, place: int) -> None:
    """Press the clicker's key: forward through the story, back from its end."""
    count = page.evaluate("atlasStage.story.slides.length")
    page.keyboard.press("PageDown" if place % (2 * count - 2) < count - 1 else "PageUp")


def measured() -> dict[str, float]:
    """Return milliseconds of the trivial page's rerun, of a change of slide, and to the first slide of a visit."""
    found = {}
    with browser.opened() as start:
        with running("bench/yardsticks/app_trivial.py") as (address, _):
            page, *_ = visit(start, address, "document.querySelector('[data-testid=stText]')")
            found["trivial"], _ = browser.changes(page, TEXT, "[data-testid=stText]", stepper("box"), ROUNDS)
        with running("app.py") as (address, _):
            page, found["first"], _ = visit(start, f"{address}/stage?story={STORY}&slide=1&lang=vi", READY)
            page.wait_for_timeout(3000)
            found["change"], _ = browser.changes(page, SLIDE, "#atlas-stage", forward, 2 * ROUNDS)
    return found


def main() -> None:
    """Measure and print the table as Markdown."""
    found = measured()
    ratio = found["change"] / found["trivial"]
    print(f"{date.today()}, {platform.machine()}, {psutil.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| what | measured | allowed | holds |\n|---|---:|---:|---|")
    words = f"{found['change']:.0f} / {found['trivial']:.0f} ms"
    print(
        f"| change of slide to painted / trivial page's rerun | {ratio:.2f} | ≤ {ALLOWED} | {'yes' if ratio <= ALLOWED else 'NO'} ({words}) |"
    )
    print(f"| first visit to the first slide, cold server | {found['first']:.0f} ms | | |")


if __name__ == "__main__":
    main()
