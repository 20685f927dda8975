"""Behind a derived value: which parts, what each had, with which weight, of which period."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import merger_words
from components.dataset import dataset
from indicators import format as labels
from indicators import merging
from indicators.selection import Selection

COLUMNS = ("unit", "indicator", "period", "part", "value", "weight", "share", "weight_period")
RIGHT = ("value", "weight", "share")


def behind(frame: pd.DataFrame, basis: str, chosen: Selection) -> pd.DataFrame:
    """Return the parts behind every derived value of a drawn frame, one row a part; names and labels in words (COLUMNS, unit_id)."""
    data, language = dataset(), chosen.language
    rows = merger_words.derived_rows(frame, chosen)
    blocks = []
    for (indicator, period), block in rows.groupby(["indicator", "period"], sort=False):
        held = merging.breakdown(data, str(indicator), basis, str(period))
        blocks.append(held[held["unit"].isin(block["unit"])].assign(indicator=indicator, period=period))
    if not blocks:
        return pd.DataFrame(columns=[*COLUMNS, "unit_id"])
    frame = pd.concat(blocks, ignore_index=True)
    names = data.units[f"name_{language}"]
    said = [_said(row, language) for row in frame.itertuples()]
    return frame.assign(
        unit_id=frame["unit"], unit=frame["unit"].map(names), part=frame["part"].map(names),
        period=[labels.period_label(period, data.words, language) for period in frame["period"]],
        indicator=frame["indicator"].map(data.indicators[f"short_{language}"]),
        **{name: [row[name] for row in said] for name in (*RIGHT, "weight_period")},
    )[[*COLUMNS, "unit_id"]]  # fmt: skip


def _said(row, language: str) -> dict[str, str]:
    """Value, weight, share and period of the weight of one part, as labels; a missing value in words."""
    data = dataset()
    about = data.indicators
    top, _, bottom = row.weight_name.partition("/")
    of_value, of_weight = (top, bottom) if bottom else (row.indicator, top)

    def label(value: float, indicator: str) -> str:
        text = labels.number(value, int(about.at[indicator, "decimals"]), language)
        return labels.with_unit(text, about.at[indicator, "unit"], data.words, language)

    return {
        "value": label(row.value, of_value) or data.say("merger.no_value", language),
        "weight": label(row.weight, of_weight) if of_weight else "",
        "share": labels.with_unit(labels.number(100 * row.share, 1, language), "percent", data.words, language),
        "weight_period": labels.period_label(row.weight_period, data.words, language),
    }


def show(frame: pd.DataFrame, figure_id: str, basis: str, chosen: Selection) -> None:
    """Draw the parts behind the derived values of a picture, of the chosen unit or of all; nothing without derived values."""
    data, language = dataset(), chosen.language
    held = behind(frame, basis, chosen)
    if held.empty:
        return
    st.markdown(f"**{data.say('merger.panel', language)}**")
    own = held["unit_id"] == chosen.unit
    if own.any() and not own.all():
        every = st.toggle(data.say("merger.all_units", language), key=f"merger_{figure_id}")
        held = held if every else held[own]
    one = held["indicator"].nunique() == 1
    shown = [name for name in COLUMNS if not (one and name == "indicator") and (held[name] != "").any()]
    titles = {name: data.say(f"merger.column_{name}", language) for name in shown}
    config = {
        titles[name]: st.column_config.TextColumn(titles[name], alignment="right") for name in RIGHT if name in shown
    }
    st.dataframe(
        held[shown].rename(columns=titles), hide_index=True, column_config=config, height=min(260, 38 + 35 * len(held)),
        alt=data.say("merger.panel", language),
    )  # fmt: skip
