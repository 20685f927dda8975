"""Figures of the map page: the choropleth and the ordered list, both from one frame."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import anchors, choropleth, former_borders, legend, live, merger_words, rank_firmness, ranking, shades
from components.dataset import dataset
from components.figure import Figure, Native, dark
from components.kept import kept
from indicators import bases, classes, merging, views
from indicators import format as labels
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

COLUMNS = ("unit", "name", "period", "value", "rank", "rank_of", "rank_status", "status", "source")
# What the pictures draw beside the columns of the table.
DRAWN = ("label", "brief", "derived", "hover", "ranked", "stated", "class", "fill", "rank_source")
SHORT_UNIT = 2  # letters of a unit that stand beside a number even in a narrow place
HEIGHT = 456  # the map with its head, under the controls, on a first screen of 720 pixels


def drawn(chosen: Selection) -> pd.DataFrame:
    """Return the frame that map and list draw: the observed view with name, label, class, colour, hover sentence and mark of choice."""
    return marked(_drawn(dataset(), key(chosen)), chosen)


def key(chosen: Selection) -> Selection:
    """Return the part of a selection that a picture of all units depends on, whoever is chosen and wherever it is shown."""
    return Selection(
        page="map",
        language=chosen.language,
        basis=chosen.basis,
        indicator=chosen.indicator,
        period=chosen.period,
        classes=chosen.classes,
    )


def marked(frame: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """Return a frame with its chosen unit marked: on, and rev, which makes a second click on a unit a new one."""
    return frame.assign(on=frame["unit"] == chosen.unit, rev=chosen.unit)


@remembered(256)
def _drawn(data: Dataset, chosen: Selection) -> pd.DataFrame:
    language = chosen.language
    frame = views.observed(data, chosen.indicator, chosen.basis, chosen.period)
    row = data.about(chosen.indicator)
    whole = {name: frame[name].astype("Int64") for name in ("rank", "rank_of")}
    frame = frame.assign(name=frame[f"name_{language}"], **whole)
    frame["label"] = [
        value_label(low, high, value, row, language)
        for low, high, value in zip(frame["value_low"], frame["value_high"], frame["value"], strict=True)
    ]
    frame["derived"] = frame["status"] == merging.DERIVED
    starred = [data.say("map.label_derived", language, label=label) for label in frame["label"]]
    frame["label"] = frame["label"].where(~frame["derived"], starred)
    frame["brief"] = [brief(label) for label in frame["label"]]
    parts = list(frame.itertuples())
    frame["hover"] = [sentence(part, chosen) for part in parts]
    frame["ranked"] = [ranked(part, chosen) for part in parts]
    frame["stated"] = [data.say(f"status.{part.status}" if part.label else "map.no_data", language) for part in parts]
    where = (data, chosen.indicator, chosen.basis, chosen.period)
    frame["class"] = classes.assign(frame["value"], classes.breaks(*where, chosen.classes))
    frame["fill"] = (
        shades.continuous(frame["value"], *classes.span(*where))
        if chosen.classes == classes.CONTINUOUS
        else shades.of_classes(frame["class"])
    )
    return frame[list(dict.fromkeys((*COLUMNS, *DRAWN)))]


def value_label(low: float, high: float, value: float, row: pd.Series, language: str) -> str:
    """Return a value, or the range that stands for it, with its unit; "" where neither exists."""
    data, decimals = dataset(), int(row["decimals"])
    if pd.notna(value):
        text = labels.number(value, decimals, language)
    else:
        ends = [labels.number(end, decimals, language) for end in (low, high)]
        text = data.say("value.range", language, low=ends[0], high=ends[1]) if all(ends) else ""
    return labels.with_unit(text, row["unit"], data.words, language)


def brief(label: str) -> str:
    """Return a label for a narrow place: the number and a short sign of its unit, words of a unit left to the subtitle."""
    number, _, unit = label.partition("\u00a0")
    star = "*" if unit.endswith("*") else ""
    return label if len(unit) <= SHORT_UNIT else number + star


def sentence(part, chosen: Selection) -> str:
    """Return the hover sentence of one unit: name, value, rank, status."""
    data, language = dataset(), chosen.language
    if not part.label:
        return data.say("map.hover_none", language, name=part.name)
    text = data.say(
        "map.hover", language, name=part.name, label=part.label, status=data.say(f"status.{part.status}", language)
    )
    if pd.notna(part.rank):
        key = "map.hover_rank_computed" if part.rank_status == views.COMPUTED else "map.hover_rank"
        text = data.say(key, language, sentence=text, rank=int(part.rank), of=int(part.rank_of))
        text = rank_firmness.beside(text, chosen.indicator, part.unit, chosen.period, language)
    return text


def ranked(part, chosen: Selection) -> str:
    """Return the words of a unit's rank and its interval, "" where it has none."""
    if pd.isna(part.rank):
        return ""
    key = "map.rank_computed" if part.rank_status == views.COMPUTED else "map.rank"
    text = dataset().say(key, chosen.language, rank=int(part.rank), of=int(part.rank_of))
    return rank_firmness.beside(text, chosen.indicator, part.unit, chosen.period, chosen.language)


@lru_cache(maxsize=16)
def map_spec(basis: str, is_dark: bool) -> dict:
    """Return the map's specification of a basis, built once."""
    return former_borders.added(choropleth.choropleth(basis, is_dark), basis, is_dark)


