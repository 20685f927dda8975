"""A story as PowerPoint and PDF: the slides of the stage, native charts where a figure has one, nothing kept of a visitor's story."""

import io
import json
import pickle
import zipfile
from concurrent.futures import Future

import pypdf
import pytest
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import handout, slides, workshop
from indicators import stories
from server import stage

PICTURE = 13
ROWS = [
    {
        "link": "map?indicator=dti&basis=34&period=2024&figure=list",
        "headline_vi": "{first} dẫn đầu",
        "headline_en": "{first} leads",
    },
    {"link": "map?indicator=dti&basis=34&period=2024&figure=map", "headline_vi": "Bản đồ", "headline_en": "The map"},
    {"link": "map?indicator=gone&figure=map", "headline_vi": "Đã mất", "headline_en": "Gone"},
]


@pytest.fixture(scope="module")
def held():
    body = json.dumps({"rows": [{**row, "seconds": "20", "speaker_vi": "Lời dẫn"} for row in ROWS]}).encode("utf-8")
    return slides.own_story(body, "vi", False)


def test_powerpoint_keeps_values_and_notes(held, dataset):
    pages = list(Presentation(io.BytesIO(handout.made("pptx", held, "vi"))).slides)
    assert [page.shapes.title.text for page in pages] == ["Hà Nội dẫn đầu", "Bản đồ", "Đã mất"]
    charts = [shape.chart for shape in pages[0].shapes if shape.has_chart]
    assert len(charts) == 1 and charts[0].plots[0].series[0].values[0] == pytest.approx(0.8241)
    assert (
        "Lời dẫn" in pages[0].notes_slide.notes_text_frame.text
        and "Nguồn" in pages[0].notes_slide.notes_text_frame.text
    )
    assert any(shape.shape_type == PICTURE for shape in pages[1].shapes)  # a picture: the map
    assert "gone" in "".join(shape.text_frame.text for shape in pages[2].shapes if shape.has_text_frame)


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("overview?figure=movers", "BAR_CLUSTERED"),
        ("overview?figure=nation", "LINE_MARKERS"),
        ("overview?figure=spread", "XY_SCATTER"),
        ("province?unit=34-19&figure=strips", "XY_SCATTER"),
        ("province?unit=34-19&figure=similar", "XY_SCATTER"),
        ("compare?figure=scatter", "XY_SCATTER"),
        ("compare?figure=regions", "XY_SCATTER"),
        ("targets?figure=tally", "BAR_STACKED"),
        ("targets?indicator=egdi_rank&figure=trajectory", "LINE_MARKERS"),
        ("targets?indicator=digital_economy_share_grdp&figure=ambitions", "XY_SCATTER"),
        ("assessment?unit=34-19&figure=lost", "BAR_STACKED"),
        ("map?indicator=dti&figure=list", "BAR_CLUSTERED"),
    ],
)
def test_what_office_can_draw_is_native(link, kind):
    body = json.dumps({"rows": [{"link": link, "headline_vi": "A", "headline_en": "A", "seconds": "20"}]}).encode(
        "utf-8"
    )
    (page,) = Presentation(io.BytesIO(handout.made("pptx", slides.own_story(body, "vi", False), "vi"))).slides
    charts = [shape.chart for shape in page.shapes if shape.has_chart]
    assert [chart.chart_type.name for chart in charts] == [kind]
    assert not [shape for shape in page.shapes if shape.shape_type == PICTURE]


def test_a_map_is_a_picture_with_its_figures_as_a_chart(held):
    page = list(Presentation(io.BytesIO(handout.made("pptx", held, "vi"))).slides)[1]
    assert [shape for shape in page.shapes if shape.shape_type == PICTURE]
    (chart,) = [shape.chart for shape in page.shapes if shape.has_chart]
    assert chart.plots[0].categories[0] == "1. Hà Nội" and chart.plots[0].series[0].values[0] == pytest.approx(0.8241)
    assert page.notes_slide.notes_text_frame.text.count("\t") > 34  # and all of them in the notes


def test_one_file_holds_both(held):
    found = zipfile.ZipFile(io.BytesIO(handout.made(handout.WHOLE, held, "vi")))
    assert [name.rsplit(".", 1)[1] for name in found.namelist()] == ["pptx", "pdf"]
    assert found.read(found.namelist()[1]).startswith(b"%PDF")


def test_pdf_has_a_page_a_slide_with_islands_and_sources(held):
    pages = pypdf.PdfReader(io.BytesIO(handout.made("pdf", held, "en"))).pages
    assert len(pages) == len(ROWS)
    words = [" ".join(page.extract_text().split()) for page in pages]
    assert "Ha Noi leads" in words[0] and "Source" in words[0]
    assert "Hoàng Sa" in words[1] and "Trường Sa" in words[1]
    assert "Gone" in words[2]
    assert float(pages[0].mediabox.width) / float(pages[0].mediabox.height) == pytest.approx(16 / 9, rel=0.01)


@pytest.fixture
def asked(monkeypatch):
    """The interface of the stage, and the orders that it gives to the process beside the server."""
    orders = []

    def submit(work, *rest):
        orders.append((work, rest))
        made = Future()
        made.set_result(b"file")
        return made

    monkeypatch.setattr(workshop, "submit", submit)
    return TestClient(Starlette(routes=stage.routes())), orders


def test_a_file_of_a_story_is_made_beside_the_server(asked, dataset):
    client, orders = asked
    name = stories.names(dataset)[0]
    assert client.get(f"/api/story.pptx?story={name}&lang=en").content == b"file"
    assert client.post("/api/story.pdf?lang=vi", content=json.dumps({"rows": ROWS})).content == b"file"
    assert [(work, rest[0], rest[1].name) for work, rest in orders] == [
        (handout.made, "pptx", name), (handout.made, "pdf", stories.OWN)
    ]  # fmt: skip
    assert pickle.loads(pickle.dumps(orders[1][1]))[1].rows.equals(orders[1][1][1].rows)


def test_too_many_files_of_stories_are_asked_to_come_back(asked, dataset, monkeypatch):
    def busy(*_):
        raise workshop.Busy

    monkeypatch.setattr(workshop, "submit", busy)
    answer = asked[0].get(f"/api/story.zip?story={stories.names(dataset)[0]}")
    assert answer.status_code == 503 and int(answer.headers["retry-after"]) > 0
    assert answer.json()["error"] == dataset.say("argument.busy", "vi")
