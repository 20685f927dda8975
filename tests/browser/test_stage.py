"""The stage in a real browser: every shipped slide at four sizes in both languages, keys, reload, restart, the visitor's own story."""

import csv
import io
import json
import os
import signal

import pytest

from bench import servers
from components import slides
from indicators import stories
from indicators.load import load
from tests.browser import conftest

SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768)]
LANGUAGES = ("vi", "en")
UNITS = {"province": "34-19"}
WAIT = 15_000
# What is wrong with the slide that is shown: cut or overflowing words, letters too small or too pale, a map without its islands.
MEASURE = """(least) => {
  const root = document.getElementById("atlas-stage").shadowRoot, slide = root.querySelector(".slide:not(.leaving)"), wrong = []
  const page = document.scrollingElement
  if (page.scrollHeight > innerHeight || page.scrollWidth > innerWidth) wrong.push("the page scrolls")
  if (slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1) wrong.push("the slide overflows")
  const light = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255).map((c) => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b }
  const whole = slide.getBoundingClientRect(), inner = (box) => box.left >= whole.left - 1 && box.right <= whole.right + 1 && box.top >= whole.top - 1 && box.bottom <= whole.bottom + 1
  const boxes = []
  for (const one of slide.querySelectorAll("h1, p, li > span, li > strong, .years li:not(.break), .count, svg text")) {
    const text = one.textContent.trim(), box = one.getBoundingClientRect(), style = getComputedStyle(one)
    if (!text || !box.width) continue
    if (!inner(box)) wrong.push("cut: " + text.slice(0, 50))
    if (one.scrollWidth > one.clientWidth + 2 && !(one instanceof SVGElement) && style.display !== "inline") wrong.push("overflows: " + text.slice(0, 50))
    const drawn = one instanceof SVGElement
    const size = parseFloat(style.fontSize) * (drawn ? one.getScreenCTM().a : 1)
    if (size < least - .35) wrong.push(`small ${size.toFixed(1)}: ` + text.slice(0, 40))
    const ink = light(drawn ? style.fill : style.color), ground = one.matches(".now") ? light(style.backgroundColor) : 1
    const contrast = (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05)
    if (contrast < 7 && !(drawn && ink > .9)) wrong.push(`pale ${contrast.toFixed(1)}: ` + text.slice(0, 40))
    if (!drawn) boxes.push([text, box])
  }
  boxes.forEach(([a, one], i) => boxes.slice(i + 1).forEach(([b, two]) => {
    if (one.left < two.right - 2 && two.left < one.right - 2 && one.top < two.bottom - 3 && two.top < one.bottom - 3) wrong.push(`overlap: ${a.slice(0, 25)} / ${b.slice(0, 25)}`) }))
  const drawing = slide.querySelector(".picture svg")
  if (!drawing) wrong.push("no picture")
  if (!slide.querySelector(".source").textContent.trim()) wrong.push("no source")
  if (slide.matches(".map") && !(/Hoàng Sa/.test(drawing?.textContent) && /Trường Sa/.test(drawing?.textContent))) wrong.push("no islands")
  return wrong
}"""


def shipped() -> list[tuple[str, str]]:
    """Return every story that is shipped, with a unit where it is told for one."""
    data = load()
    return [(name, UNITS.get(name, "")) for name in stories.names(data)]


def at(page, number: int, language: str = "") -> None:
    """Wait until a slide is shown and its picture painted."""
    page.wait_for_function(
        """([number, language]) => { const host = document.getElementById("atlas-stage")
        return host && host.dataset.slide === number && (!language || host.dataset.language === language)
          && host.shadowRoot.querySelector(".slide:not(.leaving)")?.dataset.number === number }""",
        arg=[str(number), language],
        timeout=WAIT,
    )


def stage(open_page, story: str = "nation", number: int = 1, **options):
    """Open the stage at a slide, without a click into it."""
    more = options.pop("more", "")
    page = open_page(f"/stage?story={story}&slide={number}&lang={options.pop('language', 'vi')}{more}", **options)
    at(page, number)
    return page


