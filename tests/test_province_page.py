"""The province page in both languages: every kind of unit gets its figures, and nothing fails."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import dataset as held_by_process
from components import gallery, strip_figures
from components.register import PAGES
from components.sections import held_by
from indicators import profile
from indicators.selection import Selection

SHELL = str(Path(__file__).resolve().parent.parent / "components" / "shell.py")
LANGUAGES = ("vi", "en")
FEW, NONE = "63-06", "63-02"


def opened(**params: str) -> AppTest:
    """Return the page as a visitor's screen."""
    app = AppTest.from_file(SHELL, default_timeout=30)
    app.switch_page("../pages/province.py")
    app.query_params.update(params)
    return app.run()


def chosen(dataset, unit: str, language: str = "vi", **more: str) -> Selection:
    return Selection.parse({"unit": unit, "lang": language, **more}, dataset, "province")[0]


def words(app: AppTest) -> str:
    """Return all words of a screen that are not inside a picture."""
    parts = [*app.markdown, *app.caption, *app.info]
    return "\n".join([*(part.value for part in parts), *(one.proto.body for one in app.get("html"))])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", ["34-19", "63-06", "34-48", "34-25", "63-01"])
def test_the_page_is_drawn(dataset, unit, language):
    app = opened(unit=unit, lang=language)
    assert not app.exception
    assert dataset.units.at[unit, f"name_{language}"] in words(app)
    specs = [json.loads(one.proto.spec) for one in app.get("vega_lite_chart")]
    assert len(specs) >= 3


@pytest.mark.parametrize("unit", ["34-19", "63-06"])
def test_every_section_is_drawn(dataset, unit):
    for name in held_by(chosen(dataset, unit)):
        app = opened(unit=unit, lang="vi", mode=name)
        assert not app.exception, name


def test_every_figure_of_the_page_is_a_value(dataset):
    """Every id that the catalogue lists can be built, names its source and draws the frame that it saves."""
    for figure_id in gallery.figures("province"):
        figure = gallery.build(chosen(dataset, "34-19", figure=figure_id))
        assert figure.id == figure_id
        assert figure.title and figure.alt
        assert set(figure.columns) <= set(figure.frame.columns), figure_id


def test_a_strip_an_indicator(dataset):
    named = gallery.figures("province")
    shown = dataset.indicators.index[dataset.indicators["display"].isin(["map", "list"])]
    assert {f"strip-{name}" for name in shown} <= set(named)
    figure = gallery.build(chosen(dataset, "34-19", figure="strip-papi_egov"))
    assert set(figure.frame["indicator"]) == {"papi_egov"}
    assert figure.frame["own"].sum() == 1
    assert figure.extra["rows"]["label"].iloc[0].startswith("3,91")


def test_derived_values_bear_their_sign(dataset):
    figure = strip_figures.other_strips(chosen(dataset, "34-19"))
    frame = figure.frame[figure.frame["derived"]]
    assert len(frame) and frame["hover"].str.contains("*", regex=False).all()


def test_the_first_figure_of_the_page_is_the_strips():
    assert next(iter(gallery.figures("province"))) == "strips"
    assert "strip_figures" in PAGES["province"].modules


@pytest.fixture
def thin(dataset, monkeypatch):
    """The dataset with two figures of one unit, none of another, shown by the page."""
    rows = dataset.tables["observations"]
    few = (rows["unit"] == FEW) & rows["indicator"].isin(["dti", "papi_egov"]) & rows["period"].eq("2023")
    held = replace(
        dataset, tables={**dataset.tables, "observations": rows[~rows["unit"].isin([FEW, NONE]) | few].reset_index(drop=True)}
    )  # fmt: skip
    monkeypatch.setitem(held_by_process._held, "dataset", held)
    return held


@pytest.mark.parametrize(("unit", "language"), [(FEW, "vi"), (NONE, "en"), ("34-19", "vi")])
def test_few_figures_or_none_are_said(thin, unit, language):
    for name in ("parts",) if unit == "34-19" else held_by(chosen(thin, unit)):
        app = opened(unit=unit, lang=language, mode=name)
        assert not app.exception, (unit, name)
    app = opened(unit=unit, lang=language, mode="similar")
    said = words(app)
    if unit == NONE:
        assert thin.say("province.nothing", language) in said
    if unit in (FEW, NONE):
        assert (
            thin.say("province.similar_few", language, name=thin.units.at[unit, f"name_{language}"], count=0, of=6)
            in said
        )


def test_every_figure_is_built_where_figures_are_few(thin):
    for figure_id in gallery.figures("province"):
        figure = gallery.build(chosen(thin, NONE, figure=figure_id))
        assert figure.alt, figure_id


def test_events_of_a_unit_without_any_are_none(dataset):
    silent = next(unit for unit in dataset.units_of("34")["unit"] if profile.events_of(dataset, unit).empty)
    assert silent not in set(dataset.tables["events"]["unit"])
    assert list(profile.events_of(dataset, "34-19")["date"]) == ["2025-07-01", "2025-06-12", "2023-07-12"]
    assert not opened(unit=silent, lang="en", mode="path").exception


def test_rank_intervals_stand_beside_the_rank_of_the_index(dataset):
    """Every rank of the index that is drawn again bears its interval: strips, trend, peers, tables, with the sentence beside."""
    from components import rank_firmness, similar_figures, standing_table, strip_figures, trend_figures

    unit, language = "34-31", "en"
    total = dataset.indicators.index[0]
    chosen = Selection.parse({"unit": unit, "lang": language, "indicator": total}, dataset, "province")[0]
    span = rank_firmness.span(total, unit, "2024", language)
    assert span.startswith("[") and rank_firmness.span(total, unit, "2021", language) == ""
    strips, peers = strip_figures.index_strips(chosen), similar_figures.similar_figure(chosen)
    trend = trend_figures.trend_figure(chosen)
    assert strips.extra["rows"]["label"].iloc[0].endswith(span) and "[" not in strips.extra["rows"]["label"].iloc[1]
    assert peers.extra["rows"]["label"].iloc[0].endswith(span)
    assert trend.frame["label"].iloc[-1].endswith(" " + span)
    note = dataset.say("firm.note", language)
    for figure in (strips, peers, trend):
        assert {"rank_low", "rank_high", "near_tie"} <= set(figure.columns) and note in figure.said
    other = trend_figures.trend_figure(chosen.but(indicator=dataset.indicators.index[1]))
    assert "rank_low" not in other.columns and note not in other.said
    row = next(rank_firmness.joined(standing_table.profile.standing(dataset, unit), chosen).itertuples())
    assert standing_table.rank_words(row, language).endswith(span)
