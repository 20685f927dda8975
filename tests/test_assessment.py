"""The score sheet, the what-if, the goal, the firmness of ranks: published totals reproduced, properties held."""

from datetime import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import views
from indicators.assessment import goal, own, reweigh, scenario, scheme, sheet, uncertainty, whatif
from indicators.assessment.scores import BLOCK, recomputed, scores
from indicators.export import xlsx
from indicators.load import load

TOTAL = "dti"
HELD = [("63", "2022"), ("63", "2023"), ("63", "2024"), ("34", "2022"), ("34", "2023"), ("34", "2024")]
DATA = load()


def find(name: str, basis: str) -> str:
    units = DATA.units_of(basis)
    return units.loc[units["name_vi"] == name, "unit"].iloc[0]


@pytest.mark.parametrize(("basis", "period"), HELD)
def test_published_totals_are_reproduced_where_all_indices_are_known(basis, period):
    held = scores(DATA, TOTAL, basis, period)
    gap = (recomputed(held) - held.total).abs().dropna()
    expected = {("63", "2022"): 5, ("63", "2023"): 10, ("34", "2024"): 34}.get((basis, period))
    assert expected is None or len(gap) == expected
    assert gap.max() <= 1e-4 or gap.empty


@pytest.mark.parametrize(("basis", "period"), HELD)
def test_a_sheet_adds_up_to_the_total(basis, period):
    held = scores(DATA, TOTAL, basis, period)
    for unit in held.total.index:
        frame = sheet.sheet(held, unit)
        assert frame["weight"].sum() == pytest.approx(held.scheme.points)
        assert frame["reached"].sum() == pytest.approx(held.total[unit] * held.scheme.points, abs=0.1)
        assert (frame["lost"] >= 0).all() and frame["lost"].is_monotonic_decreasing


def test_editions_without_weights_have_no_sheet():
    assert scores(DATA, TOTAL, "63", "2020") is None and scores(DATA, TOTAL, "63", "2021") is None
    assert scheme.sheet_periods(DATA, TOTAL, "63") == ["2022", "2023", "2024"]
    known = scheme.editions(DATA, TOTAL).set_index("edition")["has_scheme"]
    assert known.to_dict() == {"1726-2020": False, "922-2021": False, "922-2022": True, "405-2024": True}


def test_rounding_beyond_what_is_available_counts_as_nothing_lost():
    held = scores(DATA, TOTAL, "63", "2024")
    frame = sheet.sheet(held, find("Hà Tĩnh", "63")).set_index("index")
    assert frame.at[BLOCK, "reached"] == pytest.approx(300.03, abs=0.005) and frame.at[BLOCK, "weight"] == 300
    assert frame.at[BLOCK, "lost"] == 0 and not frame.at[BLOCK, "exceeds"]
    assert len(frame.at[BLOCK, "members"]) == 4


def test_pillars_of_a_sheet_are_those_of_the_table():
    for basis, period in HELD[:3]:
        held = scores(DATA, TOTAL, basis, period)
        from indicators import views

        for name in held.scheme.pillars:
            published = views.observed(DATA, name, basis, period).set_index("unit")["value"]
            for unit in list(held.total.index)[::9]:
                assert sheet.pillars(held, unit)[name] == pytest.approx(published[unit], abs=2e-4)


def test_ranks_of_bac_kan_are_those_of_the_tables():
    unit = find("Bắc Kạn", "63")
    for period, rank in (("2022", 63), ("2023", 58), ("2024", 32)):
        made = whatif.outcome(DATA, scores(DATA, TOTAL, "63", period), unit, {})
        assert made.rank_before == made.rank_after == rank and made.before == made.after


def test_the_pace_of_the_others_needs_two_periods_of_one_method():
    assert whatif.pace(DATA, scores(DATA, TOTAL, "63", "2024")) is None
    held = scores(DATA, TOTAL, "63", "2023")
    unit = find("Bắc Kạn", "63")
    still, moving = (whatif.rivals(DATA, held, unit, way) for way in (whatif.STILL, whatif.PACE))
    before = scores(DATA, TOTAL, "63", "2022").total
    other = still.index[0]
    assert moving[other] == pytest.approx(min(1, 2 * held.total[other] - before[other]))


