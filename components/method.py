"""How the figures are made: the index and its editions, points of the tables, boundaries, and the documents of docs/."""

from __future__ import annotations

import csv

import pandas as pd
import streamlit as st

from components import current, data_figures, figure
from components.dataset import dataset
from indicators import documents
from indicators import format as labels
from indicators.load import ROOT
from indicators.selection import Selection

EXCEPTIONS = ROOT / "geo" / "area_exceptions.csv"
PREFIX = "method_document."
POINTS = ("title", "level", "pillar", "max_points", "component_count", "note", "link")


def show(chosen: Selection) -> None:
    """Draw the making of the index, its points, the boundaries and the method documents."""
    data, language = dataset(), chosen.language
    choice(chosen)
    if chosen.document in known():
        st.markdown(documents.read(chosen.document, language))
        return
    figure.show(data_figures.weights_figure(chosen))
    st.markdown(data.say("data.index_words", language))
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown(f"##### {data.say('data.editions_title', language)}")
        st.markdown("\n".join(edition_lines(data_figures.composite(chosen), language)))
    with right:
        st.markdown(f"##### {data.say('data.boundaries_title', language)}")
        st.markdown(data.say("data.boundaries_words", language))
        exceptions(language)
    st.markdown(f"##### {data.say('data.points_title', language)}")
    st.caption(data.say("data.points_words", language))
    points(language)


def known() -> list[str]:
    """Return the documents that can be read here: those named in text.csv (method_document.…) that exist in docs/."""
    keys = dataset().tables["text"]["key"]
    names = [key.removeprefix(PREFIX) for key in keys if key.startswith(PREFIX)]
    return [name for name in names if documents.path_of(name, dataset_language())]


def dataset_language() -> str:
    """Return the language of the running screen."""
    return current.selection().language


def choice(chosen: Selection) -> None:
    """Draw the choice of what to read: the index, or one of the documents."""
    data, language, held = dataset(), chosen.language, known()
    if chosen.document and chosen.document not in held:
        st.info(data.say("notice.unknown", language, name="document", given=chosen.document), icon=":material/info:")
    shown = chosen.document if chosen.document in held else ""
    st.pills(
        data.say("data.read", language), ["", *held], **current.bound("document", shown),
        format_func=lambda name: data.say(PREFIX + name if name else "data.index_title", language), label_visibility="collapsed",
        required=True,
    )  # fmt: skip


def edition_lines(indicator: str, language: str) -> list[str]:
    """Return the editions of an indicator as a list in Markdown: title, years, what is known, the source."""
    data = dataset()
    rows = data.tables["editions"]
    lines = []
    for row in rows[rows["indicator"] == indicator].sort_values("first_period").itertuples():
        title = data.say(
            "data.edition_line", language, title=getattr(row, f"title_{language}"), years=data_figures.span(row)
        )
        url = data.sources["url"].get(row.source, "")
        words = f"[{title}]({url})" if url else title
        lines.append(f"- {words}. {getattr(row, f'note_{language}')}")
    return lines


def exceptions(language: str) -> None:
    """Draw the provinces that are drawn more than three per cent off their official area, with the reason."""
    data = dataset()
    with EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["unit"] in data.units.index]
    frame = pd.DataFrame([
        {
            "name": data.units.at[row["unit"], f"name_{language}"],
            "basis": len(data.units_of(data.units.at[row["unit"], "basis"])),
            "error": data.say("data.percent", language, share=labels.number(float(row["error_percent"]), 1, language, signed=True)),
            "reason": row[f"reason_{language}"],
        }
        for row in rows
    ])  # fmt: skip
    with st.expander(data.say("data.exceptions", language, count=len(frame))):
        st.dataframe(
            frame.rename(columns={name: data.say(f"data.column_{name}_words", language) for name in frame.columns}), hide_index=True,
            alt=data.say("data.boundaries_title", language),
        )  # fmt: skip


def points(language: str) -> None:
    """Draw the table of points and numbers of components of each edition."""
    data = dataset()
    rows = data.tables["method"]
    frame = pd.DataFrame({
        "edition": rows["edition"], "level": [data.say(f"data.level_{level}", language) for level in rows["level"]],
        "title": rows[f"title_{language}"], "max_points": rows["max_points"], "component_count": rows["component_count"],
        "note": rows[f"note_{language}"], "link": [data.sources["url"].get(source, "") or None for source in rows["source"]],
    })  # fmt: skip
    titles = {name: data.say(f"data.column_{name}_words", language) for name in frame.columns}
    config: dict[str, object] = {
        name: st.column_config.TextColumn(titles[name]) for name in ("edition", "level", "note")
    }
    config["title"] = st.column_config.TextColumn(titles["title"], width="medium")
    config |= {
        name: st.column_config.NumberColumn(titles[name], width="small") for name in ("max_points", "component_count")
    }
    config["link"] = st.column_config.LinkColumn(
        titles["link"], display_text=data.say("data.open_source", language), width="small"
    )
    st.dataframe(frame, hide_index=True, height=320, column_config=config, alt=data.say("data.points_title", language))
