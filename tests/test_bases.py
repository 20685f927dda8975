"""A basis is a row set with dates; what is asked of a dataset is let go with it."""

import gc
import weakref

import pytest

from indicators import bases, boundaries, bridge, merging, profile, views
from indicators.load import load
from indicators.selection import Selection


@pytest.mark.parametrize(("language", "until", "since"), [("vi", "đến 30/6/2025", "từ 1/7/2025"), ("en", "until 30 June 2025", "since 1 July 2025")])  # fmt: skip
def test_words_of_a_basis_come_from_its_units(dataset, language, until, since):
    older, newer = (bases.words(dataset, basis, language) for basis in dataset.bases)
    assert "63" in older and until in older
    assert "34" in newer and since in newer


def test_a_unit_has_a_counterpart_only_where_it_is_one(dataset):
    assert bases.counterpart(dataset, "63-06", "34") == "34-19"
    assert bases.counterpart(dataset, "34-19", "63") == ""
    assert bases.counterpart(dataset, "34-01", "63") == "63-01"
    assert bases.counterpart(dataset, "34-01", "34") == "34-01"
    assert bases.counterpart(dataset, "nowhere", "34") == ""


def test_a_basis_without_figures_is_refused_with_a_reason(dataset):
    rows = dataset.indicators.assign(merge_rule="none", no_merge_reason="rank").rename_axis(None)
    other = type(dataset)({**dataset.tables, "indicators": rows}, (), "", dataset.folder)
    chosen, notices = Selection.parse({"basis": "34", "indicator": "papi_egov", "lang": "en"}, other, "map")
    assert chosen.basis == "63"
    said = [other.say(notice.key, "en", **notice.names) for notice in notices]
    assert said == [
        "This indicator has no figures for 34 provinces; the page shows 63 provinces.",
        "A rank can be neither added nor averaged.",
    ]


def test_boundaries_of_the_data_folder_come_first(tmp_path):
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo" / "27.topojson").write_text('{"objects": {"provinces": {}}}')
    found = boundaries.files(tmp_path)
    assert found["27.topojson"].parent == tmp_path / "geo"
    assert found["63.topojson"].parent == boundaries.GEO


def test_a_dataset_is_let_go():
    data = load()
    bridge.bridge(data)
    views.observed(data, "dti", "34", "2022")
    profile.standing(data, "34-19")
    merging.breakdown(data, "papi_egov", "34", "2022")
    gone = weakref.ref(data)
    del data
    gc.collect()
    assert gone() is None


def test_an_answer_is_worked_out_once(dataset):
    assert merging.values(dataset, "dti", "34", "2022") is merging.values(dataset, "dti", "34", "2022")
