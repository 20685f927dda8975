"""Figures over HTTP: the catalogue and the table of values."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components.dataset import dataset, failure
from components.register import PAGES
from indicators.load import NATION
from indicators.values import BadArgument, values_frame

OPEN = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300"}
VALUES = ("indicator", "basis", "period", "lang")
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
        "pages": [{"page": page.path, "figures": list(page.figures)} for page in PAGES.values()],
        "indicators": indicators,
        "sources": data.sources[["source", "title", "publisher", "date", "url"]].to_dict("records"),
    }


def refused(reason: str, status: int = 400) -> JSONResponse:
    """Return an answer that says why there is none."""
    return JSONResponse({"error": reason}, status_code=status, headers={"Access-Control-Allow-Origin": "*"})


async def serve_catalog(request: Request) -> Response:
    """Answer /api/catalog.json."""
    if failure() is not None:
        return refused(str(failure()), 503)
    return JSONResponse(await run_in_threadpool(catalog), headers=OPEN)


async def serve_values(request: Request) -> Response:
    """Answer /api/values.csv with the columns of the command `values`."""
    if failure() is not None:
        return refused(str(failure()), 503)
    given = dict(request.query_params)
    language = given.get("lang", "vi") if given.get("lang") in ("vi", "en") else "vi"
    words = dataset().say
    for name, value in given.items():
        if name not in VALUES:
            return refused(words("argument.parameter", language, name=name[:40], known=", ".join(VALUES)))
        if len(value) > LONGEST:
            return refused(words("argument.too_long", language, name=name))
    for name in VALUES[:3]:
        if not given.get(name):
            return refused(words("argument.missing", language, name=name))
    try:
        frame = await run_in_threadpool(
            values_frame, dataset(), given["indicator"], given["basis"], given["period"], given.get("lang", "vi")
        )
    except BadArgument as reason:
        return refused(str(reason))
    return Response(frame.to_csv(index=False, lineterminator="\n"), media_type="text/csv; charset=utf-8", headers=OPEN)


def routes() -> list[Route]:
    """Return the routes of the interface."""
    return [Route("/api/catalog.json", serve_catalog), Route("/api/values.csv", serve_values)]
