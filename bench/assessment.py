"""How long the firmness of all ranks takes, and a slider of the what-if beside a trivial page: `python -m bench.assessment`; tables, never a test."""

from __future__ import annotations

import statistics
import time

from playwright.sync_api import Page

from bench import browser
from bench.servers import running
from bench.speed import TEXT, stepper, visit
from indicators.assessment import uncertainty
from indicators.assessment.scores import scores
from indicators.load import load

ROUNDS = 7
MOVES = 12
SLIDER = ".st-key-assessment_slider_dti_security input[type=range]"
ANSWER = "document.querySelector('.st-key-assessment_result .value').innerText"
CHART = "[data-testid=stVegaLiteChart] svg"
PICTURE = f"[...document.querySelectorAll('{CHART} text')].map(one => one.textContent).join()"


def move(page: Page, place: int) -> None:
    """Move the slider by one step, back and forth."""
    page.locator(SLIDER).focus()
    page.keyboard.press("ArrowLeft" if place % 2 == 0 else "ArrowRight")


def firmness() -> None:
    """Print the median time of DRAWS draws for all units of every period with a score sheet of the newest edition."""
    data = load()
    total = next(iter(data.indicators.index))
    print(f"{'basis':8}{'period':8}{'units':>6}{'draws':>8}{'ms':>8}")
    for basis in data.bases:
        for period in data.periods_of(total, basis):
            held = scores(data, total, basis, period)
            if held is None or held.total.isna().any():
                continue
            times = []
            for _ in range(ROUNDS):
                start = time.perf_counter()
                uncertainty.of_scores(held)
                times.append((time.perf_counter() - start) * 1000)
            print(f"{basis:8}{period:8}{len(held.total):>6}{uncertainty.DRAWS:>8}{statistics.median(times):>8.0f}")


def reaction() -> None:
    """Print the median time from a moved slider to its painted answer and to its painted picture, beside a trivial page's change."""
    with browser.opened() as start:
        with running("bench/yardsticks/app_trivial.py") as (address, _):
            page, *_ = visit(start, address, "document.querySelector('[data-testid=stText]')")
            trivial, _ = browser.changes(page, TEXT, "[data-testid=stText]", stepper("box"), MOVES)
        with running("app.py") as (address, _):
            path = f"{address}/assessment?unit=34-19&basis=34&period=2024&mode=whatif&lang=vi&v=1"
            page, *_ = visit(start, path, f"document.querySelector('{CHART}')")
            answer, _ = browser.changes(page, ANSWER, CHART, move, MOVES)
            picture, same = browser.changes(page, PICTURE, CHART, move, MOVES)
    print(f"\n{'':34}{'ms':>6}{'/ trivial':>11}")
    for name, spent in (
        ("trivial page, change to painted", trivial),
        ("slider to painted answer", answer),
        ("slider to painted picture", picture),
    ):
        print(f"{name:34}{spent:>6.0f}{spent / trivial:>11.2f}")
    print(f"the picture stays mounted: {'yes' if same else 'no'}")


def main() -> None:
    """Print both tables."""
    firmness()
    reaction()


if __name__ == "__main__":
    main()
