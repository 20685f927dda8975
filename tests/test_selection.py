"""The address is the state of a screen: read, written, mended."""

import pytest

from indicators.selection import Selection, catalogue


def test_a_link_survives_reading_and_writing(dataset):
    given = {"indicator": "dti", "basis": "63", "period": "2022", "unit": "63-06", "lang": "en", "v": "1"}
    chosen, notices = Selection.parse(given, dataset, "map")
    assert not notices
    assert chosen.query() == given


def test_an_empty_address_becomes_the_basis_in_force_and_its_newest_period(dataset):
    chosen, notices = Selection.parse({}, dataset, "map")
    assert not notices
    assert (chosen.basis, chosen.language) == (dataset.bases[-1], "vi")
    assert chosen.period == dataset.periods_of(chosen.indicator, chosen.basis)[-1]
    assert {"basis", "period", "lang", "v"} <= set(chosen.query())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("indicator", "gone"),
        ("basis", "99"),
        ("period", "1066"),
        ("unit", "63-99"),
        ("lang", "fr"),
        ("v", "7"),
        ("colour", "red"),
    ],
)
def test_what_is_not_known_gets_a_notice_and_a_default(dataset, key, value):
    chosen, notices = Selection.parse({key: value}, dataset, "map")
    assert len(notices) == 1
    assert dataset.words.has(notices[0].key)
    assert dataset.say(notices[0].key, "vi", **notices[0].names)
    assert Selection.parse(chosen.query(), dataset, "map")[1] == []


def test_a_province_is_found_by_its_name_without_diacritics(dataset):
    chosen, notices = Selection.parse({"unit": "bac kan"}, dataset, "province")
    assert not notices
    assert chosen.unit == "63-06"
    assert chosen.basis == "63"


def test_a_very_long_value_is_cut(dataset):
    chosen, _ = Selection.parse({"q": "x" * 5000}, dataset, "data")
    assert len(chosen.typed) < 200


@pytest.mark.parametrize("page", ["overview", "map", "province", "targets", "data"])
def test_every_page_offers_indicators(dataset, page):
    assert catalogue(dataset, page)


def test_unverified_figures_stay_off_the_map(dataset):
    assert not [name for name in catalogue(dataset, "map") if name.startswith("index_766")]
