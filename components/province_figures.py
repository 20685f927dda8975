"""Figures of the province page: strips, the trend of one indicator, small trends of the index, the place on the map."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import locator, map_figures, multiples, strip, trend
from components.dataset import dataset
from components.figure import Figure, dark
from indicators import format as labels
from indicators import merging, profile, views
from indicators.selection import Selection

# The topics that belong to the index; every other topic of the catalogue follows in the second picture of strips.
INDEX_TOPICS = ("index", "pillar", "activity", "foundation")
STRIP_COLUMNS = ("indicator", "unit", "name", "period", "value", "status", "source")
TREND_COLUMNS = ("unit", "name", "period", "value", "rank", "rank_of", "rank_status", "mean", "status", "source")


@lru_cache(maxsize=8)
def _spec(kind: str, is_dark: bool, basis: str = "") -> dict:
    makers = {"strip": strip.strip, "trend": trend.trend, "multiples": multiples.multiples}
    return locator.locator(basis, is_dark) if kind == "locator" else makers[kind](is_dark)


def other_topics() -> tuple[str, ...]:
    """Return the topics of the catalogue that do not belong to the index, in its order."""
    held = dataset().indicators["topic"].drop_duplicates()
    return tuple(name for name in held if name not in INDEX_TOPICS)


def title(chosen: Selection, key: str, **names: object) -> str:
    """Return the title of a figure of this page, with the unit's name."""
    data = dataset()
    name = data.units.at[chosen.unit, f"name_{chosen.language}"]
    return data.say(key, chosen.language, name=name, **names)


def value_text(indicator: str, value: float, language: str, status: str = "") -> str:
    """Return a value with its unit; a derived one bears its sign."""
    text = map_figures.value_label(float("nan"), float("nan"), value, dataset().indicators.loc[indicator], language)
    return dataset().say("map.label_derived", language, label=text) if status == merging.DERIVED else text


def standing_label(row, language: str) -> str:
    """Return value and rank of one row of `profile.standing` as the words of its strip."""
    data = dataset()
    text = map_figures.value_label(
        row.value_low, row.value_high, row.value, data.indicators.loc[row.indicator], language
    )
    text = data.say("map.label_derived", language, label=text) if row.status == merging.DERIVED else text
    if pd.isna(row.rank):
        return data.say("province.of_count", language, label=text, count=row.count_held)
    return data.say("province.ranked", language, label=text, rank=int(row.rank), of=int(row.rank_of))


def standing_sentence(row, language: str) -> str:
    """Return what a strip's row says in full: value, rank, gap, means, source's kind."""
    data = dataset()
    about = data.indicators.loc[row.indicator]
    parts = [
        data.say(
            "province.sentence", language, indicator=about[f"title_{language}"], label=standing_label(row, language),
            period=labels.period_label(row.period, data.words, language), status=data.say(f"status.{row.status}", language),
        )
    ]  # fmt: skip
    for key, value in (("gap", row.gap), ("region_mean", row.region_mean), ("mean", row.mean), ("nation", row.nation)):
        if pd.notna(value):
            parts.append(data.say(f"province.{key}", language, value=value_text(row.indicator, value, language)))
    return " ".join(parts)


def strips_figure(chosen: Selection, figure_id: str, topics: tuple[str, ...]) -> Figure:
    """Return the strips of some topics: one row for each indicator that holds a value of the chosen unit."""
    data, language = dataset(), chosen.language
    held = profile.standing(data, chosen.unit).rename(columns={"count": "count_held"})
    held = held[held["topic"].isin(topics) & held["value"].notna()].reset_index(drop=True)
    frame = strip_dots(chosen, topics, list(held["indicator"]))
    rows = strip_rows(held, language)
    return Figure(
        id=figure_id, title=title(chosen, f"province.{figure_id}_title"), subtitle=data.say("province.strips_subtitle", language),
        alt=strips_alternative(chosen, held, f"province.{figure_id}_title"), frame=frame,
        columns={name: data.say(f"column.{name}", language) for name in STRIP_COLUMNS},
        spec=_spec("strip", dark()), selection=chosen, extra={"rows": rows, "means": means(held, frame, language)},
        sources=map_figures.used_sources(frame.assign(rank_source="")), basis=chosen.basis, height=max(60, strip.ROW * len(rows) + 6),
        notes=(data.say("province.means_note", language),),
    )  # fmt: skip


