"""The rule of progress against targets worked out by hand from data/targets.csv, data/pairs.csv and data/observations.csv."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from indicators import bullets, goals, measures, overview, progress
from indicators.load import ROOT
from indicators.selection import Selection


@pytest.fixture(scope="module")
def nation(dataset) -> pd.DataFrame:
    """The nation's targets, judged."""
    return goals.standing(dataset)


# indicator, year, comparator, value: category, deciding figure, its period, required pace, pace made (None: not compared here).
BY_HAND = [
    # (20 - 12.66) / 5 needed, (14.02 - 12.66) / 5 made: 749/QĐ-TTg is of 2020-06, no figure before it, so the first one is the baseline
    ("digital_economy_gdp_share", "2025", ">=", 20, "missed", 14.02, "2025", 1.468, 0.272),
    ("digital_economy_gdp_share", "2025", "~", 20, "missed", 14.02, "2025", 1.468, 0.272),
    ("digital_economy_gdp_share", "2023", ">", 16, "missed", 12.87, "2023", 3.17, 0.04),
    # (14.5 - 14.02) / 1 needed, (14.02 - 12.83) / 3 made
    ("digital_economy_gdp_share", "2026", ">=", 14.5, "too_slow", 14.02, "2025", 0.48, 0.39667),
    ("digital_economy_gdp_share", "2030", ">=", 30, "too_slow", 14.02, "2025", 3.196, 0.39667),
    # EGDI is made every second year: the edition of 2024 stands at the end of 2025. 86 in 2022, 71 in 2024
    ("egdi_rank", "2025", "top", 70, "missed", 71, "2024", None, None),
    ("egdi_rank", "2025", "top", 50, "missed", 71, "2024", None, None),
    ("egdi_rank", "2024", "improve", 5, "reached", 71, "2024", None, None),
    ("egdi_rank", "2026", "top", 65, "on_track", 71, "2024", -3.0, -7.5),
    ("egdi_rank", "2030", "top", 30, "on_track", 71, "2024", -6.83333, -7.5),
    # 78.3 in August 2023, 82.2 in June 2024, 85.1 in June 2025
    ("fibre_household_use", "2023", ">=", 84, "later", 85.1, "2025-06", None, None),
    ("fibre_household_use", "2023", ">", 85, "later", 85.1, "2025-06", None, None),
    # whole years only: 51.7 of November 2025 is one month and decides nothing
    ("full_process_dossier_share", "2024", ">=", 50, "missed", 45.8, "2024", 32.0, 27.8),
    ("full_process_dossier_share", "2025", ">=", 80, "overdue", 45.8, "2024", None, None),
    ("full_process_dossier_share_provinces", "2024", ">=", 30, "missed", 18.54, "2024", None, None),
    ("coverage_5g_pop", "2025", "~", 90, "reached", 90, "2025-12", None, None),
    ("coverage_5g_pop", "2026", ">=", 70, "reached", 90, "2025-12", None, None),
    ("coverage_5g_pop", "2030", ">=", 99, "on_track", 90, "2025-12", 1.8, 64.5),
    # 44 in 2025, 48 in 2022
    ("gii_rank", "2025", "top", 35, "missed", 44, "2025", None, None),
    ("gii_rank", "2030", "top", 40, "on_track", 44, "2025", -0.8, -1.33333),
    # two documents, "above 10" and "at least 10", against "about 10"
    ("ecommerce_retail_share", "2025", ">", 10, "missed", 10, "2025", None, None),
    ("ecommerce_retail_share", "2025", ">=", 10, "reached", 10, "2025", None, None),
    ("ecommerce_retail_share", "2023", ">", 8.5, "later", 9, "2024", None, None),
    ("payment_accounts_15plus", "2022", "range", 65, "later", 75, "2023-06", None, None),
    ("fixed_broadband_per_100", "2023", ">=", 25, "missed", 23.5, "2024-06", None, None),
    ("vneid_accounts", "2025", ">=", 40, "reached", 67, "2025-12", None, None),
    ("digital_tech_firms", "2030", ">=", 100000, "too_slow", 80000, "2025", 4000, 3333.33),
    ("full_process_services_share_eligible", "2026", ">=", 80, "open", 84, "2023-04", None, None),
]


@pytest.mark.parametrize("case", BY_HAND, ids=lambda case: f"{case[0]}-{case[1]}-{case[2]}{case[3]}")
def test_targets_judged_by_hand(nation, case):
    indicator, year, comparator, value, category, figure, period, needed, made = case
    rows = nation[
        (nation["indicator"] == indicator) & (nation["period"] == year) & (nation["comparator"] == comparator) & (nation["value"] == value)
    ]  # fmt: skip
    assert len(rows) == 1
    row = rows.iloc[0]
    assert (row["category"], row["actual_period"]) == (category, period)
    assert row["actual"] == pytest.approx(figure)
    if needed is not None:
        assert row["required_pace"] == pytest.approx(needed, rel=1e-4)
        assert row["pace"] == pytest.approx(made, rel=1e-4)


