"""The data page in both languages, every section, with sound tables and with faulty ones."""

import shutil
from dataclasses import replace

import pytest

from components import data_controls, data_figures
from components import dataset as held
from components.figure import table
from indicators.load import DATA, load
from indicators.selection import Selection
from tests.screens import opened, words

LANGUAGES = ("vi", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", data_controls.MODES)
def test_every_section_opens_from_its_link(dataset, mode, language):
    screen = opened("data", lang=language, mode=mode)
    assert not screen.exception
    assert dataset.say("data.title", language) in words(screen)
    assert screen.query_params["mode"] == mode
    assert "data." not in words(screen).replace("data.csv", ""), "a key without words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_parts_of_a_link_get_a_sentence(language):
    screen = opened("data", lang=language, mode="nowhere", topic="nothing")
    assert not screen.exception
    assert "nowhere" in words(screen) and "nothing" in words(screen)


def test_the_search_stands_in_the_link(dataset):
    screen = opened("data", lang="vi", mode="catalogue", q="ho so truc tuyen", indicator="online_dossier_share")
    assert dataset.indicators.at["online_dossier_share", "definition_vi"] in words(screen)
    assert 0 < len(screen.dataframe[0].value) < 20


@pytest.mark.parametrize("name", data_figures.FIGURES)
@pytest.mark.parametrize("basis", ["63", "34"])
def test_a_figure_is_whole(dataset, name, basis, monkeypatch):
    monkeypatch.setattr(data_figures, "dark", lambda: False)
    for language in LANGUAGES:
        chosen = Selection.parse({"basis": basis, "lang": language}, dataset, "data")[0]
        figure = data_figures.FIGURES[name](chosen)
        assert figure.id == name and figure.title and figure.alt and figure.subtitle
        assert list(table(figure).columns) == list(figure.columns.values())
        assert not any(title.startswith("data.") for title in figure.columns.values())
        assert figure.sources


def test_every_topic_has_a_grid(dataset, monkeypatch):
    monkeypatch.setattr(data_figures, "dark", lambda: False)
    for topic in data_figures.topics():
        chosen = Selection.parse({"topic": topic, "basis": "34"}, dataset, "data")[0]
        assert data_figures.coverage_figure(chosen).height > 0


def test_faults_are_listed_as_sentences(tmp_path, monkeypatch):
    for path in (*DATA.glob("*.csv"), DATA / "datapackage.json"):
        shutil.copy(path, tmp_path)
    path = tmp_path / "targets.csv"
    path.write_text(path.read_text("utf-8").replace("nation,2025", "nations,2025", 1), "utf-8-sig")
    monkeypatch.setitem(held._held, "dataset", replace(load(tmp_path)))
    for language, mark in (("vi", "dòng"), ("en", "row")):
        screen = opened("data", lang=language, mode="quality")
        assert not screen.exception
        told = "\n".join(part.value for part in screen.text)
        assert "targets.csv" in told and "nations" in told and mark in told
        assert "BOM" in told or "byte-order" in told


@pytest.mark.parametrize("name", ["indicators", "units", "observations", "targets", "sources", "editions", "weights"])
def test_a_lost_table_is_named_and_the_rest_goes_on(name, tmp_path, monkeypatch, dataset):
    for path in (*DATA.glob("*.csv"), DATA / "datapackage.json"):
        shutil.copy(path, tmp_path)
    (tmp_path / f"{name}.csv").write_bytes(b"")
    monkeypatch.setitem(held._held, "dataset", load(tmp_path))
    for mode in ("coverage", "quality", "method"):
        screen = opened("data", lang="vi", mode=mode)
        assert not screen.exception, (mode, screen.exception)
        assert f"{name}.csv" in words(screen), f"{mode} says nothing of the fault"


@pytest.mark.parametrize("fixture", ["decimal_comma", "empty_file"])
def test_a_faulty_table_of_figures_leaves_the_pages_standing(fixture, tmp_path, monkeypatch):
    for path in (*DATA.glob("*.csv"), DATA / "datapackage.json"):
        shutil.copy(path, tmp_path)
    shutil.copy(DATA.parent / "tests" / "faulty" / f"observations.{fixture}.csv", tmp_path / "observations.csv")
    monkeypatch.setitem(held._held, "dataset", load(tmp_path))
    for page in ("overview", "map", "province", "compare"):
        screen = opened(page, lang="vi")
        assert not screen.exception, page
        assert "observations.csv" in words(screen)


def test_all_that_a_link_could_not_be_given_stands_in_one_box():
    screen = opened("overview", lang="vi", indicator="nothing", period="1800", v="9")
    assert len(screen.info) == 1 and "nothing" in screen.info[0].value and "1800" in screen.info[0].value
