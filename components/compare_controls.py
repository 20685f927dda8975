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
# The shapes of theme.SHAPES as signs.
SIGNS = ("●", "■", "▲", "◆", "▼")
ADDED = "compare_added"


def mode(chosen: Selection) -> str:
    """Return the view that the address asks for; the page's first where it names none."""
    known = list(gallery.figures(chosen.page))
    return chosen.mode if chosen.mode in known else known[0]


def built(chosen: Selection) -> Figure:
    """Return the figure of the view."""
    return gallery.build(chosen.but(figure=mode(chosen)))


def add(chosen: Selection) -> None:
    """Draw the search for one more province of the basis, found by typing."""
    data, language = dataset(), chosen.language
    shown = comparing.shown(data, chosen)
    st.session_state[ADDED] = None
    full = len(shown) >= MOST_UNITS
    st.selectbox(
        data.say("compare.units", language, most=MOST_UNITS), [name for name in data.units_of(chosen.basis)["unit"] if name not in shown],
        index=None, key=ADDED, on_change=_added, args=(shown,), filter_mode="fuzzy", disabled=full,
        format_func=lambda name: controls.unit_label(name, language),
        placeholder=data.say("compare.full" if full else "compare.add", language, most=MOST_UNITS),
    )  # fmt: skip


def _added(shown: tuple[str, ...]) -> None:
    given = st.session_state.get(ADDED)
    if given:
        current.put("units", ",".join((*shown, given)))


def units(chosen: Selection) -> None:
    """Draw the compared provinces with the shapes of their marks; one that is unchosen leaves.

    Not st.multiselect: in a dark theme its white words on the theme's colour are too faint (docs/access.md).
    """
    data, language = dataset(), chosen.language
    shown = comparing.shown(data, chosen)
    signs = {
        unit: f"{sign} {data.units.at[unit, f'name_{language}']}" for unit, sign in zip(shown, SIGNS, strict=False)
    }
    st.pills(
        data.say("compare.shown", language), list(shown), selection_mode="multi", **current.bound("units", list(shown)),
        format_func=lambda name: signs.get(name, name), label_visibility="collapsed", wrap=True, width="content",
    )  # fmt: skip


def view(chosen: Selection) -> None:
    """Draw the choice of the view."""
    data = dataset()
    st.segmented_control(
        data.say("compare.view", chosen.language), list(gallery.figures(chosen.page)), required=True,
        **current.bound("mode", mode(chosen)), format_func=lambda name: data.say(f"compare.view.{name}", chosen.language),
        label_visibility="collapsed", wrap=True, width="content",
    )  # fmt: skip


def earlier(chosen: Selection) -> None:
    """Draw the choice of the period to compare with."""
    data = dataset()
    held = [name for name in data.periods_of(chosen.indicator, chosen.basis)[::-1] if name != chosen.period]
    first, last = compare_words.two_periods(chosen)
    shown = (last if first == chosen.period else first) or None
    st.selectbox(
        data.say("compare.from", chosen.language), held, **current.bound("from", shown, chosen.period),
        format_func=lambda name: compare_words.period_words(name, chosen.language),
    )  # fmt: skip


def second(chosen: Selection) -> None:
    """Draw the choice of the indicator on the upright axis."""
    data = dataset()
    known = [name for name in catalogue(data, "map") if data.periods_of(name, chosen.basis)]
    shown = relating.second_of(data, chosen.indicator, chosen.basis, chosen.second)
    st.selectbox(
        data.say("compare.second", chosen.language), known, **current.bound("y", shown),
        format_func=lambda name: data.indicators.at[name, f"title_{chosen.language}"],
    )  # fmt: skip


def draw(chosen: Selection) -> None:
    """Draw the controls of the page: whom to add, what the view needs and the boundaries, then who is compared and the view."""
    shown = mode(chosen)
    row = [(4, add), (4, controls.indicator)]
    row += [(4, second)] if shown == OF_TWO_INDICATORS else []
    row += [(2, controls.period)] if shown in OF_A_PERIOD else []
    row += [(2, earlier)] if shown == OF_TWO_PERIODS else []
    row += [(4 * max(1, len(dataset().bases) - 1), controls.basis)]
    for column, (_, control) in zip(st.columns([wide for wide, _ in row], gap="small"), row, strict=True):
        with column:
            control(chosen)
    left, right = st.columns([4, 5], gap="small", vertical_alignment="center")
    with left:
        view(chosen)
    with right:
        units(chosen)


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
