"""What the stage fetches: stories as values and slides' pictures, so that a change of slide asks no script to run."""

from __future__ import annotations

import asyncio
import hashlib

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components import handout, slides, workshop
from components.dataset import dataset, failure
from components.register import PAGES
from components.stage_picture import AREAS
from indicators import stories
from indicators.text import LANGUAGES
from server.charts import RETRY_SECONDS, Shelf

LONGEST = 2000
# Bytes of a visitor's own story.
LARGEST = 400_000
# Pictures of slides as they were sent, by view and shape.
SHELF = Shelf(24 * 1024 * 1024)


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
    workshop.begin()  # the first pictures are kept, further ones are asked for in a moment
    return JSONResponse(
        await run_in_threadpool(slides.story, name, language, unit), headers={"Cache-Control": "no-cache"}
    )


async def serve_own(request: Request) -> Response:
    """Answer a posted story (JSON or CSV): it is told and forgotten."""
    if failure() is not None:
        return refused("data", 503)
    language = request.query_params.get("lang", LANGUAGES[0])
    body = await request.body() if int(request.headers.get("content-length") or 0) <= LARGEST else b""
    if language not in LANGUAGES or not body or len(body) > LARGEST:
        return refused("story", 413)
    is_table = "csv" in request.headers.get("content-type", "")
    try:
        return JSONResponse(await run_in_threadpool(slides.own, body, language, is_table))
    except (ValueError, AttributeError, TypeError):
        return refused("story", 400)


def attached(body: bytes, kind: str, name: str) -> Response:
    """Return a file that the browser saves."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"', "Cache-Control": "no-store"}
    return Response(body, media_type=handout.MIMES[kind], headers=headers)


async def serve_handout(request: Request) -> Response:
    """Answer /api/story.zip, .pptx and .pdf: a story of the folder, or a posted one, as a file made beside the server; 503 where too many wait."""
    if failure() is not None:
        return refused("data", 503)
    given, kind = request.query_params, request.path_params["kind"]
    name, language, unit = given.get("story", ""), given.get("lang", LANGUAGES[0]), given.get("unit", "")
    data = dataset()
    if kind not in handout.MIMES or language not in LANGUAGES or (unit and unit not in data.units.index):
        return refused("story", 404)
    if request.method == "POST":
        body = await request.body() if int(request.headers.get("content-length") or 0) <= LARGEST else b""
        try:
            held = await run_in_threadpool(slides.own_story, body, language, False)
        except (ValueError, AttributeError, TypeError):
            return refused("story", 400)
    elif name in stories.names(data):
        held = stories.story(data, name)
        unit = slides.unit_for(held, unit)
    else:
        return refused("story", 404)
    try:
        order = workshop.submit(handout.made, kind, held, language, unit)
        made = await asyncio.wait_for(asyncio.wrap_future(order), workshop.SECONDS)
    except (workshop.Busy, TimeoutError):
        return busy(language)
    return attached(made, kind, handout.file_name(held.name, language, unit))


async def serve_view(request: Request) -> Response:
    """Answer /api/view.json: a view as a new row of a story."""
    if failure() is not None:
        return refused("data", 503)
    try:
        return JSONResponse(await run_in_threadpool(slides.row, request.query_params.get("link", "")[:LONGEST]))
    except (ValueError, KeyError, StopIteration):
        return refused("link", 404)


async def drawn(query: tuple[tuple[str, str], ...], shape: str) -> bytes:
    """Return the picture of a view from the shelf, or drawn anew beside the server."""
    body = SHELF.get((query, shape))
    if body is None:
        order = workshop.submit(slides.picture, query, shape)
        body = await asyncio.wait_for(asyncio.wrap_future(order), workshop.SECONDS)
        SHELF.put((query, shape), body)
    return body


def busy(language: str) -> Response:
    """Return the answer where too many wait: when to come back."""
    answer = refused(dataset().say("argument.busy", language if language in LANGUAGES else LANGUAGES[0]), 503)
    answer.headers["Retry-After"] = RETRY_SECONDS
    return answer


async def serve_picture(request: Request) -> Response:
    """Answer /api/slide.svg: the picture of a view at the size of a stage, drawn beside the server; 503 where too many wait."""
    if failure() is not None:
        return refused("data", 503)
    given = dict(request.query_params)
    shape = given.pop("shape", next(iter(AREAS)))
    if given.get("page") not in PAGES or shape not in AREAS or len(str(request.url)) > LONGEST:
        return refused("page", 404)
    try:
        body = await drawn(slides.asked(given), shape)
    except (KeyError, StopIteration, ValueError):
        return refused("figure", 404)
    except (workshop.Busy, TimeoutError):
        return busy(given.get("lang", ""))
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="image/svg+xml", headers=headers)


def routes() -> list[Route]:
    """Return the routes of the stage."""
    return [
        Route("/api/story.json", serve_story),
        Route("/api/story.json", serve_own, methods=["POST"]),
        Route("/api/story.{kind}", serve_handout, methods=["GET", "POST"]),
        Route("/api/view.json", serve_view),
        Route("/api/slide.svg", serve_picture),
    ]
