"""Correlation, outliers by the published rule, regions of one basis."""

import numpy as np
import pandas as pd
import pytest

from indicators import relating


def pairs(across, up) -> pd.DataFrame:
    """Return a frame of pairs with made-up unit names."""
    return pd.DataFrame({"unit": [f"u{index}" for index in range(len(across))], "x": across, "y": up})


def test_correlations_agree_with_plain_arithmetic():
    across = np.arange(12.0)
    up = across**2
    found = relating.relation(pairs(across, up))
    assert found.pearson == pytest.approx(np.corrcoef(across, up)[0, 1])
    assert found.spearman == pytest.approx(1)
    assert found.count == 12
    assert relating.relation(pairs(across, -up)).spearman == pytest.approx(-1)


def test_the_unit_far_from_the_line_is_named():
    across = np.arange(20.0)
    up = 2 * across + np.tile([0.1, -0.1], 10)
    up[7] += 9
    assert relating.relation(pairs(across, up)).outliers[0] == "u7"
    assert relating.relation(pairs(across, 2 * across + 1)).outliers == ()


def test_standardized_residuals_by_hand():
    """Against the hat matrix of the same four points."""
    across, up = np.array([0.0, 1, 2, 3]), np.array([0.0, 1.5, 1.5, 3.0])
    slope, intercept = np.polyfit(across, up, 1)
    left = up - intercept - slope * across
    hat = across[:, None] ** [0, 1]
    leverage = np.diag(hat @ np.linalg.inv(hat.T @ hat) @ hat.T)
    wanted = left / np.sqrt((left @ left) / 2 * (1 - leverage))
    assert relating.standardized(across, up, slope, intercept) == pytest.approx(wanted)


def test_few_or_equal_values_give_no_correlation():
    few = relating.relation(pairs(np.arange(4.0), np.arange(4.0)))
    assert few.count == 4 and np.isnan(few.pearson) and few.outliers == ()
    assert np.isnan(relating.relation(pairs(np.ones(20), np.arange(20.0))).pearson)


def test_pairs_hold_only_units_with_both(dataset):
    frame = relating.paired(dataset, "dti", "grdp_per_capita", "63", "2024")
    assert len(frame) == 62 and frame["x"].notna().all() and frame["y"].notna().all()
    assert set(frame["period_y"]) == {"2024"}


def test_the_second_period_is_one_that_most_units_have(dataset):
    assert relating.nearest_period(dataset, "grdp_per_capita", "34", "2024") == "2022"
    assert relating.nearest_period(dataset, "pci", "63", "2024") == "2022"


def test_regions_count_their_units_and_stand_best_first(dataset):
    for basis in dataset.bases:
        frame = relating.regions(dataset, "dti", basis, "2024")
        assert frame["units"].sum() == len(dataset.units_of(basis))
        assert list(frame["mean"]) == sorted(frame["mean"], reverse=True)
    sparse = relating.regions(dataset, "pci", "63", "2024")
    assert sparse["count"].sum() == 4 and (sparse["count"] == 0).any()
    assert sparse.loc[sparse["count"] == 0, "mean"].isna().all()
