"""The map page in a real browser: nothing is drawn anew where only data change, clicks lead on, the web map works offline."""

from urllib.parse import parse_qs, urlsplit

import pytest

from components import map_figures
from indicators.selection import Selection
from tests.browser.conftest import settled

MAP = ".st-key-figure_map"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
START = "/map?lang=vi&indicator=dti&basis=63&period=2023"


def query(page) -> dict[str, str]:
    """Return the parameters of the address that the browser shows."""
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def marked(page, selector: str) -> None:
    """Leave a mark on a node of the page, to know it again."""
    page.evaluate("selector => { document.querySelector(selector).marked = true; }", selector)


def still_marked(page, selector: str) -> bool:
    """Return whether the node is the one that was marked."""
    return page.evaluate("selector => document.querySelector(selector)?.marked === true", selector)


def fills(page) -> list[str]:
    """Return the colours of the areas as they are painted."""
    return page.eval_on_selector_all(f"{MAP} .areas path", "all => all.map(one => one.getAttribute('fill'))")


def choose(page, label: str, text: str) -> None:
    """Choose an option of a box by typing."""
    box = page.get_by_label(label, exact=True)
    box.click()
    box.fill(text)
    page.wait_for_timeout(300)
    box.press("Enter")
    settled(page)


def test_a_change_of_indicator_paints_the_same_picture_anew(open_page, dataset):
    page = open_page(START)
    marked(page, f"{MAP} svg.marks")
    before = fills(page)
    choose(page, dataset.say("control.indicator", "vi"), "PCI")
    page.wait_for_function("() => location.search.indexOf('indicator=pci') > 0")
    page.wait_for_function(
        "old => [...document.querySelectorAll('.st-key-figure_map .areas path')].map(one => one.getAttribute('fill')).join() !== old",
        arg=",".join(before),
    )
    assert still_marked(page, f"{MAP} svg.marks"), "the map was drawn anew"
    assert fills(page) != before


@pytest.mark.parametrize("basis, period", [("63", "2022"), ("34", "2023")])
def test_the_screen_draws_what_the_file_holds(open_page, dataset, basis, period):
    page = open_page(f"/map?lang=vi&indicator=dti&basis={basis}&period={period}")
    at, _ = Selection.parse({"indicator": "dti", "basis": basis, "period": period, "lang": "vi"}, dataset, "map")
    frame = map_figures.map_figure(at).frame.set_index("unit")
    painted = page.eval_on_selector_all(
        f"{MAP} .areas path", "all => all.map(one => [one.dataset.unit, one.getAttribute('fill')])"
    )
    assert {unit for unit, _ in painted} == set(frame.index)
    assert all(fill == frame.at[unit, "fill"] for unit, fill in painted)
    dots = page.locator(f"{MAP} .dots path").count()
    assert dots == (frame["derived"].sum() if dots else 0) and bool(dots) is bool(frame["derived"].any())
    lines = page.eval_on_selector_all(
        ".atlas-list [role=option]", "all => all.map(one => one.innerText.replaceAll('\\n', ' '))"
    )
    listed = map_figures.list_figure(at).frame
    assert [line.split() for line in lines] == [
        f"{one} {other}".split() for one, other in zip(listed["line"], listed["brief"], strict=True)
    ]


def test_the_list_is_walked_by_keyboard_and_points_at_the_map(open_page, dataset):
    page = open_page(START)
    page.get_by_role("listbox").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".atlas-list [role=option]").nth(1)
    assert page.get_by_role("listbox").get_attribute("aria-activedescendant") == second.get_attribute("id")
    assert page.locator(f"{MAP} path.hovered").get_attribute("d"), "the map shows where it lies"
    unit = second.get_attribute("data-unit")
    page.keyboard.press("Enter")
    page.wait_for_function("unit => location.search.indexOf('unit=' + unit) > 0", arg=unit)
    settled(page)
    assert page.locator(".atlas-list [role=option][aria-selected=true]").get_attribute("data-unit") == unit


def test_a_click_on_an_area_leads_to_its_province(open_page, dataset):
    page = open_page(START)
    page.locator(f"{MAP} .areas path[data-unit='63-40']").first.click()
    page.wait_for_function("() => location.search.indexOf('unit=63-40') > 0")
    settled(page)
    assert page.locator(f"{MAP} svg.marks text", has_text="Nghệ An").count(), "the chosen one is named on the map"
    page.get_by_role("link", name=dataset.say("control.open_province", "vi", name="Nghệ An")).click()
    page.wait_for_url("**/province?**")
    settled(page)
    assert query(page)["unit"] == "63-40"