@lru_cache(maxsize=4)
def list_spec(is_dark: bool) -> dict:
    """Return the ordered list's specification, built once."""
    return ranking.ranking(is_dark)


def titles(chosen: Selection) -> tuple[str, str]:
    """Return title and subtitle of a picture of one indicator, period and basis."""
    data, language = dataset(), chosen.language
    row = data.about(chosen.indicator)
    period = labels.period_label(chosen.period, data.words, language)
    title = data.say("figure.title", language, indicator=row[f"title_{language}"], period=period)
    return title, subtitle(chosen)


def subtitle(chosen: Selection) -> str:
    """Return the subtitle of a picture: unit of measure, basis."""
    data, language = dataset(), chosen.language
    unit = data.say(f"unit.{data.indicators.at[chosen.indicator, 'unit']}", language)
    return data.say("figure.subtitle", language, unit=unit, basis=basis_words(chosen.basis, language))


def with_method(chosen: Selection) -> str:
    """Return the subtitle of a map: unit of measure, basis, how its classes were made."""
    data, language = dataset(), chosen.language
    method = classes.method_of(data, chosen.indicator, chosen.period, chosen.classes)
    return data.say("map.subtitle", language, subtitle=subtitle(chosen), method=data.say(f"classes.{method}", language))


def basis_words(basis: str, language: str) -> str:
    """Return the words of a basis: how many provinces, and of which boundaries."""
    return bases.words(dataset(), basis, language)


def alternative(chosen: Selection, frame: pd.DataFrame) -> str:
    """Return the text alternative: takeaway, extremes, count without data."""
    data, language = dataset(), chosen.language
    title, _ = titles(chosen)
    held = views.ordered(data, frame, chosen.indicator)
    if held.empty:
        return data.say("alt.empty", language, title=title)
    first, last = held.iloc[0], held.iloc[-1]
    decimals = int(data.indicators.at[chosen.indicator, "decimals"])
    return data.say(
        "alt.map", language, title=title, first=first["name"], first_label=first["label"], last=last["name"], last_label=last["label"],
        mean=merger_words.signed(labels.number(held["value"].mean(), decimals, language), bool(held["derived"].any()), language),
        count=len(held), missing=len(frame) - len(held),
    )  # fmt: skip


def columns(chosen: Selection) -> dict[str, str]:
    """Return the columns of the table and the file with their titles."""
    return {name: dataset().say(f"column.{name}", chosen.language) for name in COLUMNS}


def used_sources(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the sources of the drawn values, the most used first."""
    named = pd.concat([frame["source"], frame["rank_source"]])
    return tuple(named[named != ""].value_counts().index)


@kept
def map_figure(chosen: Selection) -> Figure:
    """Return the choropleth of the chosen indicator, period and basis."""
    made = _map_figure(dataset(), key(chosen), dark())
    frame = marked(made.frame, chosen)
    extra = {**made.extra, "chosen": anchors.of_chosen(frame, chosen), **former_borders.rows(chosen)}
    return made.but(frame=frame, selection=chosen, extra=extra)


@remembered(128)
def _map_figure(data: Dataset, chosen: Selection, is_dark: bool) -> Figure:
    frame = _drawn(data, chosen)
    title, _ = titles(chosen)
    return Figure(
        id="map", title=title, subtitle=with_method(chosen), alt=alternative(chosen, frame), frame=frame, columns=columns(chosen),
        spec=map_spec(chosen.basis, is_dark), selection=chosen, sources=used_sources(frame), basis=chosen.basis, geometry=chosen.basis,
        extra={"legend": legend.legend(chosen, frame), "labels": anchors.archipelagos(chosen.basis, chosen.language)}, height=HEIGHT, live=live.MAP,
    )  # fmt: skip


@kept
def list_figure(chosen: Selection) -> Figure:
    """Return the ordered list of the chosen indicator, period and basis."""
    made = _list_figure(dataset(), key(chosen), dark())
    return made.but(frame=marked(made.frame, chosen), selection=chosen)


@remembered(128)
def _list_figure(data: Dataset, chosen: Selection, is_dark: bool) -> Figure:
    language = chosen.language
    frame = _drawn(data, chosen)
    held = views.ordered(data, frame, chosen.indicator).reset_index(drop=True)
    held, notes, firm = rank_firmness.added(held, chosen)
    decimals = int(data.indicators.at[chosen.indicator, "decimals"])
    mean = held["value"].mean() if len(held) else float("nan")
    said = merger_words.signed(labels.number(mean, decimals, language), bool(held["derived"].any()), language)
    words = data.say("list.mean", language, count=len(held), mean=said)
    title, under = titles(chosen)
    return Figure(
        id="list", title=title, subtitle=f"{under} · {words}" if len(held) else under, alt=alternative(chosen, frame), frame=held,
        columns={**columns(chosen), **firm}, notes=notes, spec=list_spec(is_dark), selection=chosen, sources=used_sources(frame), basis=chosen.basis,
        extra={"mean": pd.DataFrame({"value": [mean], "text": [words]})}, height=ranking.height(len(held)),
        native=Native("bar", "line", "value"), live=live.LIST,
    )  # fmt: skip


FIGURES = {"map": map_figure, "list": list_figure}
