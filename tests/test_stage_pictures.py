"""Pictures of slides over HTTP: drawn beside the server, kept, refused with a time to come back where too many wait."""

from concurrent.futures import Future

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import slides, workshop
from server import stage

VIEW = "/api/slide.svg?page=map&indicator=dti&basis=63&period=2022&lang=en&figure=map"


@pytest.fixture
def asked(monkeypatch):
    """The stage's routes; what they order from the process beside the server is written down and made at once."""
    orders = []

    def submit(work, *given):
        orders.append((work, *given))
        promise = Future()
        try:
            promise.set_result(work(*given))
        except Exception as fault:
            promise.set_exception(fault)
        return promise

    monkeypatch.setattr(workshop, "submit", submit)
    monkeypatch.setattr(stage, "SHELF", stage.Shelf())
    return TestClient(Starlette(routes=stage.routes())), orders


def test_a_picture_is_drawn_beside_the_server_once(asked):
    client, orders = asked
    first = client.get(VIEW + "&shape=wide")
    assert first.status_code == 200 and first.headers["content-type"].startswith("image/svg+xml")
    assert [order[0] for order in orders] == [slides.picture]
    assert client.get(VIEW + "&shape=wide", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    assert len(orders) == 1, "what was drawn is kept"
    assert client.get(VIEW + "&shape=square").content != first.content


@pytest.mark.parametrize("view", ["page=map&figure=nothing", "page=stage", "page=map&figure=map&shape=round"])
def test_a_view_without_a_picture_is_refused(asked, view):
    assert asked[0].get(f"/api/slide.svg?{view}").status_code == 404


def test_where_too_many_wait_the_stage_is_told_when_to_come_back(asked, monkeypatch, dataset):
    def full(*_):
        raise workshop.Busy

    monkeypatch.setattr(workshop, "submit", full)
    answer = asked[0].get(VIEW)
    assert answer.status_code == 503 and int(answer.headers["retry-after"]) > 0
    assert answer.json()["error"] == dataset.say("argument.busy", "en")


def test_a_story_lets_the_process_begin(asked, monkeypatch):
    monkeypatch.setattr(workshop, "_held", {})
    assert asked[0].get("/api/story.json?story=nation&lang=en").status_code == 200
    assert len(asked[1]) == 1, "its pictures are asked for in a moment"
