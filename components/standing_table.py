"""Where a unit stands, as four figures and as a table with every source."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import cards, merger_words, rank_firmness
from components import province_figures as figures
from components.dataset import dataset
from indicators import format as labels
from indicators import merging, profile, views
from indicators.selection import Selection

COLUMNS = ("indicator", "period", "value", "rank", "gap", "change", "region_mean", "mean", "nation", "status", "link")


CARD_WIDTH = 148


def metrics(chosen: Selection) -> None:
    """Draw the four figures of the overall index: value, rank, gap to the next place, change since the period before."""
    data, language = dataset(), chosen.language
    held = profile.standing(data, chosen.unit)
    if held.empty:
        st.info(data.say("province.nothing", language), icon=":material/info:")
        return
    row = next(held.itertuples())
    say = lambda key, **names: data.say(f"province.{key}", language, **names)  # noqa: E731
    period = labels.period_label(row.period, data.words, language)
    short = data.indicators.at[row.indicator, f"short_{language}"]
    value = figures.value_text(row.indicator, row.value, language, row.status) or say("not_published")
    ranked = pd.notna(row.rank)
    made = say("rank_computed") if row.rank_status == views.COMPUTED else say("rank_published") if ranked else ""
    firm = rank_firmness.span(row.indicator, row.unit, row.period, language) if ranked else ""
    made = data.say("firm.card", language, made=made, interval=firm) if firm else made
    cards.show([
        card(say("metric_value", indicator=short, period=period), value, data.say(f"status.{row.status}", language), row.source, language),
        card(say("metric_rank", period=period), say("metric_rank_of", rank=int(row.rank), of=int(row.rank_of)) if ranked else say("not_ranked"), made),
        card(say("metric_gap"), *gap_words(row, chosen)),
        card(*change_card(row, language)),
    ], CARD_WIDTH)  # fmt: skip


def rank_words(row, language: str) -> str:
    """Return rank and count of one row of `profile.standing`, with the interval of the rank where there is one."""
    text = dataset().say("province.metric_rank_of", language, rank=int(row.rank), of=int(row.rank_of))
    return rank_firmness.beside(text, row.indicator, row.unit, row.period, language)


def rank_short(row, language: str) -> str:
    """Return rank and count of one row of `profile.standing` for a narrow table, with the interval of the rank where there is one."""
    text = f"{int(row.rank)}/{int(row.rank_of)}"
    return rank_firmness.beside(text, row.indicator, row.unit, row.period, language)


def card(name: str, value: str, under: str, source: str = "", language: str = "") -> dict[str, str]:
    """Return one figure for `cards.show`; with a source its value leads there."""
    data = dataset()
    url = data.sources["url"].get(source, "") if source else ""
    words = data.say("province.source", language) if url else ""
    return {"name": name, "value": value, "url": url, "source": words, "target": under, "change": ""}


def gap_words(row, chosen: Selection) -> tuple[str, str]:
    """Return the gap to the next better place and who holds it."""
    data, language = dataset(), chosen.language
    if pd.isna(row.gap):
        return data.say("province.no_change", language), ""
    if row.gap == 0:
        return data.say("province.card_first", language), ""
    above = profile.above(data, row.indicator, chosen.unit, row.period)
    name = data.units.at[above, f"name_{language}"] if above else ""
    words = data.say("province.gap_to", language, name=name) if name else ""
    return figures.value_text(row.indicator, row.gap, language, row.gap_status), words


def change_card(row, language: str) -> tuple[str, str, str]:
    """Return title, value and note of the change since the period before: of the value by one method, else of the rank."""
    data = dataset()
    if not row.previous_period:
        return data.say("province.metric_change_none", language), data.say("province.no_earlier", language), ""
    name = data.say(
        "province.metric_change", language, period=labels.period_label(row.previous_period, data.words, language)
    )
    if row.comparable and pd.notna(row.change):
        return name, change_text(row, language), signed(row, move_text(row.move, language), language)
    if pd.isna(row.move):
        return name, data.say("province.no_change", language), data.say("province.method_words", language)
    key = "rose" if row.move > 0 else "fell" if row.move < 0 else "stayed"
    moved = signed(row, data.say(f"province.card_{key}", language, places=abs(int(row.move))), language)
    return name, moved, data.say("province.method_changed" if row.move else "province.method_words", language)


def move_text(move: float, language: str) -> str:
    """Return how many places a rank rose or fell, in words; "" where that is not known."""
    if pd.isna(move):
        return ""
    key = "rose" if move > 0 else "fell" if move < 0 else "stayed"
    return dataset().say(f"province.{key}", language, places=abs(int(move)))


def signed(row, text: str, language: str) -> str:
    """Return the words of a change with the sign of derived values where one of its two values is derived."""
    return merger_words.signed(text, bool(text) and row.change_status in merging.MADE, language)


def change_text(row, language: str) -> str:
    """Return the change of a value by one method, with its sign; the move in rank across methods; "" where neither is known."""
    if row.comparable and pd.notna(row.change):
        decimals = int(dataset().indicators.at[row.indicator, "decimals"])
        text = labels.number(row.change, decimals, language, signed=True)
    else:
        text = move_text(row.move, language)
    return signed(row, text, language)


def table(chosen: Selection) -> None:
    """Draw the table of all indicators: value, year, rank, gap, change, means, kind of source and the source itself."""
    data, language = dataset(), chosen.language
    rows, held = [], rank_firmness.joined(profile.standing(data, chosen.unit), chosen)
    for row in held.rename(columns={"count": "count_held"}).itertuples(index=False):
        ranked = pd.notna(row.rank)
        texts = {
            name: figures.value_text(row.indicator, getattr(row, name), language, status)
            for name, status in figures.beside(row)
        }
        rows.append({
            "indicator": data.indicators.at[row.indicator, f"title_{language}"],
            "period": labels.period_label(row.period, data.words, language),
            "value": figures.standing_label(row, language).split(" · ")[0],
            "rank": rank_words(row, language) if ranked else "",
            "change": change_text(row, language), "status": data.say(f"status.{row.status}", language),
            "link": data.sources["url"].get(row.source, ""), **texts,
        })  # fmt: skip
    titles = {name: data.say(f"column.{name}", language) for name in COLUMNS}
    right = {
        name: st.column_config.TextColumn(titles[name], alignment="right")
        for name in ("value", "rank", "gap", "change", "region_mean", "mean", "nation")
    }
    link = st.column_config.LinkColumn(titles["link"], display_text=data.say("province.source", language))
    plain = {name: st.column_config.TextColumn(titles[name]) for name in ("period", "status")}
    wide = st.column_config.TextColumn(titles["indicator"], width="medium", pinned=True)
    st.dataframe(
        pd.DataFrame(rows, columns=list(COLUMNS)), hide_index=True, height=560, alt=data.say("province.table", language),
        column_config={**plain, **right, "link": link, "indicator": wide},
    )  # fmt: skip
    st.caption(" ".join([data.say("province.table_note", language), *rank_firmness.notes(held, language)]))
