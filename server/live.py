"""Pictures of the screen by their link: /live/map.json, what the browser draws itself (components/live.py)."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components import figure as figures
from components import gallery, known, live
from components.dataset import dataset, failure
from components.register import PAGES
from indicators.changing import changed
from indicators.selection import FOREIGN, KEYS, Selection
from server.api import UNAVAILABLE

OWN = ("page", "theme", "data")
CHOICE = "choose"
LONGEST = 2000
THEMES = {name: is_dark for is_dark, name in live.THEMES.items()}


def chosen_by(given: Mapping[str, str]) -> Selection:
    """Return the selection of a link as the page reads it; with a choice ("indicator:pci") what the page shows after it."""
    parts = {name: value for name, value in given.items() if name in KEYS and name != "figure"}
    chosen, _ = known.met(Selection.parse(parts, dataset(), given["page"])[0])
    key, _, value = given.get(CHOICE, "").partition(":")
    if key not in KEYS:
        return chosen
    return known.met(changed(dataset(), chosen, key, value))[0]


def content(name: str, given: Mapping[str, str]) -> bytes:
    """Return what the browser draws of a picture; empty where the page draws none of that name, or none in its place."""
    build = gallery.figures(given["page"]).get(name)
    chosen = chosen_by(given)
    if build is None or not chosen.indicator:
        return b""
    is_dark = THEMES[given["theme"]]
    with figures.painted(is_dark):
        made = build(chosen)
        total = made.geometry and dataset().indicators.at[chosen.indicator, "display"] != "map"
        if made.live is None or made.frame.empty or total:
            return b""
        return live.packed(made, made.live, is_dark)


def understood(request: Request) -> bool:
    """Return whether a request names a page and a theme, and nothing else than parts of a link."""
    given = request.query_params
    if len(request.url.query) > LONGEST or given.get("page") not in PAGES or given.get("theme") not in THEMES:
        return False
    return all(name in KEYS or name in FOREIGN or name in (*OWN, CHOICE) for name in given)


async def serve(request: Request) -> Response:
    """Answer with a picture's content: 304 where it is held, 204 where the page draws none there, 400 for what is no link."""
    if failure() is not None:
        return JSONResponse({"error": UNAVAILABLE}, status_code=503)
    if not understood(request):
        return JSONResponse({"error": ", ".join((*OWN, *KEYS))}, status_code=400)
    body = await run_in_threadpool(content, request.path_params["name"], dict(request.query_params))
    # What code and data give must fit: asked anew each time, answered by its tag.
    headers = {
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"',
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding",
    }
    if not body:
        return Response(status_code=204, headers={"Cache-Control": "no-cache"})
    held = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if headers["ETag"] in held:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"], body = "gzip", gzip.compress(body, 5, mtime=0)
    return Response(body, media_type="application/json", headers=headers)


def routes() -> list[Route]:
    """Return the routes of live pictures."""
    return [Route(live.ADDRESS.format(figure="{name}"), serve)]
