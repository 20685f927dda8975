"""The catalogue: a searched table at the left, everything about the chosen indicator at the right."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import current, data_controls, data_figures
from components.dataset import dataset
from indicators import bases, coverage, merging, views
from indicators import catalogue as lists
from indicators import format as labels
from indicators.load import NATION
from indicators.selection import Selection
from indicators.selection import catalogue as known

KEY = "data_catalogue"
MOST_SOURCES = 5
PAGES = ("map", "targets")


def show(chosen: Selection) -> None:
    """Draw the catalogue."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        # Columns, which stand below each other on a phone.
        words, topics = st.columns([3, 2], gap="small", vertical_alignment="bottom")
        with words:
            data_controls.typed(chosen, "data.search")
        with topics:
            data_controls.topic(chosen)
        table(chosen)
    with right:
        entry(chosen)


def table(chosen: Selection) -> None:
    """Draw the table of the indicators that were found; a chosen row opens at the right."""
    data, language = dataset(), chosen.language
    names = lists.found(data, chosen.typed, data_figures.topic(chosen))
    st.caption(data.say("data.found", language, count=len(names), of=len(data.indicators)))
    rows = data.indicators.loc[names]
    frame = pd.DataFrame({
        "title": rows[f"title_{language}"], "unit": [data.say(f"unit.{unit}", language) for unit in rows["unit"]],
        "newest": [newest(name, language) for name in names],
    })  # fmt: skip
    titles = {name: data.say(f"data.column_{name}", language) for name in ("title", "unit", "newest")}
    widths = {"title": 360, "unit": 160, "newest": 90}
    st.dataframe(
        frame, hide_index=True, height=430, key=KEY, on_select=lambda: picked(names), selection_mode="single-row",
        alt=data.say("data.mode_catalogue", language),
        column_config={name: st.column_config.TextColumn(titles[name], width=widths[name]) for name in titles},
    )  # fmt: skip


def newest(indicator: str, language: str) -> str:
    """Return the newest period of an indicator in any basis; "" where it has no figure."""
    data = dataset()
    held = [periods[-1] for (name, _), periods in data.periods_by.items() if name == indicator]
    return (
        labels.period_label(max(held, key=lambda period: coverage.year_of(period)), data.words, language)
        if held
        else ""
    )


def picked(names: list[str]) -> None:
    """Write the chosen row's indicator to the address."""
    rows = st.session_state[KEY]["selection"]["rows"]
    if rows and rows[0] < len(names):
        current.put("indicator", names[rows[0]])


def entry(chosen: Selection) -> None:
    """Draw what is known of the chosen indicator: definition, unit, merging, method, periods, sources, where to see it."""
    data, language = dataset(), chosen.language
    row = data.about(chosen.indicator)
    with st.container(border=True):
        st.markdown(f"#### {row[f'title_{language}']}")
        st.caption(" · ".join(part for part in (data.say(f"topic.{row['topic']}", language), chosen.indicator) if part))
        st.markdown(f":small[{row[f'definition_{language}']}]")
        if row[f"note_{language}"]:
            st.markdown(f":small[{row[f'note_{language}']}]")
        for key, value in facts(chosen.indicator, language).items():
            st.markdown(f":small[:gray[{data.say(f'data.fact_{key}', language)}]]  \n:small[{value}]")
        ways(chosen)


def facts(indicator: str, language: str) -> dict[str, str]:
    """Return what the catalogue states of an indicator, in words, by kind; what it does not state is left out."""
    data = dataset()
    row = data.about(indicator)
    polarity = data.say(f"data.polarity_{views.polarity_of(data, indicator)}", language)
    held = {
        "unit": f"{data.say('unit.' + row['unit'], language)}; {polarity}",
        "publisher": row["publisher" if language == "vi" else "publisher_en"],
        "periods": "  \n".join(
            periods_words(basis, found, language) for basis, found in coverage.latest(data, indicator).items()
        ),
        "editions": "  \n".join(editions(indicator, language)),
        "merging": merging_words(indicator, language),
        "sources": "  \n".join(sources(indicator, language)),
    }
    return {key: value for key, value in held.items() if value}


def periods_words(basis: str, found: tuple[str, ...], language: str) -> str:
    """Return the periods of a basis in words: the first and the last, and how many."""
    data = dataset()
    first, last = (labels.period_label(period, data.words, language) for period in (found[0], found[-1]))
    name = data.say("basis.nation", language) if basis == NATION else bases.short(data, basis, language)
    key = "data.periods_one" if len(found) == 1 else "data.periods"
    return data.say(key, language, basis=name, first=first, last=last, count=len(found))


def editions(indicator: str, language: str) -> list[str]:
    """Return the editions of an indicator's method in words, oldest first; several mean that its line breaks."""
    rows = dataset().tables["editions"]
    rows = rows[rows["indicator"] == indicator].sort_values("first_period")
    return [
        dataset().say(
            "data.edition_line", language, title=getattr(row, f"title_{language}"), years=data_figures.span(row)
        )
        for row in rows.itertuples()
    ]


def merging_words(indicator: str, language: str) -> str:
    """Return how the figures of former provinces combine for a new one, or why they do not."""
    data = dataset()
    rule = merging.rule_of(data, indicator)
    if rule == "none":
        return data.say(merging.refusal(data, indicator) or "data.merge_none", language)
    return data.say(f"data.merge_{rule}", language)


def sources(indicator: str, language: str) -> list[str]:
    """Return the most used sources of an indicator as links."""
    data = dataset()
    names = data_figures.read_at(pd.Series([indicator]))
    lines = []
    for row in (data.sources.loc[name] for name in names[:MOST_SOURCES] if name in data.sources.index):
        words = " · ".join(
            part for part in (row["title"], row["publisher"], labels.date_label(row["date"], language)) if part
        )
        lines.append(f"[{words.replace('[', '(').replace(']', ')')}]({row['url']})" if row["url"] else words)
    if len(names) > MOST_SOURCES:
        lines.append(data.say("data.more_sources", language, count=len(names) - MOST_SOURCES))
    return lines


def ways(chosen: Selection) -> None:
    """Draw the ways to the pages that can show the indicator."""
    data = dataset()
    with st.container(horizontal=True):
        for page in PAGES:
            if chosen.indicator in known(data, page):
                there, _ = Selection.parse(chosen.onward(), data, page)
                st.page_link(
                    st.Page(f"../pages/{page}.py", url_path=page), label=data.say(f"data.open_{page}", chosen.language),
                    icon=":material/arrow_forward:", query_params=there.query(), width="content",
                )  # fmt: skip