units = st.sampled_from(list(DATA.units_of("34")["unit"]))
names = st.sampled_from(list(scheme.scheme_of(DATA, TOTAL, "2024").weights.index))


@settings(max_examples=40, deadline=None)
@given(unit=units, name=names, share=st.floats(0, 1))
def test_raising_an_index_never_lowers_total_or_rank(unit, name, share):
    held = scores(DATA, TOTAL, "34", "2024")
    now = min(1.0, held.values.at[unit, name])
    made = whatif.outcome(DATA, held, unit, {name: now + share * (1 - now)})
    assert made.after >= made.before - 1e-12 and made.rank_after <= made.rank_before
    assert (made.pillars_after >= made.pillars_before - 1e-9).all()


@pytest.mark.parametrize("period", ["2022", "2023", "2024"])
def test_a_value_has_its_own_rank_among_all(period):
    """Also a derived one of five places: 0.52735 is not two values."""
    frame = views.observed(DATA, TOTAL, "34", period)
    assert [whatif.rank_among(value, frame["value"]) for value in frame["value"]] == frame["rank"].tolist()


@settings(max_examples=30, deadline=None)
@given(unit=units, rank=st.integers(1, 34), way=st.sampled_from(goal.WAYS))
def test_a_solution_reaches_the_goal_and_a_cheaper_one_does_not(unit, rank, way):
    held = scores(DATA, TOTAL, "34", "2024")
    rest = whatif.rivals(DATA, held, unit)
    wanted = goal.wanted_for_rank(rank, rest)
    made = goal.solve(held, unit, wanted, way, {"dti_security": 0.5} if way == goal.COSTS else None)
    if made.state == goal.UNREACHABLE:
        assert made.most < wanted
        return
    reached = whatif.overall(held, unit, made.values) if made.state == goal.REACHED else held.total[unit]
    assert reached >= wanted - 1e-9 and whatif.rank_among(reached, rest) <= rank
    if made.state == goal.REACHED and wanted - held.total[unit] > 1e-3:
        own_values = held.components(held.missing(unit))[0].loc[unit].clip(upper=1)
        cheaper = own_values + (made.values - own_values) * 0.99
        assert whatif.overall(held, unit, cheaper) < wanted


def most_for(budget: float, shares: pd.Series, room: pd.Series, price: pd.Series) -> float:
    """Return the most that a budget can lift a total, dearest last: the fractional knapsack, another way than the solver's."""
    gained = 0.0
    for name in (shares / price).sort_values(ascending=False).index:
        rise = min(room[name], budget / price[name])
        gained, budget = gained + shares[name] * rise, budget - rise * price[name]
    return gained


@settings(max_examples=60, deadline=None)
@given(unit=units, rank=st.integers(1, 34), way=st.sampled_from(goal.WAYS))
def test_no_other_split_of_99_percent_reaches_the_goal(unit, rank, way):
    held = scores(DATA, TOTAL, "34", "2024")
    wanted, costs = (
        goal.wanted_for_rank(rank, whatif.rivals(DATA, held, unit)),
        {"dti_security": 0.5, "dti_workforce": 3.0},
    )
    made = goal.solve(held, unit, wanted, way, costs if way == goal.COSTS else None)
    need = wanted - held.total[unit]
    if made.state != goal.REACHED or need < 1e-3:
        return
    own, weights = held.components(held.missing(unit))
    row, shares = own.loc[unit].clip(upper=1.0), weights / weights.sum()
    if way == goal.EQUAL:
        largest = 0.99 * (made.values - row).max()
        assert float(shares @ (1.0 - row).clip(upper=largest)) < need
        return
    price = pd.Series({name: costs.get(name, 1.0) if way == goal.COSTS else 1.0 for name in row.index})
    assert most_for(0.99 * made.cost, shares, 1.0 - row, price) < need
    assert most_for(made.cost, shares, 1.0 - row, price) == pytest.approx(need, abs=1e-7)


