"""Access in a real browser: axe on every page, language, theme; keyboard; zoom; quiet motion. See docs/access.md."""

from pathlib import Path

import axe_playwright_python
import pytest

from components.register import PAGES
from indicators.text import LANGUAGES
from tests.browser.conftest import settled, watched

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = {"serious", "critical"}
# What Streamlit draws and we cannot change, by rule and a part of the element's own text; each with its reason in docs/access.md.
EXCEPTED: dict[str, tuple[str, ...]] = {"svg-img-alt": ('mark container"></g>',)}
# 1280 x 720 at 200 %, and a phone.
NARROW = ((640, 360), (390, 844))
# Elements that reach beyond the right edge although nothing that holds them scrolls.
LOST = """() => {
  const out = [], wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide + 1) out.push(`page is ${document.documentElement.scrollWidth} wide`);
  for (const one of document.querySelectorAll("p, h1, h2, h3, h4, button, input, a, td, label")) {
    const box = one.getBoundingClientRect();
    const seen = one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!seen || !box.width || !box.height || box.right <= wide + 1) continue;
    let holder = one.parentElement;
    while (holder && !/auto|scroll/.test(getComputedStyle(holder).overflowX)) holder = holder.parentElement;
    if (!holder || holder.scrollWidth <= holder.clientWidth) out.push(one.outerHTML.slice(0, 120));
  }
  return out;
}"""
# Where the keyboard is: the element, and whether it or what draws it shows a ring.
FOCUSED = """() => {
  let one = document.activeElement;
  while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
  if (!one || one === document.body) return null;
  const ring = (part) => { const style = getComputedStyle(part);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none"; };
  let holder = one, seen = false;
  for (let up = 0; up < 4 && holder; up += 1, holder = holder.parentElement) seen = seen || ring(holder);
  return { name: (one.getAttribute("aria-label") || one.textContent || "").trim().slice(0, 60), tag: one.tagName, seen };
}"""


@pytest.fixture(scope="module")
def tab(server, browser):
    """One page whose context lives through the module, so that scripts are loaded once; fails on outside requests."""
    outside, problems = [], []
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="vi-VN", reduced_motion="reduce")
    yield watched(context, outside, problems)
    context.close()
    assert not outside, f"asked other machines: {outside}"


def opened(tab, server, path: str):
    """Open a path in the shared page at its usual size and theme."""
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.emulate_media(color_scheme="light", reduced_motion="reduce")
    tab.goto(server + path)
    settled(tab)
    return tab


def darken(tab) -> None:
    """Switch the shared page to the dark theme; Streamlit's key R runs the script again, which a change of scheme does not."""
    tab.emulate_media(color_scheme="dark", reduced_motion="reduce")
    tab.wait_for_timeout(150)
    tab.keyboard.press("r")
    settled(tab)


def faults(tab) -> list[str]:
    """Return the serious and critical findings of axe, those excepted left out."""
    tab.evaluate(f"window.axe || (() => {{ {AXE} }})()")
    found = tab.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
        if not any(part in node["html"] for part in EXCEPTED.get(one["id"], ()))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_grave_fault_and_no_width_loses_anything(tab, server, path, language):
    page = opened(tab, server, f"/{path}?lang={language}")
    assert page.evaluate("document.documentElement.lang") == language
    found = [f"light {fault}" for fault in faults(page)]
    darken(page)
    found += [f"dark {fault}" for fault in faults(page)]
    for width, height in NARROW if language == LANGUAGES[0] else ():
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)
        found += [f"{width} px: {lost}" for lost in page.evaluate(LOST)]
    assert not found, "\n".join(found)


def test_the_dark_theme_is_really_dark(tab, server):
    page = opened(tab, server, "/compare?lang=vi")
    darken(page)
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(15, 26, 46)"


def test_the_language_follows_a_switch_inside_the_session(tab, server):
    page = opened(tab, server, "/compare?lang=vi")
    page.get_by_text("EN", exact=True).click()
    page.wait_for_function("document.documentElement.lang === 'en'", timeout=10_000)
    settled(page)
    page.go_back()
    page.wait_for_function("document.documentElement.lang === 'vi'", timeout=10_000)


@pytest.mark.parametrize("path", ["map", "compare"])
def test_the_keyboard_reaches_everything_and_is_seen(tab, server, path):
    page = opened(tab, server, f"/{path}?lang=en")
    reached, unseen = [], []
    for _ in range(45):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus is None:
            break
        reached.append(focus["name"])
        if not focus["seen"]:
            unseen.append(focus)
    controls = page.locator("input:visible:not([disabled]), [role=radio]:visible").count()
    assert len(reached) > 12 and controls
    assert not unseen, unseen


def test_a_province_is_chosen_by_keyboard_alone(tab, server):
    page = opened(tab, server, "/map?lang=en&basis=34")
    box = page.get_by_label("Find a province").first
    box.focus()
    page.keyboard.type("Da Nang")
    page.keyboard.press("Enter")
    page.wait_for_url("**unit=34-48**", timeout=10_000)


def test_a_province_joins_and_leaves_the_comparison_by_keyboard(tab, server):
    page = opened(tab, server, "/compare?lang=en&units=34-48,34-01")
    page.get_by_label("Add a province").first.focus()
    page.keyboard.type("Hue")
    page.keyboard.press("Enter")
    page.wait_for_url("**34-48%2C34-01%2C34-46**", timeout=10_000)
    settled(page)
    page.get_by_role("button", name="■ Ha Noi").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**units=34-48%2C34-46**", timeout=10_000)


def test_motion_is_quiet_where_that_is_asked_for(tab, server):
    page = opened(tab, server, "/map?lang=vi")
    longest = """() => Math.max(0, ...[...document.querySelectorAll("*")].flatMap((one) => {
      const style = getComputedStyle(one);
      return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].map(parseFloat); }))"""
    assert page.evaluate(longest) <= 0.001
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(longest) > 0.01, "the rule must be what quiets it"
