"""The strip of headline figures: name, value, what was aimed at and the last change."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import cards, target_words
from components.dataset import dataset
from indicators import format as labels
from indicators import overview
from indicators.selection import Selection


def value_text(name: str, value: float, language: str, round_figure: bool = False) -> str:
    """Return a value of an indicator with its unit; a round figure, as targets are, without empty decimals."""
    row = dataset().about(name)
    if row["unit"] == "rank":
        return dataset().say("headline.rank", language, rank=int(value))
    decimals = 0 if round_figure and float(value).is_integer() else int(row["decimals"])
    return labels.with_unit(labels.number(value, decimals, language), row["unit"], dataset().words, language)


def change_text(row: pd.Series, language: str) -> str:
    """Return the words on the last change: the difference by one method, else that the method changed."""
    data = dataset()
    if not row["previous_period"]:
        return ""
    period = labels.period_label(row["previous_period"], data.words, language)
    if not row["comparable"]:
        return data.say("headline.method_changed", language, period=period)
    about = data.about(row["indicator"])
    if about["unit"] == "rank":
        places = int(row["previous"] - row["value"])
        return data.say(
            "headline.places_up" if places >= 0 else "headline.places_down", language, places=abs(places), period=period
        )
    difference = labels.number(row["value"] - row["previous"], int(about["decimals"]), language, signed=True)
    return data.say("headline.change", language, difference=difference, period=period)


def target_text(row: pd.Series, language: str) -> str:
    """Return the words on the nearest targets: their year, levels and category by the rule of progress; "" without one.

    Where documents set different levels for one year it says how many; the page of targets names them.
    """
    data = dataset()
    held = overview.targets_of(data, row["indicator"], row["period"])
    if held.empty:
        return ""
    parts: dict[str, list[str]] = {}
    for _, target in held.iterrows():
        level = target_words.value(target["indicator"], target["level"], language, level=True)
        parts.setdefault(target_words.category(target, language), []).append(level)
    words = [
        data.say("headline.category", language, targets=", ".join(dict.fromkeys(levels)), category=category)
        for category, levels in parts.items()
    ]
    key = "headline.target_several" if held["level"].nunique() > 1 else "headline.target"
    return data.say(key, language, period=held["period"].iloc[0], targets="; ".join(words), count=len(held))


def card(row: pd.Series, language: str) -> dict[str, str]:
    """Return the words of one headline: name with period, value, the address of its source, target, last change."""
    data = dataset()
    period = labels.period_label(row["period"], data.words, language)
    value = value_text(row["indicator"], row["value"], language)
    return {
        "name": f"{row[f'name_{language}']} · {period}",
        "value": value[:1].upper() + value[1:],
        "url": data.sources["url"].get(row["source"], ""),
        "source": data.say("headline.source", language),
        "target": target_text(row, language),
        "change": change_text(row, language),
    }


def show(chosen: Selection) -> None:
    """Draw the strip of headline figures: name, value with its source one click away, target and last change."""
    rows = overview.headlines(dataset())
    if len(rows):
        cards.show([card(row, chosen.language) for _, row in rows.iterrows()])


def coverage(chosen: Selection) -> None:
    """Draw what the figures cover and how fresh they are."""
    data, language = dataset(), chosen.language
    held = overview.freshness(data)
    names = {
        name: labels.number(value, 0, language)
        if isinstance(value, int)
        else labels.period_label(str(value), data.words, language)
        for name, value in held.items()
    }
    parts = ("observations", "indicators", "sources", "newest")
    st.markdown(f"**{data.say('overview.coverage', language)}**")
    cards.show(
        [
            {"name": data.say(f"overview.{part}", language), "value": names[part], "url": "", "change": "",
             "target": data.say(f"overview.{part}_under", language, **names)}
            for part in parts
        ]
    )  # fmt: skip
