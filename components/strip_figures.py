"""Figures of one unit among its peers: one strip an indicator, each also a picture of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

import pandas as pd

from components import lettering, rank_firmness, strip
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from components.map_figures import basis_words, used_sources
from components.province_figures import standing_label, standing_sentence, title, value_text
from indicators import format as labels
from indicators import merging, profile, views
from indicators.selection import Selection

# The topics that belong to the index; every other topic of the catalogue follows in the second picture of strips.
INDEX_TOPICS = ("index", "pillar", "activity", "foundation")
COLUMNS = ("indicator", "unit", "name", "period", "value", "rank", "rank_of", "status", "source")
EMPTY = (*COLUMNS, "name_vi", "name_en", "share", "own", "region")
ONE, TOPIC = "strip-", "strips-"

# The size of the words of a strip, and the space between two of them, in points.
LABEL, APART = 13.0, 18.0


@lru_cache(maxsize=2)
def _spec(is_dark: bool) -> dict:
    return strip.strip(is_dark)


def other_topics() -> tuple[str, ...]:
    """Return the topics of the catalogue that do not belong to the index, in its order."""
    held = dataset().indicators["topic"].drop_duplicates()
    return tuple(name for name in held if name not in INDEX_TOPICS)


def held_of(chosen: Selection, topics: tuple[str, ...]) -> pd.DataFrame:
    """Return the standing of the chosen unit on the indicators of some topics that hold a value of it."""
    held = profile.standing(dataset(), chosen.unit).rename(columns={"count": "count_held"})
    return held[held["topic"].isin(topics) & held["value"].notna()].reset_index(drop=True)


def strips_figure(chosen: Selection, figure_id: str, held: pd.DataFrame, name: str, subtitle: str) -> Figure:
    """Return the strips of the rows of a standing: one row for each indicator."""
    data, language = dataset(), chosen.language
    frame = dots(chosen, held)
    rows = words_of(held, language)
    marks = means(held, frame, language)
    notes = [data.say("province.means_note", language)]
    return Figure(
        id=figure_id, title=name, subtitle=subtitle, alt=alternative(held, name, language), frame=frame,
        columns={column: data.say(f"column.{column}", language) for column in COLUMNS} | rank_firmness.titles(frame, language),
        spec=_spec(dark()), selection=chosen, extra={"rows": rows, "means": marks}, basis=chosen.basis,
        sources=used_sources(frame.assign(rank_source="")), height=max(60, strip.ROW * len(rows) + 6), notes=tuple(notes),
        narrowest=max((lettering.width(name, LABEL) + room for name, room in zip(rows["name"], rows["room"], strict=True)), default=0),
    )  # fmt: skip


def dots(chosen: Selection, held: pd.DataFrame) -> pd.DataFrame:
    """Return every unit's mark on each strip, the strips in the order of the standing."""
    data, language = dataset(), chosen.language
    frame = profile.distribution(data, chosen.unit, tuple(dict.fromkeys(held["topic"])))
    frame = frame if len(frame) else pd.DataFrame(columns=list(EMPTY))
    order = {name: index for index, name in enumerate(held["indicator"])}
    frame = frame[frame["indicator"].isin(list(order))].reset_index(drop=True)
    turned = frame["indicator"].map(lambda name: views.polarity_of(data, name) < 0)
    frame = frame.assign(
        name=frame[f"name_{language}"], line=frame["indicator"].map(order), derived=frame["status"] == merging.DERIVED,
        share=frame["share"].where(~turned.astype(bool), 1 - frame["share"]),
    )  # fmt: skip
    frame[["rank", "rank_of"]] = frame[["rank", "rank_of"]].astype("Int64")
    frame["hover"] = [
        data.say("province.dot", language, name=row.name, label=value_text(row.indicator, row.value, language, row.status))
        for row in frame.itertuples(index=False)
    ]  # fmt: skip
    return rank_firmness.joined(frame, chosen)


