"""A deck as PowerPoint reads it: native charts, notes, the same bytes twice."""

import io

import pytest
from pptx import Presentation

from indicators.export.pptx import Chart, Deck, Slide, slides

BARS = Chart("bar", ["Hà Nội", "Huế"], {"2024": [0.8241, None]}, decimals=4, marked=0)
LINES = Chart("line", ["2022", "2023"], {"Huế": [0.5, 0.6], "Trung bình": [0.4, 0.45]}, decimals=2)
DECK = Deck(
    "Huế", "vi",
    [
        Slide("Huế: chuyển đổi số", "dữ liệu 2026", points=["thứ 2/34"], opening=True),
        Slide("Chỉ số", chart=BARS, alt="hai thanh", notes="Nguồn: Bộ KH&CN"),
        Slide("Diễn biến", chart=LINES, points=["tăng"]),
        Slide("Bảng", table=[["Chỉ tiêu", "Giá trị"], ["Băng rộng", "45,7 %"]]),
    ],
    stamp="Atlas · 2026.11.23",
)  # fmt: skip


@pytest.fixture(scope="module")
def opened():
    return Presentation(io.BytesIO(slides(DECK)))


def test_charts_are_native_and_keep_their_data(opened):
    charts = [shape.chart for page in opened.slides for shape in page.shapes if shape.has_chart]
    assert [list(chart.plots[0].categories) for chart in charts] == [["Hà Nội", "Huế"], ["2022", "2023"]]
    assert tuple(charts[0].plots[0].series[0].values) == (0.8241, None)
    assert [tuple(series.values) for series in charts[1].plots[0].series] == [(0.5, 0.6), (0.4, 0.45)]


def test_words_notes_and_language(opened):
    pages = list(opened.slides)
    assert [page.shapes.title.text for page in pages] == [slide.title for slide in DECK.slides]
    assert pages[1].notes_slide.notes_text_frame.text == "Nguồn: Bộ KH&CN"
    xml = "".join(shape._element.xml for page in pages for shape in page.shapes)
    assert 'lang="vi-VN"' in xml and 'descr="hai thanh"' in xml and "Be Vietnam Pro" in xml


def test_the_same_deck_gives_the_same_bytes():
    assert slides(DECK) == slides(DECK)
