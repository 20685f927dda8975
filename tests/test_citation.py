"""Link, citation and report of an error, on every page and without a call to another machine."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from components import citation, share
from components.register import PAGES
from indicators.selection import Selection
from indicators.settings import setting
from tests.screens import BUILT, opened

WEB_PAGES = [path for path in BUILT if not PAGES[path].bare]


@pytest.fixture
def chosen(dataset) -> Selection:
    asked = {"indicator": "dti", "basis": "63", "period": "2022", "unit": "63-06", "lang": "en"}
    return Selection.parse(asked, dataset, "map")[0]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", WEB_PAGES)
def test_every_page_can_be_cited_and_corrected(dataset, path, language):
    screen = opened(path, lang=language)
    screen.session_state[share.KEY] = True
    screen.run()
    assert not screen.exception
    reports = [block.value for block in screen.code if dataset.say("citation.report_question", language) in block.value]
    assert len(reports) == 1
    chosen = screen.session_state["_selection"]
    for part in (path, chosen.indicator, chosen.period, dataset.version, f"/{path}?"):
        assert part in reports[0]


def test_a_link_opens_the_same_screen(dataset, chosen):
    address = urlsplit(citation.link(chosen))
    given = {key: values[0] for key, values in parse_qs(address.query).items()}
    again, notices = Selection.parse(given, dataset, address.path.strip("/"))
    assert again == chosen and not notices


def test_a_citation_names_what_a_reader_needs(dataset, chosen):
    text = citation.citation(chosen)
    for part in (
        dataset.say("atlas.name", "en"),
        "Bac Kan",
        "2022",
        dataset.version,
        citation.link(chosen),
        "accessed",
    ):
        assert part in text


def test_a_report_names_the_figure(dataset, chosen):
    text = citation.report(chosen.but(figure="list"))
    for part in ("Figure: list", "Indicator: dti", "Unit: 63-06", "Period: 2022", "Basis: 63", dataset.version):
        assert part in text
    assert "Figure: map" in citation.report(chosen), "without a figure the page's first is meant"


def test_a_report_goes_to_the_configured_address(dataset, chosen, monkeypatch):
    monkeypatch.delenv("ATLAS_REPORT_ADDRESS", raising=False)
    assert setting(dataset, "report_address") == ""
    assert setting(dataset, "no_such_setting") == ""
    monkeypatch.setenv("ATLAS_REPORT_ADDRESS", "atlas@example.gov.vn")
    address = urlsplit(citation.report_link(setting(dataset, "report_address"), chosen))
    assert (address.scheme, address.path) == ("mailto", "atlas@example.gov.vn")
    assert "Indicator: dti\n" in unquote(address.query)
    assert citation.report_link("https://example.gov.vn/errors", chosen) == "https://example.gov.vn/errors"


def test_a_page_shows_the_configured_address(monkeypatch):
    monkeypatch.setenv("ATLAS_REPORT_ADDRESS", "atlas@example.gov.vn")
    screen = opened("map", lang="en")
    screen.session_state[share.KEY] = True
    screen.run()
    assert any("atlas@example.gov.vn" in part.value for part in screen.markdown)


def test_a_page_about_everything_is_cited_by_its_name_alone(dataset):
    chosen = Selection.parse({"indicator": "dti", "lang": "en"}, dataset, "data")[0]
    assert citation.subject(chosen) == dataset.say("page.data", "en")
