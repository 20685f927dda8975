"""The slides of a briefing pack: one a topic, native charts, sources in the notes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components import drawing, lettering, merger_words, native, pack_closing, pack_document, pack_topics, rank_firmness
from components.brief import Brief
from components.dataset import dataset
from components.workbook import source_words
from indicators import format as labels
from indicators import merging
from indicators.export import names, pictures, pptx_cards
from indicators.export.pptx import Chart, Deck, Slide, slides

INDEX = ("index", "pillar", "activity", "foundation")
# Shares of a table's columns: a value stays on one line with its unit.
FOUR, BESIDE, HEADLINE = (0.44, 0.1, 0.24, 0.22), (0.39, 0.11, 0.24, 0.26), (0.33, 0.1, 0.13, 0.44)
MOST_ROWS, MOST_POINTS, MOST_OPENING = 11, 5, 3
# The map of the first slide by whether the unit is the nation, the room that it is drawn in, picture points for one of the drawing.
PORTRAIT, ROOM, DENSE = {False: "locator", True: "map"}, (300.0, 480.0), 2
OPENING = (
    "nation_field",
    "nation_targets",
    "strongest",
    "weakest",
    "parts_rose",
    "parts_fell",
    "above",
    "below",
    "equal",
)
PACE = ("pace_on_track", "pace_too_slow", "pace_away")
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
    yield Slide(
        brief.say("title", name=brief.name), brief.context, said(brief, OPENING)[:MOST_OPENING], opening=True, cards=cards(brief),
        picture=portrait(brief), alt=brief.figures[PORTRAIT[brief.nation]].alt if PORTRAIT[brief.nation] in brief.figures else "",
        notes=brief.citation,
    )  # fmt: skip
    if brief.nation:
        yield _headlines(brief)
    yield from _rank(brief)
    yield from _pictured(brief)
    if not brief.nation:
        yield from _topics(brief)
    yield from _closing(brief)


def cards(brief: Brief) -> list[tuple[str, str, str]]:
    """Return the four figures of the first slide: what, value, what stands below."""
    return [
        (plain(brief, one["name"]), plain(brief, one["value"]), plain(brief, one["under"])) for one in brief.metrics()
    ]


def portrait(brief: Brief) -> bytes:
    """Return the map of the first slide as PNG: where the unit lies, of the nation its provinces' values; b"" without one."""
    figure = brief.figures.get(PORTRAIT[brief.nation])
    if figure is None:
        return b""
    (drawn,) = drawing.pieces(figure, *ROOM)
    return pictures.png(pack_document.vector(drawn, "")["svg"], DENSE)


def plain(brief: Brief, text: str) -> str:
    """Return words of a figure without signs that the type lacks."""
    return lettering.without_shapes(text, brief.say("triangle"))


def said(brief: Brief, rules: tuple[str, ...]) -> list[str]:
    """Return the sentences of some rules, as many as fit beside a chart."""
    return [brief.sentence(one) for one in brief.statements if one.rule in rules][:MOST_POINTS]


def sources(brief: Brief, held, shown: pd.DataFrame | None = None) -> str:
    """Return the notes of a slide: by which rules derived values of the shown rows were made, every source in full, how to cite."""
    made = (
        ()
        if shown is None
        else (
            *merger_words.notes(shown, brief.selection.basis, brief.selection),
            *rank_firmness.notes(shown, brief.language),
        )
    )
    known = [name for name in dict.fromkeys(held) if name in dataset().sources.index]
    lines = [source_words(name, brief.language) for name in known]
    return "\n".join([*made, dataset().say("pack.sources", brief.language) + ":", *lines, "", brief.citation])


def _rank(brief: Brief):
    """The list of all provinces, every name legible."""
    figure = pack_topics.ranked(brief)
    found = pack_topics.columns(figure)
    if not found:
        return
    title = figure.title if brief.nation else brief.say("slide_rank", name=brief.name)
    subtitle = figure.subtitle if brief.nation else f"{figure.title} · {figure.subtitle}"
    yield Slide(
        title, subtitle, said(brief, RANK)[: pptx_cards.MOST_BESIDE], charts=found, alt=figure.alt,
        notes=sources(brief, figure.sources, figure.frame),
    )  # fmt: skip


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
    """One slide for the index's parts, then strips of every other topic."""
    held = brief.standing[brief.standing["value"].notna()]
    parts = held[held["topic"].isin(INDEX)]
    if len(parts) > 1:
        yield _compared(brief, brief.say("slide_parts", name=brief.name), parts, said(brief, ("strongest", "weakest")))
    for title, rows in pack_topics.slides_of(brief):
        drawn = pack_topics.strips(brief, rows)
        yield Slide(title, brief.say("strip_key"), chart=drawn, alt=title, notes=sources(brief, rows["source"], rows))


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


def _headlines(brief: Brief) -> Slide:
    data, language = dataset(), brief.language
    head = [data.say(f"column.{name}", language) for name in ("indicator", "period", "value", "target")]
    rows = [[row["indicator"], row["period"], row["value"], row["mean"]] for row in brief.rows()]
    named = [row["source"] for row in brief.headlines]
    return Slide(
        brief.say("slide_headlines"),
        brief.say("kind", version=data.version),
        said(brief, PACE),
        table=[head, *rows[:MOST_ROWS]],
        widths=HEADLINE,
        notes=sources(brief, named),
    )


def _closing(brief: Brief):
    """Targets and how the figures are read: on one slide where the targets are few."""
    table, held = pack_closing.targets(brief)
    read, notes = pack_closing.reading(brief), sources(brief, brief.sources)
    few = len(table) - 1 <= pack_closing.FEW
    if table and not few:
        chart = pack_closing.counted(brief) if brief.nation else None
        yield Slide(
            brief.say("slide_targets", name=brief.name), " ".join(said(brief, ("nation_targets",))) or brief.context,
            table=table, widths=BESIDE if chart else FOUR, chart=chart, alt=brief.say("targets_count"), notes=sources(brief, held),
        )  # fmt: skip
    title = brief.say("slide_targets_read" if table and few else "slide_read", name=brief.name)
    yield Slide(
        title, brief.say("kind", version=dataset().version), points=read, table=table if few else (), widths=FOUR,
        small=pack_closing.listed(brief), notes=notes,
    )  # fmt: skip
