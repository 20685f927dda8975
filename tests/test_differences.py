"""Two periods against each other: within one method only, evenly about the midpoint, ranks for the rest."""

import numpy as np
import pandas as pd
import pytest

from indicators import differences, merging


def test_change_is_later_less_earlier(dataset):
    frame = differences.pair(dataset, "dti", "63", "2022", "2023").set_index("unit")
    assert frame.at["63-06", "change"] == pytest.approx(frame.at["63-06", "value"] - frame.at["63-06", "value_earlier"])
    assert frame.at["63-06", "move"] == 63 - 58
    assert frame["change"].notna().all()


def test_no_change_across_methods_but_moves_in_rank(dataset):
    frame = differences.pair(dataset, "dti", "63", "2023", "2024")
    assert frame["change"].isna().all()
    assert frame["move"].notna().all()


def test_each_side_of_a_change_says_whether_it_is_derived(dataset):
    frame = differences.pair(dataset, "dti", "34", "2022", "2023")
    assert (frame["status"] == merging.DERIVED).any()
    mixed = differences.pair(dataset, "dti", "34", "2023", "2024")
    assert (mixed["status_earlier"] == merging.DERIVED).any(), "one of its values is derived"
    assert not (mixed["status"] == merging.DERIVED).any(), "the other one was published"


def test_the_earlier_period_is_of_the_same_method_where_there_is_one(dataset):
    assert differences.earlier_of(dataset, "dti", "63", "2023") == "2022"
    assert differences.earlier_of(dataset, "dti", "63", "2024") == "2023"
    assert differences.earlier_of(dataset, "dti", "63", "2024", "2021") == "2021"
    assert differences.earlier_of(dataset, "dti", "63", "2024", "2024") == "2023"
    assert differences.earlier_of(dataset, "egov_index_mic", "63", dataset.periods_of("egov_index_mic", "63")[0]) == ""


@pytest.mark.parametrize("scale", [0.0004, 0.07, 3.0, 1500.0])
def test_breaks_lie_evenly_about_zero(scale):
    values = pd.Series(np.linspace(-1, 1, 60) * scale)
    edges = differences.breaks(values, 6)
    assert len(edges) == 2 * differences.SIDES
    assert np.allclose(np.array(edges), -np.array(edges)[::-1])
    assert np.allclose(np.diff(edges), edges[3] * 2)
    held = differences.class_of(values, edges)
    assert held[values == values.abs().min()].tolist() in ([differences.SIDES], [])
    assert held.iloc[0] <= 1 and held.iloc[-1] >= 2 * differences.SIDES - 1


def test_the_middle_class_of_moves_holds_only_zero():
    moves = pd.Series([-30, -12, -1, 0, 1, 4, 25], dtype=float)
    held = differences.class_of(moves, differences.move_breaks(moves))
    assert held[moves == 0].tolist() == [differences.SIDES]
    assert (held[moves != 0] != differences.SIDES).all()


def test_without_any_change_there_is_one_class_and_none_for_a_missing_value():
    values = pd.Series([0.0, np.nan])
    assert differences.breaks(values, 2) == () and differences.move_breaks(values) == ()
    assert differences.class_of(values, ()).tolist() == [differences.SIDES, -1]
