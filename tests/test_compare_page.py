"""The page of the comparison: every view in both languages, refusals in words, constant specifications."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from components import compare_figures, dumbbell, gallery, lines, relation_figures, slots
from indicators.selection import Selection
from indicators.text import LANGUAGES

VIEWS = list(gallery.figures("compare"))


def chosen(dataset, **params) -> Selection:
    """Return the selection of an address of the page."""
    return Selection.parse(params, dataset, "compare")[0]


def run(**params) -> AppTest:
    """Run the page with the parameters of an address."""
    page = AppTest.from_file("../components/shell.py", default_timeout=30)
    page.switch_page("../pages/compare.py")
    page.query_params.update(params)
    return page.run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_drawn_in_every_language(dataset, view, language):
    page = run(mode=view, lang=language, basis="63")
    assert not page.exception
    assert len(page.get("vega_lite_chart")) == 1
    shown = " ".join(part.value for part in page.markdown)
    assert dataset.say("compare.default", language, period="2024") in shown


def test_the_views_are_the_figures_of_the_register():
    assert VIEWS == ["lines", "dumbbell", "bump", "scatter", "regions"]


def test_an_empty_view_says_why(dataset):
    page = run(mode="bump", lang="en", indicator="grdp_per_capita", basis="63")
    assert not page.exception and not page.get("vega_lite_chart")
    assert dataset.say("compare.no_ranks", "en") in [box.value for box in page.info]


@pytest.mark.parametrize("name", ["pci", "budget_revenue", "papi_used_online_portal_share"])
@pytest.mark.parametrize("view", VIEWS)
def test_sparse_indicators_are_drawn_or_refused_in_words(dataset, name, view):
    for basis in dataset.bases:
        figure = gallery.build(chosen(dataset, indicator=name, basis=basis).but(figure=view))
        assert not figure.frame.empty or figure.notes
        assert figure.alt and set(figure.columns) <= set(figure.frame.columns)
        assert "{" not in figure.title + figure.subtitle + figure.alt


def test_a_change_of_method_parts_the_line_and_is_named(dataset):
    figure = compare_figures.lines_figure(chosen(dataset, units="63-48,63-06", lang="en"))
    own = figure.frame[figure.frame["unit"] == "63-48"]
    assert own.groupby("part")["period"].apply(list).tolist() == [["2020"], ["2021"], ["2022", "2023"], ["2024"]] or (
        own["part"].nunique() == 4
    )
    assert len(figure.extra["breaks"]) == 3
    assert "922" in figure.extra["breaks"]["hover"].iloc[1]
    assert all(note in figure.notes for note in figure.extra["breaks"]["note"])


def test_derived_points_are_marked(dataset):
    frame = compare_figures.lines_figure(chosen(dataset, units="34-19")).frame
    held = frame[(frame["unit"] == "34-19") & (frame["period"] == "2023")]
    assert held["derived"].all() and held["hover"].str.contains(r"\*").all()


def test_values_of_two_methods_are_refused_and_ranks_offered(dataset):
    figure = compare_figures.dumbbell_figure(chosen(dataset, units="63-48,63-06", period="2024", lang="en"))
    assert figure.frame["change"].isna().all()
    assert figure.spec == dumbbell.dumbbell(ranks=True)
    assert any("2022" in note and "2023" in note for note in figure.notes), "the pair that compares is named"
    within = compare_figures.dumbbell_figure(chosen(dataset, units="63-48,63-06", period="2023", lang="en"))
    assert within.frame["change"].notna().all() and within.spec == dumbbell.dumbbell()


def test_ranks_are_of_one_basis_and_links_only_cross_methods(dataset):
    figure = compare_figures.bump_figure(chosen(dataset, units="63-48,63-06"))
    assert set(figure.frame["unit"].map(dataset.units["basis"])) == {"63"}
    assert (figure.frame["slot"] >= 0).sum() == len(figure.frame[figure.frame["unit"].isin(["63-48", "63-06"])])
    spans = figure.extra["links"][["position", "to"]].apply(tuple, axis=1)
    assert (2022.0, 2023.0) not in set(spans)


def test_the_scatter_names_the_outliers_and_the_chosen(dataset):
    figure = relation_figures.scatter_figure(chosen(dataset, basis="63", units="63-06", y="grdp_per_capita", lang="en"))
    named = set(figure.frame.loc[figure.frame["named"], "unit"])
    assert {"63-77", "63-22", "63-06"} <= named
    assert "0.42" in figure.subtitle and "62" in figure.subtitle


def test_labels_stand_apart_and_in_order():
    placed = lines.apart([0.5, 0.51, 0.9, 0.52], 0.4, 0.9, 38)
    step = min(b - a for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False))
    assert step == pytest.approx(38 * 0.5 / (lines.HEIGHT - 100))
    assert placed[0] < placed[1] < placed[3] < placed[2]
    assert lines.apart([], 0, 1, 10) == []


def test_specifications_do_not_depend_on_the_data(dataset):
    for view in ("lines", "scatter", "regions"):
        specs = {
            json.dumps(gallery.build(chosen(dataset, lang=language, basis=basis).but(figure=view)).spec)
            for language in LANGUAGES for basis in dataset.bases
        }  # fmt: skip
        assert len(specs) == 1


def test_every_slot_has_its_colour_and_shape():
    assert slots.MEAN == 5
    for dark in (False, True):
        scale = slots.colour(dark).to_dict()["scale"]
        assert len(scale["domain"]) == len(scale["range"]) == slots.MEAN + 2
    assert len(set(slots.shape().to_dict()["scale"]["range"])) == slots.MEAN + 1


def test_derived_ranks_bear_one_sign(dataset):
    given = chosen(dataset, units="34-19", lang="en", period="2024")
    bump = compare_figures.bump_figure(given).frame
    held = bump[(bump["unit"] == "34-19") & (bump["period"] == "2023")].iloc[0]
    assert held["number"].count("*") == held["hover"].count("*") == 1
    two = compare_figures.dumbbell_figure(given).frame.iloc[0]
    assert two["earlier_label"] == "rank 23*\n[21–27] ≈" and "*" not in two["later_label"]
