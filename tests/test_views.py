"""Published before computed, missing before zero, ranks only where they are whole."""

import pytest

from indicators import composite, measures, views
from indicators.values import COLUMNS, BadArgument, values_frame


def test_published_ranks_stand_as_published(dataset):
    frame = views.observed(dataset, "dti", "63", "2022").set_index("unit")
    assert frame.at["63-06", "rank"] == 63
    assert frame.at["63-06", "rank_status"] == "official"
    assert frame.at["63-48", "value"] == pytest.approx(0.8002)
    tied = views.observed(dataset, "dti_infrastructure", "63", "2022").set_index("unit")
    assert tied.at["63-19", "value"] == tied.at["63-25", "value"]
    assert {tied.at["63-19", "rank"], tied.at["63-25", "rank"]} == {6, 7}


def test_no_rank_is_computed_where_a_value_is_missing(dataset):
    frame = views.observed(dataset, "papi_egov", "63", "2024")
    assert frame["value"].isna().any()
    assert frame["rank_status"].ne("computed").all()
    assert len(frame) == len(dataset.units_of("63"))


def test_computed_ranks_follow_values_and_say_so(dataset):
    frame = views.observed(dataset, "dti", "63", "2023").set_index("unit")
    assert frame.at["63-06", "rank"] == 58
    newest = views.observed(dataset, "dti", "63", "2024").set_index("unit")
    assert newest.at["63-06", "rank"] == 32
    assert newest.at["63-06", "rank_status"] == "computed"


def test_a_shared_frame_is_not_changed(dataset):
    before = dataset.observations.copy()
    frame = views.observed(dataset, "dti", "63", "2022")
    frame["value"] = 0
    assert dataset.observations.equals(before)


def test_ties_share_the_better_rank():
    import pandas as pd

    values = pd.Series([0.5, 0.7, 0.7, 0.1])
    assert measures.rank(values, 1).tolist() == [3, 1, 1, 4]
    assert measures.rank(values, -1).tolist() == [2, 3, 3, 1]
    assert measures.rank(values, 0).isna().all()
    assert measures.gap_to_next(values, 1).tolist()[0] == pytest.approx(0.2)


def test_an_edition_ends_where_the_method_changed(dataset):
    assert views.comparable(dataset, "dti", "2022", "2023")
    for one, other in (("2020", "2021"), ("2021", "2022"), ("2023", "2024")):
        assert not views.comparable(dataset, "dti", one, other)


def test_pillars_follow_from_the_published_total(dataset):
    """(F + 200 g) / 700 with F from the total, Đà Nẵng 2022, by hand from the published values."""
    values = {name: views.observed(dataset, name, "63", "2022").set_index("unit").at["63-48", "value"] for name in
              ("dti", "dti_government_activity", "dti_economy_activity", "dti_society_activity", "dti_government")}  # fmt: skip
    foundation = 1000 * values["dti"] - 200 * values["dti_government_activity"]
    foundation -= 150 * (values["dti_economy_activity"] + values["dti_society_activity"])
    assert values["dti_government"] == pytest.approx(
        (foundation + 200 * values["dti_government_activity"]) / 700, abs=1e-4
    )


def test_every_province_has_its_computed_pillars(dataset):
    for period in ("2022", "2023", "2024"):
        for name in ("dti_government", "dti_economy", "dti_society"):
            frame = views.observed(dataset, name, "63", period)
            assert frame["value"].notna().all(), (name, period)
            assert (frame["status"] == composite.STATUS).sum() > 50


def test_the_table_of_values_has_its_columns(dataset):
    frame = values_frame(dataset, "dti", "63", "2022", "en")
    assert list(frame) == COLUMNS
    assert len(frame) == 63
    assert len(values_frame(dataset, "dti", "nation", "2024")) == 1


@pytest.mark.parametrize(
    "given", [("gone", "63", "2022"), ("dti", "12", "2022"), ("dti", "63", "1999"), ("egdi_rank", "63", "2024")]
)
def test_a_wrong_argument_gets_a_reason(dataset, given):
    with pytest.raises(BadArgument) as caught:
        values_frame(dataset, *given)
    assert str(caught.value)
