"""Links of stories: the view that a row of a story names, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fnmatch import fnmatchcase
from urllib.parse import parse_qsl, urlsplit

from indicators import facts
from indicators.load import Dataset
from indicators.selection import OF_ONE_UNIT, Selection

# Parts of an address that a slide never takes from its link: they are the stage's own.
STAGE_PARTS = {"lang", "v", "story", "slide", "embed", "kiosk", "presenter", "missing"}
# What a link, too, may take from the screen: the unit that a story is told for.
LINK_NAMES = ("unit", "basis")
# Figures by page: the pages and figures that a link may name; a pattern stands for a family.
Figures = Mapping[str, Collection[str]]


def link_parts(link: str) -> tuple[str, dict[str, str]]:
    """Return page and parameters of a link, with or without the atlas's address before it."""
    parts = urlsplit(link.strip())
    page = parts.path.strip("/").rsplit("/", 1)[-1]
    return page, {key: value for key, value in parse_qsl(parts.query) if key not in STAGE_PARTS}


def view(
    dataset: Dataset, link: str, language: str, unit: str = "", figures: Figures | None = None
) -> tuple[Selection | None, list[tuple[str, str, str]]]:
    """Return the view of a link and what is wrong with it as (code, value, expected); no view where that is grave."""
    given = {"unit": unit, "basis": dataset.units.at[unit, "basis"] if unit in dataset.units.index else ""}
    for name in LINK_NAMES:
        link = link.replace("{" + name + "}", given[name])
    page, params = link_parts(link)
    figures = figures or facts.drawn()
    known = figures.get(page)
    if not known:
        return None, [("story_page", page, ", ".join(name for name in figures if figures[name]))]
    figure = params.get("figure") or next(iter(known))
    if not any(fnmatchcase(figure, one) for one in known):
        return None, [("story_figure", figure, ", ".join(known))]
    chosen, notices = Selection.parse({**params, "figure": figure, "lang": language}, dataset, page)
    wrong = [("story_link", str(one.names.get("given") or one.names.get("name", "")), link) for one in notices]
    if page in OF_ONE_UNIT and not params.get("unit"):
        wrong.append(("story_unit", link, "unit"))
    return (None, wrong) if wrong else (chosen, [])
