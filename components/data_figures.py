"""Figures of the data page: what the figures cover, where they come from, what the index is made of."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pandas as pd

from components import composition, coverage, kinds
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from indicators import bases
from indicators import coverage as counting
from indicators import format as labels
from indicators.selection import Selection

COVERAGE_COLUMNS = ("indicator", "title", "topic", "year", "units", "derived", "of", "nation")
STATUS_COLUMNS = ("status", "name", "count", "share")
WEIGHT_COLUMNS = ("indicator", "edition", "index", "name", "weight", "share", "status", "source")
# Points that a letter of the legend and the space around its square take.
LETTER, LEGEND_GAP = 6.2, 36


@lru_cache(maxsize=6)
def _spec(name: str, is_dark: bool) -> dict:
    charts = {"coverage": coverage.coverage, "kinds": kinds.kinds, "composition": composition.composition}
    return charts[name](is_dark)


def topics() -> list[str]:
    """Return the topics of the catalogue in its order."""
    return list(dict.fromkeys(dataset().indicators["topic"]))


def topic(chosen: Selection) -> str:
    """Return the topic that a screen is narrowed to; "" for all."""
    return chosen.topic if chosen.topic in topics() else ""


def columns(names: tuple[str, ...], language: str) -> dict[str, str]:
    """Return columns with their titles."""
    return {name: dataset().say(f"data.column_{name}", language) for name in names}


def whole_page(chosen: Selection) -> Selection:
    """Return the selection of a figure that is about no single indicator."""
    return chosen.but(indicator="", period="", unit="")


def read_at(indicators: pd.Series) -> tuple[str, ...]:
    """Return the sources of all figures of some indicators, the most used first."""
    rows = dataset().observations
    return tuple(rows.loc[rows["indicator"].isin(indicators), "source"].value_counts().index)


def cell_label(units: int, derived: int, nation: int) -> str:
    """Return what stands in a cell: the number of units, with the sign of derived values; a dot for the nation's own figure alone."""
    if units + derived:
        return f"{units + derived}*" if derived else str(units)
    return "●" if nation else ""


def cell_sentence(row, chosen: Selection) -> str:
    """Return the hover sentence of a cell."""
    data, language = dataset(), chosen.language
    title = data.indicators.at[row.indicator, f"title_{language}"]
    parts = [data.say("data.cell_units", language, units=row.units, of=row.of)] if row.units or not row.nation else []
    if row.derived:
        parts.append(data.say("data.cell_derived", language, derived=row.derived))
    if row.nation:
        parts.append(data.say("data.cell_nation", language, nation=row.nation))
    return data.say("data.cell", language, title=title, year=row.year, parts="; ".join(parts))


