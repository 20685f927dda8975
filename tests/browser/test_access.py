"""Access in a real browser: axe on every page, language, theme; and at narrow widths. See docs/access.md."""

from pathlib import Path

import axe_playwright_python
import pytest

from components import known
from components.register import PAGES
from indicators.text import LANGUAGES
from tests.browser.one_tab import darken, opened

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


# The views beyond the first of each page that has several; each in one of the four pairs of language and theme, in turn.
VIEWS = [(page, view) for page in ("map", "compare", "assessment", "targets") for view in known.modes(page)]
GIVEN = "unit=34-19&units=34-19,34-31&goal=rank:1&scenario=dti_security:0.95"


@pytest.mark.parametrize(("page", "view", "place"), [(*one, place) for place, one in enumerate(VIEWS)])
def test_axe_finds_no_grave_fault_in_any_view(tab, server, page, view, place):
    language, dark = LANGUAGES[place % 2], place // 2 % 2
    given = GIVEN if page in ("compare", "assessment") else ""
    shown = opened(tab, server, f"/{page}?lang={language}&mode={view}&{given}", dark=bool(dark))
    assert not shown.locator('[data-testid="stException"]').count()
    assert not (found := faults(shown)), "\n".join(found)


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
