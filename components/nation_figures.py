"""Figures of the nation: its own value of an indicator over time, and how all units spread on each pillar of the index."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import merger_words, strip, trend
from components.dataset import dataset
from components.figure import Figure, dark
from components.map_figures import basis_words, used_sources, value_label
from components.trend_figures import breaks, labelled, lines
from indicators import format as labels
from indicators import merging, overview, views
from indicators.load import NATION
from indicators.selection import Selection

COLUMNS = ("indicator", "period", "value", "status", "source")
PILLAR_COLUMNS = ("indicator", "unit", "name", "period", "value", "status", "source")


@lru_cache(maxsize=4)
def _spec(kind: str, is_dark: bool) -> dict:
    return {"trend": trend.trend, "strip": strip.strip}[kind](is_dark)


def nation_figure(chosen: Selection) -> Figure:
    """Return the nation's own value of the chosen indicator over time; lines stop where the method changed."""
    data, language = dataset(), chosen.language
    unit = data.units_of(NATION)["unit"].iloc[0]
    frame = lines(chosen.but(unit=unit), chosen.indicator)
    # the nation has no rank among itself
    frame = frame[frame["own"]].assign(over=True, rank=pd.NA).reset_index(drop=True)
    frame = labelled(frame, language) if len(frame) else frame.assign(label="", dx=0, dy=0, align="center")
    about = data.about(chosen.indicator)
    title = data.say("nation.title", language, indicator=about[f"title_{language}"])
    points = ", ".join(f"{row.period}: {row.label}" for row in frame.itertuples())
    return Figure(
        id="nation", title=title, subtitle=data.say(f"unit.{about['unit']}", language), alt=f"{title}. {points}", frame=frame,
        columns={name: data.say(f"column.{name}", language) for name in COLUMNS}, spec=_spec("trend", dark()), selection=chosen,
        extra={"breaks": breaks(frame, language)}, sources=used_sources(frame.assign(rank_source="")), basis=NATION, height=280,
    )  # fmt: skip


def pillars_figure(chosen: Selection) -> Figure:
    """Return how the units of a basis spread on each pillar of the index in a period, on one scale, with their means."""
    data, language = dataset(), chosen.language
    names = overview.pillars(data, chosen.basis, chosen.period)
    frames = [views.observed(data, name, chosen.basis, chosen.period) for name in names]
    rows, held, means = [], [], []
    values = pd.concat([frame["value"] for frame in frames]) if frames else pd.Series(dtype=float)
    least, most = values.min(), values.max()
    for line, (name, frame) in enumerate(zip(names, frames, strict=True)):
        best, about = views.ordered(data, frame, name), data.about(name)
        said = [_named(best.iloc[place], about, language) for place in (0, -1)]
        mean = value_label(float("nan"), float("nan"), best["value"].mean(), about, language)
        made = bool((best["status"] == merging.DERIVED).any())
        mean = merger_words.signed(mean, made, language)
        label = data.say("nation.pillar", language, mean=mean, first=said[0], last=said[1])
        rows.append(
            {"line": line, "name": about[f"short_{language}"], "label": label, "gap": "", "href": "", "hover": label}
        )
        share = (best["value"].mean() - least) / (most - least)
        means.append({"line": line, "share": share, "kind": "all", "derived": made, "hover": mean})
        held.append(best.assign(line=line, indicator=name))
    frame = pd.concat(held, ignore_index=True) if held else pd.DataFrame(columns=[*PILLAR_COLUMNS, "line"])
    frame = frame.assign(
        name=frame[f"name_{language}"], share=(frame["value"] - least) / (most - least), own=False, region=True,
        derived=frame["status"] == merging.DERIVED, hover=[_named(row, data.about(row["indicator"]), language) for _, row in frame.iterrows()],
    )  # fmt: skip
    period = labels.period_label(chosen.period, data.words, language)
    title = data.say("nation.pillars_title", language, period=period)
    return Figure(
        id="spread", title=title, subtitle=data.say("nation.pillars_subtitle", language, basis=basis_words(chosen.basis, language)), alt=" ".join([title, *(f"{row['name']}: {row['label']}." for row in rows)]),
        frame=frame, columns={name: data.say(f"column.{name}", language) for name in PILLAR_COLUMNS}, spec=_spec("strip", dark()),
        selection=chosen, extra={"rows": pd.DataFrame(rows), "means": pd.DataFrame(means)}, sources=used_sources(frame),
        basis=chosen.basis, height=strip.ROW * max(1, len(rows)) + 6,
    )  # fmt: skip


def _named(row: pd.Series, about: pd.Series, language: str) -> str:
    value = value_label(float("nan"), float("nan"), row["value"], about, language)
    value = merger_words.signed(value, row["status"] == merging.DERIVED, language)
    return dataset().say("nation.named", language, name=row[f"name_{language}"], value=value)


FIGURES = {"nation": nation_figure, "spread": pillars_figure}
