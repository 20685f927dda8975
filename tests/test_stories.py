"""Stories: tables under the contract, links of views, figures by name, faults with file, row and column."""

import shutil
from functools import cache

import pytest

from components import gallery
from components.register import PAGES
from indicators import facts, stories
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


@pytest.mark.parametrize("page", facts.FIGURES)
def test_every_figure_with_names_exists(page):
    assert page in PAGES
    assert set(facts.FIGURES[page]) <= set(gallery.figures(page))


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
    chosen, wrong = stories.view(dataset, f"https://atlas.example.vn/vn/{LINK}&lang=en&v=1", "vi")
    assert not wrong and chosen.page == "map" and chosen.language == "vi" and chosen.period == "2024"
