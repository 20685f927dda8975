"""The rules across a change of boundaries: what was published, what is conserved, what is refused."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import bridge, merging, views
from indicators.__main__ import main
from indicators.contract import package
from indicators.load import DATA

INDEX = ["dti", "dti_infrastructure", "dti_government_activity", "dti_economy_activity", "dti_society_activity"]


def changed(dataset, **columns):
    """Return the dataset with columns of its catalogue changed: name -> {indicator: value}."""
    rows = dataset.tables["indicators"].copy()
    for column, values in columns.items():
        for indicator, value in values.items():
            rows.loc[rows["indicator"] == indicator, column] = value
    return type(dataset)({**dataset.tables, "indicators": rows}, (), "", dataset.folder)


@pytest.mark.parametrize("indicator", INDEX)
def test_the_published_table_follows_from_the_rule(dataset, indicator):
    """The ministry's 34-unit table of 2024 against the plain mean of the old units, all units."""
    both = bridge.pairs(dataset, indicator, "34", "2024")
    assert len(both) == 34
    assert both["gap"].max() <= 1e-4


def test_the_bridge_prints_largest_and_mean_gap(capsys):
    assert main(["bridge"]) == 0
    rows = pd.read_csv(pd.io.common.StringIO(capsys.readouterr().out))
    held = rows[rows["indicator"].isin(INDEX)].set_index("indicator")
    assert set(held.index) == set(INDEX)
    assert (held["units"] == 34).all()
    assert (held["mean_gap"] <= held["largest_gap"]).all()
    assert held.at["dti", "largest_gap"] <= 1e-4


def test_a_rule_is_verified_only_where_figures_were_published(dataset):
    assert bridge.verified(dataset, "dti", "34")["period"] == "2024"
    assert bridge.verified(dataset, "papi_egov", "34") is None
    assert bridge.verified(dataset, "dti_economy", "34") is None, "a computed value verifies nothing"


def test_sums_are_conserved(dataset):
    seen = 0
    for indicator in dataset.indicators.index[dataset.indicators["merge_rule"] == "sum"]:
        for period in dataset.published_periods(indicator, "63"):
            old = merging.values(dataset, indicator, "63", period)
            new = merging.ruled(dataset, indicator, "34", period)
            if len(old) == 63:
                seen += 1
                assert new["value"].sum() == pytest.approx(old.sum())
    assert seen > 10


def test_means_lie_within_their_parts(dataset):
    seen = 0
    for indicator in dataset.indicators.index[dataset.indicators["merge_rule"].isin(["mean", "weighted_mean"])]:
        for period in dataset.published_periods(indicator, "63"):
            rows = merging.breakdown(dataset, indicator, "34", period).groupby("unit")["value"]
            made = merging.ruled(dataset, indicator, "34", period).set_index("unit")["value"]
            low, high = rows.min().reindex(made.index), rows.max().reindex(made.index)
            assert ((made >= low - 1e-9) & (made <= high + 1e-9)).all(), (indicator, period)
            seen += len(made)
    assert seen > 1000


def test_a_ratio_is_that_of_the_sums(dataset):
    made = merging.ruled(dataset, "grdp_per_capita", "34", "2022").set_index("unit")["value"]
    old = {name: merging.values(dataset, name, "63", "2022") for name in ("grdp_current", "population")}
    parts = ["63-06", "63-19"]
    assert made["34-19"] == pytest.approx(old["grdp_current"][parts].sum() / old["population"][parts].sum())


def test_weights_are_of_the_same_period_else_of_the_nearest(dataset):
    same = merging.breakdown(dataset, "papi_egov", "34", "2022")
    assert set(same["weight_period"]) == {"2022"}
    assert set(merging.breakdown(dataset, "egov_index_mic", "34", "2017")["weight_period"]) == {"2018"}
    two = same[same["unit"] == "34-19"].set_index("part")
    made = merging.values(dataset, "papi_egov", "34", "2022")["34-19"]
    assert made == pytest.approx(np.average(two["value"], weights=two["weight"]))
    assert two["share"].sum() == pytest.approx(1)


def test_a_part_without_a_value_makes_the_whole_missing(dataset):
    """Vĩnh Phúc has no PAPI of 2024, so the new Phú Thọ has none either."""
    assert "34-25" not in merging.values(dataset, "papi_egov", "34", "2024").index
    assert merging.lacking(dataset, "papi_egov", "34", "2024")["34-25"] == ("63-26",)
    weight = merging.breakdown(dataset, "papi_egov", "34", "2024").set_index("part")["share"]
    enough = 100 * (1 - weight["63-26"])
    for least, held in ((enough - 1, True), (enough + 1, False)):
        other = changed(dataset, least_share={"papi_egov": least})
        row = merging.ruled(other, "papi_egov", "34", "2024").set_index("unit")
        assert ("34-25" in row.index) is held
        if held:
            assert row.at["34-25", "share"] == pytest.approx(enough / 100)