def test_ceilings_can_make_a_goal_unreachable():
    held = scores(DATA, TOTAL, "34", "2024")
    unit = held.total.idxmin()
    made = goal.solve(held, unit, 0.99, goal.COSTS, ceilings=dict.fromkeys(held.scheme.weights.index, 0.6))
    assert made.state == goal.UNREACHABLE and made.most < 0.99


def test_firmness_is_the_same_twice_and_covers_the_published_order():
    held = scores(DATA, TOTAL, "34", "2024")
    one, two = uncertainty.of_scores(held, 2000), uncertainty.of_scores(held, 2000)
    assert one.ranks.equals(two.ranks)
    assert (one.ranks["low"] <= one.ranks["median"]).all() and (one.ranks["median"] <= one.ranks["high"]).all()
    assert one.ranks["official"].tolist() == held.total.rank(ascending=False, method="min").tolist()
    assert one.ranks["geometric"].notna().all() and not one.joined
    pairs = uncertainty.near_ties(one)
    assert (pairs["share"] > uncertainty.NEAR).all()
    assert (held.total[pairs["upper"]].to_numpy() > held.total[pairs["lower"]].to_numpy()).all()


def test_missing_single_indices_vary_as_one_block_and_refuse_the_geometric_mean():
    found = uncertainty.of_scores(scores(DATA, TOTAL, "63", "2024"), 500)
    assert len(found.joined) == 4 and found.ranks["geometric"].isna().all()


def test_drawn_weights_sum_to_one_and_vary_about_the_official():
    shares = scheme.scheme_of(DATA, TOTAL, "2024").shares.to_numpy()
    weights = uncertainty.drawn_weights(shares, 4000, np.random.default_rng(1))
    assert np.allclose(weights.sum(axis=1), 1)
    assert np.abs(weights[:1800].mean(axis=0) - shares).max() < 0.004
    dirichlet = weights[1800:3600]
    assert np.abs(dirichlet.mean(axis=0) - shares).max() < 0.004
    assert 0.15 < (dirichlet.std(axis=0) / shares).mean() < 0.35


def test_another_editions_weights_are_exact_bounds_or_refused():
    other = scheme.schemes(DATA)[TOTAL, "922-2022"]
    whole, block = scores(DATA, TOTAL, "34", "2024"), scores(DATA, TOTAL, "63", "2024")
    made = reweigh.under(whole, "34-19", other)
    assert made.kind == reweigh.EXACT
    assert made.low == pytest.approx((whole.values.loc["34-19"] * other.shares).sum())
    bound = reweigh.under(block, "63-06", other)
    assert bound.kind == reweigh.BOUNDS and bound.low < bound.high
    assert reweigh.under(block, "63-06", block.scheme).low == pytest.approx(block.total["63-06"], abs=1e-6)


def test_a_change_within_an_edition_is_the_sum_of_its_indices():
    earlier, later = (scores(DATA, TOTAL, "63", period) for period in ("2022", "2023"))
    for unit in list(later.total.index)[::7]:
        made = reweigh.split(earlier, later, unit)
        assert made.by_weights.abs().sum() == pytest.approx(0)
        assert made.change == pytest.approx(later.total[unit] - earlier.total[unit], abs=1e-3)


def test_a_change_across_editions_needs_every_index():
    assert reweigh.split(scores(DATA, TOTAL, "63", "2023"), scores(DATA, TOTAL, "63", "2024"), "63-06") is None
    known = scores(DATA, TOTAL, "34", "2023").values.dropna().index
    made = reweigh.split(scores(DATA, TOTAL, "34", "2023"), scores(DATA, TOTAL, "34", "2024"), known[0])
    assert made is not None and made.by_weights.abs().sum() > 0


@pytest.mark.parametrize(
    ("cell", "key"), [("1,2", "own.comma"), ("0,85", "own.comma"), ("1.2", "own.out_of_range"), ("-0.1", "own.out_of_range"), ("cao", "own.not_a_number")]
)  # fmt: skip
def test_bad_cells_get_a_sentence_and_keep_their_words(cell, key):
    read = own.read_cells({"dti_security": cell, "dti_workforce": "0.5"})
    assert [problem.key for problem in read.problems] == [key]
    assert read.values == {"dti_workforce": 0.5} and read.given["dti_security"] == cell
    for language in ("vi", "en"):
        assert DATA.words.has(key) and DATA.say(key, language, **read.problems[0].names)


