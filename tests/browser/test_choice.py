"""The box of choices in a real browser: found by typing, by keyboard alone, ahead of the page and never taken back."""

import pytest

from tests.browser.conftest import settled
from tests.browser.test_access import faults

START = "/map?lang=vi&indicator=dti&basis=63&period=2023"
FILLS = "[...document.querySelectorAll('.st-key-figure_map .areas path')].map(one => one.getAttribute('fill')).join()"
AT = "name => new URLSearchParams(location.search).get('indicator') === name"


@pytest.fixture
def page(open_page):
    """The map page, opened."""
    return open_page(START)


def box(page, dataset, key: str = "control.indicator"):
    """Return the box of a part of the address."""
    return page.get_by_label(dataset.say(key, "vi"), exact=True)


def test_an_indicator_is_found_without_diacritics_and_escape_takes_nothing(page, dataset):
    held = box(page, dataset)
    held.click()
    held.fill("ha tang so")
    shown = page.locator(".atlas-choices [role=option]:visible").all_inner_texts()
    assert dataset.indicators.at["dti_infrastructure", "title_vi"] in shown and len(shown) < 8
    assert not (found := faults(page)), "\n".join(found)
    held.fill("qqq")
    assert page.locator(".atlas-choices .none:visible").inner_text() == dataset.say("choice.none", "vi")
    held.press("Enter")
    assert held.get_attribute("aria-expanded") == "true", "nothing was chosen"
    held.press("Escape")
    assert held.input_value() == dataset.indicators.at["dti", "title_vi"]
    assert held.get_attribute("aria-expanded") == "false" and page.evaluate(AT, "dti")


def test_by_keyboard_alone_and_back_again(page, dataset):
    before, held = page.evaluate(FILLS), box(page, dataset)
    held.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{held.get_attribute('aria-activedescendant')}")
    name = active.get_attribute("data-value")
    page.keyboard.press("Enter")
    page.wait_for_function(AT, arg=name)
    settled(page)
    title = dataset.indicators.at[name, "title_vi"]
    assert held.input_value() == title and page.get_by_text(title, exact=False).count() > 1
    assert page.evaluate(FILLS) != before
    page.go_back()
    page.wait_for_function(AT, arg="dti")
    settled(page)
    assert held.input_value() == dataset.indicators.at["dti", "title_vi"] and page.evaluate(FILLS) == before


def test_a_second_quick_choice_is_not_taken_back(page, dataset):
    held = box(page, dataset)
    for name in ("dti_economy", "dti_infrastructure"):
        held.click()
        page.locator(f".atlas-choices [data-value={name}]").click()
    quick = box(page, dataset, "control.period")
    page.wait_for_function(AT, arg="dti_infrastructure")
    settled(page)
    assert held.input_value() == dataset.indicators.at["dti_infrastructure", "title_vi"]
    # What stands there is what the link shows.
    painted, period = page.evaluate(FILLS), quick.input_value()
    page.reload()
    settled(page)
    assert page.evaluate(FILLS) == painted and box(page, dataset, "control.period").input_value() == period


def test_a_total_never_colours_the_map(page, dataset):
    name = next(
        one for one, row in dataset.indicators.iterrows() if row["display"] == "list" and dataset.periods_of(one, "63")
    )
    drawn = []
    page.on("response", lambda answer: drawn.append((answer.url.split("?")[0].rsplit("/")[-1], answer.status)))
    box(page, dataset).click()
    page.locator(f".atlas-choices [data-value={name}]").click()
    page.wait_for_function(AT, arg=name)
    settled(page)
    assert ("map.json", 204) in drawn and ("map.json", 200) not in drawn
    assert page.locator(".atlas-map").count() == 0


def test_a_choice_made_in_the_moment_of_a_change_of_language_is_neither_lost_nor_misread(open_page, dataset):
    page = open_page("/assessment?lang=vi&unit=34-19&mode=sheet")
    for words in ("EN", dataset.say("assessment.mode_editions", "vi")):
        page.get_by_text(words, exact=True).wait_for()
    page.evaluate(
        """(words) => {
            const named = (text) => [...document.querySelectorAll("button")].find((one) => one.innerText === text);
            const other = named(words);
            named("EN").click();
            other.click();
        }""",
        dataset.say("assessment.mode_editions", "vi"),
    )
    page.wait_for_function(
        "() => location.search.includes('lang=en') && location.search.includes('mode=editions')", timeout=8000
    )
    settled(page)
    assert "unit=34-19" in page.url, "the province was read as another one"
