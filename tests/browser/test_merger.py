"""One series across the merger in a real browser: old borders switched on, the parts behind derived values, ranks of two bases."""

from tests.browser.test_server_paths import query

START = "/map?lang=vi&indicator=papi_egov&basis=34&period=2023"
SHAPES = "document.querySelectorAll('.st-key-figure_map svg path').length"


def test_the_old_borders_are_drawn_when_switched_on(open_page, dataset):
    page = open_page(START)
    before = page.evaluate(SHAPES)
    page.get_by_role("button", name=dataset.say("map.settings", "vi")).click()
    page.locator(".st-key-borders_shown label").first.click()
    page.wait_for_url("**borders=former**")
    page.wait_for_function(f"old => {SHAPES} > old", arg=before)
    page.go_back()
    page.wait_for_function(f"old => {SHAPES} === old", arg=before)
    assert "borders" not in query(page)


def test_rule_parts_and_weights_are_one_click_away(open_page, dataset):
    page = open_page(START)
    page.locator(".st-key-panel_map button").first.click()
    page.get_by_text(dataset.say("merger.panel", "vi")).first.wait_for()
    assert page.get_by_text("bình quân của các đơn vị hợp thành").count() >= 1


def test_a_change_of_basis_says_that_ranks_do_not_compare(open_page, dataset):
    page = open_page(START)
    page.get_by_role("radio", name="63").first.click()
    page.wait_for_url("**basis=63**")
    page.locator("[data-testid=stToast]").get_by_text("không so được").wait_for()
