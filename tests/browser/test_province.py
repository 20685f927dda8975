"""The province page in a real browser: painted, its strips lead to their sources, its sections stand in the address."""

import pytest

from tests.browser.test_server_paths import query, words

CHARTS = '[data-testid="stVegaLiteChart"]'
# A source lies on another machine: the test sees where a click would lead, and stays.
WATCH = """() => {
  window.led = [];
  HTMLAnchorElement.prototype.dispatchEvent = function () { window.led.push(this.href); return false; };
}"""


@pytest.mark.parametrize(("unit", "language"), [("34-19", "vi"), ("63-06", "en")])
def test_the_first_screen_is_painted(open_page, dataset, unit, language):
    page = open_page(f"/province?unit={unit}&lang={language}")
    assert dataset.units.at[unit, f"name_{language}"] in words(page)
    assert page.locator(CHARTS).count() >= 3
    assert page.locator(".atlas-card").count() == 4
    first = page.locator(CHARTS).first.bounding_box()
    assert first["y"] < 400 and first["width"] > 500


def test_a_strip_leads_to_its_source(open_page):
    page = open_page("/province?unit=34-19&lang=vi")
    page.evaluate(WATCH)
    page.locator(CHARTS).first.get_by_text("0,7521 · thứ 8/34").click()
    page.wait_for_function("window.led.length > 0")
    (address,) = page.evaluate("window.led")
    assert address.startswith("http") and "localhost" not in address


def test_a_section_stands_in_the_address(open_page, dataset):
    page = open_page("/province?unit=34-19&lang=en")
    page.get_by_role("radio", name=dataset.say("province.section_similar", "en")).click()
    page.wait_for_url("**mode=similar**")
    page.get_by_text(dataset.say("province.conditions", "en")).wait_for()
    page.go_back()
    page.get_by_text("What moved").first.wait_for()
    assert query(page).get("mode", "") != "similar"


def test_nothing_is_lost_on_a_phone(open_page):
    page = open_page("/province?unit=63-06&lang=vi", width=390, height=844)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390
    assert page.locator(".atlas-local .one").count() >= 44
