"""Streamlit's own scripts compressed once: it serves them plain, 1.7 MB more for a first visit (measured)."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

STATIC = Path(streamlit.__file__).parent / "static"
TYPES = {".js": "text/javascript", ".css": "text/css"}
YEAR = 31_536_000


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """Return the addresses of Streamlit's own scripts and styles."""
    return frozenset(
        f"/static/{path.relative_to(STATIC / 'static').as_posix()}"
        for path in (STATIC / "static").rglob("*")
        if path.suffix in TYPES
    )


@lru_cache(maxsize=1024)
def packed(address: str) -> bytes:
    """Return one of the known files, compressed."""
    return gzip.compress((STATIC / address.lstrip("/")).read_bytes(), 6, mtime=0)


def warm() -> None:
    """Compress every known file, so that no visitor waits for it."""
    for address in sorted(known()):
        packed(address)


class Compression:
    """Answers for Streamlit's scripts with their compressed form where the browser reads it."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the compressed file, or pass the request on."""
        if (
            scope["type"] == "http"
            and scope["path"] in known()
            and "gzip" in Headers(scope=scope).get("accept-encoding", "")
        ):
            headers = {
                "Content-Encoding": "gzip",
                "Vary": "Accept-Encoding",
                "Cache-Control": f"public, max-age={YEAR}, immutable",
            }
            kind = TYPES[Path(scope["path"]).suffix]
            body = await run_in_threadpool(packed, scope["path"])
            await Response(body, media_type=kind, headers=headers)(scope, receive, send)
            return
        await self.app(scope, receive, send)
