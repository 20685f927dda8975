"""The slides of a briefing pack: one a topic, native charts, sources in the notes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components import lettering, map_figures, merger_words, native, standing_table
from components import province_figures as figures
from components.brief import Brief
from components.dataset import dataset
from components.workbook import source_words
from indicators import format as labels
from indicators import goals, merging
from indicators.export import names
from indicators.export.pptx import Chart, Deck, Slide, slides
from indicators.selection import Selection

INDEX = ("index", "pillar", "activity", "foundation")
# Shares of a table's columns: a value stays on one line with its unit.
FIVE, FOUR = (0.34, 0.1, 0.21, 0.14, 0.21), (0.44, 0.1, 0.24, 0.22)
HEADLINE = (0.33, 0.1, 0.13, 0.44)
MOST_ROWS, MOST_TARGETS, MOST_POINTS = 11, 8, 5
TREND = ("rose", "fell", "stayed", "method", "gained", "lost", "parts_rose", "parts_fell")
RANK = ("place", "value", "above", "below", "equal", "gap", "nation_field")


def pptx(brief: Brief, more: Sequence[Slide] = ()) -> bytes:
    """Return the deck of a unit, further slides at its end."""
    data = dataset()
    deck = Deck(
        brief.say("title", name=brief.name), brief.language, [*_slides(brief), *more], moment=names.moment(data.version),
        stamp=data.say("figure.stamp_link", brief.language, version=data.version, link=brief.address),
        author=data.say("atlas.name", brief.language), subject=brief.context,
    )  # fmt: skip
    return slides(deck)


def _slides(brief: Brief):
    opening = [
        one
        for one in brief.statements
        if one.rule in ("place", "value", "strongest", "weakest", "nation_targets", "nation_field")
    ]
    yield Slide(
        brief.say("title", name=brief.name),
        brief.context,
        [brief.sentence(one) for one in opening[:3]],
        opening=True,
        notes=brief.citation,
    )
    if brief.nation:
        yield _headlines(brief)
    yield _rank(brief)
    yield from _pictured(brief)
    if not brief.nation:
        yield from _topics(brief)
    yield from _targets(brief)


def plain(brief: Brief, text: str) -> str:
    """Return words of a figure without signs that the type lacks."""
    return lettering.without_shapes(text, brief.say("triangle"))


def said(brief: Brief, rules: tuple[str, ...]) -> list[str]:
    """Return the sentences of some rules, as many as fit beside a chart."""
    return [brief.sentence(one) for one in brief.statements if one.rule in rules][:MOST_POINTS]


def sources(brief: Brief, held, shown: pd.DataFrame | None = None) -> str:
    """Return the notes of a slide: by which rules derived values of the shown rows were made, every source in full, how to cite."""
    made = merger_words.notes(shown, brief.selection.basis, brief.selection) if shown is not None else ()
    known = [name for name in dict.fromkeys(held) if name in dataset().sources.index]
    lines = [source_words(name, brief.language) for name in known]
    return "\n".join([*made, dataset().say("pack.sources", brief.language) + ":", *lines, "", brief.citation])


def _rank(brief: Brief) -> Slide:
    chosen = brief.selection if brief.nation else _of_rank(brief)
    figure = map_figures.list_figure(chosen)
    title = figure.title if brief.nation else brief.say("slide_rank", name=brief.name)
    subtitle = figure.subtitle if brief.nation else f"{figure.title} · {figure.subtitle}"
    return Slide(
        title,
        subtitle,
        said(brief, RANK),
        native.chart_of(figure),
        alt=figure.alt,
        notes=sources(brief, figure.sources, figure.frame),
    )


def _of_rank(brief: Brief) -> Selection:
    given = {"lang": brief.language, "unit": brief.unit, "basis": brief.selection.basis}
    return Selection.parse(given, dataset(), "map")[0]


def _pictured(brief: Brief):
    """The other figures of the pack that Office can draw."""
    for name in ("trend", "movers"):
        figure = brief.figures.get(name)
        chart = native.chart_of(figure, 0 if name == "movers" else None) if figure else None
        if chart:
            yield Slide(
                plain(brief, figure.title),
                plain(brief, figure.subtitle),
                said(brief, TREND),
                chart,
                alt=figure.alt,
                notes=sources(brief, figure.sources, figure.frame),
            )


def _topics(brief: Brief):
    """One slide for the index's parts, one for every other topic: bars where all share a measure, else a table."""
    held = brief.standing[brief.standing["value"].notna()]
    parts = held[held["topic"].isin(INDEX)]
    if len(parts) > 1:
        yield _compared(brief, brief.say("slide_parts", name=brief.name), parts, said(brief, ("strongest", "weakest")))
    for topic, rows in held[~held["topic"].isin(INDEX)].groupby("topic", sort=False):
        words = dataset().say(f"topic.{topic}", brief.language)
        title = brief.say("slide_topic", name=brief.name, topic=words)
        measures = dataset().indicators.loc[rows["indicator"], "unit"]
        if len(rows) > 1 and measures.nunique() == 1 and rows["period"].nunique() == 1:
            yield _compared(brief, title, rows, [])
        else:
            yield Slide(
                title,
                table=_table(brief, rows.head(MOST_ROWS)),
                widths=FIVE,
                notes=sources(brief, rows["source"], rows),
            )


