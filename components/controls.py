"""Widgets that show and change the selection; each writes one part of the address."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from components import choice, current, merger_words
from components.dataset import dataset
from indicators import bases
from indicators import format as labels
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection, catalogue


def _words(key: str) -> str:
    return dataset().say(key, current.selection().language)


def indicator(chosen: Selection, **look) -> None:
    """Draw the choice of the indicator by topic, ordered as the catalogue, found by typing; look: label_visibility, width."""
    choice.show("indicator", _indicators(dataset(), chosen.page, chosen.language), wide=460, **look)


@remembered(32)
def _indicators(data: Dataset, page: str, language: str) -> list[choice.Group]:
    """The indicators of a page by topic: value, title, what else it is called."""
    held = data.indicators.loc[catalogue(data, page)]
    return [
        (
            # A topic that is its own only indicator needs no name twice.
            ""
            if list(rows[f"title_{language}"]) == [data.say(f"topic.{topic}", language)]
            else data.say(f"topic.{topic}", language),
            [
                (row["indicator"], row[f"title_{language}"], f"{row['short_vi']} {row['title_en']}")
                for _, row in rows.iterrows()
            ],
        )
        for topic, rows in held.groupby("topic", sort=False)
    ]


@lru_cache(maxsize=1024)
def indicator_label(name: str, language: str) -> str:
    """Return the full title of an indicator."""
    return dataset().indicators.at[name, f"title_{language}"]


def period(chosen: Selection, **look) -> None:
    """Draw the choice of the period, newest first; look: label_visibility, width."""
    held = dataset().periods_of(chosen.indicator, chosen.basis)[::-1]
    words = dataset().words
    choice.show(
        "period", [("", [(name, labels.period_label(name, words, chosen.language), "") for name in held])], **look
    )


def basis(chosen: Selection, apart: bool = True, **look) -> None:
    """Draw the choice of the basis: the provinces of today or before the merger; apart says there that ranks of two do not compare."""
    held = _bases(chosen)
    label = _words("control.basis")
    if apart and len(held) > 1:
        label = f"{label} · :small[{_words('control.basis_ranks')}]"
    st.segmented_control(
        label, held, **current.bound("basis", chosen.basis), required=True, help=_words("control.basis_help"),
        format_func=lambda name: basis_label(name, chosen.language), wrap=True, **look,
    )  # fmt: skip
    reason = merger_words.no_other_basis(chosen.indicator, chosen.language)
    if reason:
        st.caption(reason)


def ranks_apart(chosen: Selection) -> None:
    """Draw the sentence that ranks of two bases do not compare, where the choice of the basis has no room for it."""
    if len(_bases(chosen)) > 1:
        st.caption(_words("control.basis_ranks"), width="content")


def _bases(chosen: Selection) -> list[str]:
    return [name for name in dataset().bases[::-1] if dataset().periods_of(chosen.indicator, name)]


def basis_label(name: str, language: str) -> str:
    """Return the short words of a basis: how many provinces it has."""
    return bases.short(dataset(), name, language)


def unit(chosen: Selection, everywhere: bool = False, none: str = "", **look) -> None:
    """Draw the choice of a province, found by typing without diacritics; everywhere offers all bases, none says that none is chosen."""
    data = dataset()
    frames = [data.units_of(name) for name in (data.bases[::-1] if everywhere else (chosen.basis,))]
    options = [name for frame in frames for name in frame["unit"]]
    if not everywhere:
        options = ["", *options]
    none = none or _words("control.no_unit")
    st.selectbox(
        _words("control.unit"), options, **current.bound("unit", chosen.unit, "" if everywhere else chosen.basis), filter_mode="fuzzy",
        format_func=lambda name: unit_label(name, chosen.language, everywhere) if name else none, **look,
    )  # fmt: skip


@lru_cache(maxsize=1024)
def unit_label(name: str, language: str, with_basis: bool = False) -> str:
    """Return a province's name, with its spelling without diacritics for typing and, if asked, its basis."""
    row = dataset().units.loc[name]
    label = row[f"name_{language}"]
    label = f"{label} · {basis_label(row['basis'], language)}" if with_basis else label
    # The spelling for typing stands last: in a narrow box it is what is cut.
    return label if label.startswith(row["name_en"]) else f"{label} ({row['name_en']})"


def open_province(chosen: Selection) -> None:
    """Draw the way from the chosen province to its page."""
    if not chosen.unit:
        st.caption(_words("control.choose_hint"), width="content")
        return
    there, _ = Selection.parse(chosen.onward(), dataset(), "province")
    name = dataset().units.at[chosen.unit, f"name_{chosen.language}"]
    st.page_link(
        st.Page("../pages/province.py", url_path="province"), label=dataset().say("control.open_province", chosen.language, name=name),
        icon=":material/arrow_forward:", query_params=there.query(),
    )  # fmt: skip