def words_of(held: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the words of each strip: line, name, label, gap to the next place, room of the label, href of its source, hover."""
    data = dataset()
    rows = []
    for index, row in enumerate(held.itertuples(index=False)):
        short = data.indicators.at[row.indicator, f"short_{language}"]
        period = labels.period_label(row.period, data.words, language)
        ranked = pd.notna(row.rank) and pd.notna(row.gap) and row.gap > 0
        rows.append({
            "line": index, "name": data.say("province.row", language, indicator=short, period=period),
            "label": standing_label(row, language), "hover": standing_sentence(row, language),
            "room": lettering.width(standing_label(row, language), LABEL, 600) + APART,
            "gap": data.say("province.gap_short", language, value=value_text(row.indicator, row.gap, language, row.gap_status)) if ranked else "",
            "href": data.sources["url"].get(row.source, ""),
        })  # fmt: skip
    return pd.DataFrame(rows, columns=["line", "name", "label", "gap", "room", "href", "hover"])


def means(held: pd.DataFrame, frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the marks of the region's and of all units' mean on each strip: line, share, kind, derived, hover."""
    rows = []
    for line, row in enumerate(held.itertuples(index=False)):
        block = frame[frame["line"] == line]
        least, most = block["value"].min(), block["value"].max()
        turn = views.polarity_of(dataset(), row.indicator) < 0
        for kind, key, status in (("region", "region_mean", row.region_status), ("all", "mean", row.mean_status)):
            value = getattr(row, key)
            if pd.isna(value) or least == most:
                continue
            share = (value - least) / (most - least)
            words = dataset().say(f"province.{key}", language, value=value_text(row.indicator, value, language, status))
            rows.append(
                {
                    "line": line,
                    "share": 1 - share if turn else share,
                    "kind": kind,
                    "derived": status in merging.MADE,
                    "hover": words,
                }
            )
    return pd.DataFrame(rows, columns=["line", "share", "kind", "derived", "hover"])


def alternative(held: pd.DataFrame, name: str, language: str) -> str:
    """Return the text alternative of strips: best and worst place, how many indicators; of one strip its whole sentence."""
    data = dataset()
    if len(held) == 1:
        return f"{name}. {standing_sentence(next(held.itertuples(index=False)), language)}"
    ranked = held[held["rank"].notna()]
    ranked = ranked.assign(place=ranked["rank"] / ranked["rank_of"]).sort_values("place")
    if ranked.empty:
        return data.say("province.strips_alt_empty", language, title=name, count=len(held))
    ends = []
    for row in (ranked.iloc[0], ranked.iloc[-1]):
        words = data.indicators.at[row["indicator"], f"title_{language}"]
        ends.append(
            data.say("province.place", language, indicator=words, rank=int(row["rank"]), of=int(row["rank_of"]))
        )
    return data.say("province.strips_alt", language, title=name, count=len(held), best=ends[0], worst=ends[1])


def legend_words(language: str) -> str:
    """Return what the marks of a strip mean."""
    return dataset().say("province.strips_subtitle", language)


@kept
def index_strips(chosen: Selection) -> Figure:
    """Return the strips of the index, its pillars and its parts."""
    held = held_of(chosen, INDEX_TOPICS)
    of_index = chosen.but(indicator=held["indicator"].iloc[0] if len(held) else "")
    return strips_figure(
        of_index, "strips", held, title(chosen, "province.strips_title"), legend_words(chosen.language)
    )


@kept
def other_strips(chosen: Selection) -> Figure:
    """Return the strips of every other indicator."""
    held = held_of(chosen, other_topics())
    return strips_figure(
        chosen.but(indicator=""), "others", held, title(chosen, "province.others_title"), legend_words(chosen.language)
    )


def one_strip(indicator: str, chosen: Selection) -> Figure:
    """Return the strip of one indicator."""
    data, language = dataset(), chosen.language
    held = held_of(chosen, (data.indicators.at[indicator, "topic"],))
    held = held[held["indicator"] == indicator].reset_index(drop=True)
    period = labels.period_label(held["period"].iloc[0], data.words, language) if len(held) else ""
    name = title(
        chosen, "province.strip_title", indicator=data.indicators.at[indicator, f"title_{language}"], period=period
    )
    unit = data.say(f"unit.{data.indicators.at[indicator, 'unit']}", language)
    under = data.say("figure.subtitle", language, unit=unit, basis=basis_words(chosen.basis, language))
    return strips_figure(
        chosen.but(indicator=indicator), f"{ONE}{indicator}", held, name, f"{under} · {legend_words(language)}"
    )


def topic_strips(topic: str, chosen: Selection) -> Figure:
    """Return the strips of the indicators of one topic."""
    language = chosen.language
    held = held_of(chosen, (topic,))
    name = title(chosen, "province.topic_title", topic=dataset().say(f"topic.{topic}", language))
    under = f"{basis_words(chosen.basis, language)} · {legend_words(language)}"
    return strips_figure(chosen.but(indicator=""), f"{TOPIC}{topic}", held, name, under)


def family() -> dict[str, Callable[[Selection], Figure]]:
    """Return the builders of one strip an indicator and of the strips of one topic, by id."""
    rows = dataset().indicators
    rows = rows[rows["display"].isin(profile.SHOWN)]
    topics = {f"{TOPIC}{name}": partial(topic_strips, name) for name in dict.fromkeys(rows["topic"])}
    return {**topics, **{f"{ONE}{name}": partial(one_strip, name) for name in rows.index}}


FIGURES = {"strips": index_strips, "others": other_strips}
