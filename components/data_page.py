"""The sections of the data page by their name in the address."""

from __future__ import annotations

import streamlit as st

from components import (
    catalogue,
    data_controls,
    data_figures,
    downloads,
    figure,
    method,
    quality,
    source_register,
    tables,
)
from components.dataset import dataset
from indicators import format as labels
from indicators import overview
from indicators.selection import Selection


def heading(chosen: Selection) -> tuple[str, str]:
    """Return the page's title and what the atlas holds."""
    data, language = dataset(), chosen.language
    counts = {
        name: labels.number(count, 0, language)
        for name, count in overview.freshness(data).items()
        if isinstance(count, int)
    }
    return data.say("data.title", language), data.say("data.context", language, version=data.version, **counts)


def covered(chosen: Selection) -> None:
    """Draw what the figures cover, and where they were read."""
    left, right = st.columns([5, 2], gap="large")
    with left:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            data_controls.topic(chosen)
            data_controls.basis(chosen)
        figure.show(data_figures.coverage_figure(chosen), on_select=lambda: data_controls.opened("coverage"))
    with right:
        st.caption(dataset().say("data.coverage_hint", chosen.language))
        figure.show(data_figures.statuses_figure(chosen))


def show(mode: str, chosen: Selection) -> None:
    """Draw a section, or which tables it waits for."""
    draw, needed = SECTIONS[mode]
    if tables.lacking(*needed):
        tables.say_lacking(chosen.language, *needed)
    else:
        draw(chosen)


# Each section with the tables that it cannot do without.
SECTIONS = {
    "coverage": (covered, ("indicators", "units", "observations")),
    "catalogue": (catalogue.show, ("indicators", "units", "observations")),
    "sources": (source_register.show, ("sources",)),
    "quality": (quality.show, ()),
    "method": (method.show, ("indicators", "units", "weights", "editions", "method")),
    "files": (downloads.show, ()),
}
