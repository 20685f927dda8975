"""Where the figures of a picture were read, in one line and in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from components import merger_words, rank_firmness
from components.dataset import dataset
from indicators import format as labels

if TYPE_CHECKING:
    from components.figure import Figure


# From this many on, naming three of them says nothing.
MANY = 20


def source_line(figure: Figure) -> str:
    """Return the line of sources under a figure: who published, and where the figures were read (three, and how many more; of very many their number)."""
    data, language = dataset(), figure.selection.language
    rows = [data.sources.loc[name] for name in figure.sources if name in data.sources.index]
    if not rows and figure.geometry:
        return data.say("figure.boundaries_short", language)
    if len(rows) >= MANY:
        return data.say("figure.many_sources", language, count=len(rows))
    named = list(dict.fromkeys(read_at(row, language) for row in rows))
    if not named:
        return data.say("figure.source", language, sources=data.say("figure.no_source", language))
    line = "; ".join(named[:3])
    if len(named) > 3:
        line = data.say("figure.more_sources", language, first=line, count=len(named) - 3)
    publisher = data.indicators[publisher_column(language)].get(figure.selection.indicator, "")
    if publisher and publisher not in line:
        return data.say("figure.source_read", language, publisher=publisher, sources=line)
    return data.say("figure.source", language, sources=line)


def publisher_column(language: str) -> str:
    """Return the column of the catalogue that names publishers in a language, else the Vietnamese one."""
    own = f"publisher_{language}"
    return own if own in dataset().indicators else "publisher"


def read_at(row: pd.Series, language: str) -> str:
    """Return where a figure was read: the publisher and the date, and that it is a copy where it is one."""
    name = row["publisher"] or row["title"]
    if row["kind"] == "dataset_copy":
        name = dataset().say("figure.copy", language, name=name)
    return f"{name}, {labels.date_label(row['date'], language)}" if row["date"] else name


def beside(figure: Figure, paper: bool = False) -> tuple[str, ...]:
    """Return what must stand beside a picture and not only behind it: that its map has no boundaries, mark and rules of derived values, that ranks hold within one basis, the sign of their intervals.

    paper: for a picture that leaves the screen, where nothing can be opened.
    """
    language = figure.selection.language
    return (
        *merger_words.no_boundaries(figure.geometry, language), *_derived(figure, paper),
        *merger_words.ranks_apart(figure.frame, figure.basis, figure.row > 0, language),
        *rank_firmness.notes(figure.frame, language),
    )  # fmt: skip


def _derived(figure: Figure, paper: bool) -> tuple[str, ...]:
    rows = merger_words.derived_rows(figure.frame, figure.selection)
    if rows.empty or not figure.basis:
        return ()
    language = figure.selection.language
    said = merger_words.rules(rows, figure.basis, language)
    rule = (
        said[0]
        if len(said) == 1
        else dataset().say("merger.in_files", language)
        if paper
        else dataset().say("merger.behind", language, panel=dataset().say("figure.open", language))
    )
    return (f"{dataset().say('merger.mark', language)} {rule}",)
