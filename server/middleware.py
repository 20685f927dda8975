"""What every answer carries, and short or unknown addresses made whole before the page starts."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlencode

from starlette.datastructures import MutableHeaders, QueryParams
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.dataset import dataset, failure
from components.register import DEFAULT, PAGES
from indicators.selection import FOREIGN, Selection
from indicators.settings import setting
from server.compression import Compression
from server.page_language import PageLanguage, is_page

POLICY = "Content-Security-Policy"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    POLICY: (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss: data: blob:; worker-src 'self' blob:; "
        "frame-src 'self' data: blob:; object-src 'none'; base-uri 'self'"
    ),
}


@lru_cache(maxsize=1)
def headers() -> dict[str, str]:
    """Return the protecting headers; pictures may also come from the one outside server of street maps that the settings name."""
    street = setting(dataset(), "street_tiles") if failure() is None else ""
    host = "/".join(street.split("/")[:3])
    policy = HEADERS[POLICY].replace("img-src 'self'", f"img-src 'self' {host}" if host else "img-src 'self'")
    return {**HEADERS, POLICY: policy}


def whole(path: str, params: QueryParams) -> str:
    """Return the full address of a page asked for by a short link; "" where the address is whole or needs a sentence."""
    page = path.strip("/") or DEFAULT
    if page not in PAGES:
        return f"/{DEFAULT}?{urlencode({'missing': path[:60]})}"
    given = dict(params)
    chosen, notices = Selection.parse(given, dataset(), page)
    kept = {name: value for name, value in given.items() if name in FOREIGN}
    wanted = {**kept, **chosen.query()}
    if notices or (path == f"/{page}" and list(given.items()) == list(wanted.items())):
        return ""
    return f"/{page}?{urlencode(wanted, quote_via=quote)}"


class Addresses:
    """Sends a short deep link on to the full one, and an unknown page to the overview with a sentence."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or send the browser to the whole address."""
        if is_page(scope) and failure() is None:
            target = whole(scope["path"], QueryParams(scope["query_string"]))
            if target:
                await RedirectResponse(target, status_code=307)(scope, receive, send)
                return
        await self.app(scope, receive, send)


class Protection:
    """Adds the protecting headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and add the headers to its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = MutableHeaders(scope=message)
                for name, value in headers().items():
                    held.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)


# From the outermost inwards.
STACK = (Protection, Compression, Addresses, PageLanguage)
