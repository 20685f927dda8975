"""Boundaries, fonts and scripts that the browser fetches once: known at start, with ETag and compressed forms."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.dataset import folder
from indicators import boundaries
from indicators.load import ROOT

TYPES = {
    ".topojson": "application/json",
    ".json": "application/json", ".woff2": "font/woff2", ".js": "text/javascript", ".css": "text/css", ".png": "image/png",
    ".svg": "image/svg+xml", ".ico": "image/x-icon",
}  # fmt: skip
PACKED = {".topojson", ".json", ".js", ".css", ".svg"}
DAY = 86_400
CODE = {".js", ".css"}


@dataclass(frozen=True)
class File:
    """One file: its bytes, its compressed bytes where that pays, its tag and type, how long a browser may keep it unasked.

    Code is asked for anew each time, and answered by its tag: after an update it must fit the data that comes with it.
    """

    body: bytes
    packed: bytes
    tag: str
    kind: str
    kept: str


def read(path: Path) -> File:
    """Return a file ready to be served."""
    body = path.read_bytes()
    packed = gzip.compress(body, 9, mtime=0) if path.suffix in PACKED else b""
    kept = "no-cache" if path.suffix in CODE else f"public, max-age={DAY}"
    return File(body, packed, f'"{hashlib.sha256(body).hexdigest()[:16]}"', TYPES[path.suffix], kept)


def known() -> dict[str, File]:
    """Return every file that may be asked for, by its address; nothing else is ever read for a request."""
    found = {f"/geo/{name}": path for name, path in boundaries.files(folder()).items()}
    assets = ROOT / "assets"
    found |= {
        f"/assets/{path.relative_to(assets).as_posix()}": path for path in assets.rglob("*") if path.suffix in TYPES
    }
    return {address: read(path) for address, path in found.items()}


def answer(file: File, request: Request) -> Response:
    """Return the response for a file: 304 where the browser holds it, compressed where it can read that."""
    headers = {"ETag": file.tag, "Cache-Control": file.kept, "Vary": "Accept-Encoding"}
    held = request.headers.get("if-none-match", "")
    # A proxy that compresses again marks the tag as weak; several tags may be listed.
    if file.tag in [tag.strip().removeprefix("W/") for tag in held.split(",")]:
        return Response(status_code=304, headers=headers)
    if file.packed and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(file.packed, media_type=file.kind, headers={**headers, "Content-Encoding": "gzip"})
    return Response(file.body, media_type=file.kind, headers=headers)


def routes() -> list[Route]:
    """Return the routes of all known files."""
    files = known()

    async def serve(request: Request) -> Response:
        file = files.get(request.url.path)
        return answer(file, request) if file else Response("not found", status_code=404, media_type="text/plain")

    return [Route("/geo/{name}", serve), Route("/assets/{path:path}", serve)]
