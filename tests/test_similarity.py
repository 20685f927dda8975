"""Similar provinces: nearest in conditions, missing figures never filled, too few said."""

from dataclasses import replace

import numpy as np
import pytest

from components import similar_figures
from indicators import similarity
from indicators.selection import Selection

OF_INDEX = {"index", "pillar", "activity", "foundation"}


def without(dataset, unit: str, indicators: list[str]):
    """Return the dataset without some figures of a unit."""
    rows = dataset.tables["observations"]
    gone = (rows["unit"] == unit) & rows["indicator"].isin(indicators)
    return replace(dataset, tables={**dataset.tables, "observations": rows[~gone]})


def test_conditions_are_no_results(dataset):
    rule = similarity.rule(dataset)
    assert len(rule) >= 5
    assert not set(dataset.indicators.loc[rule["indicator"], "topic"]) & OF_INDEX


@pytest.mark.parametrize("unit", ["34-19", "63-06", "34-01"])
def test_the_nearest_are_the_nearest(dataset, unit):
    """The distance by hand: root mean square over the shared conditions."""
    found = similarity.neighbours(dataset, unit)
    points = similarity.scaled(dataset, dataset.units.at[unit, "basis"])
    by_hand = np.sqrt(((points - points.loc[unit]) ** 2).mean(axis=1)).drop(unit).sort_values()
    assert found["unit"].tolist() == by_hand.index[: similarity.NEIGHBOURS].tolist()
    assert found["distance"].tolist() == pytest.approx(by_hand.iloc[: similarity.NEIGHBOURS].tolist())
    assert unit not in set(found["unit"])


def test_all_conditions_weigh_the_same(dataset):
    points = similarity.scaled(dataset, "63")
    assert points.mean().abs().max() < 1e-9
    assert points.std(ddof=0).tolist() == pytest.approx([1] * points.shape[1])


def test_a_missing_condition_is_left_out(dataset):
    thin = without(dataset, "63-06", ["income_per_capita_month"])
    found = similarity.neighbours(thin, "63-06")
    assert len(found) == similarity.NEIGHBOURS
    assert found["shared"].max() == len(similarity.rule(dataset)) - 1


def test_too_few_conditions_are_said(dataset, monkeypatch):
    thin = without(
        dataset, "63-06", ["income_per_capita_month", "enterprises_per_1000", "population", "papi_internet_home_share"]
    )
    assert similarity.neighbours(thin, "63-06").empty
    assert similarity.known(thin, "63-06")[0] < similarity.LEAST_SHARE * len(similarity.rule(thin))
    assert "63-06" not in set(similarity.neighbours(thin, "63-19")["unit"])
    monkeypatch.setattr(similar_figures, "dataset", lambda: thin)
    chosen, _ = Selection.parse({"unit": "63-06", "lang": "en"}, thin, "province")
    figure = similar_figures.similar_figure(chosen)
    assert figure.frame.empty
    assert "too few" in figure.alt


def test_a_folder_without_the_table_has_no_similar_provinces(dataset):
    tables = {name: frame for name, frame in dataset.tables.items() if name != "similarity"}
    assert similarity.neighbours(replace(dataset, tables=tables), "34-19").empty
