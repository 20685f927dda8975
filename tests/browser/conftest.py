"""A running atlas and a real browser that sees nothing but this machine: what works here works offline.

Without a browser these tests are skipped with the reason; where CI is set they fail.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bench import servers

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = ("localhost", "127.0.0.1")
SYSTEM_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Streamlit asks for these below a page's path too and falls back to the root; 404 by design.
BY_DESIGN = ("_stcore/health", "_stcore/host-config")


def refused(reason: str) -> None:
    """Skip, or fail where CI promises a browser."""
    if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextlib.contextmanager
def running(log: Path, **environment: str) -> Iterator[str]:
    """Run the atlas on a free port; gives its address. A server that does not start shows the end of its log."""
    try:
        with servers.running("app.py", log, **environment) as (address, _):
            yield address
    except AssertionError as failed:
        failed.add_note(log.read_text(encoding="utf-8")[-2000:])
        raise


@pytest.fixture(scope="session")
def start_server(tmp_path_factory):
    """Start another atlas, of other data for example; used in a `with`, it gives the address."""
    return lambda **environment: running(tmp_path_factory.mktemp("server") / "log.txt", **environment)


@pytest.fixture(scope="session")
def server(start_server) -> Iterator[str]:
    """Address of a running atlas."""
    with start_server() as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """A Chromium: ATLAS_CHROMIUM, else the system's, else Playwright's own."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        refused("playwright is not installed: pip install -r requirements-dev.txt")
    named = [os.environ["ATLAS_CHROMIUM"]] if os.environ.get("ATLAS_CHROMIUM") else []
    candidates = named or [*filter(None, map(shutil.which, SYSTEM_BROWSERS)), None]
    reasons = []
    with sync_playwright() as playwright:
        for path in candidates:
            try:
                started = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
            except Error as reason:
                reasons.append(str(reason).splitlines()[0])
                continue
            yield started
            started.close()
            return
    refused(f"no Chromium (as root: apt-get install chromium; or: playwright install chromium): {reasons}")


def watched(context, outside: list[str], problems: list[str]):
    """Return a page of a context that notes requests to other machines and every fault of the browser."""

    def gate(route):
        url = urlsplit(route.request.url)
        if url.scheme in ("http", "https") and url.hostname not in HERE:
            outside.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    def heard(message):
        where = message.location.get("url", "")
        if message.type == "error" and not any(part in where for part in BY_DESIGN):
            problems.append(f"{message.text} ({where})")

    context.route("**/*", gate)
    page = context.new_page()
    page.on("console", heard)
    page.on("pageerror", lambda fault: problems.append(str(fault)))
    page.outside, page.problems = outside, problems
    return page


@pytest.fixture
def open_page(server, browser) -> Iterator[Callable]:
    """Open a path of the atlas and wait until it is drawn: `open_page("/map?lang=en", width=390, height=844)`.

    At the end no page may have asked another machine for anything, nor have an error in its console.
    """
    opened = []

    def opener(path: str, width: int = 1280, height: int = 720, base: str = "", **options):
        context = browser.new_context(
            **{"viewport": {"width": width, "height": height}, "locale": "vi-VN", "reduced_motion": "reduce", **options}
        )
        page = watched(context, [], [])
        opened.append(page)
        page.goto((base or server) + path)
        settled(page)
        return page

    yield opener
    outside = [url for page in opened for url in page.outside]
    problems = [fault for page in opened for fault in page.problems]
    for page in opened:
        page.context.close()
    assert not outside, f"asked other machines: {outside}"
    assert not problems, f"errors in the browser's console: {problems}"


@pytest.fixture(scope="module")
def tab(server, browser):
    """One page whose context lives through the module, so that scripts are loaded once; fails on outside requests."""
    outside, problems = [], []
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="vi-VN", reduced_motion="reduce")
    yield watched(context, outside, problems)
    context.close()
    assert not outside, f"asked other machines: {outside}"


def settled(page) -> None:
    """Wait until the running script has ended and its charts are painted."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=30_000)
    page.wait_for_timeout(400)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=30_000)
    page.wait_for_function(
        "[...document.querySelectorAll('[data-testid=stVegaLiteChart]')].every(one => one.querySelector('svg, canvas'))"
        " && [...document.querySelectorAll('.atlas-map')].every(one => one.querySelector('.areas path[fill]'))"
        " && [...document.querySelectorAll('.atlas-list')].every(one => one.querySelector('[role=option]'))",
        timeout=30_000,
    )


@pytest.fixture
def page(open_page):
    """The overview, opened."""
    return open_page("/")
