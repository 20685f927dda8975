"""Stories: tables under the contract, links of views, figures by name, faults with file, row and column."""

import json
import os
import re
import shutil
from fnmatch import fnmatchcase
from functools import cache
from urllib.parse import parse_qsl, urlencode

import pytest

from components import gallery, slides
from components.register import PAGES
from indicators import facts, stories, story_links
from indicators.faults import DATA, sentence
from indicators.load import load
from indicators.text import LANGUAGES

LINK = "map?indicator=dti&basis=34&period=2024&figure=map"


@cache
def shipped(language: str, name: str = "nation", unit: str = ""):
    return stories.told(load(), stories.story(load(), name), language, unit)


def written(folder, *rows: str):
    """Return the dataset of a copy of the tables whose one story has these rows (order, link, play, headline_vi)."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("stories"))
    (folder / "stories").mkdir()
    lines = [",".join(stories.columns()), *(f"{row},A,,,,,10" for row in rows)]
    (folder / "stories" / "own.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load(folder)


def test_shipped_stories_have_no_fault(dataset):
    assert not stories.check(dataset)


def test_the_list_of_figures_is_the_register():
    held = {page: gallery.listed(page) for page in PAGES if gallery.listed(page)}
    if os.environ.get("ATLAS_GOLDEN") == "write":
        text = json.dumps(held, indent=1, ensure_ascii=False) + "\n"
        facts.DRAWN.write_text(text, encoding="utf-8", newline="\n")
        facts.drawn.cache_clear()
    assert {page: list(names) for page, names in facts.drawn().items()} == held, "run with ATLAS_GOLDEN=write"


@pytest.mark.parametrize("held", [facts.MORE, facts.INSTEAD])
def test_every_figure_with_names_of_its_own_exists(held):
    for page, figures in held.items():
        assert set(figures) <= set(gallery.figures(page))


def walked() -> list[tuple[str, str]]:
    """Return every figure of the register; of a family, whose figures differ in their indicator alone, the first two."""
    found = []
    for page in PAGES:
        families: dict[str, int] = {}
        for figure in gallery.figures(page):
            pattern = next((one for one in gallery.listed(page) if "*" in one and fnmatchcase(figure, one)), "")
            families[pattern] = families.get(pattern, 0) + 1
            if not pattern or families[pattern] <= 2:
                found.append((page, figure))
    return found


EVERY = walked()
ABOUT = {
    "province": {"unit": "34-19"},
    "assessment": {"unit": "34-19", "scenario": "dti_economy_activity:0.8", "goal": "rank:5"},
}


@pytest.mark.parametrize(("page", "figure"), EVERY)
def test_every_figure_of_every_page_plays_on_the_stage(page, figure):
    link = f"{page}?{urlencode({**ABOUT.get(page, {}), 'figure': figure})}"
    row = {**slides.row(link), "seconds": "20"}
    told = slides.own(json.dumps({"rows": [row]}).encode("utf-8"), "vi", False)
    (slide,) = told["slides"]
    if slide["kind"] == "fault":
        # nothing to draw is said in words; a figure that cannot be drawn is not accepted
        assert slide["faults"] and not any("không vẽ được" in one for one in slide["faults"]), slide["faults"]
        return
    query = dict(parse_qsl(slide["pictures"][0]["address"].split("?", 1)[1]))
    drawn = slides.picture(slides.asked(query), "wide")
    assert drawn.startswith(b"<svg") and len(drawn) > 900
    if slide["kind"] == "map":
        assert "Hoàng Sa" in drawn.decode() and "Trường Sa" in drawn.decode()


def test_names_of_two_periods_and_of_a_scenario(dataset):
    chosen, _ = story_links.view(dataset, "map?indicator=dti&basis=63&period=2023&from=2022&figure=moves", "vi")
    found = facts.facts(dataset, chosen)
    assert (
        found["earlier"] == "2022"
        and int(found["riser_from"]) - int(found["riser_to"]) == int(found["riser_places"]) > 0
    )
    link = "assessment?unit=34-19&scenario=dti_economy_activity:0.9&figure=whatif"
    chosen, wrong = story_links.view(dataset, link, "vi")
    found = facts.facts(dataset, chosen)
    assert not wrong and found["after"] > found["before"] and int(found["rank_after"]) <= int(found["rank_before"])


def provinces(dataset) -> list[str]:
    return [unit for basis in dataset.bases for unit in dataset.units_of(basis)["unit"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_of_every_unit_of_every_basis(dataset, language):
    held = stories.story(dataset, "province")
    wrong = []
    for unit in provinces(dataset):
        slides_of = stories.told(dataset, held, language, unit)
        name = dataset.units.at[unit, f"name_{language}"]
        said = [stories.plain(one.headline) for one in slides_of]
        if len(slides_of) < 5 or name not in said[0] or any("{" in one or not one.strip() for one in said):
            wrong.append((unit, said))
        wrong += [(unit, fault.value) for one in slides_of for fault in one.faults]
    assert not wrong


TYPED = re.compile(r"\d")
# Dates and numbers of documents are no figures of the index.
ALLOWED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2} (?:July|November) \d{4}|\d+/QĐ-\w+")


@pytest.mark.parametrize("name", stories.names(load()))
def test_no_figure_is_typed_into_a_shipped_story(name):
    rows = stories.story(load(), name).rows
    wrong = [
        (order, column, text)
        for column in (f"{part}_{language}" for part in stories.WORDS for language in LANGUAGES)
        for order, text in zip(rows["order"], rows[column], strict=True)
        if TYPED.search(ALLOWED.sub("", re.sub(r"\{\w+\}", "", text)))
    ]
    assert not wrong, "a figure comes from its view: {value}, {rank} …"


@pytest.mark.parametrize("language", LANGUAGES)
def test_headlines_say_the_figures_of_their_view(language):
    first = shipped(language)[0]
    point = "," if language == "vi" else "."
    assert any(figure and point in text for text, figure in first.headline)
    assert "{" not in "".join(
        stories.plain(one.headline) + stories.plain(one.note) + one.speaker for one in shipped(language)
    )


@pytest.mark.parametrize(
    ("row", "code", "column", "value"),
    [
        ("1,nowhere?figure=map,,A", "story_page", "link", "nowhere"),
        ("1,map?figure=globe,,A", "story_figure", "link", "globe"),
        ("1,map?indicator=gone&figure=map,,A", "story_link", "link", "gone"),
        ("1,map?indicator=dti&period=1999&figure=map,,A", "story_link", "link", "1999"),
        ("1,map?indicator=dti&colour=red&figure=map,,A", "story_link", "link", "colour"),
        ("1,province?figure=trend,,A", "story_unit", "link", "province?figure=trend"),
        (f"1,{LINK},,A {{leader}}", "story_name", "headline_vi", "{leader}"),
        (f"1,{LINK},sideways,A", "not_allowed", "play", "sideways"),
        (f"1,{LINK},,", "blank", "headline_vi", ""),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path, row, code, column, value):
    data = written(tmp_path / "data", row, f"2,{LINK},,B {{first}}")
    found = stories.check(data)
    assert [(one.file, one.row, one.code, one.column, one.value) for one in found] == [
        ("stories/own.csv", 2, code, column, value)
    ]
    for language in LANGUAGES:
        assert "stories/own.csv" in sentence(found[0], language) and "{" not in sentence(found[0], language).replace(
            value, ""
        )


def test_a_broken_slide_leaves_the_others(tmp_path):
    data = written(tmp_path / "data", "1,map?indicator=gone&figure=map,,A", f"2,{LINK},,B {{first}}")
    one, two = stories.told(data, stories.story(data, "own"), "vi")
    assert one.chosen is None and one.faults and one.order == 1
    assert two.chosen and not two.faults


def test_a_link_may_be_copied_from_the_browser(dataset):
    chosen, wrong = story_links.view(dataset, f"https://atlas.example.vn/vn/{LINK}&lang=en&v=1", "vi")
    assert not wrong and chosen.page == "map" and chosen.language == "vi" and chosen.period == "2024"
