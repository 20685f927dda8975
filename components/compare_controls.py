"""Widgets of the comparison: who, what, when, and which view."""

from __future__ import annotations

import streamlit as st

from components import compare_words, controls, current, gallery
from components.dataset import dataset
from components.figure import Figure
from indicators import comparing, relating
from indicators.selection import MOST_UNITS, Selection, catalogue

# Views that show one period, and the view that sets a second indicator beside the first.
OF_A_PERIOD = ("dumbbell", "scatter", "regions")
OF_TWO_PERIODS = "dumbbell"
OF_TWO_INDICATORS = "scatter"


def mode(chosen: Selection) -> str:
    """Return the view that the address asks for; the page's first where it names none."""
    known = list(gallery.figures(chosen.page))
    return chosen.mode if chosen.mode in known else known[0]


def built(chosen: Selection) -> Figure:
    """Return the figure of the view."""
    return gallery.build(chosen.but(figure=mode(chosen)))


def units(chosen: Selection) -> None:
    """Draw the choice of up to five provinces of the basis, found by typing."""
    data = dataset()
    st.session_state[current.WIDGET + "units"] = list(comparing.shown(data, chosen))
    st.multiselect(
        data.say("compare.units", chosen.language, most=MOST_UNITS), list(data.units_of(chosen.basis)["unit"]),
        key=current.WIDGET + "units", on_change=current.put, args=("units",), max_selections=MOST_UNITS, filter_mode="fuzzy",
        format_func=lambda name: controls.unit_label(name, chosen.language), placeholder=data.say("compare.add", chosen.language),
    )  # fmt: skip


def view(chosen: Selection) -> None:
    """Draw the choice of the view."""
    data = dataset()
    st.session_state[current.WIDGET + "mode"] = mode(chosen)
    st.segmented_control(
        data.say("compare.view", chosen.language), list(gallery.figures(chosen.page)), key=current.WIDGET + "mode", required=True,
        on_change=current.put, args=("mode",), format_func=lambda name: data.say(f"compare.view.{name}", chosen.language),
        label_visibility="collapsed",
    )  # fmt: skip


def earlier(chosen: Selection) -> None:
    """Draw the choice of the period to compare with."""
    data = dataset()
    held = [name for name in data.periods_of(chosen.indicator, chosen.basis)[::-1] if name != chosen.period]
    first, last = compare_words.two_periods(chosen)
    st.session_state[current.WIDGET + "from"] = (last if first == chosen.period else first) or None
    st.selectbox(
        data.say("compare.from", chosen.language), held, key=current.WIDGET + "from", on_change=current.put, args=("from",),
        format_func=lambda name: compare_words.period_words(name, chosen.language),
    )  # fmt: skip


def second(chosen: Selection) -> None:
    """Draw the choice of the indicator on the upright axis."""
    data = dataset()
    known = [name for name in catalogue(data, "map") if data.periods_of(name, chosen.basis)]
    st.session_state[current.WIDGET + "y"] = relating.second_of(data, chosen.indicator, chosen.basis, chosen.second)
    st.selectbox(
        data.say("compare.second", chosen.language), known, key=current.WIDGET + "y", on_change=current.put, args=("y",),
        format_func=lambda name: data.indicators.at[name, f"title_{chosen.language}"],
    )  # fmt: skip


def draw(chosen: Selection) -> None:
    """Draw the controls of the page: provinces, indicator and boundaries, then the view and what the view needs."""
    shown = mode(chosen)
    for column, control in zip(
        st.columns([9, 6, 5], gap="small"), (units, controls.indicator, controls.basis), strict=True
    ):
        with column:
            control(chosen)
    needed = [second] if shown == OF_TWO_INDICATORS else []
    needed += [controls.period] if shown in OF_A_PERIOD else []
    needed += [earlier] if shown == OF_TWO_PERIODS else []
    if not needed:
        view(chosen)
        return
    wide = [4 if control is second else 2 for control in needed]
    columns = st.columns([7, *wide], gap="small", vertical_alignment="bottom")
    for column, control in zip(columns, (view, *needed), strict=True):
        with column:
            control(chosen)


def said(chosen: Selection) -> str:
    """Return the page's line of context: how the default units were found, then how the compared units stand."""
    data, language = dataset(), chosen.language
    shown = comparing.shown(data, chosen)
    standing = compare_words.standing(chosen, shown)
    if set(shown) <= set(chosen.units):
        return standing
    key = "compare.default_region" if chosen.unit else "compare.default"
    period = compare_words.period_words(chosen.period, language)
    name = compare_words.names((chosen.unit,), language) if chosen.unit else ""
    return " ".join(part for part in (data.say(key, language, period=period, name=name), standing) if part)
