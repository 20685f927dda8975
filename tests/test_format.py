"""Numbers, dates and periods in the language's own form."""

import pytest

from indicators import format as labels
from indicators import periods, search


@pytest.mark.parametrize(
    ("value", "decimals", "vi", "en"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (0.8002, 4, "0,8002", "0.8002"),
        (-2.5, 1, "\u22122,5", "\u22122.5"),
        (float("nan"), 1, "", ""),
    ],
)
def test_numbers(value, decimals, vi, en):
    assert (labels.number(value, decimals, "vi"), labels.number(value, decimals, "en")) == (vi, en)


def test_a_sign_only_where_it_says_something():
    assert labels.number(0.04, 1, "vi", signed=True) == "0,0"
    assert labels.number(-0.04, 1, "vi") == "0,0"
    assert labels.number(3, 0, "vi", signed=True) == "+3"


def test_periods_are_ordered_by_their_end():
    given = ["2024", "2022-Q1", "2023-H1", "2025-06", "2022-06-14", "2024-01/2024-07"]
    assert periods.ordered(given) == ["2022-Q1", "2022-06-14", "2023-H1", "2024-01/2024-07", "2024", "2025-06"]
    assert periods.position("2024") == 2024.0


def test_periods_have_words_in_both_languages(dataset):
    for period in ("2022-Q1", "2023-H1", "2025-06", "2024-01/2024-07", "2022-06-14"):
        for language in ("vi", "en"):
            label = labels.period_label(period, dataset.words, language)
            assert label
            assert "{" not in label
            assert "period." not in label


def test_names_are_found_without_diacritics(dataset):
    assert search.find(dataset.units, "bac kan")["unit"].tolist() == ["63-06"]
    assert "63-66" in search.find(dataset.units, "dak l")["unit"].tolist()
    assert search.find(dataset.units, "").empty
