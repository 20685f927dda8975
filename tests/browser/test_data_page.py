"""The data page, the row at the end of every page and the documents' addresses in a real browser."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest


def query(page) -> dict[str, str]:
    """Return the parameters of the address that the browser shows."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def click_cell(page, words: str) -> None:
    """Click the cell of the grid whose description begins with some words."""
    page.locator(f'[aria-label^="{words}"]').first.click()


def test_a_cell_leads_to_its_indicator_and_back_returns(open_page, dataset):
    page = open_page("/data?lang=vi&basis=63")
    title = dataset.indicators.at["papi_egov", "title_vi"]
    click_cell(page, f"{title}, 2019")
    page.wait_for_url(re.compile("mode=catalogue"))
    assert query(page)["indicator"] == "papi_egov"
    page.get_by_text(dataset.indicators.at["papi_egov", "definition_vi"][:40]).wait_for()
    page.go_back()
    page.wait_for_url(lambda url: "mode=catalogue" not in url)


def test_a_search_is_typed_without_diacritics_and_stands_in_the_link(open_page, dataset):
    page = open_page("/data?lang=vi&mode=catalogue")
    field = page.get_by_label(dataset.say("data.search", "vi"))
    field.fill("ho so truc tuyen")
    field.press("Enter")
    page.wait_for_url(re.compile("q=ho"))
    page.get_by_text(re.compile(r"^\d/236")).wait_for()


def test_the_menu_takes_the_indicator_along_but_not_the_section(open_page, dataset):
    page = open_page("/data?lang=vi&mode=sources&q=papi&indicator=papi_egov&basis=63")
    page.get_by_role("link", name=dataset.say("page.map", "vi")).click()
    page.wait_for_url(re.compile("/map"))
    assert query(page)["indicator"] == "papi_egov"
    assert not {"mode", "q"} & set(query(page))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_link_and_citation_are_copied(open_page, dataset, language):
    page = open_page(f"/data?lang={language}&mode=sources", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=dataset.say("share.open", language)).click()
    page.get_by_role("button", name=dataset.say("citation.copy_link", language)).click()
    page.get_by_role("button", name=dataset.say("citation.copied", language)).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("button", name=dataset.say("citation.copy_citation", language)).click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('Atlas'))")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert page.url in cited and dataset.version in cited


def test_every_table_can_be_taken_away(open_page, dataset, tmp_path):
    page = open_page("/data?lang=en&mode=files")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=dataset.say("data.zip", "en")).click()
    waiting.value.save_as(tmp_path / "all.zip")
    assert (tmp_path / "all.zip").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("mode", ["coverage", "catalogue", "quality"])
def test_a_phone_shows_it_without_sideways_scrolling(open_page, mode):
    page = open_page(f"/data?lang=vi&mode={mode}", width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 391
