"""The register of sources: searched, clickable, with the figures that each stands for."""

from __future__ import annotations

import streamlit as st

from components import data_controls
from components.dataset import dataset
from indicators import catalogue as lists
from indicators import format as labels
from indicators.selection import Selection

COLUMNS = ("title", "publisher", "date", "kind", "figures", "terms", "link")
NOT_STATED = "not stated"


def show(chosen: Selection) -> None:
    """Draw the register."""
    data, language = dataset(), chosen.language
    data_controls.typed(chosen, "data.search_sources")
    names = lists.sources_found(data, chosen.typed)
    rows = data.sources.loc[names]
    kinds = rows["kind"].value_counts()
    counted = " · ".join(f"{data.say(f'source_kind.{kind}', language)} {count}" for kind, count in kinds.items())
    st.caption(data.say("data.sources_found", language, count=len(rows), of=len(data.sources), kinds=counted))
    uses = lists.uses(data)
    frame = rows[["title", "publisher", "date", "kind", "terms"]].assign(
        date=[labels.date_label(day, language) if day else "" for day in rows["date"]],
        kind=[data.say(f"source_kind.{kind}", language) for kind in rows["kind"]],
        figures=uses.loc[names],
        terms=[data.say("data.terms_not_stated", language) if terms == NOT_STATED else terms for terms in rows["terms"]],
        link=rows["url"].where(rows["url"] != "", None),
    )[list(COLUMNS)].sort_values("figures", ascending=False)  # fmt: skip
    title = {name: data.say(f"data.column_{name}", language) for name in COLUMNS}
    title["title"] = data.say("data.column_source_title", language)
    config = {name: st.column_config.TextColumn(title[name]) for name in ("publisher", "kind", "terms")}
    config["title"] = st.column_config.TextColumn(title["title"], width="large")
    config["date"] = st.column_config.TextColumn(title["date"], width=130)
    config["figures"] = st.column_config.NumberColumn(title["figures"], width="small")
    config["link"] = st.column_config.LinkColumn(
        title["link"], display_text=data.say("data.open_source", language), width="small"
    )
    st.dataframe(frame, hide_index=True, height=460, column_config=config, alt=data.say("data.mode_sources", language))
    st.caption(data.say("data.sources_note", language))
