"""Words of the assessment page: names of components, points and values in the language's form, reasons."""

from __future__ import annotations

import pandas as pd

from components import map_figures, merger_words, rank_firmness
from components.dataset import dataset
from indicators import format as labels
from indicators import merging
from indicators.assessment import scheme, whatif
from indicators.assessment.scores import BLOCK, Scores, scores
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection


def say(key: str, chosen: Selection, **names: object) -> str:
    """Return a sentence of the assessment page."""
    return dataset().say(f"assessment.{key}", chosen.language, **names)


def held(chosen: Selection) -> Scores | None:
    """Return the scores of the chosen period; None where the edition has no score sheet or the unit has no value."""
    found = scores(dataset(), chosen.indicator, chosen.basis, chosen.period)
    if found is None or chosen.unit not in found.total.index or pd.isna(found.total[chosen.unit]):
        return None
    return found


def why_none(chosen: Selection) -> str:
    """Return why there is no score sheet: the weights of the edition are not known by single index, or there is no value."""
    period = labels.period_label(chosen.period, dataset().words, chosen.language)
    if scheme.scheme_of(dataset(), chosen.indicator, chosen.period) is None:
        rows = scheme.editions(dataset(), chosen.indicator)
        without = rows.loc[~rows["has_scheme"], f"title_{chosen.language}"]
        return say("no_scheme", chosen, period=period, editions="; ".join(without))
    return say("no_value", chosen, period=period)


def component(name: str, members, chosen: Selection) -> str:
    """Return the name of a component: an index, or the block of unpublished ones with how many they are."""
    if name == BLOCK:
        return say("block", chosen, count=len(members))
    return dataset().indicators.at[name, f"short_{chosen.language}"]


def points(value: float, chosen: Selection, signed: bool = False) -> str:
    """Return points with one decimal."""
    return labels.number(value, 1, chosen.language, signed=signed)


def value(number: float, chosen: Selection, signed: bool = False) -> str:
    """Return a value of the index with the decimals of the catalogue."""
    decimals = int(dataset().indicators.at[chosen.indicator, "decimals"])
    return labels.number(number, decimals, chosen.language, signed=signed)


def is_derived(chosen: Selection, unit: str = "") -> bool:
    """Return whether the chosen unit's, or another one's, values of the sheet are derived across a change of boundaries."""
    found = scores(dataset(), chosen.indicator, chosen.basis, chosen.period)
    return found is not None and found.status[chosen.indicator].get(unit or chosen.unit, "") == merging.DERIVED


def indicators_of(indices: pd.Series, chosen: Selection) -> pd.Series:
    """Return of which indicator each row of a sheet is: its index, the total for the block that is implied by it."""
    return indices.where(indices.isin(dataset().indicators.index), chosen.indicator)


def known(number: float, chosen: Selection, unit: str = "", signed: bool = False) -> str:
    """Return a value of the index that rests on a unit's values of the sheet, with the sign of derived ones where they are such."""
    text = value(number, chosen, signed)
    return merger_words.signed(text, bool(text) and is_derived(chosen, unit), chosen.language)


def known_points(number: float, chosen: Selection, signed: bool = False) -> str:
    """Return points that rest on the chosen unit's values of the sheet, with the sign of derived ones where they are such."""
    return merger_words.signed(points(number, chosen, signed), is_derived(chosen), chosen.language)


def name_of(unit: str, chosen: Selection) -> str:
    """Return a unit's name."""
    return dataset().units.at[unit, f"name_{chosen.language}"]


def subtitle(chosen: Selection, found: Scores, key: str = "subtitle") -> str:
    """Return measure (points, or with the key of values the index's value), edition and basis of a picture, with the word for derived where the values are."""
    rows = scheme.editions(dataset(), chosen.indicator)
    edition = rows.loc[rows["edition"] == found.scheme.edition, f"title_{chosen.language}"].iloc[0]
    words = say(key, chosen, edition=edition, basis=map_figures.basis_words(chosen.basis, chosen.language))
    if found.status.at[chosen.unit, chosen.indicator] == merging.DERIVED:
        words = f"{words} · {dataset().say('status.derived', chosen.language)}"
    return words


def published(chosen: Selection, found: Scores, key: str = "subtitle") -> str:
    """Return the subtitle of a picture of published values: where the link bears a scenario it says that the picture leaves it out."""
    words = subtitle(chosen, found, key)
    return f"{words} · {say('published_only', chosen)}" if chosen.scenario else words


def left_out(chosen: Selection) -> tuple[str, ...]:
    """Return the sentence that a picture of published values leaves the link's scenario out; empty without a scenario."""
    return (say("scenario_left_out", chosen),) if chosen.scenario else ()


def firm(rank: object, chosen: Selection) -> str:
    """Return the rank of the chosen unit as it was published or computed, with its interval behind it."""
    return rank_firmness.beside(str(rank), chosen.indicator, chosen.unit, chosen.period, chosen.language)


def signs(chosen: Selection) -> str:
    """Return what the interval beside the rank in the page's title means; "" where it has none."""
    span = rank_firmness.span(chosen.indicator, chosen.unit, chosen.period, chosen.language)
    return dataset().say("firm.note", chosen.language) if span else ""


def place(outcome: whatif.Outcome, chosen: Selection) -> str:
    """Return rank after a change and the distances to the next places, in a sentence."""
    parts = [
        say("rank_after", chosen, rank=outcome.rank_after, of=outcome.rank_of, before=firm(outcome.rank_before, chosen))
    ]
    for key, near in (("above", outcome.above), ("below", outcome.below)):
        if near is not None:
            parts.append(say(key, chosen, name=name_of(near.unit, chosen), gap=known(near.distance, chosen)))
    return " ".join(parts)


def sources(chosen: Selection, found: Scores) -> tuple[str, ...]:
    """Return the sources of a sheet: of the weights and of the unit's values."""
    return tuple(
        dict.fromkeys([*_sources(dataset(), chosen.unit, chosen.period, chosen.indicator), found.scheme.source])
    )


@remembered(256)
def _sources(data: Dataset, unit: str, period: str, total: str) -> tuple[str, ...]:
    """The sources of a unit's values in a sheet, the most used first."""
    weights, rows = scheme.scheme_of(data, total, period).weights, data.observations
    own = rows[(rows["unit"] == unit) & (rows["period"] == period)]
    return tuple(own[own["indicator"].isin([total, *weights.index])]["source"].value_counts().index)


def notes(chosen: Selection, found: Scores) -> tuple[str, ...]:
    """Return what a reader of the sheet must know: where the weights come from, and what the block is."""
    told = [say("weights_note", chosen, status=dataset().say(f"status.{found.scheme.status}", chosen.language))]
    lacking = found.missing(chosen.unit)
    if lacking:
        names = ", ".join(dataset().indicators.loc[lacking, f"short_{chosen.language}"])
        told.append(say("block_note", chosen, names=names))
    return tuple(told)
