"""No derived value stands unmarked in tooltips, text alternatives, the stage's hand-out or the briefing pack."""

import io
import json
import re
from urllib.parse import urlencode

import pandas as pd
import pypdf
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from components import gallery, handout, merger_words, pack_document, pack_slides, slides
from components.brief import Brief
from components.dataset import dataset
from components.register import PAGES
from indicators import merging
from indicators.export import pictures
from indicators.selection import Selection
from tests.test_derived_marks import ADDRESSES, figures

UNIT = "34-19"
DECIMAL = re.compile(r"(?<![\d.,])\d[\d.,]*[.,]\d+")
# the sign stands behind the number and its unit of measure, before any other number or mark of punctuation
SIGNED = re.compile(r"[^\d;:()·,.\n]{0,30}?\*")
NUMERALS = re.compile(r"[-+−]?\d")


def numbers(labels) -> set[str]:
    """The decimal numbers of labels: a whole number may stand for anything."""
    return {found[0] for found in map(DECIMAL.search, map(str, labels)) if found}


def bare(text: str, known: set[str]) -> list[str]:
    """Where a text writes one of the known numbers without the sign behind it."""
    found = [one for one in DECIMAL.finditer(text) if one[0] in known and not SIGNED.match(text, one.end())]
    return [text[max(0, one.start() - 40) : one.end() + 20] for one in found]


def derived_numbers(figure) -> set[str]:
    """The numbers that a figure labels as derived and none of its published values shares."""
    made = merger_words.made(figure.frame)
    return numbers(figure.frame["label"][made]) - numbers(figure.frame["label"][~made])


def written(figure):
    """Every text of a figure: its words, the tooltips and labels of its frame and of the marks beside it."""
    yield from (("alt", figure.alt), ("title", figure.title), ("subtitle", figure.subtitle))
    for part, frame in {"frame": figure.frame, **figure.extra}.items():
        for name in frame.select_dtypes(["object", "string"]) if len(frame) else ():
            if not str(name).startswith(("status", "source")):
                yield from ((f"{part}.{name}", text) for text in frame[name] if isinstance(text, str))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_tooltips_labels_and_alternatives_bear_the_sign(page, language):
    for address in range(len(ADDRESSES)):
        for figure in figures(page, address, language):
            known = derived_numbers(figure) if "label" in figure.frame else set()
            wrong = [(where, found) for where, text in written(figure) for found in bare(text, known)]
            assert not wrong, f"{page}/{figure.id}: {wrong[:3]}"


def test_the_walk_sees_a_missing_sign():
    assert bare("Thái Nguyên: 0,5205 (hạng 26)", {"0,5205"}) and not bare("Thái Nguyên: 0,5205* (hạng 26)", {"0,5205"})
    assert bare("82,1 %, 5,0 %*", {"82,1"}) and not bare("82,1 %*, 5,0 %", {"82,1"})


def story(page: str, address: int):
    """A story of one slide for each figure of a page."""
    names = [name for name in gallery.figures(page) if not name.startswith("strip")]
    shared = {**ADDRESSES[address]}
    links = [f"{page}?{urlencode({**shared, 'figure': name})}" for name in names]
    rows = [{"link": link, "headline_vi": "A", "headline_en": "A", "seconds": "20"} for link in links]
    return slides.own_story(json.dumps({"rows": rows}).encode(), "en", False) if rows else None


def labelled(chart) -> dict[tuple[str, int], bool]:
    """Whether the label of each point of a native chart has the sign in its format of numbers."""
    found = {}
    for series in chart.plots[0].series:
        whole = series._element.find(qn("c:dLbls"))
        own = {} if whole is None else {
            int(one.find(qn("c:idx")).get("val")): one.find(qn("c:numFmt")) for one in whole.findall(qn("c:dLbl"))
        }  # fmt: skip
        for place in range(len(list(series.values))):
            form = own.get(place)
            found[series.name, place] = form is not None and "*" in form.get("formatCode")
    return found


