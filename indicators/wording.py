"""Values and distances between values in words of a language."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators import format as labels
from indicators.load import Dataset


def value_of(dataset: Dataset, indicator: str, value: float, language: str) -> str:
    """Return a value of an indicator with its unit; whole targets and counts without idle decimals."""
    about = dataset.about(indicator)
    if about["unit"] == "rank" and pd.notna(value):
        return dataset.say("headline.rank", language, rank=labels.number(value, 0, language))
    decimals = int(about["decimals"])
    if about["unit"] != "index" and pd.notna(value) and float(value).is_integer():
        decimals = 0
    return labels.with_unit(labels.number(value, decimals, language), about["unit"], dataset.words, language)


def listed(dataset: Dataset, words: Sequence[str], language: str) -> str:
    """Return words as a list of a sentence: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return dataset.say("story.and", language, first=", ".join(words[:-1]), last=words[-1])


def difference_of(dataset: Dataset, indicator: str, value: float, language: str) -> str:
    """Return a distance between two values in words: percentage points, places, or the unit itself."""
    about = dataset.about(indicator)
    value = abs(value)
    if about["unit"] == "rank":
        return dataset.say("story.places", language, value=labels.number(value, 0, language))
    text = labels.number(value, int(about["decimals"]), language)
    kind = about["unit"].split("_")[0]
    if kind == "percent":
        return dataset.say("story.points", language, value=text)
    return labels.with_unit(text, about["unit"], dataset.words, language)