def resized(page, size: tuple[int, int], number: int) -> float:
    """Give the window a size, wait for the slide in that shape, and return the least height of letters at it: 24 of 1080 lines."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    wide = size[0] / size[1] >= 1.5
    page.wait_for_function(
        """([wide, number, width]) => { const frame = document.getElementById("atlas-stage").shadowRoot.querySelector(".frame")
        return innerWidth === width && frame.dataset.shape === wide && frame.lastElementChild.dataset.number === number
          && frame.children.length === 1 }""",
        arg=["wide" if wide else "square", str(number), size[0]], timeout=WAIT,
    )  # fmt: skip
    return 24 * (min(size[0] / 1920, size[1] / 1080) if wide else min(size[0] / 1440, size[1] / 1080))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_fits_at_every_size(open_page, language):
    wrong, page = [], None
    for name, unit in shipped():
        more = f"&unit={unit}" if unit else ""
        page = page or stage(open_page, name, more=more, language=language)
        if f"story={name}" not in page.url:
            page.goto(page.url.split("/stage")[0] + f"/stage?story={name}&slide=1&lang={language}{more}")
        for number in range(1, len(slides.story(name, language, unit)["slides"]) + 1):
            at(page, number)
            for size in SIZES:
                least = resized(page, size, number)
                wrong += [f"{name} {number} {size[0]}x{size[1]}: {one}" for one in page.evaluate(MEASURE, least)]
            page.keyboard.press("ArrowRight")
    assert not wrong, "\n".join(wrong)


def test_keys_work_without_a_click(open_page):
    page = stage(open_page)
    count = len(slides.story("nation", "vi")["slides"])
    steps = [
        ("ArrowRight", 2), ("PageDown", 3), ("PageUp", 2), (" ", 3), ("ArrowLeft", 2), ("End", count), ("Home", 1), ("ArrowDown", 2),
        ("ArrowUp", 1), ("3", 1), ("Enter", 3),
    ]  # fmt: skip
    for key, number in steps:
        page.keyboard.press(key)
        at(page, number)
    panel = lambda name: page.locator(f"#atlas-stage .{name}")  # noqa: E731
    for key, name in (("b", "veil"), ("n", "notes"), ("h", "help")):
        page.keyboard.press(key)
        assert panel(name).is_visible(), key
        page.keyboard.press("Escape")
        assert panel(name).is_hidden(), key
    page.keyboard.press("l")
    at(page, 3, "en")
    assert "lang=en" in page.url and "slide=3" in page.url
    page.keyboard.press("Escape")
    page.wait_for_url("**/stories?*")
    page.wait_for_function("!document.getElementById('atlas-stage')")


def test_a_reload_returns_to_the_slide(open_page):
    page = stage(open_page)
    page.keyboard.press("ArrowRight")
    at(page, 2)
    page.reload()
    at(page, 2)


def test_the_presenter_keeps_step(open_page):
    hall = stage(open_page, number=2)
    desk = hall.context.new_page()
    desk.goto(hall.url + "&presenter=1")
    at(desk, 2)
    assert desk.locator("#atlas-stage .said").inner_text().strip()
    desk.locator("#atlas-stage .next .slide[data-number='3']").wait_for(timeout=WAIT)
    desk.bring_to_front()
    desk.keyboard.press("PageDown")
    at(hall, 3)
    hall.bring_to_front()
    hall.keyboard.press("PageUp")
    at(desk, 2)


def test_the_kiosk_goes_round_by_itself(open_page):
    page = stage(open_page, more="&kiosk=1")
    assert page.evaluate("getComputedStyle(document.getElementById('atlas-stage')).cursor") == "none"
    page.evaluate("atlasStage.story.slides.forEach((slide) => { slide.seconds = 0.4 }); atlasStage.show(1)")
    for slide in ("2", "3"):
        page.wait_for_function(f"document.getElementById('atlas-stage').dataset.slide === '{slide}'", timeout=WAIT)
    assert "kiosk=1" in page.url
    number = page.evaluate("(clearTimeout(atlasStage.timer), atlasStage.wait = () => {}, atlasStage.go(5), 5)")
    at(page, number)
    page.reload()
    at(page, number)


def test_the_stage_outlives_a_killed_server(browser):
    port = servers.free_port()
    address, process = f"http://localhost:{port}", servers.start("app.py", port)
    page = browser.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    try:
        servers.await_answer(process, address)
        page.goto(f"{address}/stage?story=nation&slide=2&lang=vi")
        at(page, 2)
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        page.wait_for_function("document.getElementById('atlas-stage').dataset.connection === 'lost'", timeout=WAIT)
        assert page.locator("#atlas-stage .picture svg").count() == 1
        process = servers.start("app.py", port)
        servers.await_answer(process, address)
        page.wait_for_function("document.getElementById('atlas-stage').dataset.connection === 'up'", timeout=10_000)
        at(page, 2)
        page.keyboard.press("ArrowRight")
        at(page, 3)
        page.wait_for_timeout(6000)
        at(page, 3)
        assert page.locator("#atlas-stage .picture svg").count() == 1
    finally:
        page.close()
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)


def kept(page, *links: str) -> None:
    """Keep a story of one's own with these links in the browser."""
    rows = [{"link": link, "headline_vi": "Một", "headline_en": "One", "seconds": "20"} for link in links]
    page.evaluate("(rows) => localStorage.setItem('atlas.story', JSON.stringify({ rows }))", rows)


