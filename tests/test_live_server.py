"""Pictures of the screen by their link: what the browser gets is what the page's own figure says, for every choice."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import figure, gallery, live
from components.register import PAGES
from indicators.changing import changed
from indicators.selection import Selection
from server import live as served

LINK = {"indicator": "dti", "basis": "63", "period": "2023", "lang": "vi"}


@pytest.fixture(scope="module")
def client() -> TestClient:
    """The routes of live pictures."""
    return TestClient(Starlette(routes=served.routes()))


def asked(client, name: str = "map", page: str = "map", theme: str = "light", **parts: str):
    """Return the answer for a picture of a link."""
    return client.get(f"/live/{name}.json", params={"page": page, "theme": theme, **{**LINK, **parts}})


def built(dataset, name: str = "map", page: str = "map", dark: bool = False, **parts: str) -> bytes:
    """Return what the figure of a link holds for the browser."""
    at, _ = Selection.parse({**LINK, **parts}, dataset, page)
    with figure.painted(dark):
        made = gallery.figures(page)[name](at)
    return live.packed(made, made.live, dark)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("page", ["map", "overview"])
def test_a_link_gives_what_its_page_draws(client, dataset, page, theme):
    for name in ("map", "list"):
        answer = asked(client, name, page, theme)
        assert answer.content == built(dataset, name, page, theme == "dark")
        again = client.get(answer.request.url, headers={"if-none-match": answer.headers["etag"]})
        assert again.status_code == 304 and not again.content
    assert asked(client, "map", page, "light").content != asked(client, "map", page, "dark").content


def test_the_page_names_the_address_that_is_answered(client, dataset):
    at, _ = Selection.parse(LINK, dataset, "map")
    made = gallery.figures("map")["map"](at)
    address = live.source(made, False) + live.link(at)
    assert client.get(address).json()["at"] == live.link(at)


@pytest.mark.parametrize("choice", [("indicator", "pci"), ("period", "2021"), ("indicator", "papi_egov")])
def test_a_choice_gives_what_the_page_shows_after_it(client, dataset, choice):
    at, _ = Selection.parse(LINK, dataset, "map")
    after = changed(dataset, at, *choice)
    got = asked(client, choose=":".join(choice))
    assert got.json()["at"] == live.link(after)
    assert got.content == asked(client, **after.query()).content


def test_where_the_page_draws_no_map_there_is_none(client, dataset):
    total = next(
        name
        for name, row in dataset.indicators.iterrows()
        if row["display"] == "list" and dataset.periods_of(name, "63")
    )
    assert asked(client, choose=f"indicator:{total}").status_code == 204, "a total never colours areas"
    assert asked(client, "list", choose=f"indicator:{total}").status_code == 200
    assert asked(client, "tiles").status_code == 204, "what Vega draws is no picture of ours"
    assert asked(client, "no_such").status_code == 204


@pytest.mark.parametrize("wrong", [{"page": "no_such"}, {"theme": "green"}, {"other": "1"}, {"q": "x" * 2100}])
def test_what_is_no_link_is_refused(client, wrong):
    parts = {"page": "map", "theme": "light", **LINK, **wrong}
    assert client.get("/live/map.json", params=parts).status_code == 400


def test_an_embedded_page_asks_as_it_stands(client, dataset):
    assert asked(client, embed="true").content == asked(client).content


def test_unknown_values_are_met_as_on_the_page(client, dataset):
    got = asked(client, indicator="no_such", basis="99", period="1800", choose="indicator:neither")
    assert got.status_code == 200
    at, _ = Selection.parse({"lang": "vi"}, dataset, "map")
    assert got.json()["at"] == live.link(at)


def test_every_live_figure_of_every_page_has_its_address(client, dataset):
    walked = 0
    for page in PAGES:
        at, _ = Selection.parse({"lang": "en"}, dataset, page)
        for name, build in gallery.figures(page).items():
            made = build(at)
            if made.live is None or made.frame.empty:
                continue
            walked += 1
            answer = client.get(live.source(made, False) + live.link(made.selection))
            assert answer.json()["at"] == live.link(made.selection), (page, name)
    assert walked >= 5