def test_own_files_are_read_whatever_their_form():
    made = scheme.scheme_of(DATA, TOTAL, "2024")
    words = {name: DATA.indicators.at[name, "short_vi"] for name in made.weights.index}
    text = own.template(made, words).assign(value="0.7").to_csv(index=False, sep=";").encode("utf-8-sig")
    assert own.read_file(text, "a.csv", made, words).values == dict.fromkeys(made.weights.index, 0.7)
    named = "name,value\nHẠ TẦNG SỐ,0.9\nkhông có,1\n".encode()
    read = own.read_file(named, "a.csv", made, words)
    assert read.values == {"dti_infrastructure": 0.9} and read.problems[0].key == "own.unknown_index"
    for content, name in (
        (b"\xff\xfe\x00", "a.csv"),
        (b"not a workbook", "a.xlsx"),
        (b"x,y\n1,2\n", "a.csv"),
        (b"", "a.csv"),
    ):
        assert own.read_file(content, name, made, words).problems[0].key == "own.unreadable"


def test_own_figures_are_found_on_any_sheet_and_in_any_encoding_that_excel_writes():
    made = scheme.scheme_of(DATA, TOTAL, "2024")
    words = {name: DATA.indicators.at[name, "short_vi"] for name in made.weights.index}
    filled = own.template(made, words).assign(value="0.7")
    sheets = [xlsx.Sheet("ghi", pd.DataFrame({"a": ["b"]})), xlsx.Sheet("atlas", filled)]
    text = filled.to_csv(index=False, sep="\t")
    for content, name in (
        (xlsx.workbook(sheets, "", "", datetime(2026, 11, 24)), "a.xlsx"),
        (text.encode("utf-16"), "a.csv"),
        (text.encode("cp1258", errors="replace"), "a.csv"),
    ):
        read = own.read_file(content, name, made, words)
        assert read.values == dict.fromkeys(made.weights.index, 0.7) and not read.problems


def test_a_scenario_in_a_link_reads_back_and_names_what_it_cannot_read():
    known = ["a", "b"]
    assert scenario.read(scenario.written({"a": 0.71, "b": 1}), known) == ({"a": 0.71, "b": 1}, [])
    assert scenario.read("a:2,c:0.5,b:x,,", known) == ({}, ["a:2", "c:0.5", "b:x"])
    assert scenario.prices("a:2/0.9,b:-1", known) == ({"a": 2.0}, {"a": 0.9}, ["b:-1"])
    assert scenario.goal_of("rank:3") == ("rank", 3) and scenario.goal_of("value:0.7") == ("value", 0.7)
    assert [scenario.goal_of(text) for text in ("rank:0", "rank:1.5", "value:7", "x", "")] == [None] * 5


def test_a_plan_lists_the_points_of_every_change():
    held = scores(DATA, TOTAL, "34", "2024")
    table = scenario.plan(held, "34-19", {"dti_society_activity": 0.7, "dti_security": 0.9})
    assert list(table) == scenario.PLAN_COLUMNS
    made = whatif.outcome(DATA, held, "34-19", {"dti_society_activity": 0.7, "dti_security": 0.9})
    assert table["points"].sum() == pytest.approx((made.after - made.before) * held.scheme.points)
    assert isinstance(table, pd.DataFrame) and (table["measure"] == "").all()


def test_marks_stand_beside_ranks_only_where_they_are_drawn_again():
    marks = uncertainty.marks(DATA, TOTAL, "34", "2024")
    assert list(marks) == ["rank_low", "rank_high", "near_tie"] and len(marks) == len(DATA.units_of("34"))
    assert marks["near_tie"].any() and not marks["near_tie"].all()
    assert uncertainty.marks(DATA, TOTAL, "63", "2021").empty
