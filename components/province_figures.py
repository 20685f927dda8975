"""Words that the figures of the province page share, and its small map."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import anchors, locator, map_figures, rank_firmness
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from indicators import format as labels
from indicators import merging
from indicators.selection import Selection


@lru_cache(maxsize=8)
def _spec(basis: str, is_dark: bool) -> dict:
    return locator.locator(basis, is_dark)


def title(chosen: Selection, key: str, **names: object) -> str:
    """Return the title of a figure of this page, with the unit's name."""
    data = dataset()
    name = data.units.at[chosen.unit, f"name_{chosen.language}"]
    return data.say(key, chosen.language, name=name, **names)


def value_text(indicator: str, value: float, language: str, status: str = "") -> str:
    """Return a value with its unit; a derived one, or a mean of such, bears its sign."""
    text = map_figures.value_label(float("nan"), float("nan"), value, dataset().about(indicator), language)
    return dataset().say("map.label_derived", language, label=text) if status in merging.MADE else text


def standing_label(row, language: str) -> str:
    """Return value and rank of one row of `profile.standing` as the words of its strip, the rank with its interval."""
    data = dataset()
    text = map_figures.value_label(row.value_low, row.value_high, row.value, data.about(row.indicator), language)
    text = data.say("map.label_derived", language, label=text) if row.status == merging.DERIVED else text
    if pd.isna(row.rank):
        return data.say("province.of_count", language, label=text, count=row.count_held)
    text = data.say("province.ranked", language, label=text, rank=int(row.rank), of=int(row.rank_of))
    return rank_firmness.beside(text, row.indicator, row.unit, row.period, language)


def beside(row) -> tuple[tuple[str, str], ...]:
    """Return what stands beside a unit's value in `profile.standing`, each with the status that says whether it is made of derived values."""
    return (("gap", row.gap_status), ("region_mean", row.region_status), ("mean", row.mean_status), ("nation", ""))


def standing_sentence(row, language: str) -> str:
    """Return what a strip's row says in full: value, rank, gap, means, source's kind."""
    data = dataset()
    about = data.about(row.indicator)
    parts = [
        data.say(
            "province.sentence", language, indicator=about[f"title_{language}"], label=standing_label(row, language),
            period=labels.period_label(row.period, data.words, language), status=data.say(f"status.{row.status}", language),
        )
    ]  # fmt: skip
    for key, status in beside(row):
        value = getattr(row, key)
        if pd.notna(value):
            parts.append(
                data.say(f"province.{key}", language, value=value_text(row.indicator, value, language, status))
            )
    return " ".join(parts)


@kept
def locator_figure(chosen: Selection) -> Figure:
    """Return the small map that shows where the unit lies."""
    data, language = dataset(), chosen.language
    units = data.units_of(chosen.basis)
    frame = units[["unit"]].assign(
        name=units[f"name_{language}"], own=units["unit"] == chosen.unit, hover=units[f"name_{language}"]
    )
    words = title(chosen, "province.locator_title")
    under = title(chosen, "province.locator_subtitle", basis=map_figures.basis_words(chosen.basis, language))
    return Figure(
        id="locator", title=words, subtitle=under, alt=f"{words}. {under}.",
        frame=frame.reset_index(drop=True), columns={name: data.say(f"column.{name}", language) for name in ("unit", "name")},
        spec=_spec(chosen.basis, dark()), selection=chosen, basis=chosen.basis, geometry=chosen.basis,
        extra={"labels": anchors.short_archipelagos(chosen.basis, language)}, height=196, selectable="pick",
    )  # fmt: skip


FIGURES = {"locator": locator_figure}
