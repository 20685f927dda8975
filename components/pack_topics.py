"""What the slides of a pack show of the topics: strips of every province, small topics together; the list of all in columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from components import map_figures, native, native_dots, standing_table, strip_figures
from components import province_figures as figures
from components.brief import Brief
from components.dataset import dataset
from components.figure import Figure
from indicators.export.pptx import Chart, Dots
from indicators.selection import Selection

# Rows that make a slide worth showing; a smaller topic goes with the next.
LEAST, MOST = 4, 9
# Bars of one column of a list, and the room right of the longest bar for its value.
COLUMN, BEYOND = 21, 1.2


def grouped(held: pd.DataFrame) -> list[pd.DataFrame]:
    """Return a standing parted into slides: one topic each, topics of few rows together in the order of the catalogue."""
    found: list[pd.DataFrame] = []
    for _, rows in held.groupby("topic", sort=False):
        small = bool(found) and min(len(found[-1]), len(rows)) < LEAST
        last_small = bool(found) and len(found[-1]) < LEAST
        if (
            small
            and (last_small or rows["topic"].iloc[0] == held["topic"].iloc[-1])
            and len(found[-1]) + len(rows) <= MOST
        ):
            found[-1] = pd.concat([found[-1], rows])
        else:
            found.append(rows)
    return [rows.reset_index(drop=True) for rows in found]


def titles(rows: pd.DataFrame, language: str) -> list[str]:
    """Return the names of the topics of some rows."""
    return [dataset().say(f"topic.{name}", language) for name in dict.fromkeys(rows["topic"])]


def strips(brief: Brief, rows: pd.DataFrame) -> Dots:
    """Return the places of a unit among all on some indicators as dots in a table: name, dots, value, mean, rank; topics as heads where several."""
    data, language = dataset(), brief.language
    renamed = rows.rename(columns={"count": "count_held"})
    figure = strip_figures.strips_figure(brief.selection.but(indicator=""), "strips", renamed, "", "")
    drawn = native_dots.strips(figure, len(rows))
    heads = titles(rows, language)
    lines, places = [], {}
    for place, row in enumerate(rows.itertuples()):
        if len(heads) > 1 and (place == 0 or row.topic != rows["topic"].iloc[place - 1]):
            lines.append((data.say(f"topic.{row.topic}", language),))
        places[place] = len(lines)
        lines.append((drawn.rows[place][0], *_words(row, language)))
    series = {name: [(x, places[y]) for x, y in points] for name, points in drawn.series.items()}
    head = [data.say(f"column.{name}", language) for name in ("indicator", "value", "mean", "rank")]
    return replace(drawn, series=series, rows=lines, head=(head[0], brief.say("strip_place"), *head[1:]))


def _words(row, language: str) -> tuple[str, str, str]:
    """Value, mean and rank of one row of a standing."""
    value = figures.value_text(row.indicator, row.value, language, row.status)
    rank = standing_table.rank_short(row, language) if pd.notna(row.rank) else "–"
    return value, figures.value_text(row.indicator, row.mean, language, row.mean_status) or "–", rank


def columns(figure: Figure) -> list[Chart]:
    """Return a list of all provinces as native bars in as many columns as keep every name legible, all of one scale."""
    whole = native.chart_of(figure)
    if whole is None:
        return []
    count = -(-len(whole.categories) // COLUMN)
    held = -(-len(whole.categories) // count)
    (name, values), *_ = whole.series.items()
    most = max((value for value in values if value is not None), default=0) * BEYOND
    made = whole.derived.get(name, ())
    return [
        Chart("bar", whole.categories[at : at + held], {name: values[at : at + held]}, whole.decimals,
              whole.marked - at if at <= whole.marked < at + held else -1, most=most,
              derived={name: [place - at for place in made if at <= place < at + held]})
        for at in range(0, len(whole.categories), held)
    ]  # fmt: skip


def ranked(brief: Brief) -> Figure:
    """Return the list of all provinces on the catalogue's leading index, the unit chosen."""
    if brief.nation:
        return map_figures.list_figure(brief.selection)
    given = {"lang": brief.language, "unit": brief.unit, "basis": brief.selection.basis}
    return map_figures.list_figure(Selection.parse(given, dataset(), "map")[0])


def slides_of(brief: Brief) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the title and the rows of each slide of topics beyond the index's own."""
    held = brief.standing[brief.standing["value"].notna()]
    for rows in grouped(held[~held["topic"].isin(strip_figures.INDEX_TOPICS)]):
        words = "; ".join(titles(rows, brief.language))
        yield brief.say("slide_topic", name=brief.name, topic=words), rows
