"""Values and distances between values in words of a language."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators import format as labels
from indicators import merging
from indicators.load import Dataset


def signed(dataset: Dataset, text: str, status: str, language: str) -> str:
    """Return words with the sign of what is derived, or made of what is derived, where their status says so."""
    return dataset.say("map.label_derived", language, label=text) if status in merging.MADE else text


def value_of(dataset: Dataset, indicator: str, value: float, language: str, status: str = "") -> str:
    """Return a value of an indicator with its unit and, by its status, the sign of a derived one; whole targets and counts without idle decimals."""
    return signed(dataset, _value(dataset, indicator, value, language), status, language)


def _value(dataset: Dataset, indicator: str, value: float, language: str) -> str:
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


def difference_of(dataset: Dataset, indicator: str, value: float, language: str, status: str = "") -> str:
    """Return a distance between two values in words: percentage points, places, or the unit itself; signed as value_of."""
    return signed(dataset, _difference(dataset, indicator, value, language), status, language)


def _difference(dataset: Dataset, indicator: str, value: float, language: str) -> str:
    about = dataset.about(indicator)
    value = abs(value)
    if about["unit"] == "rank":
        key = "story.places_one" if value == 1 else "story.places"
        return dataset.say(key, language, value=labels.number(value, 0, language))
    text = labels.number(value, int(about["decimals"]), language)
    kind = about["unit"].split("_")[0]
    if kind == "percent":
        return dataset.say("story.points", language, value=text)
    return labels.with_unit(text, about["unit"], dataset.words, language)
