"""Class breaks by every method, continuous colours, and the cells of the tile-grid map."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from components import anchors, shades, theme
from indicators import classes, merging, views

ROOT = Path(__file__).resolve().parent.parent


def test_stated_breaks_come_first(dataset):
    assert classes.method_of(dataset, "dti", "2024") == classes.FIXED
    assert classes.breaks(dataset, "dti", "63", "2024") == (0.6, 0.65, 0.7, 0.75)


def test_fixed_breaks_that_are_not_stated_are_natural_ones(dataset):
    assert classes.method_of(dataset, "papi_egov", "2021", classes.FIXED) == classes.NATURAL
    assert classes.breaks(dataset, "papi_egov", "63", "2021", "fixed") == classes.breaks(
        dataset, "papi_egov", "63", "2021"
    )


@pytest.mark.parametrize("method", classes.METHODS)
def test_breaks_rise_and_part_every_value(dataset, method):
    edges = classes.breaks(dataset, "dti", "63", "2022", method)
    assert list(edges) == sorted(set(edges)) and 0 < len(edges) < classes.CLASSES
    held = classes.assign(merging.values(dataset, "dti", "63", "2022"), edges)
    assert held.between(0, len(edges)).all()


def test_quantiles_hold_equal_numbers(dataset):
    values = merging.values(dataset, "dti", "63", "2023")
    counts = classes.assign(values, classes.breaks(dataset, "dti", "63", "2023", classes.QUANTILE)).value_counts()
    assert counts.max() - counts.min() <= 4, counts.to_dict()


def test_equal_steps_are_equal(dataset):
    edges = classes.breaks(dataset, "pci", "63", "2022", classes.EQUAL)
    assert np.ptp(np.diff(edges)) <= 0.2 * np.diff(edges).mean()


def test_colours_compare_within_one_edition_only(dataset):
    for method in (classes.NATURAL, classes.EQUAL):
        assert classes.breaks(dataset, "dti", "63", "2022", method) == classes.breaks(
            dataset, "dti", "63", "2023", method
        )
    assert classes.span(dataset, "dti", "63", "2022") == classes.span(dataset, "dti", "63", "2023")
    assert classes.alike(dataset, "dti", "63", "2023") == ("2022", "2023")
    assert classes.span(dataset, "dti", "63", "2024") != classes.span(dataset, "dti", "63", "2023")


def test_continuous_colours_end_at_the_ends_of_the_ramp():
    values = pd.Series([0.0, 1.0, 0.5, np.nan])
    held = shades.continuous(values, 0.0, 1.0)
    assert held == [theme.SEQUENTIAL[0], theme.SEQUENTIAL[-1], theme.SEQUENTIAL[2], ""]
    assert shades.continuous(pd.Series([2.0]), 2.0, 2.0) == [theme.SEQUENTIAL[0]]


def test_every_unit_of_every_basis_has_one_cell(dataset):
    described = json.loads((ROOT / "geo" / "boundaries.json").read_text(encoding="utf-8"))["bases"]
    assert set(described) == set(dataset.bases)
    for basis in dataset.bases:
        cells = anchors.cells(basis)
        own = cells[cells["kind"] == anchors.UNIT]
        assert sorted(own["unit"]) == sorted(dataset.units_of(basis)["unit"])
        assert not cells[["column", "row"]].duplicated().any()
        assert cells[["column", "row"]].min().min() == 0


def test_the_archipelagos_have_cells_of_their_province_in_the_east(dataset):
    for basis in dataset.bases:
        cells = anchors.cells(basis)
        sea = cells[cells["kind"] == anchors.ISLANDS].set_index("unit")
        land = cells[cells["kind"] == anchors.UNIT].set_index("unit")
        assert [dataset.units.at[unit, "name_en"] for unit in sea.index] == ["Da Nang", "Khanh Hoa"]
        assert (sea["column"] > land.loc[sea.index, "column"] + 1).all()
        assert (sea["row"] >= land.loc[sea.index, "row"]).all()


def test_neighbours_stay_near_on_the_grid(dataset):
    """The first city and its ring, the two ends of the country: the grid must still look like it."""
    for basis in dataset.bases:
        cells = anchors.cells(basis)
        land = cells[cells["kind"] == anchors.UNIT].set_index("unit")
        at = {row["name_en"]: land.loc[unit] for unit, row in dataset.units_of(basis).iterrows() if unit in land.index}
        north, south = at["Cao Bang"], at["Ca Mau"]
        assert north["row"] <= 1 and south["row"] == land["row"].max()
        assert at["Dien Bien"]["column"] < at["Quang Ninh"]["column"]
        assert (
            abs(at["Ha Noi"]["row"] - at["Bac Ninh"]["row"]) + abs(at["Ha Noi"]["column"] - at["Bac Ninh"]["column"])
            <= 2
        )


def test_an_observed_frame_keeps_its_units(dataset):
    assert len(views.observed(dataset, "dti", "34", "2024")) == len(dataset.units_of("34"))


def test_a_basis_without_cells_is_laid_out_at_once(dataset):
    basis = dataset.bases[-1]
    made = anchors._quick(dataset, basis)
    land = made[made["kind"] == anchors.UNIT]
    assert sorted(land["unit"]) == sorted(dataset.units_of(basis)["unit"])
    assert not made[["column", "row"]].duplicated().any()
