"""Addresses in a real browser: completed, kept, unknown, with wrong values; nothing asked of other machines."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from components.register import DEFAULT, PAGES

ROOT = Path(__file__).resolve().parent.parent.parent
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
    assert query(page)["basis"]
    # A page about targets has no period of its own: each target bears its year.
    assert query(page).get("period") or path == "targets"
    assert PAGES[path].bare or dataset.say("atlas.short", language) in words(page)
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


@pytest.fixture(scope="module")
def faulty_server(start_server, tmp_path_factory):
    """Address of an atlas whose folder of tables holds nothing but figures cut in the middle."""
    folder = tmp_path_factory.mktemp("faulty")
    whole = (ROOT / "data" / "observations.csv").read_bytes()
    (folder / "observations.csv").write_bytes(whole[: len(whole) // 2])
    with start_server(ATLAS_DATA=str(folder)) as address:
        yield address


@pytest.mark.parametrize("path", ["overview", "map", "province"])
def test_faulty_data_get_sentences(open_page, faulty_server, path):
    page = open_page(f"/{path}?lang=en", base=faulty_server)
    assert urlsplit(page.url).path == f"/{path}"
    assert "units.csv" in words(page)
    assert not page.locator('[data-testid="stException"]').count()
    assert "Traceback" not in words(page) and "KeyError" not in words(page)