@pytest.mark.parametrize("basis", ["63", "34"])
def test_every_unit_and_both_archipelagos_are_painted(open_page, dataset, basis):
    page = open_page(f"/map?lang=vi&indicator=dti&basis={basis}&period=2024")
    assert len(fills(page)) >= len(dataset.units_of(basis)) + 2
    words = page.locator(f"{MAP} svg.marks").text_content()
    box = page.locator(f"{MAP} svg.marks").bounding_box()
    assert "Hoàng Sa" in words and "Trường Sa" in words
    assert box["y"] + box["height"] <= 720, "the first screen holds the whole map"


@pytest.mark.parametrize("mode", ["multiples", "difference", "tiles"])
def test_every_view_paints_its_units_in_colours(open_page, dataset, mode):
    page = open_page(f"{START}&mode={mode}")
    kind = "rect mark" if mode == "tiles" else "geoshape"
    selector = f"[data-testid=stVegaLiteChart] svg.marks path[aria-roledescription='{kind}']"
    if mode == "difference":
        selector = ".atlas-map .areas path"
    page.wait_for_selector(selector)
    painted = page.eval_on_selector_all(selector, "all => all.map(one => one.getAttribute('fill'))")
    panels = len(dataset.periods_of("dti", "63")) if mode == "multiples" else 1
    assert len(painted) >= panels * (len(dataset.units_of("63")) + 2)
    assert len(set(painted)) > 2


def test_the_play_moves_on_and_stops_where_it_is(open_page, dataset):
    page = open_page(START.replace("2023", "2020") + "&mode=play")
    marked(page, f"{MAP} svg.marks")
    page.get_by_role("button", name=dataset.say("play.start", "vi")).click()
    card = dataset.say("play.card", "vi", period="2021")
    page.get_by_text(card).wait_for(timeout=8_000)
    page.get_by_text("Bộ chỉ số năm 2021").first.wait_for()
    page.get_by_role("button", name=dataset.say("play.stop", "vi")).click()
    settled(page)
    assert still_marked(page, f"{MAP} svg.marks"), "the map was drawn anew"
    assert query(page)["period"] == "2021"


def leaflet(page):
    """Return the frame that holds the web map, painted."""
    page.wait_for_selector("iframe[title*='folium']")
    frame = next(one for one in page.frames if "st_folium" in one.url)
    frame.wait_for_selector("path.leaflet-interactive")
    return frame


def test_the_web_map_works_offline_and_is_never_mounted_anew(open_page, dataset):
    page = open_page(START + "&mode=web")
    frame = leaflet(page)
    words = frame.locator("body").inner_text()
    assert "Hoàng Sa" in words and "Trường Sa" in words and dataset.indicators.at["dti", "short_vi"] in words
    assert frame.locator("path.leaflet-interactive").count() >= len(dataset.units_of("63")) + 2
    frame.evaluate("window.marked = true")
    frame.locator("path.leaflet-interactive").nth(30).click(force=True)
    page.wait_for_function("() => location.search.indexOf('unit=63-') > 0")
    settled(page)
    choose(page, dataset.say("control.indicator", "vi"), "PCI")
    page.wait_for_timeout(800)
    frame = leaflet(page)
    assert frame.evaluate("window.marked === true"), "the web map was mounted anew"
    assert dataset.indicators.at["pci", "short_vi"] in frame.locator(".atlas-corner").inner_text()
    assert frame.locator(".atlas-corner").count() == 1


@pytest.mark.parametrize("mode", ["map", "difference", "multiples", "tiles", "web"])
def test_a_phone_loses_nothing(open_page, mode):
    page = open_page(f"{START}&mode={mode}", width=390, height=844, user_agent=PHONE)
    wide = page.evaluate(
        "() => Math.max(...[...document.querySelectorAll('section, [data-testid=stMain]')].map(one => one.scrollWidth))"
    )
    assert wide <= 392
    cut = page.evaluate("""() => [...document.querySelectorAll('svg.marks')].filter(one => {
        const shown = one.getBoundingClientRect().right <= innerWidth + 2;
        for (let up = one.parentElement; up && !shown; up = up.parentElement) {
            if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX) && up.getBoundingClientRect().right <= innerWidth + 2) return false;
        }
        return !shown;
    }).length""")
    assert cut == 0, "a picture reaches beyond the screen and cannot be scrolled to"
