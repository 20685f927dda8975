"""What the stage fetches: stories as values and slides' pictures, so that a change of slide asks no script to run."""

from __future__ import annotations

import hashlib

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components import slides
from components.dataset import dataset, failure
from components.register import PAGES
from components.stage_picture import AREAS
from indicators import stories
from indicators.selection import KEYS
from indicators.text import LANGUAGES

LONGEST = 2000


def refused(reason: str, status: int) -> JSONResponse:
    """Return an answer that says why there is none."""
    return JSONResponse({"error": reason}, status_code=status)


async def serve_story(request: Request) -> Response:
    """Answer /api/story.json: a story of the folder, in a language, for a unit."""
    if failure() is not None:
        return refused("data", 503)
    given = request.query_params
    name, language, unit = given.get("story", ""), given.get("lang", LANGUAGES[0]), given.get("unit", "")
    data = dataset()
    if name not in stories.names(data) or language not in LANGUAGES or (unit and unit not in data.units.index):
        return refused("story", 404)
    return JSONResponse(
        await run_in_threadpool(slides.story, name, language, unit), headers={"Cache-Control": "no-cache"}
    )


async def serve_picture(request: Request) -> Response:
    """Answer /api/slide.svg: the picture of a view at the size of a stage."""
    if failure() is not None:
        return refused("data", 503)
    given = dict(request.query_params)
    shape = given.pop("shape", next(iter(AREAS)))
    if given.get("page") not in PAGES or shape not in AREAS or len(str(request.url)) > LONGEST:
        return refused("page", 404)
    query = tuple((key, given[key]) for key in ("page", *KEYS) if key in given)
    try:
        body = await run_in_threadpool(slides.picture, query, shape)
    except (KeyError, StopIteration, ValueError):
        return refused("figure", 404)
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="image/svg+xml", headers=headers)


def routes() -> list[Route]:
    """Return the routes of the stage."""
    return [Route("/api/story.json", serve_story), Route("/api/slide.svg", serve_picture)]
