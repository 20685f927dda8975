"""The HTML page names its language and itself; everything else passes untouched."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from server import page_language
from server.compression import STATIC

HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Streamlit's own page behind the middleware, and an address that answers in plain text."""
    page = (STATIC / "index.html").read_text(encoding="utf-8")

    async def shell(request):
        return HTMLResponse(page, headers={"ETag": '"theirs"', "Cache-Control": "no-cache"})

    async def plain(request):
        return PlainTextResponse("plain")

    routes = [Route("/plain", plain), Route("/assets/page.html", shell), Route("/{path:path}", shell)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(page_language.PageLanguage)]))


@pytest.mark.parametrize(
    ("query", "language"), [("?lang=vi", "vi"), ("?lang=en", "en"), ("", "vi"), ("?lang=xx", "vi")]
)
def test_a_page_says_its_language_and_name(client, dataset, query, language):
    text = client.get(f"/map{query}", headers=HTML).text
    assert f'<html lang="{language}">' in text
    assert f"<title>{dataset.say('atlas.name', language)}</title>" in text
    assert "prefers-reduced-motion" in text and ":focus-visible" in text and "/assets/favicon.png" in text


def test_a_page_travels_compressed_where_that_is_read(client):
    packed = client.get("/map?lang=vi", headers={**HTML, "accept-encoding": "gzip"})
    plain = client.get("/map?lang=vi", headers={**HTML, "accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert int(packed.headers["content-length"]) == len(gzip.compress(plain.content, 6, mtime=0))
    assert int(plain.headers["content-length"]) == len(plain.content)


def test_the_tag_of_streamlits_own_file_is_not_passed_on(client):
    answer = client.get("/map?lang=vi", headers={**HTML, "if-none-match": '"theirs"'})
    assert answer.status_code == 200 and "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-cache"


def test_files_data_and_other_answers_pass_untouched(client):
    assert '<html lang="en">' in client.get("/assets/page.html", headers=HTML).text
    assert '<html lang="en">' in client.get("/map?lang=vi", headers={"accept": "*/*"}).text
    assert client.get("/plain", headers=HTML).text == "plain"


def test_streamlits_page_still_has_what_is_replaced():
    """A new version of Streamlit that writes its page otherwise must be noticed here."""
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    for part in ('<html lang="en">', "<title>Streamlit</title>", "</head>"):
        assert page.count(part) == 1


def test_a_page_asks_early_for_what_draws_its_map():
    from server import early

    named = early.parts()
    assert any("BidiComponent" in part for part in named), "Streamlit's part has another name now"
    assert "/assets/live/map.js" in named
    links = early.links("index.html with /static/js/BidiComponent." + named[0].split("BidiComponent.")[1])
    assert named[0] not in links and "/assets/live/map.js" in links, "what a page names itself is not named again"
