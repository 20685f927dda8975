"""The assessment page in a real browser: painted, a slider by keyboard, a goal, words typed into a plan and own figures."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import settled

LANGUAGES = ("vi", "en")
RESULT = ".st-key-assessment_result"
CHART = "[data-testid=stVegaLiteChart] svg"


def query(page) -> dict[str, str]:
    """Return the parameters of the address that the browser shows."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def result(page) -> list[str]:
    """Return total and rank as they are written above the sliders."""
    return page.locator(f"{RESULT} .atlas-card .value").all_inner_texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_score_sheet_is_painted(open_page, dataset, language):
    page = open_page(f"/assessment?lang={language}&unit=34-19")
    drawn = page.locator(CHART).first.bounding_box()
    assert drawn["y"] < 400 and drawn["height"] > 250
    assert page.locator("text", has_text=dataset.indicators.at["dti_security", f"short_{language}"]).count()
    assert not page.locator('[data-testid="stException"]').count()


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=["hall", "phone"])
def test_a_slider_moved_by_keyboard_changes_total_rank_and_link(open_page, size):
    page = open_page("/assessment?lang=vi&unit=34-19&mode=whatif", width=size[0], height=size[1])
    before = result(page)
    slider = page.locator('.st-key-assessment_slider_dti_society_activity input[type="range"]')
    slider.focus()
    page.keyboard.press("End")
    page.wait_for_function(f"document.querySelector('{RESULT} .value').innerText !== '{before[0]}'", timeout=10_000)
    settled(page)
    after = result(page)
    assert after[0] > before[0] and after[1] != before[1]
    assert query(page)["scenario"] == "dti_society_activity:1"
    focused = page.evaluate(
        "document.activeElement.closest('[class*=st-key-assessment_slider_dti_society_activity]') !== null"
    )
    assert focused, "the moved slider keeps the keyboard"
    seen = page.locator(f"{RESULT} .atlas-cards").bounding_box()
    assert seen["y"] >= 0 and seen["y"] + seen["height"] <= size[1], "the result stays in view"


def test_a_goal_is_chosen_and_answered(open_page, dataset):
    page = open_page("/assessment?lang=en&unit=34-19&mode=goal")
    page.get_by_role("combobox", name=re.compile(dataset.say("assessment.goal_rank", "en"))).click()
    page.get_by_role("option", name="3", exact=True).click()
    page.wait_for_timeout(300)
    settled(page)
    assert query(page)["goal"] == "rank:3"
    assert page.locator(CHART).count()
    assert page.get_by_text(dataset.say("assessment.way_equal", "en")).count()


def test_what_is_typed_survives_another_part_and_another_language(open_page, dataset):
    page = open_page("/assessment?lang=vi&unit=34-19&mode=own")
    field = page.locator(".st-key-own_cell_34-19_dti_security input")
    field.fill("0,95")
    field.press("Enter")
    page.get_by_text("0,95").first.wait_for()
    settled(page)
    page.get_by_role("radio", name=dataset.say("assessment.mode_sheet", "vi")).click()
    page.locator(CHART).first.wait_for()
    settled(page)
    page.get_by_text("EN", exact=True).click()
    page.get_by_role("radio", name=dataset.say("assessment.mode_own", "en")).click()
    field.wait_for()
    settled(page)
    assert field.input_value() == "0,95"
