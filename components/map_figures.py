"""Figures of the map page: the choropleth and the ordered list, both from one frame."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import choropleth, former_borders, ranking
from components.dataset import dataset
from components.figure import Figure, dark
from indicators import bases, boundaries, classes, merging, views
from indicators import format as labels
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

COLUMNS = ("unit", "name", "period", "value", "rank", "rank_of", "rank_status", "status", "source")


def drawn(chosen: Selection) -> pd.DataFrame:
    """Return the frame that map and list draw: the observed view with name, label, class, hover sentence and mark of choice."""
    data, language = dataset(), chosen.language
    frame = views.observed(data, chosen.indicator, chosen.basis, chosen.period)
    row = data.indicators.loc[chosen.indicator]
    whole = {name: frame[name].astype("Int64") for name in ("rank", "rank_of")}
    frame = frame.assign(name=frame[f"name_{language}"], **whole)
    frame["label"] = [
        value_label(low, high, value, row, language)
        for low, high, value in zip(frame["value_low"], frame["value_high"], frame["value"], strict=True)
    ]
    frame["derived"] = frame["status"] == merging.DERIVED
    marked = [data.say("map.label_derived", language, label=label) for label in frame["label"]]
    frame["label"] = frame["label"].where(~frame["derived"], marked)
    frame["class"] = classes.assign(frame["value"], classes.breaks(data, chosen.indicator, chosen.basis, chosen.period))
    frame["hover"] = [sentence(part, chosen) for part in frame.itertuples()]
    frame["on"] = frame["unit"] == chosen.unit
    frame["rev"] = chosen.unit
    return frame


def value_label(low: float, high: float, value: float, row: pd.Series, language: str) -> str:
    """Return a value, or the range that stands for it, with its unit; "" where neither exists."""
    data, decimals = dataset(), int(row["decimals"])
    if pd.notna(value):
        text = labels.number(value, decimals, language)
    else:
        ends = [labels.number(end, decimals, language) for end in (low, high)]
        text = data.say("value.range", language, low=ends[0], high=ends[1]) if all(ends) else ""
    return labels.with_unit(text, row["unit"], data.words, language)


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
    return text


def legend(chosen: Selection, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the legend of a drawn frame: title, each class with its range and count, no data where it occurs."""
    data, language = dataset(), chosen.language
    row = data.indicators.loc[chosen.indicator]
    inner = classes.breaks(data, chosen.indicator, chosen.basis, chosen.period)
    texts = [labels.number(edge, classes.places(inner), language) for edge in inner]
    counts = frame["class"].value_counts()
    rows = []
    for index in range(len(inner), -1, -1):
        count = int(counts.get(index, 0))
        if not inner:
            key, names = "legend.all", {}
        elif index == 0:
            key, names = "legend.below", {"edge": texts[0]}
        elif index == len(inner):
            key, names = "legend.from", {"edge": texts[-1]}
        else:
            key, names = "legend.between", {"low": texts[index - 1], "high": texts[index]}
        rows.append((index, data.say("legend.count", language, range=data.say(key, language, **names), count=count)))
    missing = int(counts.get(classes.NO_DATA, 0))
    if missing:
        rows.append(
            (
                classes.NO_DATA,
                data.say("legend.count", language, range=data.say("legend.no_data", language), count=missing),
            )
        )
    made = int((frame["status"] == merging.DERIVED).sum())
    if made:
        rows.append(
            (
                choropleth.DOTTED,
                data.say("legend.count", language, range=data.say("legend.derived", language), count=made),
            )
        )
    title = row[f"short_{language}"]
    return choropleth.legend_rows(title, rows)


def archipelagos(basis: str, language: str) -> pd.DataFrame:
    """Return the labels of both archipelagos: x, y (projected), text with the province that they belong to."""
    return _archipelagos(dataset(), basis, language)


@remembered(8)
def _archipelagos(data: Dataset, basis: str, language: str) -> pd.DataFrame:
    rows = boundaries.described(data).get(basis, {}).get("islands", [])
    units = data.units
    return pd.DataFrame(
        [
            {
                "x": row["x"],
                "y": row["y"],
                "text": f"{row[f'name_{language}']}\n({units.at[row['unit'], f'name_{language}']})",
            }
            for row in rows
        ],
        columns=["x", "y", "text"],
    )


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
    row = data.indicators.loc[chosen.indicator]
    period = labels.period_label(chosen.period, data.words, language)
    title = data.say("figure.title", language, indicator=row[f"title_{language}"], period=period)
    subtitle = data.say(
        "figure.subtitle", language, unit=data.say(f"unit.{row['unit']}", language), basis=basis_words(chosen.basis, language),
    )  # fmt: skip
    return title, subtitle


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
        mean=labels.number(held["value"].mean(), decimals, language), count=len(held), missing=len(frame) - len(held),
    )  # fmt: skip


def columns(chosen: Selection) -> dict[str, str]:
    """Return the columns of the table and the file with their titles."""
    return {name: dataset().say(f"column.{name}", chosen.language) for name in COLUMNS}


def used_sources(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the sources of the drawn values, the most used first."""
    named = pd.concat([frame["source"], frame["rank_source"]])
    return tuple(named[named != ""].value_counts().index)


def map_figure(chosen: Selection) -> Figure:
    """Return the choropleth of the chosen indicator, period and basis."""
    frame = drawn(chosen)
    title, subtitle = titles(chosen)
    return Figure(
        id="map", title=title, subtitle=subtitle, alt=alternative(chosen, frame), frame=frame, columns=columns(chosen),
        spec=map_spec(chosen.basis, dark()), selection=chosen, sources=used_sources(frame), basis=chosen.basis, geometry=chosen.basis,
        extra={"legend": legend(chosen, frame), "labels": archipelagos(chosen.basis, chosen.language), **former_borders.rows(chosen)}, height=560, selectable="pick",
    )  # fmt: skip


def list_figure(chosen: Selection) -> Figure:
    """Return the ordered list of the chosen indicator, period and basis."""
    data, language = dataset(), chosen.language
    frame = drawn(chosen)
    held = views.ordered(data, frame, chosen.indicator).reset_index(drop=True)
    held["order"] = range(len(held))
    held["line"] = [
        f"{int(rank)}. {name}" if pd.notna(rank) else name
        for rank, name in zip(held["rank"], held["name"], strict=True)
    ]
    decimals = int(data.indicators.at[chosen.indicator, "decimals"])
    mean = held["value"].mean() if len(held) else float("nan")
    words = data.say("list.mean", language, count=len(held), mean=labels.number(mean, decimals, language))
    title, subtitle = titles(chosen)
    return Figure(
        id="list", title=title, subtitle=f"{subtitle} · {words}" if len(held) else subtitle, alt=alternative(chosen, frame), frame=held,
        columns=columns(chosen), spec=list_spec(dark()), selection=chosen, sources=used_sources(frame), basis=chosen.basis,
        extra={"mean": pd.DataFrame({"value": [mean], "text": [words]})}, height=max(60, ranking.ROW * len(held) + 10), selectable="pick",
    )  # fmt: skip


FIGURES = {"map": map_figure, "list": list_figure}