def test_a_broken_slide_is_named_and_the_rest_is_shown(open_page):
    page = stage(open_page)
    kept(page, "map?indicator=gone&figure=map", "map?indicator=dti&figure=globe", "overview?figure=movers")
    page.goto(page.url.split("?")[0] + "?story=mine&slide=1&lang=vi")
    for number, named in ((1, "gone"), (2, "globe")):
        at(page, number)
        said = page.locator("#atlas-stage .faults").inner_text()
        assert f"Trang chiếu {number} có lỗi" in said and named in said
        page.keyboard.press("PageDown")
    at(page, 3)
    assert page.locator("#atlas-stage .picture svg").count() == 1


def test_a_scenario_is_added_on_its_page_and_played(open_page):
    page = open_page("/assessment?unit=34-19&indicator=dti&scenario=dti_economy_activity:0.9&figure=whatif&lang=vi")
    page.get_by_role("button", name="Chia sẻ").click()
    page.get_by_role("button", name="Thêm vào câu chuyện của tôi").last.click()
    page.get_by_text("Đã thêm.").wait_for(timeout=WAIT)
    (row,) = json.loads(page.evaluate("localStorage.getItem('atlas.story')"))["rows"]
    assert "scenario=dti_economy_activity" in row["link"] and "figure=whatif" in row["link"]
    page.goto(page.url.split("/assessment")[0] + "/stage?story=mine&slide=1&lang=vi")
    at(page, 1)
    assert "(kịch bản)" in page.locator("#atlas-stage .picture svg").text_content()
    assert not page.evaluate(MEASURE, 16)


def test_a_story_of_ones_own(open_page, tmp_path):
    page = open_page("/map?lang=en&indicator=dti&basis=34&period=2024")
    page.get_by_role("button", name="Share").click()
    add = page.get_by_role("button", name="Add to my story")
    add.last.click()
    page.get_by_text("Added.").wait_for(timeout=WAIT)
    add.last.click()
    page.get_by_text("(2 slides)").wait_for(timeout=WAIT)
    page.goto(page.url.split("/map")[0] + "/stories?lang=en")
    conftest.settled(page)
    cards = page.locator(".cards .card")
    cards.nth(1).wait_for(timeout=WAIT)
    cards.nth(1).get_by_text("Edit words").click()
    cards.nth(1).get_by_label("Headline, English").fill("{first} leads")
    page.reload()
    conftest.settled(page)
    cards.nth(1).get_by_text("Ha Noi leads").wait_for(timeout=WAIT)
    cards.nth(1).get_by_role("button", name="Up").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    saved = waiting.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(saved)))
    assert [row["order"] for row in rows] == ["1", "2"] and rows[0]["headline_en"] == "{first} leads"
    broken = tmp_path / "broken.csv"
    broken.write_text(saved.replace("{first}", "{nobody}"), encoding="utf-8")
    page.evaluate("localStorage.clear()")
    page.reload()
    conftest.settled(page)
    page.locator("input[type=file]").set_input_files(broken)
    page.locator(".said").get_by_text("{nobody}").wait_for(timeout=WAIT)
    page.get_by_role("link", name="Play", exact=True).last.click()
    at(page, 1)
    assert "my story" in page.locator("#atlas-stage .kicker").inner_text().lower()
    assert json.loads(page.evaluate("localStorage.getItem('atlas.story')"))["rows"]
