"""The HTML page that Streamlit serves: its language, its name, where the keyboard is, quiet motion.

Streamlit's page says lang="en" and "Streamlit" whatever it shows; a screen reader would read Vietnamese as English.
"""

from __future__ import annotations

import gzip
from functools import lru_cache

from starlette.datastructures import Headers, QueryParams
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.dataset import dataset, failure
from indicators.load import ROOT
from indicators.text import LANGUAGES
from server import early
from server.compression import STATIC

HEAD = (ROOT / "assets" / "shell" / "head.html").read_text(encoding="utf-8")
# Answers about Streamlit's own file: ours differs by language.
DROPPED = {b"content-length", b"content-encoding", b"etag", b"last-modified", b"accept-ranges"}
ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}


# First parts of addresses that are files or data, never a screen.
SERVED = {"_stcore", "api", "geo", "assets", "live", "static", "media", "component", "app", "vendor", "~"}
OWN_FILES = {path.name for path in STATIC.iterdir() if path.is_file()}


def language_of(scope: Scope) -> str:
    """Return the language that an address asks for, else the first."""
    given = QueryParams(scope["query_string"]).get("lang", "")
    return given if given in LANGUAGES else LANGUAGES[0]


@lru_cache(maxsize=8)
def told(page: bytes, language: str) -> bytes:
    """Return Streamlit's page with the language, the atlas's name and our head."""
    text = page.decode("utf-8").replace('<html lang="en">', f'<html lang="{language}">', 1)
    if failure() is None:
        text = text.replace("<title>Streamlit</title>", f"<title>{dataset().say('atlas.name', language)}</title>", 1)
    # The mark of the atlas stands in the page itself: set from Python it would be fetched again at every rerun.
    text = text.replace('href="./favicon.png"', 'href="/assets/favicon.png"', 1)
    return text.replace("</head>", f"{HEAD}{early.links(text)}</head>", 1).encode("utf-8")


@lru_cache(maxsize=8)
def packed(page: bytes) -> bytes:
    """Return a page compressed."""
    return gzip.compress(page, 6, mtime=0)


def is_page(scope: Scope) -> bool:
    """Return whether a browser asks for a page to show, not for a file or data."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path = scope["path"].strip("/")
    if path in OWN_FILES or path.split("/")[0] in SERVED:
        return False
    return "text/html" in Headers(scope=scope).get("accept", "")


class PageLanguage:
    """Gives every HTML page that passes the language of its address."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and rewrite its answer where that is a whole HTML page."""
        if not is_page(scope):
            await self.app(scope, receive, send)
            return
        held = _Held(send)
        plain = [pair for pair in scope["headers"] if pair[0] not in ASKED]
        await self.app({**scope, "headers": plain}, receive, held)
        if not held.start:
            return
        kept = [pair for pair in held.start["headers"] if pair[0].lower() not in DROPPED]
        page = told(bytes(held.body), language_of(scope))
        answer = Response(page)
        if "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            answer = Response(packed(page), headers={"Content-Encoding": "gzip"})
        named = {name for name, _ in kept}
        answer.raw_headers = [*(pair for pair in answer.raw_headers if pair[0] not in named), *kept]
        await answer(scope, receive, send)


class _Held:
    """Keeps back an answer that is a whole HTML page; lets every other one through."""

    def __init__(self, send: Send) -> None:
        self.send, self.body = send, bytearray()
        self.start: dict = {}

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            headers = Headers(raw=message["headers"])
            if headers.get("content-type", "").startswith("text/html") and not headers.get("content-encoding"):
                self.start = dict(message)
                return
        if self.start and message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            return
        await self.send(message)
