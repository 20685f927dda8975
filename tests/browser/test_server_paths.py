"""Addresses in a real browser: completed, kept, unknown, with wrong values; nothing asked of other machines."""

from urllib.parse import parse_qs, urlsplit

import pytest

from components.register import DEFAULT, PAGES

LANGUAGES = ("vi", "en")


def query(page) -> dict[str, str]:
    """Return the parameters of the address that the browser shows."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def words(page) -> str:
    """Return all text of a page."""
    return page.locator('[data-testid="stApp"]').inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_from_a_short_link(open_page, dataset, path, language):
    page = open_page(f"/{path}?lang={language}")
    assert urlsplit(page.url).path == f"/{path}"
    assert query(page)["lang"] == language
    assert query(page)["period"] and query(page)["basis"]
    assert dataset.say("atlas.short", language) in words(page)
    assert not page.locator('[data-testid="stException"]').count()


def test_the_root_leads_to_the_first_page(open_page):
    assert urlsplit(open_page("/").url).path == f"/{DEFAULT}"


def test_an_unknown_path_gets_a_sentence(open_page, dataset):
    page = open_page("/nothing/here")
    assert urlsplit(page.url).path == f"/{DEFAULT}"
    assert "/nothing/here" in words(page)
    assert not page.get_by_role("dialog").count()


def test_a_wrong_value_gets_a_sentence(open_page):
    page = open_page("/map?indicator=no_such_thing&lang=en")
    assert "no_such_thing" in words(page)
    assert not page.locator('[data-testid="stException"]').count()


def test_text_is_set_in_our_own_font(page):
    loaded = page.evaluate("[...document.fonts].filter(one => one.status == 'loaded').map(one => one.family)")
    assert any("Be Vietnam Pro" in family for family in loaded)


def test_the_page_can_be_embedded(server, open_page):
    page = open_page(f"/{DEFAULT}?embed=true")
    assert query(page)["embed"] == "true"
