"""A deck as PowerPoint reads it: native charts, notes, the same bytes twice."""

import io

import pytest
from pptx import Presentation

from components import pack_topics, strip_figures
from components.dataset import dataset
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


def inches(shape):
    return [part / 914400 for part in (shape.left, shape.top, shape.width, shape.height)]


@pytest.fixture(scope="module", params=[("34-19", "vi"), ("63-06", "en"), ("VN", "vi")], ids="-".join)
def deck(request):
    from components import pack

    return pack.brief_of(*request.param), Presentation(
        io.BytesIO(next(iter(pack.made(*request.param, "slides").values())))
    )


def test_every_bar_has_its_name_in_legible_letters(deck):
    """A chart of 34 rows in one column showed every second name, one of 63 letters of 8 points in rows of 6."""
    bars = 0
    for page in deck[1].slides:
        for shape in page.shapes:
            if not shape.has_chart or str(shape.chart.chart_type).split(" ")[0] != "BAR_CLUSTERED":
                continue
            names = list(shape.chart.plots[0].categories)
            size = shape.chart.font.size.pt
            assert size >= 9 and size * 1.4 * len(names) <= shape.height.pt, (page.shapes.title.text, size)
            bars += len(names)
    assert bars >= 34


def test_the_list_of_provinces_is_whole_and_of_one_scale(deck):
    brief, opened = deck
    found = [[shape.chart for shape in page.shapes if shape.has_chart] for page in opened.slides]
    (several,) = [charts for charts in found if len(charts) > 1]
    names = [name for chart in several for name in chart.plots[0].categories]
    assert len(names) == len(set(names)) == len(pack_topics.ranked(brief).frame)
    assert len({chart.value_axis.maximum_scale for chart in several}) == 1
    values = [value for chart in several for value in chart.plots[0].series[0].values]
    assert values == sorted(values, reverse=True)


def test_every_slide_is_worth_showing(deck):
    """Slides of a topic held two rows and nothing else: what a slide shows takes at least half of its height, within its bounds."""
    for page in list(deck[1].slides)[1:]:
        shown = [shape for shape in page.shapes if shape.name not in ("Stamp", "Number", "Source")]
        boxes = [inches(shape) for shape in shown]
        assert all(left >= 0.5 and left + wide <= 12.84 and top + high <= 6.98 for left, top, wide, high in boxes)
        body = [box for box in boxes if box[1] >= 1.7]
        assert max(top + high for _, top, _, high in body) - min(top for _, top, _, _ in body) > 2.7
        for shape in shown:
            if shape.has_table and shape.name == "Table":
                assert len(shape.table.rows) > 3 or len(body) > 1


def test_rows_of_dots_meet_those_of_their_table(deck):
    for page in deck[1].slides:
        charts = [shape for shape in page.shapes if shape.has_chart and "XY" in str(shape.chart.chart_type)]
        for chart in charts:
            (table,) = [shape for shape in page.shapes if shape.has_table]
            rows = [row.height for row in table.table.rows]
            assert abs(table.top + rows[0] - chart.top) < 2000 and abs(sum(rows[1:]) - chart.height) < 20000
            for row, line in zip(list(table.table.rows)[1:], rows[1:], strict=True):
                runs = [run for cell in row.cells for run in cell.text_frame.paragraphs[0].runs]
                assert all(run.font.size.pt * 1.25 <= line.pt for run in runs)


def test_every_topic_with_figures_is_told_once(deck):
    brief, opened = deck
    if brief.nation:
        return
    text = "\n".join(cell.text for page in opened.slides for shape in page.shapes if shape.has_table
                     for row in shape.table.rows for cell in row.cells)  # fmt: skip
    held = brief.standing[brief.standing["value"].notna()]
    for row in held[~held["topic"].isin(strip_figures.INDEX_TOPICS)].itertuples():
        short = dataset().indicators.at[row.indicator, f"short_{brief.language}"]
        assert sum(line.startswith(f"{short} · ") for line in text.split("\n")) == 1, row.indicator
