"""Figures of the targets page that show what units set for themselves: every unit with a target of its own for an indicator."""

from __future__ import annotations

from functools import lru_cache

from components import ambition
from components.dataset import dataset
from components.figure import Figure, dark
from indicators import ambitions, wording
from indicators import format as labels
from indicators.selection import Selection

COLUMNS = ("indicator", "unit", "name", "period", "value", "kind", "document", "source")


@lru_cache(maxsize=2)
def _spec(is_dark: bool) -> dict:
    return ambition.ambition(is_dark)


def ambitions_figure(chosen: Selection) -> Figure:
    """Return the units' own targets for the chosen indicator, beside the newest figure where one is published."""
    data, language, name = dataset(), chosen.language, chosen.indicator
    frame = ambitions.own(data, name)
    units = data.units
    frame = frame.assign(indicator=name, name=[units.at[unit, f"name_{language}"] for unit in frame["unit"]])
    bases = frame["unit"].map(units["basis"])
    # "Phú Thọ" before and after the merger are two areas: a name that could be either says which
    frame["line"] = [
        data.say("nation.of_basis", language, name=text, count=len(data.units_of(basis)))
        for text, basis in zip(frame["name"], bases, strict=True)
    ]
    words = [_words(row, name, language) for row in frame.itertuples()]
    frame = frame.assign(
        label=words, hover=[f"{line}: {label}" for line, label in zip(frame["line"], words, strict=True)]
    )
    ends = frame.groupby("line", sort=False).agg(value=("value", "max"), label=("label", " · ".join)).reset_index()
    title = data.say("nation.ambitions_title", language, indicator=data.indicators.at[name, f"title_{language}"])
    return Figure(
        id="ambitions", title=title, subtitle=data.say("nation.ambitions_subtitle", language, count=frame["unit"].nunique()),
        alt=f"{title}. {'; '.join(frame['hover']) or data.say('nation.ambitions_none', language)}", frame=frame,
        columns={part: data.say(f"column.{part}", language) for part in COLUMNS}, spec=_spec(dark()), selection=chosen, extra={"ends": ends},
        sources=tuple(frame["source"].value_counts().index), notes=(data.say("nation.ambitions_note", language),),
        height=max(60, ambition.ROW * frame["unit"].nunique() + 6),
    )  # fmt: skip


def _words(row, indicator: str, language: str) -> str:
    data = dataset()
    value = wording.value_of(data, indicator, row.value, language)
    return data.say(
        "nation.ambition", language, value=value, period=labels.period_label(row.period, data.words, language)
    )


FIGURES = {"ambitions": ambitions_figure}
