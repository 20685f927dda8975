"""The figures of one unit alone, as cards in groups: value, share of its whole, what it counts, source."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st

from components import figure, local_figures, theme
from components.dataset import dataset
from components.device import phone
from components.figure import dark
from indicators import format as labels
from indicators.selection import Selection

# Cards beside each other in a column of a wide screen; what a row of them and the name of a group take beside their words, in letters.
ACROSS, CARD, NAME = 3, 100, 60
STYLE = """<style>
.atlas-local {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(164px, 1fr)); gap: 8px; }}
.atlas-local .one {{ background: {panel}; border-radius: 6px; padding: 9px 12px 10px; line-height: 1.35; overflow-wrap: anywhere; }}
.atlas-local .value, .atlas-local a.value {{ font-size: 20px; font-weight: 600; color: {ink}; font-variant-numeric: tabular-nums; text-decoration: none; }}
.atlas-local a.value:hover, .atlas-local a.value:focus-visible {{ text-decoration: underline; }}
.atlas-local .unit {{ font-size: 12.5px; color: {ink}; }}
.atlas-local .name {{ font-size: 13px; font-weight: 500; color: {ink}; }}
.atlas-local .counts {{ font-size: 12px; color: {quiet}; margin-top: 2px; }}
.atlas-local .track {{ background: {line}; border-radius: 2px; height: 5px; margin: 3px 0 5px; }}
.atlas-local .part {{ background: {data}; border-radius: 2px; height: 5px; }}
.atlas-local .bound {{ background: repeating-linear-gradient(90deg, {data} 0 4px, {panel} 4px 7px); }}
</style>"""


def markup(rows: Iterable[dict], colours: theme.Palette) -> str:
    """Return cards as HTML; each has title, amount, measured, counts, under, url, part (0 to 1 or missing) and bound."""
    items = []
    for row in rows:
        words = {key: escape(str(row[key])) for key in ("title", "amount", "measured", "counts", "under", "url")}
        value = f'<span class="value">{words["amount"]}</span>'
        if words["url"]:
            value = f'<a class="value" href="{words["url"]}" target="_blank" rel="noopener">{words["amount"]}</a>'
        unit = f' <span class="unit">{words["measured"]}</span>' if words["measured"] else ""
        bar = ""
        if pd.notna(row["part"]):
            kind = "part bound" if row["bound"] else "part"
            bar = f'<div class="track"><div class="{kind}" style="width:{min(1.0, row["part"]):.1%}"></div></div>'
        small = "".join(f'<div class="counts">{words[key]}</div>' for key in ("counts", "under") if words[key])
        items.append(
            f'<div class="one" role="listitem">{value}{unit}<div class="name">{words["title"]}</div>{bar}{small}</div>'
        )
    style = STYLE.format(
        panel=colours.panel, ink=colours.ink, quiet=colours.quiet, line=colours.line, data=colours.data
    )
    return f'{style}<div class="atlas-local" role="list">{"".join(items)}</div>'


def show(chosen: Selection) -> None:
    """Draw the figures that are published for this unit alone, group by group in two columns, the largest group first."""
    language = chosen.language
    drawn = local_figures.own_figure(chosen)
    figure.head(drawn)
    held = drawn.frame
    named = held[held["group"] != ""]
    shared = said_once(named)
    if shared:
        st.caption(common_words(named, language))
    parts = {group: held[held["group"] == group] for group in local_figures.groups_of(chosen)}
    columns = st.columns(2, gap="large")
    for group, side in shared_out({group: tall(rows) for group, rows in parts.items()}).items():
        with columns[side]:
            draw(parts[group], local_figures.group_words(group, language), language, bool(group) and shared)


def tall(rows: pd.DataFrame) -> int:
    """Return how tall a group of cards stands, in letters: the cards of a row are as tall as the longest."""
    words = (rows["counts"].str.len() + rows["title"].str.len()).tolist()
    return NAME + sum(max(words[start : start + ACROSS]) + CARD for start in range(0, len(words), ACROSS))


def shared_out(heights: dict[str, int]) -> dict[str, int]:
    """Return each group's column, 0 or 1, the groups in their order: the tallest are placed first, each in the shorter column."""
    held, places = [0, 0], {}
    for group in sorted(heights, key=lambda name: -heights[name]):
        places[group] = held.index(min(held))
        held[places[group]] += heights[group]
    return {group: places[group] for group in heights}


def said_once(rows: pd.DataFrame) -> bool:
    """Return whether all figures are of one period and one source, so that it is enough to say both once."""
    return len(rows) > 0 and rows["source"].nunique() == 1 and rows["period"].nunique() == 1


def common_words(rows: pd.DataFrame, language: str) -> str:
    """Return how many figures one source gives for one period, the source in full."""
    row = rows.iloc[0].to_dict()
    period = labels.period_label(row["period"], dataset().words, language)
    status = dataset().say(f"status.{row['status']}", language)
    return dataset().say(
        "province.local_common",
        language,
        count=len(rows),
        period=period,
        status=status,
        source=cited(row["source"], language),
    )


def draw(rows: pd.DataFrame, name: str, language: str, shared: bool) -> None:
    """Draw one group: its name and count, and its cards, each with period and kind of source unless all share them; folded on a phone."""
    words = dataset().say("province.group", language, group=name, count=len(rows))
    place = st.expander(words) if phone() else st.container()
    if not phone():
        place.markdown(f"**{words}**")
    place.html(markup([card(row, language, shared) for row in rows.to_dict("records")], theme.palette(dark())))


def cited(source: str, language: str) -> str:
    """Return a source in full: title, publisher, date; that its address is not known where it is not."""
    data = dataset()
    row = data.sources.loc[source]
    words = data.say(
        "province.cited",
        language,
        title=row["title"],
        publisher=row["publisher"],
        date=labels.date_label(row["date"], language),
    )
    return f"[{words}]({row['url']})" if row["url"] else data.say("province.cited_only", language, words=words)


def under(row: dict, language: str) -> str:
    """Return period and kind of source of a figure."""
    data = dataset()
    period = labels.period_label(row["period"], data.words, language)
    return data.say(
        "province.local_under", language, period=period, status=data.say(f"status.{row['status']}", language)
    )


def card(row: dict, language: str, shared: bool) -> dict[str, object]:
    """Return one figure for `markup`: its words, and where it was read if that has an address and the group does not say it."""
    url = dataset().sources["url"].get(row["source"], "")
    return {**row, "under": "" if shared else under(row, language), "url": url}