@pytest.mark.parametrize("page", PAGES)
def test_the_hand_out_marks_derived_values_on_slides_and_in_notes(page, monkeypatch):
    monkeypatch.setattr(pictures, "png", lambda *_: b"")
    held = story(page, 0)
    if held is None:
        return
    for one in handout.pages(held, "en")[1]:
        figure, slide = one.figure, handout._slide(one)
        if figure is None or not merger_words.made(figure.frame).any():
            continue
        where, known = f"{page}/{figure.id}", derived_numbers(figure) if "label" in figure.frame else set()
        head, _, table = slide.notes.partition("\n\nCode\t")
        for text in (slide.title, slide.subtitle, slide.alt, slide.source, head):
            assert not bare(text, known), where
        assert "* derived from" in slide.source, where
        assert dataset().say("merger.mark", "en") in slide.notes, where
        assert "Merge rule" in slide.notes, where
        for line in table.splitlines()[1:]:
            values = set(line.split("\t"))
            assert not (values & set(figure.frame["name"])) or values & {*merging.MADE, "", "official", "computed"}
        made = merger_words.made(figure.frame)
        if getattr(slide.chart, "kind", "") == "bar" and made.any():
            (places,) = slide.chart.derived.values()
            names = set(figure.frame["name"][made])
            shown = [any(name in category for name in names) for category in slide.chart.categories]
            assert len(places) == sum(shown), where


def test_a_native_chart_writes_the_sign_behind_each_derived_value():
    rows = [
        {"link": f"{page}?{urlencode({**ADDRESSES[0], 'figure': name})}", "headline_vi": "A", "headline_en": "A", "seconds": "20"}
        for page, name in (("map", "list"), ("province", "trend"), ("assessment", "lost"))
    ]  # fmt: skip
    held = slides.own_story(json.dumps({"rows": rows}).encode(), "en", False)
    deck = Presentation(io.BytesIO(handout.made("pptx", held, "en")))
    bars, trend, lost = [next(one.chart for one in slide.shapes if one.has_chart) for slide in deck.slides]
    assert all(labelled(bars).values()) and all(labelled(lost).values())
    years = list(trend.plots[0].categories)
    signed = labelled(trend)
    own = trend.plots[0].series[0].name
    assert own == "Thai Nguyen", "the subject is the line with labels"
    assert {year: signed[own, place] for place, year in enumerate(years) if year in ("2022",)} == {"2022": True}
    assert not any(mark for (_, place), mark in signed.items() if years[place] == "2024")
    assert '"*"' in bars.plots[0].series[0]._element.xml


@pytest.fixture(scope="module", params=["vi", "en"])
def brief(request):
    return Brief(UNIT, request.param)


def pack_numbers(brief: Brief) -> set[str]:
    """The derived numbers of the pack's table that no published figure shares."""
    made = brief.standing["status"].isin(merging.MADE)
    texts = pd.Series([row["value"] for row in brief.rows()], index=brief.standing.index)
    means = pd.Series([row["mean"] for row in brief.rows()], index=brief.standing.index)
    own = brief.standing["mean_status"].isin(merging.MADE)
    return (numbers(texts[made]) | numbers(means[own])) - numbers(texts[~made]) - numbers(means[~own])


def test_the_packs_document_marks_every_derived_value(brief):
    known = pack_numbers(brief)
    assert len(known) > 15
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pack_document.pdf(brief))).pages)
    assert len(numbers(DECIMAL.findall(text)) & known) > 15
    assert not bare(text.replace("\n", " "), known)


def test_the_packs_slides_mark_every_derived_value(brief):
    known, texts = pack_numbers(brief), []
    for slide in Presentation(io.BytesIO(pack_slides.pptx(brief))).slides:
        texts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        texts += [
            cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells
        ]
        texts += [shape._element.xpath(".//p:cNvPr")[0].get("descr", "") for shape in slide.shapes]
        texts += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    assert len(set().union(*map(numbers, map(DECIMAL.findall, texts))) & known) > 8
    assert not [found for text in texts for found in bare(text, known)]


def test_what_moved_a_unit_marks_each_end_and_gives_the_interval_of_its_rank():
    """2022 and 2023 are derived on the new borders, 2024 is published; the old provinces' own values always are."""
    given = {"unit": UNIT, "indicator": "dti", "lang": "en"}
    ends = {}
    for earlier, later in (("2022", "2023"), ("2023", "2024")):
        chosen, _ = Selection.parse({**given, "from": earlier, "period": later}, dataset(), "province")
        figure = gallery.build(chosen.but(figure="moved"))
        ends[later] = [row.way.split(" → ") for row in figure.extra["rows"].itertuples()]
        assert dataset().say("merger.mark", "en") in figure.notes
        assert dataset().say("firm.note", "en") in figure.notes
        assert figure.frame["rank_low"].notna().equals(figure.frame["measure"].eq("rank"))
    assert ends["2023"][0] == ["0.6469", "0.7137", "0.6551*"]
    assert ends["2023"][2] == ["6 of 34*", "10 of 34*", "23 of 34* [21–27] ≈"]
    assert ends["2024"][0] == ["10 of 34*", "3 of 34", "8 of 34 [7–11] ≈"]
