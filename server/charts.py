"""Pictures over HTTP: /api/chart.png and /api/chart.svg, the figure of a link as a finished picture."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components import export, link, workshop
from components.dataset import dataset, failure
from components.framing import SIZES
from indicators.export import names
from indicators.selection import KEYS
from indicators.values import BadArgument
from server.api import OPEN, PICTURE_OWN, PICTURES, UNAVAILABLE, refused

MOST_BYTES = 64 * 1024 * 1024
RETRY_SECONDS = "5"


@dataclass
class Shelf:
    """Finished pictures by their address, the least used given away once they weigh more than the limit."""

    limit: int = MOST_BYTES
    weight: int = 0
    held: OrderedDict[tuple, bytes] = field(default_factory=OrderedDict)

    def get(self, key: tuple) -> bytes | None:
        """Return a picture, or None."""
        if key in self.held:
            self.held.move_to_end(key)
        return self.held.get(key)

    def put(self, key: tuple, body: bytes) -> None:
        """Keep a picture."""
        self.weight += len(body) - len(self.held.pop(key, b""))
        self.held[key] = body
        while self.weight > self.limit and self.held:
            self.weight -= len(self.held.popitem(last=False)[1])


SHELF = Shelf()


def asked(request: Request) -> tuple[str, str, int, str]:
    """Return link, size, scale and file name of a request; BadArgument with the reason in its language."""
    several = request.query_params.multi_items()
    given = dict(several)
    language, words = link.language_of(given), dataset().say
    for name in given:
        if name not in KEYS and name not in PICTURE_OWN:
            known = ", ".join([*PICTURE_OWN, *KEYS])
            raise BadArgument(words("argument.parameter", language, name=name[:40], known=known))
    if len(several) > len(given):
        twice = next(name for name in given if [one for one, _ in several].count(name) > 1)
        raise BadArgument(words("argument.repeated", language, name=twice))
    if not given.get("page"):
        raise BadArgument(words("argument.missing", language, name="page"))
    size = given.pop("size", export.DEFAULT_SIZE)
    scale = given.pop("scale", str(export.usual_scale(size)))
    for name, value, known in (("size", size, tuple(SIZES)), ("scale", scale, tuple(map(str, export.SCALES)))):
        if value not in known:
            said = {"name": name, "given": value[:80], "known": ", ".join(known)}
            raise BadArgument(words("argument.unknown", language, **said))
    chosen = link.selection(given.pop("page"), given)
    name = names.file_name(
        chosen.page, chosen.figure, chosen.indicator, chosen.unit, chosen.basis, chosen.period, language
    )
    return export.address(chosen), size, int(scale), name


async def made(address: str, kind: str, size: str, scale: int) -> bytes:
    """Return a picture from the shelf, or drawn anew beside the server."""
    key = (address, kind, size, scale if kind == "png" else 1)
    body = SHELF.get(key)
    if body is None:
        order = workshop.submit(workshop.picture, address, kind, size, scale)
        body = await asyncio.wait_for(asyncio.wrap_future(order), workshop.SECONDS)
        SHELF.put(key, body)
    return body


async def serve(request: Request) -> Response:
    """Answer with a picture: 304 where it is held, 400 with the reason, 503 where too many wait."""
    if failure() is not None:
        return refused(UNAVAILABLE, 503)
    kind = request.url.path.rsplit(".", 1)[-1]
    try:
        address, size, scale, name = asked(request)
        body = await made(address, kind, size, scale)
    except BadArgument as reason:
        return refused(str(reason))
    except (workshop.Busy, TimeoutError):
        answer = refused(dataset().say("argument.busy", link.language_of(request.query_params)), 503)
        answer.headers["Retry-After"] = RETRY_SECONDS
        return answer
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {**OPEN, "ETag": tag, "Content-Disposition": f'inline; filename="{name}.{kind}"'}
    if kind == "svg":
        # An SVG opened on its own must not run anything in the atlas's name.
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
    held = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag in held:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=export.KINDS[kind], headers=headers)


def routes() -> list[Route]:
    """Return the routes of pictures."""
    return [Route(address, serve) for address in PICTURES]