def test_every_preferred_target_stands_once_with_each_of_its_documents(dataset, nation):
    rows = dataset.tables["targets"]
    rows = rows[rows["preferred"] != "no"]
    judged = pd.concat([nation, goals.provinces(dataset)])
    named = {(row["indicator"], row["scope"], row["period"], name, row["value"])
             for _, row in judged.iterrows() for name in row["documents"].split("; ")}  # fmt: skip
    given = {tuple(row) for row in rows[["indicator", "scope", "period", "document", "value"]].itertuples(index=False)}
    assert named == given
    assert sum(goals.tally(judged).values()) == len(judged)


def test_two_documents_with_two_levels_are_two_targets(nation):
    rows = nation[(nation["indicator"] == "egdi_rank") & (nation["period"] == "2025")]
    assert dict(zip(rows["documents"], rows["value"], strict=True)) == {"749/QĐ-TTg": 70, "942/QĐ-TTg": 50}


def test_the_ministrys_estimate_is_never_among_the_figures(dataset):
    held = progress.series_of(dataset, "digital_economy_gdp_share", "VN")
    assert held["value"].tolist() == [12.66, 12.87, 12.83, 12.87, 13.17, 14.02]
    rows = dataset.observations
    estimate = rows[(rows["indicator"] == "digital_economy_gdp_share_mic") & (rows["unit"] == "VN")]["value"]
    assert len(estimate) and not set(estimate) & set(held["value"])


def test_a_target_below_the_figure_before_its_document_is_in_doubt(nation):
    row = nation[(nation["indicator"] == "coverage_5g_pop") & (nation["period"] == "2026")].iloc[0]
    assert row["doubtful"]
    assert row["documents"] == "11/QĐ-BCĐCP; Chương trình 2026 của Ban Chỉ đạo TW (NQ 57)"
    others = nation[(nation["indicator"] == "digital_economy_gdp_share")]
    assert not others["doubtful"].any()


def test_a_mean_never_says_that_every_province_has_met_a_target(nation):
    rows = nation[nation["scope"] == progress.EVERYONE]
    assert set(rows["category"]) <= {progress.MISSED, progress.OVERDUE, progress.TOO_SLOW, progress.OPEN, progress.NONE}


def test_a_target_is_only_past_due_when_the_data_have_come_so_far(dataset, nation):
    assert progress.day_of(dataset) == date(2026, 2, 28)
    assert set(nation.loc[nation["passed"], "period"]) == {"2020", "2022", "2023", "2024", "2025"}
    ahead = nation[~nation["passed"]]
    assert not set(ahead["category"]) & {progress.MISSED, progress.OVERDUE, progress.LATER}


def test_a_projection_needs_four_figures_of_one_method(dataset):
    drawn = progress.projection(dataset, "digital_economy_gdp_share", "VN", date(2030, 12, 31))
    assert drawn["value"].tolist() == pytest.approx([14.02, 14.02 + 5 * (14.02 - 12.83) / 3])
    assert progress.projection(dataset, "full_process_dossier_share", "VN", date(2030, 12, 31)).empty
    assert progress.projection(dataset, "competitiveness_gci_rank", "VN", date(2030, 12, 31)).empty
    assert progress.projection(dataset, "coverage_5g_pop", "VN", date(2030, 12, 31))["value"].max() <= 100
    assert progress.projection(dataset, "gii_rank", "VN", date(2100, 12, 31))["value"].min() >= 1


def figures(*points: tuple[str, float], edition: str = "") -> pd.DataFrame:
    """Comparable figures as `progress.points` gives them."""
    from indicators import periods

    frame = pd.DataFrame(points, columns=["period", "value"]).assign(edition=edition)
    return frame.assign(position=frame["period"].map(periods.position), end=frame["period"].map(periods.end))


def target(year: str, value: float, comparator: str = ">=") -> pd.Series:
    """A target as a row of targets.csv."""
    return pd.Series({"period": year, "value": value, "comparator": comparator, "document_date": ""})


@pytest.mark.parametrize(
    ("held", "aim", "polarity", "category"),
    [
        (figures(("2022", 50), ("2024", 40)), target("2030", 60), 1, "away"),
        (figures(("2022", 50), ("2024", 50)), target("2030", 60), 1, "too_slow"),
        (figures(("2022", 40), ("2024", 60)), target("2030", 50, "top"), -1, "away"),
        (figures(("2024", 40)), target("2030", 60), 1, "open"),
        (figures(("2024", 70)), target("2030", 60), 1, "reached"),
        (figures(("2024", 70)), target("2020", 60), 1, "later"),
        (figures(("2019", 40), ("2024", 50)), target("2020", 60), 1, "missed"),
        (figures(("2019", 40)), target("2020", 60), 1, "overdue"),
        (figures(("2020", 40)), target("2020", 60), 1, "missed"),
        (figures(("2020", 59.6)), target("2020", 60, "~"), 1, "reached"),
        (figures(("2020", 60)), target("2020", 60, ">"), 1, "missed"),
        (figures(), target("2020", 60), 1, "none"),
    ],
)  # fmt: skip
def test_each_category_by_its_rule(held, aim, polarity, category):
    assert progress.judge(held, aim, aim["value"], polarity, date(2025, 1, 1), 12).category == category


