"""The assessment page in a real browser: painted, a slider by keyboard, a goal, words typed into a plan and own figures."""

import re
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from components import dataset as process
from indicators.assessment import own, scheme
from indicators.export import cells as export_cells
from indicators.export import xlsx
from tests.browser.conftest import settled

LANGUAGES = ("vi", "en")
RESULT = ".st-key-assessment_result"
MOMENT = datetime(2026, 11, 24)
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


def filled(kind: str, cells: dict[str, str], language: str = "vi") -> bytes:
    """Return the page's own template with some cells filled in, as a file of a kind."""
    data = process.dataset()
    weights = scheme.schemes(data)["dti", scheme.scheme_of(data, "dti", "2024").edition]
    frame = own.template(weights, data.indicators[f"short_{language}"].to_dict())
    frame["value"] = frame["index"].map(cells).fillna("")
    return export_cells.csv(frame) if kind == "csv" else xlsx.workbook([xlsx.Sheet("atlas", frame)], "", "", MOMENT)


def uploaded(page, kind: str, body: bytes) -> None:
    """Give the page a file of own figures and wait for its answer."""
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files(
        {"name": f"own.{kind}", "mimeType": "application/octet-stream", "buffer": body}
    )
    page.get_by_text(f"own.{kind}").first.wait_for()
    settled(page)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_own_figures_from_a_file_are_answered_in_words_and_gone_after_a_reload(open_page, dataset, kind):
    """Good cells count, bad ones (above 1, a comma, empty) are named and stay in the form; a reload forgets all but the link's."""
    page = open_page("/assessment?lang=vi&unit=34-19&mode=own")
    good, above, comma, empty = "dti_society_activity", "dti_security", "dti_workforce", "dti_infrastructure"
    uploaded(page, kind, filled(kind, {good: "0.9", above: "1.5", comma: "0,95"}))
    cell = lambda name: page.locator(f".st-key-own_cell_34-19_{name} input")  # noqa: E731
    assert [cell(name).input_value() for name in (good, above, comma, empty)] == ["0.9", "1.5", "0,95", ""]
    said = " ".join(page.locator('[data-testid="stAlert"]').all_inner_texts())
    short = dataset.indicators["short_vi"]
    assert (
        all(part in said for part in (short[above], "1.5", short[comma], "0,95", "0.95")) and short[empty] not in said
    )
    total = page.get_by_text(dataset.say("assessment.own_total", "vi"), exact=True)
    assert total.count() and dataset.say("assessment.own_mark", "vi") in page.locator("body").inner_text()
    cell(above).fill("0.97")
    cell(above).press("Enter")
    page.wait_for_function("!document.body.innerText.includes('1.5')")
    settled(page)
    assert cell(good).input_value() == "0.9", "what stood in the form is still there"
    assert "scenario" not in query(page)
    page.reload()
    settled(page)
    assert cell(good).input_value() == "" and not total.count()


def test_a_file_that_is_none_is_answered_and_own_figures_go_into_the_link_when_asked(open_page, dataset):
    page = open_page("/assessment?lang=en&unit=34-19&mode=own")
    uploaded(page, "xlsx", b"no workbook")
    assert "own.xlsx" in " ".join(page.locator('[data-testid="stAlert"]').all_inner_texts())
    uploaded(page, "csv", filled("csv", {"dti_society_activity": "0.9"}, "en"))
    page.get_by_role("button", name=dataset.say("assessment.own_link", "en")).click()
    page.locator(RESULT).wait_for()
    settled(page)
    assert query(page)["scenario"] == "dti_society_activity:0.9"
    page.reload()
    settled(page)
    assert query(page)["scenario"] == "dti_society_activity:0.9" and result(page)
