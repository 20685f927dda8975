"""A figure is made once for a selection and a theme, and is the same value for everyone who asks."""

from components import parts_figures, province_figures
from components.dataset import dataset
from components.figure import on_paper
from indicators.selection import Selection


def chosen(unit: str, language: str = "vi") -> Selection:
    return Selection.parse({"unit": unit, "lang": language}, dataset(), "province")[0]


def test_the_same_selection_gets_the_same_figure():
    one = province_figures.locator_figure(chosen("34-19"))
    assert province_figures.locator_figure(chosen("34-19")) is one
    assert province_figures.locator_figure(chosen("34-48")) is not one
    assert province_figures.locator_figure(chosen("34-19", "en")).title != one.title
    with on_paper():
        assert province_figures.locator_figure(chosen("34-19")).frame.equals(one.frame)


def test_a_kept_figure_says_what_a_new_one_says():
    build = parts_figures.parts_figure
    again = build.__wrapped__(chosen("34-19"))
    assert build(chosen("34-19")).frame.equals(again.frame) and build(chosen("34-19")).alt == again.alt
