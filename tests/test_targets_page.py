"""The targets page in both languages, its figures for every owner and indicator, its words in the overview."""

import io

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components import bullet, export, gallery, headlines, label_places, lettering, targets_figures
from indicators import goals, overview, progress
from indicators.selection import Selection, catalogue
from indicators.text import LANGUAGES
from tests.conftest import ROOT


def shown(**params: str) -> AppTest:
    """Return the targets page, drawn."""
    running = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=60)
    running.query_params.update(params)
    running.run()
    running.switch_page("../pages/targets.py")
    running.query_params.update(params)
    return running.run()


def words(running: AppTest) -> str:
    """Return all Markdown and captions of a page."""
    return "\n".join(part.value for part in [*running.markdown, *running.caption, *running.info])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_first_how_many_targets_are_reached(dataset, language):
    running = shown(lang=language, indicator="egdi_rank")
    assert not running.exception
    counts = goals.tally(goals.standing(dataset))
    total = sum(counts.values())
    head = dataset.say("targets.count_reached", language, count=counts[progress.REACHED], total=total)
    assert head in words(running)
    for document in ("749/QĐ-TTg", "942/QĐ-TTg"):
        assert document in words(running)
    assert len(running.get("vega_lite_chart")) == 3
    assert dataset.say("targets.incomparable", language, count=counts[progress.NONE]) in [
        one.label for one in running.expander
    ]


@pytest.mark.parametrize(
    "params",
    [
        {"mode": "provinces"},
        {"unit": "63-06"},
        {"unit": "34-19", "mode": "provinces"},
        {"unit": "34-46"},
        {"topic": "missed"},
        {"topic": "none"},
        {"topic": "2025", "document": "749/QĐ-TTg"},
        {"topic": "<b>", "document": "'", "indicator": "gone", "mode": "x", "unit": "99-99"},
        {"indicator": "fibre_commune_coverage"},
    ],
)
def test_every_choice_is_drawn(dataset, params):
    running = shown(lang="vi", **params)
    assert not running.exception
    # An owner whose targets do not compare gets a sentence in place of empty pictures.
    assert running.get("vega_lite_chart") or dataset.say("targets.nothing_compares", "vi") in words(running)


def test_an_owner_without_a_comparable_target_gets_a_sentence(dataset):
    running = shown(lang="vi", unit="63-96")
    assert not running.exception
    assert dataset.say("targets.nothing_compares", "vi") in words(running)
    assert running.expander[0].proto.expanded


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_stand_for_every_owner(dataset, language):
    for unit in ["", *goals.owners(dataset)]:
        chosen, _ = Selection.parse(
            {"unit": unit, "lang": language} if unit else {"lang": language}, dataset, "targets"
        )
        for name, build in gallery.figures("targets").items():
            figure = build(chosen)
            assert figure.id == name and figure.title and figure.alt
            assert set(figure.columns) <= set(figure.frame)
            assert figure.sources or figure.frame.empty


def test_the_way_of_every_paired_indicator_can_be_drawn(dataset):
    paired = set(dataset.tables["pairs"]["target_indicator"])
    names = catalogue(dataset, "targets")
    for name in [*(name for name in names if name in paired), *names[-3:]]:
        chosen, _ = Selection.parse({"indicator": name}, dataset, "targets")
        assert targets_figures.FIGURES["trajectory"](chosen).title


def test_bars_and_their_file_hold_the_same_figures(dataset):
    chosen, _ = Selection.parse({"lang": "en"}, dataset, "targets")
    figure = targets_figures.bars_figure(chosen)
    read = pd.read_csv(io.BytesIO(export.csv(figure)), encoding="utf-8-sig")
    assert list(read) == list(figure.columns)
    assert read["actual"].tolist() == figure.frame["actual"].tolist()
    assert read["word"].tolist() == figure.frame["word"].tolist()
    assert (
        len(read) == sum(goals.tally(goals.standing(dataset)).values()) - goals.tally(goals.standing(dataset))["none"]
    )


def test_a_missed_target_and_both_documents_stand_in_the_picture(dataset):
    chosen, _ = Selection.parse({"lang": "vi", "indicator": "egdi_rank"}, dataset, "targets")
    drawn = export.svg(targets_figures.FIGURES["trajectory"](chosen)).decode("utf-8")
    for part in ("749/QĐ-TTg", "942/QĐ-TTg", "57-NQ/TW"):
        assert part in drawn
    bars = export.svg(targets_figures.bars_figure(chosen.but(topic="missed"))).decode("utf-8")
    assert dataset.say("progress.missed", "vi") in bars and dataset.say("group.economy", "vi") in bars


def test_a_month_is_drawn_beside_the_line_of_whole_years(dataset):
    chosen, _ = Selection.parse({"indicator": "full_process_dossier_share"}, dataset, "targets")
    frame = targets_figures.FIGURES["trajectory"](chosen).frame
    assert set(frame.loc[frame["kind"] == "line", "period"]) == {"2023", "2024"}
    assert "2025-11" in set(frame.loc[frame["kind"] == "beside", "period"])
    assert frame.loc[frame["kind"] == "conflict", "value"].tolist() == [45]


def test_the_target_of_every_province_says_so_on_the_nations_bars(dataset):
    chosen, _ = Selection.parse({"lang": "vi"}, dataset, "targets")
    frame = targets_figures.bars_figure(chosen).frame
    rows = frame[frame["scope"] == progress.EVERYONE]
    each = dataset.say("targets.for_each", "vi", asked="").strip()
    assert each and len(rows) and rows["line"].str.contains(each).all()


def test_the_overview_judges_by_the_same_rule(dataset):
    rows = overview.headlines(dataset).set_index("indicator")
    missed = dataset.say("progress.missed", "vi")
    rows["indicator"] = rows.index
    economy = headlines.target_text(rows.loc["digital_economy_gdp_share"], "vi")
    assert "2025" in economy and "20" in economy and missed in economy
    ranks = headlines.target_text(rows.loc["egdi_rank"], "vi")
    assert "50" in ranks and "70" in ranks and missed in ranks
    dossiers = rows.loc["full_process_dossier_share"]
    assert (dossiers["period"], dossiers["previous_period"]) == ("2025-11", "2024-11")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("mode", ["", "provinces"])
def test_what_is_asked_and_by_whom_is_never_cut_on_a_bar(dataset, language, mode):
    chosen, _ = Selection.parse({"lang": language, "mode": mode}, dataset, "targets")
    room = 595 * (1 - bullet.SHARE) - 8  # the column of a screen of 1280 points
    lines = targets_figures.bars_figure(chosen).frame["line"]
    assert len(lines) and [line for line in lines if lettering.width(line, 11.5) > room] == []


def test_words_beside_a_mark_keep_clear_of_figures_and_of_each_other():
    points = pd.DataFrame({"position": [2020.0, 2025.0], "value": [10.0, 20.0], "label": ["", "20 %"]})
    marks = pd.DataFrame({"position": [2020.0, 2025.0], "value": [20.0, 21.0], "label": ["50 %\nQD", "60 %\nQD"]})
    low = pd.DataFrame({"position": [2020.0, 2030.0], "value": [0.0, 40.0]})
    placed = label_places.placed(marks, points, [low], reverse=False)
    # The first has room at its right; the second would lie on the way there, and on the figure's words were it lower.
    assert placed[["side", "lift"]].to_numpy().tolist() == [["right", -7.0], ["left", -14.0]]
    bare = label_places.placed(marks.assign(label=""), points, [], reverse=False)
    assert bare["lift"].eq(0).all()
