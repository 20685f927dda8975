"""What the atlas answers over HTTP, without a browser: files, data, headers, addresses."""

import gzip
import io

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from indicators.values import values_frame
from server import api, compression, files, middleware

HTML = {"accept": "text/html"}
COLUMNS = ["unit", "name", "period", "value", "rank", "rank_of", "rank_status", "status", "source"]


@pytest.fixture(scope="module")
def client() -> TestClient:
    """The atlas's routes and middleware around a page that says which address it got."""

    async def screen(request):
        return PlainTextResponse(str(request.url))

    app = Starlette(
        routes=[*files.routes(), *api.routes(), Route("/{path:path}", screen)],
        middleware=[Middleware(part) for part in middleware.STACK],
    )
    return TestClient(app, follow_redirects=False)


@pytest.mark.parametrize("basis", ["63", "34"])
def test_boundaries_travel_once_and_compressed(client, basis):
    first = client.get(f"/geo/{basis}.topojson")
    assert first.status_code == 200 and first.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in first.headers["vary"]
    assert client.get(f"/geo/{basis}.topojson", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    assert (
        client.get(f"/geo/{basis}.topojson", headers={"if-none-match": f'W/{first.headers["etag"]}, "x"'}).status_code
        == 304
    )
    plain = client.get(f"/geo/{basis}.topojson", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers and plain.content == first.content


@pytest.mark.parametrize(
    "path",
    ["/geo/../app.py", "/geo/%2e%2e/app.py", "/assets/../app.py", "/assets/fonts/..%2f..%2fapp.py", "/geo/99.topojson",
     "/assets//etc/passwd", "/geo/build.py", "/assets/README.md"],
)  # fmt: skip
def test_only_known_files_are_given(client, path):
    answer = client.get(path)
    assert answer.status_code == 404 or "testserver" in answer.text


@pytest.mark.parametrize("path", ["/assets/leaflet/leaflet.js", "/assets/favicon.png", "/assets/logo.svg"])
def test_assets_are_there(client, path):
    assert client.get(path).status_code == 200


def test_values_are_those_of_the_command(client, dataset):
    answer = client.get("/api/values.csv?indicator=dti&basis=63&period=2022")
    assert answer.status_code == 200 and answer.headers["access-control-allow-origin"] == "*"
    read = pd.read_csv(io.StringIO(answer.text), dtype=str, keep_default_na=False)
    assert list(read.columns) == COLUMNS
    assert answer.text == values_frame(dataset, "dti", "63", "2022", "vi").to_csv(index=False, lineterminator="\n")


def test_values_name_rule_and_parts_when_asked(client, dataset):
    address = "/api/values.csv?indicator=papi_egov&basis=34&period=2022"
    plain = client.get(address)
    link = plain.headers["link"]
    assert link.endswith('; rel="describedby"')
    whole = client.get("/api/values.csv" + link[link.index("<") + 1 : link.index(">")])
    assert whole.status_code == 200 and "link" not in whole.headers
    given = values_frame(dataset, "papi_egov", "34", "2022", "vi", True)
    assert whole.text == given.to_csv(index=False, lineterminator="\n")
    read = pd.read_csv(io.StringIO(whole.text), dtype=str, keep_default_na=False).set_index("unit")
    assert list(read.columns) == [*COLUMNS[1:], "merge_rule", "merge_parts", "merge_weights"]
    assert read.at["34-19", "status"] == "derived" and read.at["34-19", "merge_parts"].startswith("63-06 = ")
    assert "link" not in client.get("/api/values.csv?indicator=dti&basis=34&period=2024").headers
    assert client.get(address + "&parts=2").status_code == 400


@pytest.mark.parametrize(
    "query",
    ["", "indicator=dti", "indicator=no&basis=63&period=2022", "indicator=dti&basis=64&period=2022",
     "indicator=dti&basis=63&period=1999", "indicator=dti&basis=63&period=2022&colour=red",
     "indicator=dti&basis=63&period=2022&lang=fr", "indicator=dti&indicator=dti&basis=63&period=2022",
     f"indicator={'x' * 5000}&basis=63&period=2022", "indicator=%00&basis=63&period=2022"],
)  # fmt: skip
def test_bad_arguments_get_a_reason(client, query):
    answer = client.get(f"/api/values.csv?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"] and len(answer.text) < 4000


def test_the_catalogue_names_what_can_be_asked(client, dataset):
    held = client.get("/api/catalog.json").json()
    assert {entry["indicator"] for entry in held["indicators"]} == set(dataset.indicators.index)
    assert [entry["basis"] for entry in held["bases"]] == [*dataset.bases, "nation"]
    asked = next(entry for entry in held["indicators"] if entry["periods"])
    basis, periods = next(iter(asked["periods"].items()))
    answer = client.get(f"/api/values.csv?indicator={asked['indicator']}&basis={basis}&period={periods[-1]}")
    assert answer.status_code == 200


def test_other_sites_may_ask(client):
    asked = {"origin": "https://example.org", "access-control-request-method": "GET"}
    assert client.options("/api/values.csv", headers=asked).headers["access-control-allow-origin"] == "*"


def test_a_short_address_is_completed_once(client):
    first = client.get("/map?indicator=dti", headers=HTML)
    assert first.status_code == 307
    assert client.get(first.headers["location"], headers=HTML).status_code == 200
    assert client.get("/", headers=HTML).headers["location"].startswith("/overview?")


def test_embedding_is_kept(client):
    assert "embed=true" in client.get("/map?embed=true", headers=HTML).headers["location"]


def test_a_wrong_value_stays_for_its_sentence(client):
    assert client.get("/map?indicator=nothing", headers=HTML).status_code == 200


def test_an_unknown_page_leads_to_the_first(client):
    location = client.get("/no/such?x=1", headers=HTML).headers["location"]
    assert location.startswith("/overview?missing=%2Fno%2Fsuch")
    assert client.get("//evil.example/x", headers=HTML).headers.get("location", "/").startswith("/overview")


def test_only_screens_are_redirected(client):
    assert client.get("/map").status_code == 200
    assert client.get("/_stcore/health", headers=HTML).status_code == 200


def test_every_answer_is_protected(client):
    for path in ("/geo/63.topojson", "/api/catalog.json", "/map", "/api/values.csv"):
        assert client.get(path).headers["x-content-type-options"] == "nosniff"


def test_streamlits_scripts_travel_compressed(client):
    address = sorted(compression.known())[0]
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip" and "immutable" in answer.headers["cache-control"]
    assert gzip.decompress(compression.packed(address)) == answer.content
