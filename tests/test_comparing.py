"""Units side by side: one basis, one method, ties, defaults that are said."""

import pytest

from indicators import comparing, merging
from indicators.selection import MOST_UNITS, Selection


def read(dataset, **params):
    """Return selection and keys of the notices of an address of the page."""
    chosen, notices = Selection.parse(params, dataset, "compare")
    return chosen, [notice.key for notice in notices]


def test_the_units_decide_the_basis_where_the_address_names_none(dataset):
    chosen, notices = read(dataset, units="63-48,63-79")
    assert (chosen.basis, chosen.units, notices) == ("63", ("63-48", "63-79"), [])


def test_units_of_two_bases_never_share_a_figure(dataset):
    chosen, notices = read(dataset, units="63-48,34-19")
    assert {dataset.units.at[unit, "basis"] for unit in chosen.units} == {"63"}
    assert {"63-48", "63-19", "63-06"} == set(chosen.units)
    assert notices == ["notice.carried"]


def test_units_carry_over_when_the_basis_is_switched(dataset):
    chosen, _ = read(dataset, units="63-06,63-48,63-49", basis="34")
    assert chosen.units == ("34-19", "34-48")
    many, _ = read(dataset, units="34-79,34-08,34-15,34-19", basis="63")
    assert len(many.units) == MOST_UNITS
    namesakes = {"63-79", "63-08", "63-10", "63-19"}
    assert namesakes <= set(many.units), "each unit's own name comes before its other parts"


def test_a_name_is_looked_up_in_the_basis_that_was_asked_for(dataset):
    assert read(dataset, units="Da Nang,ha noi", basis="63")[0].units == ("63-48", "63-01")


def test_too_many_units_get_a_sentence(dataset):
    chosen, notices = read(dataset, units="63-01,63-02,63-04,63-06,63-08,63-10")
    assert len(chosen.units) == MOST_UNITS
    assert "notice.most_units" in notices


def test_counterparts_are_none_for_the_nation(dataset):
    assert merging.counterparts(dataset, "VN", "34") == ()
    assert merging.counterparts(dataset, "34-19", "63") == ("63-19", "63-06")


def test_default_units_are_best_middle_and_last(dataset):
    units = comparing.default_units(dataset, "dti", "63", "2022")
    assert units[0] == "63-48" and units[-1] == "63-06" and len(units) == 3


def test_a_chosen_unit_is_compared_with_its_region(dataset):
    units = comparing.default_units(dataset, "dti", "34", "2024", "34-19")
    assert units[0] == "34-19" and len(units) == 1 + comparing.NEIGHBOURS
    assert len({dataset.units.at[unit, "region_vi"] for unit in units}) == 1


def test_differences_only_within_one_method(dataset):
    same = comparing.two_periods(dataset, "dti", "63", "2022", "2023").set_index("unit")
    assert same.at["63-48", "change"] == pytest.approx(same.at["63-48", "value_later"] - 0.8002)
    assert same.at["63-06", "move"] == 5
    other = comparing.two_periods(dataset, "dti", "63", "2023", "2024")
    assert other["change"].isna().all() and other["move"].notna().all()
    assert comparing.pairs(dataset, "dti", "63") == [("2022", "2023")]


def test_the_earlier_period_is_of_the_same_method_where_there_is_one(dataset):
    assert comparing.earlier_of(dataset, "dti", "63", "2023") == "2022"
    assert comparing.earlier_of(dataset, "dti", "63", "2024") == "2023"
    assert comparing.earlier_of(dataset, "dti", "63", "2020") == ""


def test_the_mean_of_all_needs_most_of_them(dataset):
    assert list(comparing.means(dataset, "dti", "63")["period"]) == ["2022", "2023", "2024"]


def test_tied_units_share_a_rank_and_stand_apart(dataset):
    frame = comparing.ranks(dataset, "dti", "63")
    tied = frame[(frame["period"] == "2021") & (frame["rank"] == 12)]
    assert set(tied["unit"]) == {"63-26", "63-38"} and tied["tied"].all()
    assert sorted(tied["place"]) == [12.0, 12.5]
    assert (frame.loc[~frame["tied"], "place"] == frame.loc[~frame["tied"], "rank"]).all()
    assert frame["unit"].map(dataset.units["basis"]).eq("63").all()


def test_an_indicator_without_ranks_has_an_empty_frame(dataset):
    frame = comparing.ranks(dataset, "grdp_per_capita", "63")
    assert frame.empty and {"place", "tied", "edition"} <= set(frame)
