"""Pictures by link: the command and the interface give the figure that a link names, or a clear reason."""

import io
import re
import threading
from concurrent.futures import Future

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient

import export as command
from components import export, link, workshop
from components.dataset import dataset
from indicators.values import BadArgument
from server import api, charts

LINK = "/map?indicator=dti&basis=63&period=2022&lang=en&figure=map"
# What only a page can say that shows something all the same.
SCREEN = ("rang hiển thị", "age shows", "Liên kết có", "he link holds")
QUERY = "page=map&indicator=dti&basis=63&period=2022&lang=en"


@pytest.fixture
def client(monkeypatch):
    """The interface, its drawing done in this process."""

    def at_once(work, *rest):
        made = Future()
        made.set_result(work(*rest))
        return made

    monkeypatch.setattr(workshop, "submit", at_once)
    monkeypatch.setattr(charts, "SHELF", charts.Shelf())
    return TestClient(Starlette(routes=[*charts.routes(), *api.routes()]))


def test_the_command_and_the_interface_give_the_same_picture(client, tmp_path):
    path = tmp_path / "map.png"
    assert command.main(["chart", LINK, "--size", "slide", "-o", str(path)]) == 0
    answer = client.get(f"/api/chart.png?{QUERY}&figure=map&size=slide")
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/png"
    assert answer.content == path.read_bytes()
    assert Image.open(io.BytesIO(answer.content)).size == (1920, 1080)
    assert list(tmp_path.iterdir()) == [path], "nothing half-written is left"


def test_a_picture_is_kept_and_has_a_tag(client):
    first = client.get(f"/api/chart.svg?{QUERY}")
    assert "svg" in first.headers["content-type"] and first.headers["access-control-allow-origin"] == "*"
    again = client.get(f"/api/chart.svg?{QUERY}&figure=map", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and len(charts.SHELF.held) == 1


@pytest.mark.parametrize(
    "query",
    ["", "page=nothing", "page=../../etc/passwd", "page=map&figure=nothing", "page=map&indicator=nothing", "page=map&lang=fr",
     "page=map&size=poster", "page=map&scale=9", "page=map&colour=red", "page=map&page=data", "page=map&period=1999",
     f"page=map&indicator={'x' * 5000}", "page=map&scale=%00", "page=stage"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["png", "svg"])
def test_bad_arguments_get_a_reason(client, kind, query):
    answer = client.get(f"/api/chart.{kind}?{query}")
    assert answer.status_code == 400 and answer.json()["error"] and len(answer.text) < 4000
    assert not [part for part in SCREEN if part in answer.json()["error"]]


def test_too_many_orders_are_asked_to_come_back(client, monkeypatch):
    def busy(*_):
        raise workshop.Busy

    monkeypatch.setattr(workshop, "submit", busy)
    answer = client.get(f"/api/chart.png?{QUERY}")
    assert answer.status_code == 503 and int(answer.headers["retry-after"]) > 0 and answer.json()["error"]


def test_the_queue_has_an_end(monkeypatch):
    gate = threading.Event()
    waiting = []

    class Pool:
        def submit(self, work, *rest):
            waiting.append(Future())
            return waiting[-1]

    monkeypatch.setattr(workshop, "_pool", Pool)
    for _ in range(workshop.WAITING + 1):
        workshop.submit(gate.wait)
    with pytest.raises(workshop.Busy):
        workshop.submit(gate.wait)
    monkeypatch.setattr(workshop, "SECONDS", 0.01)
    with pytest.raises(workshop.Busy):
        workshop.answer(gate.wait)
    for order in waiting:
        order.set_result(None)
    workshop.submit(gate.wait).set_result(None)


def test_the_shelf_gives_away_what_was_not_asked_for():
    shelf = charts.Shelf(limit=10)
    for name in "abc":
        shelf.put((name,), b"1234")
    assert shelf.get(("a",)) is None and shelf.get(("c",)) == b"1234" and shelf.weight <= 10


@pytest.mark.parametrize(
    "wrong", ["/nothing", "map?indicator=no", "", "/map?figure=no", "https://example.org/map?lang=xx"]
)
def test_a_wrong_link_ends_the_command_with_a_reason(wrong, tmp_path, capsys):
    assert command.main(["chart", wrong, "-o", str(tmp_path / "x.png")]) == 2
    assert capsys.readouterr().err.strip() and not list(tmp_path.iterdir())


def test_a_link_of_any_server_is_read():
    chosen = link.read(f"https://example.org/atlas{LINK}")
    assert (chosen.page, chosen.indicator, chosen.basis, chosen.figure) == ("map", "dti", "63", "map")
    assert link.read(export.address(chosen)) == chosen
    with pytest.raises(BadArgument):
        link.read(LINK.replace("dti", "dti2"))


@pytest.mark.parametrize("kind", export.KINDS)
def test_every_format_comes_from_the_command(kind, tmp_path):
    assert command.main(["chart", LINK, "--format", kind, "-o", str(tmp_path)]) == 0
    (path,) = tmp_path.iterdir()
    assert path.name == f"map-map-dti-63-2022-en.{kind}" and path.stat().st_size > 2000


def test_the_web_map_is_one_file_that_asks_nobody(tmp_path):
    path = tmp_path / "map.html"
    assert command.main(["chart", LINK, "--format", "html", "-o", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    fetched = re.findall(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=["'](?!#|data:)[^"']""", text)
    assert not fetched, "everything must stand inside"
    assert text.count('class="atlas-name"') + text.count('class=\\"atlas-name') >= 2 and dataset().version in text
    assert command.main(["chart", "/map?figure=list", "--format", "html", "-o", str(path)]) == 2


def test_areas_are_not_coloured_by_totals_and_a_missing_ranking_is_no_error(client):
    total = client.get("/api/chart.svg?page=map&figure=map&indicator=grdp_current&lang=en")
    assert total.status_code == 400 and "total" in total.json()["error"]
    assert client.get("/api/chart.svg?page=map&figure=list&indicator=grdp_current&lang=en").status_code == 200
    assert client.get("/api/chart.svg?page=overview&figure=map&indicator=grdp_current&lang=en").status_code == 400
    unranked = client.get("/api/chart.svg?page=overview&figure=movers&indicator=dti_workforce&lang=en")
    assert unranked.status_code == 200


def test_the_catalogue_and_a_wrong_address_name_the_pictures(client):
    held = client.get("/api/catalog.json").json()["addresses"]
    assert {"page", "figure", "size", "scale", "lang"} <= set(held["/api/chart.png"]["parameters"])
    lost = client.get("/api/nothing")
    assert lost.status_code == 404 and all(address in lost.json()["error"] for address in held)
    assert all(client.get(address).status_code != 404 for address in held)
