"""Keyboard, language, theme and motion in a real browser. See docs/access.md."""

import pytest

from tests.browser.conftest import settled
from tests.browser.one_tab import darken, opened

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
    # An element that would move for two seconds, as any of Streamlit's may.
    page.evaluate("""() => { const one = document.createElement("div"); one.id = "moving"; one.style.transition = "opacity 2s";
      document.body.append(one); }""")
    longest = """() => Math.max(0, ...[...document.querySelectorAll("*")].flatMap((one) => {
      const style = getComputedStyle(one);
      return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")].map(parseFloat); }))"""
    assert page.evaluate(longest) <= 0.001
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(longest) >= 2, "the rule is what quiets it"
