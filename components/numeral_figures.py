"""Figures of the province page that only one unit publishes: nine of a group as tiles, and the rest."""

from __future__ import annotations

import textwrap
from functools import lru_cache

import pandas as pd

from components import numerals
from components.dataset import dataset
from components.figure import Figure, dark
from components.map_figures import used_sources
from components.strip_figures import title
from indicators import unit_facts
from indicators.selection import Selection

COLUMNS = ("indicator", "name", "period", "value", "status", "source")
EACH = numerals.ACROSS * numerals.DOWN
# Letters of a line of a tile.
WIDE = 27


@lru_cache(maxsize=2)
def _spec(is_dark: bool) -> dict:
    return numerals.numerals(is_dark)


def figure(chosen: Selection, name: str, first: int) -> Figure:
    """Return the tiles of a group of figures (`topic` of the selection, all without one) from the first-th on."""
    data, language = dataset(), chosen.language
    held = unit_facts.own_of(data, chosen.unit, chosen.topic)
    frame = held.iloc[first : first + EACH].reset_index(drop=True)
    frame = frame.assign(
        name=frame[f"title_{language}"],
        left=frame.index % numerals.ACROSS / numerals.ACROSS,
        top=frame.index // numerals.ACROSS / numerals.DOWN,
    )
    frame["bottom"] = frame["top"] + numerals.FILLED / numerals.DOWN
    frame["label"] = [unit_facts.own_label(data, row, language) for _, row in frame.iterrows()]
    frame["words"] = ["\n".join(textwrap.wrap(words, WIDE)) for words in frame["name"]]
    group = data.say(f"group.{chosen.topic}", language) if chosen.topic else ""
    words = title(chosen, "nation.own_title", group=group) if group else title(chosen, "province.own_title")
    said = "; ".join(f"{row.name_}: {row.label}" for row in frame.rename(columns={"name": "name_"}).itertuples())
    said = said or title(chosen, "nation.own_none")
    periods = ", ".join(sorted(set(frame["period"])))
    return Figure(
        id=name, title=words, subtitle=periods, alt=f"{words}. {said}", frame=frame,
        columns={part: data.say(f"column.{part}", language) for part in COLUMNS}, spec=_spec(dark()), selection=chosen.but(indicator=""),
        sources=used_sources(frame.assign(rank_source=pd.Series("", frame.index))), basis=chosen.basis, height=325,
    )  # fmt: skip


def own_figure(chosen: Selection) -> Figure:
    """Return the first nine figures of a group as numerals."""
    return figure(chosen, "own", 0)


def more_figure(chosen: Selection) -> Figure:
    """Return the next nine figures of a group as numerals."""
    return figure(chosen, "own_more", EACH)


FIGURES = {"own": own_figure, "own_more": more_figure}
