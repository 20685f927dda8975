"""What moved a merged unit: the split is whole, honest across methods, and refuses what has no sense."""

from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest

from indicators import merger_effect, merging, views
from indicators.merger_effect import MERGER, PROGRESS, RANK, VALUE

MERGED, LARGEST, SMALLEST = "34-19", "63-19", "63-06"


def merged_units(dataset) -> list[str]:
    return [unit for unit in dataset.units.index if len(merger_effect.parts_of(dataset, unit)) > 1]


def test_the_split_by_hand(dataset):
    """Thái Nguyên 2022 to 2023: its parts stood at 0.6469 and 0.3941, then at 0.7137 and 0.5964; the mean is 0.65505."""
    held = merger_effect.effect(dataset, "dti", MERGED, "2022", "2023")
    rows = held[held["measure"] == VALUE].set_index("part")
    assert rows.loc[LARGEST, ["start", "between", "end"]].tolist() == pytest.approx([0.6469, 0.7137, 0.65505])
    assert rows.loc[LARGEST, [PROGRESS, MERGER]].tolist() == pytest.approx([0.0668, -0.05865])
    assert rows.loc[SMALLEST, [PROGRESS, MERGER]].tolist() == pytest.approx([0.2023, 0.05865])


def test_the_steps_add_up_everywhere(dataset):
    found = 0
    for unit in merged_units(dataset):
        for indicator in ("dti", "dti_infrastructure", "papi_egov", "pci", "grdp_per_capita"):
            for earlier, later in pairwise(merger_effect.periods_of(dataset, indicator, unit)):
                for row in merger_effect.effect(dataset, indicator, unit, earlier, later).itertuples():
                    turn = 1 if row.measure == VALUE else -1
                    assert row.start + turn * (row.progress + row.merger) == pytest.approx(row.end)
                    assert row.total == pytest.approx(row.progress + row.merger)
                    found += 1
    assert found > 500


def test_values_are_not_split_across_methods(dataset):
    assert merger_effect.refusal(dataset, "dti", MERGED, "2023", "2024") == {VALUE: "other_method", RANK: ""}
    held = merger_effect.effect(dataset, "dti", MERGED, "2023", "2024")
    assert set(held["measure"]) == {RANK}
    assert merger_effect.contributions(dataset, "dti", MERGED, "2023", "2024").empty


def test_ranks_are_those_of_the_new_basis(dataset):
    """The last step ends at the unit's own rank, and no rank exceeds the number of units of the new basis."""
    count = len(dataset.units_of("34"))
    for period, before in (("2023", "2022"), ("2024", "2023")):
        ranks = views.observed(dataset, "dti", "34", period).set_index("unit")["rank"]
        for unit in merged_units(dataset):
            held = merger_effect.effect(dataset, "dti", unit, before, period)
            held = held[held["measure"] == RANK]
            assert (held["end"] == ranks[unit]).all()
            assert held[["start", "between", "end"]].max(axis=None) <= count


def test_totals_are_not_split(dataset):
    assert set(merger_effect.refusal(dataset, "population", MERGED, "2023", "2024").values()) == {"total"}
    assert merger_effect.effect(dataset, "population", MERGED, "2023", "2024").empty


def test_the_merger_comes_first_where_parts_have_no_figures_any_more(dataset):
    rows = dataset.tables["observations"]
    gone = rows["indicator"].eq("dti") & rows["period"].eq("2024") & rows["unit"].str.startswith("63-")
    editions = dataset.tables["editions"]
    one_method = editions[editions["indicator"] != "dti"]
    later = replace(dataset, tables={**dataset.tables, "observations": rows[~gone], "editions": one_method})
    held = merger_effect.effect(later, "dti", MERGED, "2023", "2024")
    assert set(held["first"]) == {MERGER}
    row = held[held["measure"] == VALUE].set_index("part").loc[LARGEST]
    assert row[MERGER] == pytest.approx(-0.05865)
    assert row[PROGRESS] == pytest.approx(0.7521 - 0.65505)


def test_parts_give_the_whole_change(dataset):
    for indicator in ("dti", "papi_egov", "grdp_per_capita"):
        for unit in merged_units(dataset):
            for earlier, later in pairwise(merger_effect.periods_of(dataset, indicator, unit)):
                rows = merger_effect.contributions(dataset, indicator, unit, earlier, later)
                if rows.empty:
                    continue
                values = [merging.values(dataset, indicator, "34", name)[unit] for name in (earlier, later)]
                assert rows["contribution"].sum() == pytest.approx(values[1] - values[0], abs=1e-9)


def test_the_spread_names_best_and_weakest(dataset):
    assert merger_effect.spread(dataset, "dti", MERGED, "2024") == (LARGEST, 0.7924, SMALLEST, 0.7118)
    assert merger_effect.spread(dataset, "dti", "34-01", "2024") is None


def test_both_sides_of_a_merger_find_the_whole(dataset):
    assert merger_effect.whole_of(dataset, MERGED) == merger_effect.whole_of(dataset, SMALLEST) == MERGED
    assert merger_effect.whole_of(dataset, "34-01") == ""
    assert merger_effect.parts_of(dataset, MERGED) == (LARGEST, SMALLEST)
    assert isinstance(merger_effect.effect(dataset, "dti", "34-01", "2022", "2023"), pd.DataFrame)