def strip_dots(chosen: Selection, topics: tuple[str, ...], names: list[str]) -> pd.DataFrame:
    """Return every unit's mark on each strip; names are the indicators in the order of the strips."""
    data, language = dataset(), chosen.language
    frame = profile.distribution(data, chosen.unit, topics)
    frame = frame if len(frame) else pd.DataFrame(columns=[*STRIP_COLUMNS, "name_vi", "name_en", "share", "own"])
    order = {name: index for index, name in enumerate(names)}
    turned = frame["indicator"].map(lambda name: views.polarity_of(data, name) < 0)
    frame = frame.assign(
        name=frame[f"name_{language}"], line=frame["indicator"].map(order), derived=frame["status"] == merging.DERIVED,
        share=frame["share"].where(~turned.astype(bool), 1 - frame["share"]),
    )  # fmt: skip
    frame["hover"] = [
        data.say(
            "province.dot", language, name=row.name, label=value_text(row.indicator, row.value, language, row.status)
        )
        for row in frame.itertuples(index=False)
    ]
    return frame


def strip_rows(held: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the words of each strip: line, name, label, href of its source, hover."""
    data = dataset()
    return pd.DataFrame(
        [
            {
                "line": index, "label": standing_label(row, language), "hover": standing_sentence(row, language),
                "href": data.sources["url"].get(row.source, ""),
                "name": data.say("province.row", language, indicator=data.indicators.at[row.indicator, f"short_{language}"],
                                 period=labels.period_label(row.period, data.words, language)),
            }
            for index, row in enumerate(held.itertuples(index=False))
        ],
        columns=["line", "name", "label", "href", "hover"],
    )  # fmt: skip


def means(held: pd.DataFrame, frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the marks of the region's and of all units' mean on each strip: line, share, kind, hover."""
    rows = []
    for line, row in enumerate(held.itertuples(index=False)):
        block = frame[frame["line"] == line]
        least, most = block["value"].min(), block["value"].max()
        turn = views.polarity_of(dataset(), row.indicator) < 0
        for kind, value, key in (("region", row.region_mean, "region_mean"), ("all", row.mean, "mean")):
            if pd.isna(value) or least == most:
                continue
            share = (value - least) / (most - least)
            words = dataset().say(f"province.{key}", language, value=value_text(row.indicator, value, language))
            rows.append({"line": line, "share": 1 - share if turn else share, "kind": kind, "hover": words})
    return pd.DataFrame(rows, columns=["line", "share", "kind", "hover"])


def strips_alternative(chosen: Selection, held: pd.DataFrame, key: str) -> str:
    """Return the text alternative of strips: best and worst place, how many indicators."""
    data, language = dataset(), chosen.language
    ranked = held[held["rank"].notna()].assign(place=held["rank"] / held["rank_of"]).sort_values("place")
    if ranked.empty:
        return data.say("province.strips_alt_empty", language, title=title(chosen, key), count=len(held))
    ends = []
    for row in (ranked.iloc[0], ranked.iloc[-1]):
        name = data.indicators.at[row["indicator"], f"title_{language}"]
        ends.append(data.say("province.place", language, indicator=name, rank=int(row["rank"]), of=int(row["rank_of"])))
    return data.say(
        "province.strips_alt", language, title=title(chosen, key), count=len(held), best=ends[0], worst=ends[1]
    )


def index_strips(chosen: Selection) -> Figure:
    """Return the strips of the index, its pillars and its parts."""
    return strips_figure(chosen, "strips", INDEX_TOPICS)


def other_strips(chosen: Selection) -> Figure:
    """Return the strips of every other indicator."""
    return strips_figure(chosen, "others", other_topics())


def locator_figure(chosen: Selection) -> Figure:
    """Return the small map that shows where the unit lies."""
    data, language = dataset(), chosen.language
    units = data.units_of(chosen.basis)
    frame = units[["unit"]].assign(
        name=units[f"name_{language}"], own=units["unit"] == chosen.unit, hover=units[f"name_{language}"]
    )
    words = title(chosen, "province.locator_title")
    return Figure(
        id="locator", title=words, subtitle=map_figures.basis_words(chosen.basis, language), alt=words,
        frame=frame.reset_index(drop=True), columns={name: data.say(f"column.{name}", language) for name in ("unit", "name")},
        spec=_spec("locator", dark(), chosen.basis), selection=chosen, basis=chosen.basis, geometry=chosen.basis,
        extra={"labels": map_figures.archipelagos(chosen.basis, language)}, height=230, selectable="pick",
    )  # fmt: skip


FIGURES = {"strips": index_strips, "others": other_strips, "locator": locator_figure}
