"""Figures over HTTP: the catalogue and the table of values."""

from __future__ import annotations

from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components import gallery
from components.dataset import dataset, failure
from components.register import PAGES
from indicators import merging
from indicators.load import NATION
from indicators.selection import KEYS
from indicators.text import LANGUAGES
from indicators.values import BadArgument, values_frame

ANYONE = {"Access-Control-Allow-Origin": "*"}
OPEN = {**ANYONE, "Cache-Control": "public, max-age=300"}
PREFLIGHT = {**ANYONE, "Access-Control-Allow-Methods": "GET", "Access-Control-Max-Age": "86400"}
UNAVAILABLE = "data could not be loaded"
REQUIRED = ("indicator", "basis", "period")
PARTS = "parts"
VALUES = (*REQUIRED, "lang", PARTS)
LONGEST = 120


def catalog() -> dict:
    """Return the catalogue: indicators with their periods by basis, bases, pages with their figures, sources, version."""
    data = dataset()
    rows = data.indicators[
        ["indicator", "title_vi", "title_en", "topic", "unit", "decimals", "polarity", "display", "publisher"]
    ]
    bases = [*data.bases, NATION]
    indicators = [
        {
            **row,
            "periods": {
                basis: list(data.periods_of(row["indicator"], basis))
                for basis in bases
                if data.periods_of(row["indicator"], basis)
            },
        }
        for row in rows.assign(decimals=rows["decimals"].astype(int), polarity=rows["polarity"].astype(int)).to_dict(
            "records"
        )
    ]
    return {
        "version": data.version,
        "bases": [{"basis": basis, "count": len(data.units_of(basis))} for basis in bases],
        "pages": [{"page": page.path, "figures": list(gallery.figures(page.path))} for page in PAGES.values()],
        "indicators": indicators,
        "sources": data.sources[["source", "title", "publisher", "date", "url"]].to_dict("records"),
        "addresses": {address: {"parameters": list(known)} for address, known in PARAMETERS.items()},
    }


@lru_cache(maxsize=1)
def catalog_bytes() -> bytes:
    """Return the catalogue as it is sent; the data of a process never change."""
    return JSONResponse(catalog()).body


def refused(reason: str, status: int = 400) -> JSONResponse:
    """Return an answer that says why there is none."""
    return JSONResponse({"error": reason}, status_code=status, headers=ANYONE)


async def serve_catalog(request: Request) -> Response:
    """Answer /api/catalog.json."""
    if failure() is not None:
        return refused(UNAVAILABLE, 503)
    return Response(await run_in_threadpool(catalog_bytes), media_type="application/json", headers=OPEN)


def fault_of(given: list[tuple[str, str]], language: str) -> str:
    """Return why a request for values cannot be answered whatever the data hold; "" where it can."""
    words, names = dataset().say, [name for name, _ in given]
    for name, value in given:
        if name not in VALUES:
            return words("argument.parameter", language, name=name[:40], known=", ".join(VALUES))
        if len(value) > LONGEST:
            return words("argument.too_long", language, name=name)
        if names.count(name) > 1:
            return words("argument.repeated", language, name=name)
    if dict(given).get(PARTS, "0") not in ("0", "1"):
        return words("argument.unknown", language, name=PARTS, given=dict(given)[PARTS][:40], known="0, 1")
    missing = [name for name in REQUIRED if not dict(given).get(name)]
    return words("argument.missing", language, name=", ".join(missing)) if missing else ""


async def serve_values(request: Request) -> Response:
    """Answer /api/values.csv with the columns of the command `values`."""
    if failure() is not None:
        return refused(UNAVAILABLE, 503)
    given = dict(request.query_params)
    language = given.get("lang") if given.get("lang") in LANGUAGES else LANGUAGES[0]
    reason = fault_of(request.query_params.multi_items(), language)
    if reason:
        return refused(reason)
    try:
        frame = await run_in_threadpool(
            values_frame,
            dataset(),
            given["indicator"],
            given["basis"],
            given["period"],
            given.get("lang", LANGUAGES[0]),
            given.get(PARTS) == "1",
        )
    except BadArgument as reason:
        return refused(str(reason))
    headers = dict(OPEN)
    if given.get(PARTS) != "1" and frame["status"].eq(merging.DERIVED).any():
        # the contract's columns stay as they are: rule, parts and weights of the derived values are at this address
        headers["Link"] = f'<?{request.url.include_query_params(**{PARTS: "1"}).query}>; rel="describedby"'
    return Response(
        frame.to_csv(index=False, lineterminator="\n"), media_type="text/csv; charset=utf-8", headers=headers
    )


async def serve_preflight(request: Request) -> Response:
    """Answer the question of another site's browser whether it may ask."""
    return Response(status_code=204, headers=PREFLIGHT)


async def serve_nothing(request: Request) -> Response:
    """Answer for an address of the interface that does not exist."""
    return refused(", ".join(PARAMETERS), 404)


# What the pictures are drawn as; charts.py draws them.
PICTURES = ("/api/chart.png", "/api/chart.svg")
PICTURE_OWN = ("page", "size", "scale")
PARAMETERS = {
    "/api/catalog.json": (),
    "/api/values.csv": VALUES,
    **dict.fromkeys(PICTURES, (*PICTURE_OWN, *KEYS)),
}
ADDRESSES = {"/api/catalog.json": serve_catalog, "/api/values.csv": serve_values}


def routes() -> list[Route]:
    """Return the routes of the interface."""
    return [
        *(Route(address, serve) for address, serve in ADDRESSES.items()),
        Route("/api/{rest:path}", serve_preflight, methods=["OPTIONS"]),
        Route("/api/{rest:path}", serve_nothing),
    ]
