"""The targets page in a real browser: a click on a bar, on a segment, Back, a phone."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import settled

LANGUAGES = ("vi", "en")


def query(page) -> dict[str, str]:
    """Return the parameters of the address that the browser shows."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def chart(page, words: str):
    """Return the chart in which some words are drawn."""
    return page.locator('[data-testid="stVegaLiteChart"]', has=page.locator("text", has_text=words)).first


def press(page, words: str) -> None:
    """Press the drawn words and wait until the page stands."""
    box = chart(page, words).locator("text", has_text=words).first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    settled(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_answers_whether_targets_are_reached(open_page, dataset, language):
    page = open_page(f"/targets?lang={language}")
    drawn = page.locator("text", has_text=dataset.say("progress.missed", language)).first
    assert drawn.bounding_box()["y"] < 400
    sentence = page.get_by_text("137").first.bounding_box()
    assert sentence["y"] + sentence["height"] < 300
    assert not page.locator('[data-testid="stException"]').count()


def test_a_bar_chooses_its_indicator_and_back_returns(open_page, dataset):
    page = open_page("/targets?lang=en&topic=missed")
    before = query(page)["indicator"]
    page.locator("text", has_text=dataset.say("targets.rank", "en", value=35)).first.scroll_into_view_if_needed()
    press(page, dataset.say("targets.rank", "en", value=35))
    assert query(page)["indicator"] == "gii_rank" != before
    assert chart(page, "52-NQ/TW").count()
    page.go_back()
    settled(page)
    assert query(page)["indicator"] == before


def test_a_segment_filters_and_a_second_press_takes_it_away(open_page, dataset):
    page = open_page("/targets?lang=vi")
    word = dataset.say("progress.missed", "vi")
    press(page, f"{word} 1")
    assert query(page)["topic"] == "missed"
    press(page, f"{word} 1")
    assert "topic" not in query(page)


def test_the_rule_opens_beside_the_figures(open_page, dataset):
    page = open_page("/targets?lang=vi")
    page.get_by_role("button", name=dataset.say("targets.rule", "vi")).click()
    page.wait_for_timeout(300)
    assert page.get_by_text("Tốc độ cần mỗi năm").count()


def test_a_phone_needs_no_sideways_scrolling(open_page):
    page = open_page("/targets?lang=vi", width=390, height=844)
    wide = page.evaluate(
        "Math.max(...[...document.querySelectorAll('[data-testid=stMain], [data-testid=stVegaLiteChart]')].map(one => one.getBoundingClientRect().right))"
    )
    assert wide <= 391
