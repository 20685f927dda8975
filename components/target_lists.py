"""Targets as lines and tables: those of the drawn indicator one by one, and those that nothing published compares with."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import target_words
from components.dataset import dataset
from components.target_trajectory import subject_of
from indicators import goals, progress
from indicators.load import NATION
from indicators.selection import Selection

MOST = 320
# The height of the bars on a wide screen: that of the way and the steps beside them, in points.
LEAST, MOST_BARS, WAY, LINE, BETWEEN, LETTERS = 600, 1100, 400, 24, 9, 64


def beside(chosen: Selection) -> int:
    """Return how tall the way of the drawn indicator and its steps stand on a wide screen."""
    _, held = subject_of(chosen)
    tall = WAY
    for _, row in held.iterrows():
        names = target_words.documents(row["documents"], chosen.language)
        words = len(f"{row['period']} {target_words.asked(row, chosen.language)} {names}")
        tall += LINE * -(-(words + 8 + len(target_words.standing(row, chosen.language))) // LETTERS) + BETWEEN
    return max(LEAST, min(MOST_BARS, tall))


def steps(chosen: Selection) -> None:
    """Draw each target of the drawn indicator: year, level, documents, category, pace."""
    data, language = dataset(), chosen.language
    _, held = subject_of(chosen)
    for _, row in held.iterrows():
        whose_it_is = "" if row["scope"] == NATION else target_words.owner(row, language)
        line = data.say(
            "targets.step", language, year=row["period"], asked=target_words.asked(row, language),
            documents=" · ".join(part for part in (linked(row, language), whose_it_is) if part),
            standing=target_words.standing(row, language),
        )  # fmt: skip
        st.markdown(f":small[{line}]")


def remarks(chosen: Selection) -> None:
    """Draw what the tables remark on the targets of the drawn indicator and on their figures."""
    data, language = dataset(), chosen.language
    _, held = subject_of(chosen)
    found = dict.fromkeys(note for _, row in held.iterrows() for note in target_words.notes(row, language))
    if found:
        st.caption(data.say("targets.remarks", language, remarks=" ".join(found)))


def linked(row: pd.Series, language: str) -> str:
    """Return the documents of a target, each with a link to where it was read."""
    parts = []
    for name, source in zip(row["documents"].split("; "), row["document_sources"].split(), strict=True):
        words, url = target_words.documents(name, language), dataset().sources["url"].get(source, "")
        parts.append(f"[{words}]({url})" if url.startswith("http") else words)
    return "; ".join(parts)


def incomparable(chosen: Selection) -> None:
    """Draw the list of the targets that no published figure can be compared with."""
    data, language = dataset(), chosen.language
    frame = goals.counted(data, chosen)
    whole = len(frame)
    frame = target_words.worded(frame[frame["category"] == progress.NONE], language)
    if frame.empty:
        return
    table = pd.DataFrame({
        data.say("targets.column_title", language): frame["title"], data.say("targets.column_year", language): frame["year"],
        data.say("targets.column_asked", language): frame["asked"], data.say("targets.column_documents", language): frame["documents"],
        data.say("targets.column_owner_name", language): frame["owner_name"],
        data.say("column.link", language): [data.sources["url"].get(name.split()[0], "") for name in frame["sources"]],
    })  # fmt: skip
    words = data.say("targets.incomparable", language, count=len(frame))
    with st.expander(words, expanded=chosen.topic == progress.NONE or len(frame) == whole, icon=":material/help:"):
        st.caption(data.say("targets.incomparable_why", language))
        title, link = data.say("targets.column_title", language), data.say("column.link", language)
        columns = {
            title: st.column_config.TextColumn(title, width="medium"),
            link: st.column_config.LinkColumn(link, display_text=data.say("province.source", language)),
        }
        height = min(MOST, 38 + 35 * len(table))
        st.dataframe(table, hide_index=True, column_config=columns, height=height, alt=words)