def test_part_of_a_sum_is_never_taken_for_it(dataset):
    other = changed(dataset, least_share={"population": 10.0})
    rows = other.tables["observations"]
    gone = (rows["indicator"] == "population") & (rows["unit"] == "63-06")
    less = type(other)({**other.tables, "observations": rows[~gone].reset_index(drop=True)}, (), "", other.folder)
    assert "34-19" not in set(merging.ruled(less, "population", "34", "2022")["unit"])
    assert "34-01" in set(merging.ruled(less, "population", "34", "2022")["unit"])


def test_what_must_not_be_merged_says_why(dataset):
    refused = dataset.indicators[dataset.indicators["merge_rule"] == "none"]
    for indicator in refused.index:
        key = merging.refusal(dataset, indicator)
        assert all(dataset.say(key, language) != key for language in ("vi", "en"))
        assert merging.ruled(dataset, indicator, "34", "2024").empty
    assert merging.refusal(dataset, "dti") == ""


def test_derived_is_worked_out_and_never_stored(dataset):
    for resource in package(DATA)["resources"]:
        for field in resource["schema"]["fields"]:
            assert merging.DERIVED not in map(str, field.get("constraints", {}).get("enum", []))
    assert merging.DERIVED not in set(dataset.observations["status"])


def test_ranks_of_the_new_units_exist_for_the_years_before_them(dataset):
    for period in ("2022", "2023"):
        frame = views.observed(dataset, "dti", "34", period)
        assert set(frame["status"]) == {merging.DERIVED}
        assert sorted(frame["rank"]) == pytest.approx(sorted(frame["value"].rank(ascending=False, method="min")))
        assert set(frame["rank_of"]) == {34}


values_of_parts = st.lists(
    st.lists(st.tuples(st.floats(0, 1e6) | st.none(), st.floats(0.001, 1e6)), min_size=1, max_size=6), min_size=1, max_size=12
)  # fmt: skip


def partition(groups):
    """Return the parts of made-up units and their frame of values and weights."""
    of = {f"n{i}": tuple(f"o{i}-{j}" for j in range(len(group))) for i, group in enumerate(groups)}
    cells = {
        name: cell
        for names, group in zip(of.values(), groups, strict=True)
        for name, cell in zip(names, group, strict=True)
    }
    frame = pd.DataFrame.from_dict(cells, orient="index", columns=["value", "weight"]).astype(float)
    return merging.Parts("old", of, frozenset()), frame.sample(frac=1, random_state=1)


@settings(max_examples=80, deadline=None)
@given(values_of_parts)
def test_any_partition_conserves_sums_and_keeps_means_inside(groups):
    made, frame = partition(groups)
    whole = np.array([frame.loc[list(names), "value"].notna().all() for names in made.of.values()])
    even = frame.assign(weight=1.0)
    total, shares = merging.merged("sum", even, made)
    assert ((shares == 1) == whole).all()
    kept = [name for names, full in zip(made.of.values(), whole, strict=True) if full for name in names]
    assert total[whole].sum() == pytest.approx(frame.loc[kept, "value"].sum())
    for rule, held in (("mean", even), ("weighted_mean", frame)):
        found, part = merging.merged(rule, held, made)
        for place, names in enumerate(made.of.values()):
            known = frame.loc[list(names), "value"].dropna()
            assert np.isnan(found[place]) == known.empty
            assert 0 <= part[place] <= 1 + 1e-9
            if len(known):
                slack = 1e-9 * max(1.0, known.abs().max())
                assert known.min() - slack <= found[place] <= known.max() + slack


@settings(max_examples=40, deadline=None)
@given(values_of_parts)
def test_two_steps_of_merging_are_as_good_as_one(groups):
    """Sums, ratios and weighted means do not depend on the way; a mean of means does."""
    full = [[(value or 0.0, weight) for value, weight in group] for group in groups]
    made, frame = partition(full)
    everything = merging.Parts("old", {"all": tuple(frame.index)}, frozenset())
    middle = merging.Parts("middle", {"all": tuple(made.of)}, frozenset())
    weights = merging.merged("sum", frame.assign(value=frame["weight"], weight=1.0), made)[0]
    for rule in ("weighted_mean", "ratio"):
        once = merging.merged(rule, frame, everything)[0][0]
        steps = merging.merged(
            rule if rule == "weighted_mean" else "sum",
            frame if rule == "weighted_mean" else frame.assign(weight=1.0),
            made,
        )[0]
        block = pd.DataFrame({"value": steps, "weight": weights}, index=list(made.of))
        assert merging.merged(rule, block, middle)[0][0] == pytest.approx(once, abs=1e-9)