def test_no_pace_is_made_across_a_change_of_method():
    held = pd.concat(
        [figures(("2020", 10), ("2022", 20), edition="a"), figures(("2024", 90), edition="b")], ignore_index=True
    )
    assert progress.judge(held, target("2030", 95), 95, 1, date(2025, 1, 1), 12).reason == "no_pace"


def test_pace_takes_three_years_else_the_figure_before():
    made, since = progress.pace(figures(("2015", 0), ("2021", 10), ("2022", 30), ("2024", 40)))
    assert (made, since) == (pytest.approx(10), "2021")
    made, since = progress.pace(figures(("2015", 0), ("2024", 45)))
    assert (made, since) == (pytest.approx(5), "2015")


def test_meeting_a_level():
    values = pd.Series([49.4, 49.6, 50.0, 50.4])
    assert measures.meets(values, 50, ">=", 1).tolist() == [False, False, True, True]
    assert measures.meets(values, 50, ">", 1).tolist() == [False, False, False, True]
    assert measures.meets(values, 50, "~", 1).tolist() == [False, True, True, True]
    assert measures.meets(values, 50, "top", -1).tolist() == [True, True, True, False]


def test_bars_start_at_zero_and_ranks_are_reversed():
    block = pd.DataFrame(
        {"actual": [71.0], "level": [50.0], "value_high": [None], "previous": [86.0], "baseline": [88.0]}
    ).astype(float)
    row = bullets.shares(block, ranked=True).iloc[0]
    assert row["scale"] == 100
    assert 0 < row["share_previous"] < row["share_actual"] < row["share_level"] < 1
    assert row["share_actual"] == pytest.approx(29 / 99)
    plain = bullets.shares(block, ranked=False).iloc[0]
    assert plain["share_actual"] / plain["share_level"] == pytest.approx(71 / 50)
    assert [name for name, _, _ in bullets.ranges(row)] == ["below", "way", "met"]
    assert len(bullets.ranges(row)) <= 3


def test_filters_leave_what_was_asked_for(dataset):
    chosen, _ = Selection.parse({"topic": "missed", "document": "749/QĐ-TTg"}, dataset, "targets")
    frame = goals.filtered(dataset, chosen)
    assert len(frame) and set(frame["category"]) == {"missed"}
    assert frame["documents"].str.contains("749/QĐ-TTg").all()
    assert len(goals.filtered(dataset, chosen.but(topic="nonsense", document="nonsense"))) == len(
        goals.standing(dataset)
    )


def test_a_province_without_targets_of_its_own_shows_the_nations(dataset):
    chosen, _ = Selection.parse({"unit": "34-46"}, dataset, "targets")
    assert set(goals.shown(dataset, chosen)["owner"]) <= {"VN", *goals.owners(dataset)}
    own, _ = Selection.parse({"unit": "63-06"}, dataset, "targets")
    assert set(goals.shown(dataset, own)["scope"]) == {"63-06"}
    after, _ = Selection.parse({"unit": "34-19"}, dataset, "targets")
    assert set(goals.shown(dataset, after)["scope"]) == {"34-19", "63-06"}


@pytest.mark.parametrize("lost", ["targets", "pairs", "headlines"])
def test_a_lost_table_leaves_every_address_readable(dataset, lost):
    tables = {name: frame.iloc[0:0] if name == lost else frame for name, frame in dataset.tables.items()}
    poorer = replace(dataset, tables=tables)
    for page in ("overview", "targets", "province"):
        chosen, _ = Selection.parse({"unit": "63-06"}, poorer, page)
        assert chosen.page == page
    assert goals.standing(poorer).empty == (lost == "targets")
    assert overview.targets_of(poorer, "egdi_rank", "2024").empty == (lost != "headlines")


def test_the_published_rule_names_every_category_in_both_languages(dataset):
    text = (ROOT / "docs" / "progress-method.md").read_text(encoding="utf-8")
    for language in ("vi", "en"):
        part = text.partition(f"<!-- {language} -->")[2].partition("<!--")[0]
        for name in (*progress.CATEGORIES, "reached_ahead"):
            assert dataset.say(f"progress.{name}", language) in part, (name, language)
    assert progress.PACE_YEARS == 3 and "ba năm" in text and "three years" in text
    assert progress.LEAST_POINTS == 4 and "bốn số" in text and "four or more" in text
    held = set(dataset.tables["pairs"]["holds_months"].astype(int))
    assert held == {3, 12, 24} and all(f"{months} " in text for months in held)
