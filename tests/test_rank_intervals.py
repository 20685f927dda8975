"""Wherever a rank of the overall index is written, its interval stands beside it: figures, stories, briefing."""

import re

import pandas as pd
import pytest

from components import rank_firmness, slides
from components.brief import Brief
from components.dataset import dataset
from components.register import PAGES
from indicators import rank_intervals
from tests.test_derived_marks import figures

ADDRESSES = (
    {"basis": "34", "indicator": "dti", "period": "2024", "from": "2023", "unit": "34-19", "units": "34-19,34-25"},
    {"basis": "63", "indicator": "dti", "period": "2023", "from": "2022", "unit": "63-06", "units": "63-06,63-19"},
)
RANK = re.compile(r"^rank(_earlier|_later)?$")
# its picture is the intervals themselves
IN_FULL = "firmness"


def without(figure, chosen) -> list[str]:
    """The ranks of a figure that have an interval, are written in the row's words, and are not followed by it."""
    frame, wrong = figure.frame, []
    for column in [name for name in frame if RANK.match(str(name))]:
        tail = str(column).removeprefix("rank")
        period = next((name for name in (f"period{tail}", "period") if name in frame), "")
        for row in frame[frame[column].notna()].to_dict("records"):
            when = row[period] if period else chosen["period"]
            span = rank_firmness.span(row.get("indicator", chosen["indicator"]), row.get("unit", ""), when, "en")
            texts = [
                text
                for name, text in row.items()
                if isinstance(text, str) and name in ("hover", "ranked", "line", "label")
            ]
            number = re.compile(rf"(?<![\d.,–\[]){int(row[column])}(?![\d.,–\]])")
            told = [text for text in texts if number.search(text.replace(str(when), ""))]
            if span and told and not any(span in text for text in told):
                wrong.append(f"{column} {told[0]} lacks {span}")
    return wrong


@pytest.mark.parametrize("address", range(len(ADDRESSES)))
@pytest.mark.parametrize("page", PAGES)
def test_every_rank_of_a_figure_has_its_interval(page, address, monkeypatch):
    monkeypatch.setattr("tests.test_derived_marks.ADDRESSES", ADDRESSES)
    for figure in figures(page, address, "en"):
        if figure.id != IN_FULL:
            assert not without(figure, ADDRESSES[address])[:2], f"{page}/{figure.id}"
        if {"rank_low", "rank_low_earlier"} & set(figure.frame):
            assert dataset().say("firm.note", "en") in figure.notes, f"{page}/{figure.id}"


def test_moves_hold_the_intervals_of_both_ranks(monkeypatch):
    monkeypatch.setattr("tests.test_derived_marks.ADDRESSES", ADDRESSES)
    held = {figure.id: figure for page in ("overview", "map") for figure in figures(page, 0, "en")}
    for name in ("movers", "moves", "places"):
        frame = held[name].frame
        assert {"rank_low", "rank_high", "rank_low_earlier", "rank_high_earlier"} <= set(held[name].columns), name
        row = frame[frame["unit"] == "34-19"].iloc[0]
        for period, tail in (("2023", "_earlier"), ("2024", "")):
            marks = rank_intervals.marks(dataset(), "dti", "34", period).loc["34-19"]
            assert (row[f"rank_low{tail}"], row[f"rank_high{tail}"]) == (marks["rank_low"], marks["rank_high"])
    assert not {"rank_low", "rank_low_earlier"} & set(held["changes"].frame)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_story_and_a_briefing_write_it_behind_the_rank(language):
    for name, unit, number in (
        ("province", "34-19", 0),
        ("province", "34-19", 1),
        ("backan", "", 0),
        ("nation", "", 3),
    ):
        slide = slides.story(name, language, unit)["slides"][number]
        text = "".join(part for part, _ in slide["headline"]) + " " + slide["note"]
        assert re.search(r"\[\d+(–\d+)?\]", text), text
        assert dataset().say("stage.interval", language) in slide["source"]
    brief = Brief("34-19", language)
    said = {one.rule: brief.sentence(one) for one in brief.statements}
    for rule, count in (("place", 1), ("gap", 1), ("rose", 2)):
        assert len(re.findall(r"\[\d+(–\d+)?\]", said[rule])) == count, said[rule]
    assert "[" not in said["strongest"], "the parts of the index have no intervals"
    assert said["rose"].count("*") == 2, "the rank of 2023 and the move are derived"
    assert brief.signs


def test_where_there_is_no_interval_nothing_is_written():
    data = dataset()
    assert rank_intervals.behind(data, "papi_egov", "34-19", "2023", "en") == ""
    assert rank_intervals.behind(data, "dti", "", "2024", "en") == ""
    assert rank_intervals.behind(data, "dti", "34-19", "2021", "en") == ""
    assert rank_intervals.behind(data, "dti", "34-19", "2024", "en") == "\u00a0[7–11]\u00a0≈"


def test_rows_beside_a_map_on_the_stage_have_it():
    slide = slides.story("province", "en", "34-19")["slides"][0]
    rows = slide["pictures"][-1]["rows"]
    assert rows and all("[" in row["name"] for row in rows if row["place"])
    assert pd.Series([row["name"] for row in rows]).str.contains("Thai Nguyen [7–11]", regex=False).any()
