"""A basis that nobody has thought of yet works on every page, map and export without a change of code."""

import os

import numpy as np
import pytest

from components import dataset as held
from components import export, gallery, map_figures
from components.register import PAGES
from indicators import bases, boundaries, chain, merging, rebase, views
from indicators.__main__ import main
from indicators.contract import check
from indicators.conversion import convert
from indicators.load import load
from indicators.selection import Selection
from server import files
from tests import third_basis
from tests.screens import opened
from tests.third_basis import BASIS

DERIVED = "papi_egov"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return third_basis.built(tmp_path_factory.mktemp("third"))


@pytest.fixture(scope="module")
def data(folder):
    """The invented dataset, as the one of this process."""
    kept, given = dict(held._held), os.environ.get("ATLAS_DATA")
    os.environ["ATLAS_DATA"] = str(folder)
    held._held.clear()
    held.ensure()
    yield held.dataset()
    held._held.clear()
    held._held.update(kept)
    os.environ.pop("ATLAS_DATA")
    if given is not None:
        os.environ["ATLAS_DATA"] = given


def test_the_tables_hold_the_contract(folder):
    assert check(folder) == []


def test_bases_are_told_apart_although_two_have_as_many_units(data):
    assert data.bases[-1] == data.basis_now == BASIS
    counts = [len(data.units_of(basis)) for basis in data.bases]
    assert counts[1] == counts[2]
    assert len({bases.short(data, basis, "vi") for basis in data.bases}) == 3
    assert "2027" in bases.words(data, BASIS, "vi")
    assert bases.words(data, "34", "en").endswith("(boundaries from 1 July 2025 to 30 June 2027)")


def test_values_follow_through_both_changes(data):
    found = merging.values(data, DERIVED, BASIS, "2022")
    before, weight = (merging.values(data, name, "34", "2022") for name in (DERIVED, "population"))
    parts = list(third_basis.MERGED)
    assert found["2027-11"] == pytest.approx(np.average(before[parts], weights=weight[parts]))
    assert found["2027-01"] == before["34-01"]
    for piece in third_basis.SPLIT["34-79"]:
        assert piece not in found.index, "a piece of a split unit has no past of its own"
    frame = views.observed(data, DERIVED, BASIS, "2022").set_index("unit")
    assert frame.at["2027-11", "status"] == merging.DERIVED
    assert frame.loc["2027-11", "source"] in data.sources.index, "the source stays known over two changes"
    assert frame["rank"].isna().all(), "no rank where two units have no value"


def test_units_find_each_other_over_three_bases(data):
    assert merging.successors(data, "34-79") == third_basis.SPLIT["34-79"]
    assert bases.counterpart(data, "63-11", BASIS) == "2027-11"
    assert bases.counterpart(data, "2027-11", "63") == ""
    assert bases.counterpart(data, "63-74", BASIS) == ""
    assert bases.counterpart(data, "2027-01", "63") == "63-01"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("unit", ["2027-11", "2027-77"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_runs(data, path, unit, language):
    screen = opened(path, basis=BASIS, indicator=DERIVED, unit=unit, lang=language, borders="former")
    assert not screen.exception, [one.value for one in screen.exception]
    assert not screen.error, [one.value for one in screen.error]


@pytest.mark.parametrize("path", [path for path in PAGES if gallery.figures(path)])
def test_every_figure_is_drawn_and_leaves_as_a_file(data, path):
    chosen, _ = Selection.parse(
        {"basis": BASIS, "indicator": DERIVED, "unit": "2027-11", "borders": "former", "lang": "en"}, data, path
    )
    for name, build in gallery.figures(path).items():
        figure = build(chosen.but(figure=name))
        text = export.svg(figure).decode()
        assert figure.title.split()[0] in text, name
        assert export.csv(figure), name
        if figure.geometry == BASIS:
            assert text.count('aria-roledescription="geoshape"') + text.count("geoshape") >= len(data.units_of(BASIS))


def test_the_map_shows_the_borders_before(data):
    params = {"basis": BASIS, "indicator": DERIVED, "lang": "en"}
    shown, hidden = (Selection.parse({**params, **more}, data, "map")[0] for more in ({"borders": "former"}, {}))
    assert len(map_figures.map_figure(shown).extra["former"]) == 1
    assert map_figures.map_figure(hidden).extra["former"].empty
    assert "former borders" in export.svg(map_figures.map_figure(shown)).decode()
    assert "former borders" not in export.svg(map_figures.map_figure(hidden)).decode()


def test_the_server_gives_its_boundaries(data):
    assert {f"/geo/{BASIS}.topojson", f"/geo/{BASIS}.dots.json", "/geo/63.topojson"} <= files.known().keys()


def test_other_tests_get_the_own_data_back():
    assert BASIS not in load().bases


def test_a_file_of_a_split_unit_is_not_converted(data):
    units = data.units_of("34")
    frame = units[["unit"]].assign(score="1")
    made = convert(data, frame, BASIS)
    assert [left.names["name"] for left in made.report if left.out] == ["Hồ Chí Minh (34-79)"]
    assert made.table.set_index("unit").loc[list(third_basis.SPLIT["34-79"]), "score"].isna().all()


def test_a_file_of_the_first_basis_goes_through_both_changes(data):
    units = data.units_of("63")["unit"]
    held = merging.values(data, DERIVED, "63", "2022")
    frame = units.to_frame("unit").assign(
        **{DERIVED: units.map(held).map(lambda value: "" if np.isnan(value) else repr(value))}
    )
    assert chain.starts(data, frame, BASIS) == ["63"]
    made = chain.converted(data, frame.reset_index(drop=True), "63", BASIS, period="2022").table.set_index("unit")
    expected = merging.values(data, DERIVED, BASIS, "2022")
    assert made.at["2027-11", DERIVED] == pytest.approx(expected["2027-11"])
    assert made.at["2027-11", "parts"].split() == [
        part for unit in third_basis.MERGED for part in merging.parts(data, "34").of[unit]
    ]
    assert made.loc[list(third_basis.SPLIT["34-79"]), DERIVED].isna().all()


def test_a_file_that_may_be_of_two_bases_is_not_guessed(data, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(rebase, "load", lambda: data)
    file = tmp_path / "mine.csv"
    file.write_text("unit,score\nHà Nội,1\nCao Bằng,2\n", encoding="utf-8")
    given = ["rebase", str(file), "--to", BASIS, "--lang", "en"]
    assert main(given) == 2
    assert "--from" in capsys.readouterr().err
    assert main([*given, "--from", "34"]) in (0, 1)
    assert "2027-01,Hà Nội,1.0" in capsys.readouterr().out
    assert main([*given, "--from", "1999"]) == 2
    assert "34, 63" in capsys.readouterr().err


def test_a_basis_without_boundaries_says_so(data, monkeypatch):
    monkeypatch.setattr(boundaries, "holds", lambda dataset, basis, feature: False)
    for language, word in (("vi", "ranh giới"), ("en", "boundary file")):
        chosen, _ = Selection.parse(
            {"basis": BASIS, "indicator": DERIVED, "period": "2022", "lang": language}, data, "map"
        )
        figure = map_figures.map_figure(chosen)
        assert word in " ".join(figure.notes)
        assert word in " ".join(figure.said)
        assert word in figure.alt
