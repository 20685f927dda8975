"""How far the figures can be trusted: kinds of sources in words, sources that differ, faults of the tables."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import data_figures, figure, tables, target_words
from components.dataset import dataset
from components.map_figures import value_label
from indicators import conflicts, coverage
from indicators import format as labels
from indicators.faults import Fault, sentence
from indicators.selection import Selection

FIGURE_COLUMNS = ("indicator", "unit", "period", "value", "shown", "publisher", "link", "kind", "note")
TARGET_COLUMNS = ("indicator", "scope", "period", "target", "document", "publisher", "link")
MOST_FAULTS = 100
NEEDED = ("indicators", "units", "observations", "targets", "sources")
# A longer table scrolls inside this height in points.
MOST_ROWS, TALL = 14, 480


def show(chosen: Selection) -> None:
    """Draw what is official, copied, from the press, computed; then conflicts and faults."""
    data, language = dataset(), chosen.language
    if tables.lacking(*NEEDED):
        tables.say_lacking(language, *NEEDED)
        tell(data.faults, language)
        return
    left, right = st.columns([2, 3], gap="large")
    with left:
        figure.show(data_figures.statuses_figure(chosen))
    with right:
        meanings(language)
    differing, targets, faults = figure_conflicts(language), target_conflicts(language), data.faults
    heading = {
        "conflicts": differing.groupby(["indicator", "unit", "period"]).ngroups,
        "targets": targets.groupby(["indicator", "scope", "period"]).ngroups, "faults": len(faults),
    }  # fmt: skip
    for name, count in heading.items():
        st.markdown(f"##### {data.say(f'data.{name}_title', language)} ({count})")
        st.caption(data.say(f"data.{name}_words", language))
        if name == "faults":
            tell(faults, language)
        else:
            conflict_table(differing if name == "conflicts" else targets, name, language)


def meanings(language: str) -> None:
    """Draw what each kind of source means."""
    data = dataset()
    for status in [*coverage.statuses(data)["status"], "derived"]:
        name = data.say(f"status.{status}", language)
        st.markdown(f"**{name[:1].upper()}{name[1:]}.** {data.say(f'data.status_{status}', language)}")


def _link(source: str) -> str | None:
    return dataset().sources["url"].get(source, "") or None


def figure_conflicts(language: str) -> pd.DataFrame:
    """Return the figures of which sources give different values, the shown one first, in the visitor's words."""
    data = dataset()
    rows = conflicts.figures(data)
    rows = rows[conflicts.differing(rows)]
    about = data.indicators
    held = [
        {
            "indicator": about.at[row.indicator, f"title_{language}"],
            "unit": data.units[f"name_{language}"].get(row.unit, row.unit),
            "period": labels.period_label(row.period, data.words, language),
            "value": value_label(float("nan"), row.value_high, row.value, about.loc[row.indicator], language),
            "shown": data.say("data.yes" if row.preferred == "yes" else "data.no", language),
            "kind": data.say(f"status.{row.status}", language),
            "publisher": data.sources["publisher"].get(row.source, ""),
            "note": getattr(row, f"note_{language}"),
            "link": _link(row.source),
        }
        for row in rows.itertuples()
    ]
    return pd.DataFrame(held, columns=list(FIGURE_COLUMNS))


def target_conflicts(language: str) -> pd.DataFrame:
    """Return the targets that documents set at different levels for one indicator, year and scope."""
    data = dataset()
    rows = conflicts.targets(data)
    rows = rows[rows.groupby(conflicts.TARGET)["value"].transform("nunique") > 1]
    about = data.indicators
    held = [
        {
            "indicator": about.at[row.indicator, f"title_{language}"],
            "scope": scope_words(row.scope, language),
            "period": row.period,
            "target": value_label(float("nan"), row.value_high, row.value, about.loc[row.indicator], language),
            "document": target_words.documents(row.document, language),
            "publisher": data.sources["publisher"].get(row.source, ""),
            "link": _link(row.source),
        }
        for row in rows.itertuples()
    ]
    return pd.DataFrame(held, columns=list(TARGET_COLUMNS))


def scope_words(scope: str, language: str) -> str:
    """Return for whom a target holds."""
    data = dataset()
    return (
        data.units.at[scope, f"name_{language}"] if scope in data.units.index else data.say(f"scope.{scope}", language)
    )


def conflict_table(frame: pd.DataFrame, name: str, language: str) -> None:
    """Draw a table of conflicts with its sources one click away."""
    data = dataset()
    titles = {column: data.say(f"data.column_{column}_words", language) for column in frame.columns}
    config: dict[str, object] = {column: st.column_config.TextColumn(titles[column]) for column in frame.columns}
    config["indicator"] = st.column_config.TextColumn(titles["indicator"], width="large", pinned=True)
    config["link"] = st.column_config.LinkColumn(
        titles["link"], display_text=data.say("data.open_source", language), width="small"
    )
    height = 38 + 35 * max(1, min(len(frame), 12))
    st.dataframe(
        frame, hide_index=True, height=height, column_config=config, alt=data.say(f"data.{name}_title", language)
    )


def tell(faults: tuple[Fault, ...], language: str) -> None:
    """Draw every fault and notice of the tables as a sentence, faults first; or that there is none."""
    data = dataset()
    if not faults:
        st.success(data.say("data.no_faults", language, count=len(data.tables)), icon=":material/check_circle:")
        return
    ordered = sorted(faults, key=lambda fault: fault.notice)
    lost = sum(not fault.notice for fault in faults)
    st.warning(
        data.say("data.fault_count", language, faults=lost, notices=len(faults) - lost), icon=":material/report:"
    )
    for fault in ordered[:MOST_FAULTS]:
        kind = data.say("data.notice" if fault.notice else "data.fault", language)
        # st.text: a value out of a table is shown as it stands, never as Markdown.
        st.text(f"{kind} · {sentence(fault, language)}")
    if len(faults) > MOST_FAULTS:
        st.caption(data.say("mishap.more", language, count=len(faults) - MOST_FAULTS))
