"""Figure of all periods of an indicator as small maps on common classes."""

from __future__ import annotations

import textwrap
from functools import lru_cache

import pandas as pd

from components import anchors, legend, map_figures, merger_words, period_maps, shades
from components.dataset import dataset
from components.device import phone
from components.edition_words import edition_words
from components.figure import Figure, dark
from indicators import classes, views
from indicators import format as labels
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

COLUMNS = ("unit", "name", "period", "edition", "value", "rank", "status", "source")
NO_BREAK = "\u00a0"
LETTERS = 30  # of a method's name in one line over a map
PHONE = (2, 160)  # maps beside each other, and the width of each
LINE = 15
HEAD = 26  # pixels of a panel's heading and the space after it


@lru_cache(maxsize=16)
def periods_spec(
    basis: str, is_dark: bool, columns: int, width: int, lines: int, letters: float = period_maps.LETTERS
) -> dict:
    """Return the specification of the small maps of a basis, built once."""
    return period_maps.period_maps(basis, is_dark, columns, width, lines, letters)


def _panel(
    data: Dataset, chosen: Selection, order: int, period: str, edges: tuple[float, ...], lines: int
) -> pd.DataFrame:
    at = chosen.but(period=period)
    frame = map_figures.drawn(at)
    frame["class"] = classes.assign(frame["value"], edges)
    edition = edition_words(at, period)
    name = labels.period_label(period, data.words, chosen.language)
    if frame["derived"].any():
        name = data.say("map.label_derived", chosen.language, label=name)
    # As many lines over each map, or the maps of a row would not stand level.
    heading = "|".join([name, *[*textwrap.wrap(edition, LETTERS), *[NO_BREAK] * lines][:lines]])
    return frame.assign(panel=heading, order=order, edition=edition, fill=shades.of_classes(frame["class"]))


@remembered(64)
def _made(data: Dataset, chosen: Selection, is_dark: bool, small: bool) -> Figure:
    language, held = chosen.language, data.periods_of(chosen.indicator, chosen.basis)
    edges = classes.common(data, chosen.indicator, chosen.basis, chosen.classes)
    names = [textwrap.wrap(edition_words(chosen, period), LETTERS) for period in held]
    lines = max(map(len, names))
    panels = [_panel(data, chosen, order, period, edges, lines) for order, period in enumerate(held)]
    frame = pd.concat(panels, ignore_index=True)
    row = data.about(chosen.indicator)
    title = data.say("periods.title", language, indicator=row[f"title_{language}"], count=len(held),
                     first=labels.period_label(held[0], data.words, language), last=labels.period_label(held[-1], data.words, language))  # fmt: skip
    many = len({views.edition_of(data, chosen.indicator, period) for period in held}) > 1
    notes = (data.say("periods.note", language),) if many else ()
    per_row, width = PHONE if small else (period_maps.PER_ROW, period_maps.WIDTH)
    columns = min(len(held), per_row)
    rows = -(-len(held) // columns)
    words = legend.of_periods(chosen, frame, edges, width * columns)
    return Figure(
        id="multiples", title=title, subtitle=data.say("periods.subtitle", language, subtitle=map_figures.subtitle(chosen)),
        alt=data.say("periods.alt", language, title=title, means=_means(data, chosen, frame)), frame=frame,
        columns={name: data.say(f"column.{name}", language) for name in COLUMNS}, spec=periods_spec(chosen.basis, is_dark, columns, width, words["y"].nunique()),
        selection=chosen, sources=map_figures.used_sources(frame), notes=notes, basis=chosen.basis, geometry=chosen.basis,
        extra={"legend": words, "labels": anchors.short_archipelagos(chosen.basis, language)},
        height=rows * (period_maps.TALL + LINE * (lines + 1) + HEAD) + HEAD,
    )  # fmt: skip


def _means(data: Dataset, chosen: Selection, frame: pd.DataFrame) -> str:
    """The mean of each period in words, for those who do not see the maps."""
    decimals = int(data.indicators.at[chosen.indicator, "decimals"])
    held = frame.groupby("period", sort=False).agg(mean=("value", "mean"), derived=("derived", "any"))
    return "; ".join(
        f"{labels.period_label(row.Index, data.words, chosen.language)}: "
        + merger_words.signed(labels.number(row.mean, decimals, chosen.language), row.derived, chosen.language)
        for row in held.itertuples()
    )


def multiples_figure(chosen: Selection) -> Figure:
    """Return small maps of all periods of the chosen indicator and basis."""
    made = _made(dataset(), map_figures.key(chosen).but(period=""), dark(), phone())
    return made.but(frame=map_figures.marked(made.frame, chosen), selection=chosen)


FIGURES = {"multiples": multiples_figure}
