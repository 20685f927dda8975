"""What a visitor waits for, timed inside Chromium: from the key or click to the painted picture."""

from __future__ import annotations

import base64
import contextlib
import shutil
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
STREAMLITS = ("/static/", "/_stcore/", "/vendor/")
# Time of the last key or click, and of the first change inside a part of the page after it, seen painted.
WATCH = """
window.atlas = {sent: 0, painted: 0, seen: 0};
for (const kind of ['keydown', 'pointerdown'])
  window.addEventListener(kind, () => { window.atlas.sent = performance.now(); window.atlas.heard = 0; }, true);
const Plain = window.WebSocket;
window.WebSocket = class extends Plain {
  constructor(...given) { super(...given); this.addEventListener('message', () => { if (!window.atlas.heard) window.atlas.heard = performance.now(); }); }
};
window.watchSign = (sign) => {
  const old = sign();
  const look = () => {
    if (sign() !== old) setTimeout(() => { window.atlas.painted = performance.now(); }, 0);
    else requestAnimationFrame(look);
  };
  window.atlas.painted = 0;
  requestAnimationFrame(look);
};
"""


@dataclass
class Traffic:
    """Bytes that came to the browser: ours and Streamlit's by HTTP (as sent), and over the websocket."""

    own: int = 0
    streamlits: int = 0
    socket: int = 0
    names: list[str] = field(default_factory=list)


@contextlib.contextmanager
def opened() -> Iterator:
    """Give a function that opens a new page in a new browser context."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        try:
            yield lambda: browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
        finally:
            browser.close()


def counted(page: Page) -> Traffic:
    """Return a count of the page's traffic that goes on growing."""
    found = Traffic()
    talk = page.context.new_cdp_session(page)
    talk.send("Network.enable")
    asked: dict[str, str] = {}
    talk.on(
        "Network.requestWillBeSent",
        lambda one: asked.__setitem__(one["requestId"], urlsplit(one["request"]["url"]).path),
    )

    def loaded(one: dict) -> None:
        path, size = asked.get(one["requestId"], ""), int(one["encodedDataLength"])
        if path.startswith(STREAMLITS) or path.count("/") < 2:
            found.streamlits += size
        else:
            found.own += size
            found.names.append(f"{path} {size}")

    def framed(one: dict) -> None:
        held = one["response"]
        binary = held["opcode"] == 2
        found.socket += len(base64.b64decode(held["payloadData"])) if binary else len(held["payloadData"])

    talk.on("Network.loadingFinished", loaded)
    talk.on("Network.webSocketFrameReceived", framed)
    return found


def first_paint(page: Page, address: str, painted: str) -> float:
    """Return milliseconds from the start of a visit until a script's condition holds and is painted."""
    page.add_init_script(
        "const look = () => { if ("
        + painted
        + ") requestAnimationFrame(() => { window.firstPaint = performance.now(); });"
        " else requestAnimationFrame(look); }; requestAnimationFrame(look);"
    )
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.firstPaint > 0", timeout=60_000)
    return page.evaluate("window.firstPaint")


def changes(page: Page, sign: str, node: str, choose, rounds: int) -> tuple[float, bool]:
    """Return the median milliseconds from a choice until what a script reads off the page is another and painted, and whether a node stayed the same.

    sign is a JavaScript expression that gives a text, node a selector.
    """
    page.evaluate(f"window.atlas.node = document.querySelector({node!r})")
    times = []
    for place in range(rounds):
        page.evaluate(f"window.watchSign(() => {sign})")
        choose(page, place)
        page.wait_for_function("window.atlas.painted > 0", timeout=30_000)
        times.append(page.evaluate("window.atlas.painted - window.atlas.sent"))
        page.wait_for_timeout(500)
    same = page.evaluate(f"window.atlas.node === document.querySelector({node!r})")
    return statistics.median(times[1:]), same


# The ordinary page asks public servers for its libraries: answered here at once from the atlas's own Leaflet, the colour
# bar's d3 by a stand-in, so that it is measured as if the internet cost nothing.
STAND_IN = "window.d3 = new Proxy(function () {}, {get: (held, name) => name === 'then' ? undefined : window.d3, apply: () => window.d3});"
LEAFLET = Path(__file__).resolve().parent.parent / "assets" / "leaflet"


def libraries(page: Page) -> None:
    """Answer the page's requests to other hosts from this machine."""

    def answer(route) -> None:
        name = urlsplit(route.request.url).path.rsplit("/", 1)[-1]
        if urlsplit(route.request.url).hostname in ("localhost", "127.0.0.1"):
            route.continue_()
        elif name in ("leaflet.js", "leaflet.css"):
            route.fulfill(path=LEAFLET / name)
        else:
            route.fulfill(
                body=STAND_IN if "d3" in name else "",
                content_type="text/javascript" if name.endswith("js") else "text/css",
            )

    page.context.route("**/*", answer)


# The ordinary page mounts a new frame for each choice: painted again once a frame holds as many shapes as before, all new.
REMOUNTED = """
(least) => new Promise(done => {
  const shapes = () => [...document.querySelectorAll('iframe')].flatMap(one => {
    try { return [...one.contentDocument.querySelectorAll('path.leaflet-interactive')]; } catch { return []; } });
  const old = window.atlas.shapes || shapes()[0];
  let blank = 0;
  const look = () => {
    const now = shapes();
    if (!now.length && !blank) blank = performance.now();
    if (now.length >= least && now[0] !== old) { window.atlas.shapes = now[0]; return requestAnimationFrame(() => setTimeout(() => done([performance.now() - window.atlas.sent, blank ? performance.now() - blank : 0]), 0)); }
    requestAnimationFrame(look);
  };
  look();
})
"""


def remounts(page: Page, least: int, choose, rounds: int) -> tuple[float, float]:
    """Return the median milliseconds from a choice to shapes painted anew in a frame, and of it how long nothing was there."""
    times, blanks = [], []
    for place in range(rounds):
        page.evaluate("window.atlas.shapes = window.atlas.shapes || null")
        waiting = page.evaluate_handle(f"() => {{ window.atlas.done = ({REMOUNTED})({least}); return 1; }}")
        choose(page, place)
        spent, blank = page.evaluate("window.atlas.done")
        waiting.dispose()
        times.append(spent)
        blanks.append(blank)
        page.wait_for_timeout(500)
    return statistics.median(times[1:]), statistics.median(blanks[1:])


def clicks(page: Page, places: list[tuple[float, float]]) -> float:
    """Return the median milliseconds from a click to the first word from Python."""
    times = []
    for x, y in places:
        page.mouse.click(x, y)
        page.wait_for_function("window.atlas.heard > 0", timeout=10_000)
        times.append(page.evaluate("window.atlas.heard - window.atlas.sent"))
        page.wait_for_timeout(600)
    return statistics.median(times)