def laid_out(chosen: Selection) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return the cells of the grid, the words at its left, and the years above each topic, each with its place y."""
    data, language = dataset(), chosen.language
    frame = counting.grid(data, chosen.basis, topic(chosen))
    years = sorted(frame["year"].unique())
    places: dict[str, int] = {}
    names, heads = [], []
    y, last = coverage.TOP, ""
    for indicator in dict.fromkeys(frame["indicator"]):
        own = data.indicators.at[indicator, "topic"]
        if own != last:
            y += 8 if last else 0
            words = data.say(f"topic.{own}", language)
            names.append((y + coverage.ROW / 2, words, words, True))
            heads += [(y + coverage.ROW / 2, int(year), str(year), f"’{year % 100:02d}", len(years)) for year in years]
            y, last = y + coverage.ROW, own
        full, short = (data.indicators.at[indicator, f"{form}_{language}"] for form in ("title", "short"))
        names.append((y + coverage.ROW / 2 - 1, short, full, False))
        places[indicator] = y
        y += coverage.ROW
    frame = frame.assign(
        y=frame["indicator"].map(places), years=len(years), rev=chosen.indicator, title=frame["indicator"].map(data.indicators[f"title_{language}"]),
        label=[cell_label(row.units, row.derived, row.nation) for row in frame.itertuples()],
        hover=[cell_sentence(row, chosen) for row in frame.itertuples()],
    )  # fmt: skip
    return (
        frame,
        pd.DataFrame(names, columns=["y", "text", "full", "head"]),
        pd.DataFrame(heads, columns=["y", "year", "text", "short", "years"]),
    )


def legend(language: str) -> pd.DataFrame:
    """Return the legend of the grid: the share of provinces that each shade stands for."""
    data = dataset()
    edges = [labels.number(share * 100, 0, language) for share in counting.SHARES]
    rows = [(data.say("data.legend_below", language, edge=edges[0]), f"< {edges[0]}")]
    rows += [(data.say("data.legend_from", language, low=low, high=high), f"≥ {low}") for low, high in pairwise(edges)]
    rows.append((data.say("data.legend_all", language), data.say("data.percent", language, share=edges[-1])))
    frame = pd.DataFrame(rows, columns=["text", "short"])
    frame["class"] = frame["order"] = range(len(frame))
    frame["steps"] = len(frame)
    widths = frame["text"].str.len() * LETTER + LEGEND_GAP
    return frame.assign(x=8 + widths.cumsum() - widths)


@kept
def coverage_figure(chosen: Selection) -> Figure:
    """Return the grid of indicators and years: how many units have a figure."""
    data, language = dataset(), chosen.language
    frame, names, heads = laid_out(chosen)
    held = topic(chosen)
    title = data.say("data.coverage_title", language)
    if held:
        title = data.say("data.coverage_of", language, topic=data.say(f"topic.{held}", language))
    filled = frame[frame["units"] + frame["derived"] + frame["nation"] > 0]
    whole = frame[frame["units"] + frame["derived"] == frame["of"]]
    alt = data.say(
        "data.coverage_alt", language, title=title, indicators=frame["indicator"].nunique(), cells=len(filled), whole=len(whole),
        first=frame["year"].min() if len(frame) else "", last=frame["year"].max() if len(frame) else "",
    )  # fmt: skip
    subtitle = data.say(
        "data.coverage_subtitle" if held else "data.coverage_several",
        language,
        basis=bases.words(data, chosen.basis, language),
    )
    height = int(names["y"].max() + coverage.ROW) if len(names) else 80
    return Figure(
        id="coverage", title=title, subtitle=subtitle, alt=alt, frame=frame, columns=columns(COVERAGE_COLUMNS, language),
        spec=_spec("coverage", dark()), selection=whole_page(chosen), sources=read_at(frame["indicator"]), basis=chosen.basis, height=height, selectable="pick",
        extra={"names": names, "heads": heads, "legend": legend(language)}, notes=(data.say("data.coverage_key", language),),
    )  # fmt: skip


@kept
def statuses_figure(chosen: Selection) -> Figure:
    """Return the figures by the kind of source they were read from."""
    data, language = dataset(), chosen.language
    frame = counting.statuses(data)
    frame["order"] = range(len(frame))
    frame["name"] = [data.say(f"status.{status}", language) for status in frame["status"]]
    frame["line"] = [name[:1].upper() + name[1:] for name in frame["name"]]
    frame["label"] = [
        data.say("data.kind_label", language, count=labels.number(row.count_, 0, language), share=labels.number(row.share * 100, 1, language))
        for row in frame.rename(columns={"count": "count_"}).itertuples()
    ]  # fmt: skip
    frame["hover"] = [data.say(f"data.status_{status}", language) for status in frame["status"]]
    title = data.say("data.kinds_title", language)
    total = labels.number(frame["count"].sum(), 0, language)
    first = frame.iloc[0]
    alt = data.say("data.kinds_alt", language, title=title, total=total, first=first["line"], label=first["label"])
    return Figure(
        id="statuses", title=title, subtitle=data.say("data.kinds_subtitle", language, total=total), alt=alt, frame=frame,
        columns=columns(STATUS_COLUMNS, language), spec=_spec("kinds", dark()), selection=whole_page(chosen), sources=read_at(data.indicators["indicator"]), height=kinds.ROW * len(frame) + 8,
    )  # fmt: skip


def composite(chosen: Selection) -> str:
    """Return the composite whose making is shown: the chosen indicator where it has weights, else the first that has."""
    held = list(dict.fromkeys(dataset().tables["weights"]["indicator"]))
    return chosen.indicator if chosen.indicator in held or not held else held[0]


def span(edition) -> str:
    """Return the years of an edition, open at the end where it goes on."""
    first, last = edition.first_period, edition.last_period
    return first if first == last else f"{first}–{last}"


def shades(topics_of_parts: pd.Series) -> list[int]:
    """Return the shade of each part: 0 for the largest topic where there are several, the others one after another."""
    common = topics_of_parts.mode().iloc[0] if topics_of_parts.nunique() > 1 else ""
    held, after = [], 0
    for one in topics_of_parts:
        after += one != common
        held.append(after if one != common else 0)
    return held


def parts(indicator: str, language: str) -> pd.DataFrame:
    """Return the parts of a composite, one row a part and edition, oldest edition first, with its place on the bar."""
    data = dataset()
    rows = data.tables["weights"]
    rows = rows[rows["indicator"] == indicator]
    editions = data.tables["editions"]
    editions = editions[(editions["indicator"] == indicator) & editions["edition"].isin(rows["edition"])].sort_values(
        "first_period"
    )
    blocks = []
    for place, edition in enumerate(editions.itertuples()):
        block = rows[rows["edition"] == edition.edition].copy()
        total = block["weight"].sum()
        block["share"] = block["weight"] / total
        block["group"] = shades(block["index"].map(data.indicators["topic"]))
        block["stop"] = block["share"].cumsum()
        words = data.say(
            "data.edition_line", language, title=getattr(edition, f"title_{language}"), years=span(edition)
        )
        blocks.append(block.assign(start=block["stop"] - block["share"], row=place, edition_words=words, total=total))
    frame = pd.concat(blocks, ignore_index=True)
    return frame.assign(middle=(frame["start"] + frame["stop"]) / 2, first=frame["start"] < 1e-9)


def weights_figure(chosen: Selection) -> Figure:
    """Return what the composite is made of in each edition whose weights are known."""
    data, language = dataset(), chosen.language
    indicator = composite(chosen)
    frame = parts(indicator, language)
    about = data.indicators
    frame["name"] = [about.at[name, f"title_{language}"] for name in frame["index"]]
    frame["short"] = [about.at[name, f"short_{language}"] for name in frame["index"]]
    frame["label"] = [
        data.say("data.percent", language, share=labels.number(share * 100, 1, language)) for share in frame["share"]
    ]
    frame["hover"] = [
        data.say("data.part_hover", language, name=row.name, label=row.label, weight=labels.number(row.weight, 1 if row.weight < 1 else 0, language),
                 total=labels.number(row.total, 0, language), status=data.say(f"status.{row.status}", language))
        for row in frame.itertuples(index=False)
    ]  # fmt: skip
    title = data.say("data.weights_title", language, indicator=about.at[indicator, f"title_{language}"])
    frame = frame.rename(columns={"edition": "edition_id", "edition_words": "edition"})
    alt = data.say("data.weights_alt", language, title=title, editions="; ".join(dict.fromkeys(frame["edition"])))
    return Figure(
        id="weights", title=title, subtitle=data.say("data.weights_subtitle", language), alt=alt, frame=frame,
        columns=columns(WEIGHT_COLUMNS, language), spec=_spec("composition", dark()), selection=chosen,
        sources=tuple(name for name in dict.fromkeys(frame["source"]) if name), height=composition.ROW * frame["edition"].nunique(),
    )  # fmt: skip


FIGURES = {"coverage": coverage_figure, "statuses": statuses_figure, "weights": weights_figure}