def _compared(brief: Brief, title: str, rows: pd.DataFrame, points: list[str]) -> Slide:
    """Bars of the unit beside the mean of all units."""
    data, language = dataset(), brief.language
    about = data.indicators.loc[rows["indicator"]]
    everyone = merger_words.signed(
        data.say("province.all_units", language), bool(rows["mean_status"].isin(merging.MADE).any()), language
    )
    series = {brief.name: list(rows["value"]), everyone: list(rows["mean"])}
    period = labels.period_label(rows["period"].iloc[-1], data.words, language)
    unit = data.say(f"unit.{about['unit'].iloc[0]}", language)
    mark = (
        [data.say("merger.mark", language)] if rows[["status", "mean_status"]].isin(merging.MADE).any(axis=None) else []
    )
    starred = rows["status"] == merging.DERIVED
    words = [f"{name}*" if star else name for name, star in zip(about[f"short_{language}"], starred, strict=True)]
    chart = Chart("bar", words, series, min(4, int(about["decimals"].max())))
    return Slide(
        title, f"{unit} · {period}", [*points, *mark], chart, alt=title, notes=sources(brief, rows["source"], rows)
    )


def _table(brief: Brief, rows: pd.DataFrame) -> list[list[str]]:
    data, language = dataset(), brief.language
    head = [data.say(f"column.{name}", language) for name in ("indicator", "period", "value", "rank", "mean")]
    return [head, *(
        [data.indicators.at[row.indicator, f"short_{language}"], labels.period_label(row.period, data.words, language),
         figures.value_text(row.indicator, row.value, language, row.status),
         standing_table.rank_short(row, language) if pd.notna(row.rank) else "–", figures.value_text(row.indicator, row.mean, language, row.mean_status)]
        for row in rows.itertuples()
    )]  # fmt: skip


def _headlines(brief: Brief) -> Slide:
    data, language = dataset(), brief.language
    head = [data.say(f"column.{name}", language) for name in ("indicator", "period", "value", "target")]
    rows = [[row["indicator"], row["period"], row["value"], row["mean"]] for row in brief.rows()]
    named = [row["source"] for row in brief.headlines]
    return Slide(
        brief.say("slide_headlines"), "", table=[head, *rows[:MOST_ROWS]], widths=HEADLINE, notes=sources(brief, named)
    )


def _targets(brief: Brief):
    rows = goals.standing(dataset(), brief.unit)
    rows = rows[rows["actual"].notna() & ~rows["passed"].astype(bool)].head(MOST_TARGETS)
    if rows.empty:
        return
    from components import target_words

    data, language = dataset(), brief.language
    head = [data.say(f"column.{name}", language) for name in ("target", "period", "actual")] + [
        brief.say("column_category")
    ]
    lines = [
        [f"{data.indicators.at[row['indicator'], f'short_{language}']}: {target_words.asked(row, language)}", row["period"],
         target_words.figure(row, language), target_words.category(row, language)]
        for row in rows.to_dict("records")
    ]  # fmt: skip
    held = [name for cell in rows["sources"] for name in str(cell).split()] + list(rows["actual_source"])
    yield Slide(
        brief.say("slide_targets", name=brief.name), "", table=[head, *lines], widths=FOUR, notes=sources(brief, held)
    )
