"""The borders of the units before, as thin lines inside the units of a later basis."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import current, theme
from components.dataset import dataset
from components.known import FORMER
from indicators import bases, boundaries, merging
from indicators.selection import Selection

DASH = [3, 2]
FEATURE = "former"
KEY = "borders_shown"
ABOVE = 3  # drawn over provinces, islands and dots, under marks and names
FOOT, LINE = 8, 26  # pixels: how high the key stands above the lower edge of the map, how long its line is


def available(basis: str) -> bool:
    """Return whether the boundaries of a basis hold the borders of the one before."""
    return boundaries.holds(dataset(), basis, FEATURE)


def switch(chosen: Selection) -> None:
    """Draw the switch of the old borders, where a basis has any."""
    if not available(chosen.basis):
        return
    data, language = dataset(), chosen.language
    current.give(KEY, chosen.borders == FORMER)
    st.toggle(
        data.say("borders.switch", language, basis=_before(chosen.basis, language)), key=KEY, on_change=_switched,
        help=data.say("borders.help", language),
    )  # fmt: skip


def _switched() -> None:
    current.put("borders", FORMER if st.session_state[KEY] else "")


def _before(basis: str, language: str) -> str:
    made = merging.parts(dataset(), basis)
    return bases.short(dataset(), made.before, language) if made else ""


def rows(chosen: Selection) -> dict[str, pd.DataFrame]:
    """Return the named data that draws the lines and their key: a row where they are shown, none where not."""
    if not available(chosen.basis):
        return {}
    shown = chosen.borders == FORMER
    text = dataset().say("borders.key", chosen.language, basis=_before(chosen.basis, chosen.language))
    return {"former": pd.DataFrame({"shown": [True], "text": [text]}).head(int(shown))}


def added(spec: dict, basis: str, dark: bool = False) -> dict:
    """Return a map's specification with the layer of old borders and its key, where the basis has any; data set former (shown, text).

    The lines are drawn once for each row of `former`: none hides them without a change of the specification.
    """
    if not available(basis):
        return spec
    colours = theme.palette(dark)
    drawn = {
        "data": {"url": f"/geo/{basis}.topojson", "format": {"type": "topojson", "feature": FEATURE}},
        "transform": [
            {"calculate": "true", "as": "line"},
            {"lookup": "line", "from": {"data": {"name": "former"}, "key": "shown", "fields": ["text"]}},
            {"filter": "isValid(datum.text)"},
        ],
    }
    mark = {"type": "geoshape", "filled": False, "tooltip": None}
    # a light casing, so that the line is seen on the darkest class too
    casing = {**drawn, "mark": {**mark, "stroke": colours.paper, "strokeWidth": 1.8, "strokeOpacity": 0.7}}
    lines = {**drawn, "mark": {**mark, "stroke": colours.ink, "strokeWidth": 0.9, "strokeDash": DASH}}
    layers = spec["layer"]
    return {**spec, "layer": [*layers[:ABOVE], casing, lines, *layers[ABOVE:], *_described(colours)]}


def _described(colours: theme.Palette) -> list[dict]:
    """The key of the lines, at the lower left of the map."""
    held = {"data": {"name": "former"}}
    level = {"value": {"expr": f"tall - below - {FOOT}"}}
    sample = {
        **held,
        "mark": {"type": "rule", "stroke": colours.ink, "strokeWidth": 1, "strokeDash": DASH, "tooltip": None},
        "encoding": {"x": {"value": 4}, "x2": {"value": 4 + LINE}, "y": level},
    }
    words = {
        **held,
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12.5, "color": colours.ink, "tooltip": None},
        "encoding": {"x": {"value": 10 + LINE}, "y": level, "text": {"field": "text"}},
    }  # fmt: skip
    return [sample, words]
