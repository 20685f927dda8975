"""A figure as a value, and the one place that shows it: title, picture, source, table, downloads."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import citation, figure_files, live, merger_panel, merger_words, rank_firmness, theme, wire
from components.dataset import dataset
from components.live import Live
from components.sources import beside, source_line
from indicators.selection import Selection

_painted: ContextVar[bool | None] = ContextVar("painted", default=None)


@dataclass(frozen=True)
class Native:
    """What a chart that a user can edit in Office is made of: its kind (bar, column, line) and columns of the frame.

    category names the bars or the places on the line, value their length, series the lines or groups where there are several.
    """

    kind: str
    category: str
    value: str
    series: str = ""


BELOW, ANOTHER = "below", "another"


@dataclass(frozen=True, eq=False)
class Figure:
    """One picture: what it says, the frame it draws and how it is drawn.

    frame is the named dataset "frame" of the specification and, unchanged, the file that leaves the screen.
    columns names, in order, the columns of frame that the table and the file carry, with their titles in words.
    A figure whose frame holds derived values (a column `status`, see merger_words) says so: its rule, how far that is
    from what was published and its ranks are added to notes and alt, whoever builds it.
    spoken: where its text alternative stands when it is not the chart's own: BELOW the picture, or with ANOTHER figure beside it.
    Streamlit 1.67 writes `alt` into the specification, so an alternative that changes with the data mounts the chart anew.
    extra holds further named datasets that only place words and marks (legend, means).
    row is the height of one row of a list, 0 for other pictures: a long list may then stand in several columns of a slide.
    narrowest is the width in which its words are whole, 0 where any will do: a narrower column of a slide is drawn so wide and shrunk.
    native says how Office draws the same figures; None where it has no such chart (maps, strips).
    live says how a screen draws it without Vega; None where Vega draws it.
    """

    id: str
    title: str
    subtitle: str
    alt: str
    frame: pd.DataFrame
    columns: Mapping[str, str]
    spec: Mapping
    selection: Selection
    extra: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    basis: str = ""
    geometry: str = ""
    height: int = 360
    selectable: str = ""
    spoken: str = ""
    row: float = 0
    narrowest: float = 0
    native: Native | None = None
    live: Live | None = None

    def __post_init__(self) -> None:
        """Add what is owed to derived values and to intervals of ranks."""
        owed = merger_words.notes(self.frame, self.basis, self.selection)
        owed = (*merger_words.no_boundaries(self.geometry, self.selection.language), *owed)
        owed = (*owed, *rank_firmness.notes(self.frame, self.selection.language))
        object.__setattr__(self, "notes", tuple(dict.fromkeys([*self.notes, *owed])))
        said = merger_words.alternative(self.frame, self.basis, self.selection)
        said = " ".join([*merger_words.no_boundaries(self.geometry, self.selection.language), said]).strip()
        if said and said not in self.alt:
            object.__setattr__(self, "alt", f"{self.alt} {said}")

    def but(self, **changed: object) -> Figure:
        """Return the figure with some fields changed, none of which touches its values: what is said of them is not worked out again."""
        twin = copy.copy(self)
        for name, value in {"said": self.said, **changed}.items():
            object.__setattr__(twin, name, value)
        return twin

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The lines under the picture: notes that must stand beside it, its sources."""
        return (*beside(self), source_line(self))


def dark() -> bool:
    """Return whether a picture is made for the dark theme: as `painted` says, else as the visitor's screen; without a screen never."""
    said = _painted.get()
    if said is not None or get_script_run_ctx(suppress_warning=True) is None:
        return bool(said)
    return (st.context.theme.type or "light") == "dark"


@contextmanager
def painted(is_dark: bool) -> Iterator[None]:
    """Within it figures are built for one theme, whatever the visitor's screen shows."""
    before = _painted.set(is_dark)
    try:
        yield
    finally:
        _painted.reset(before)


def on_paper() -> AbstractContextManager[None]:
    """Within it figures are built for paper: light."""
    return painted(False)


def blank() -> str:
    """Return the fill of an area that for a moment says nothing: the paper's colour, neither a class nor "no data"."""
    return theme.palette(dark()).panel


def table(figure: Figure) -> pd.DataFrame:
    """Return the drawn frame as the visitor's table: the named columns under their titles."""
    return figure.frame[list(figure.columns)].rename(columns=dict(figure.columns))


def show(
    figure: Figure,
    on_select: Callable[[], None] | None = None,
    heading: bool = True,
    source: bool = True,
    room: int = 0,
) -> None:
    """Draw a figure with its title, source line, table and downloads; without its heading only picture and, if asked, source line.

    room is the height in pixels that a long list may take, scrolling in it; 0 where it takes its own.
    """
    if heading:
        head(figure)
    picture(figure, on_select, room)
    if not figure.frame.empty:
        foot(figure, source)


def foot(figure: Figure, source: bool = True) -> None:
    """Draw what is owed under a picture: its notes, its source line, its text alternative where that stands there."""
    for line in figure.said if source else figure.said[:-1]:
        st.caption(line)
    if figure.spoken == BELOW:
        st.caption(figure.alt)


def picture(figure: Figure, on_select: Callable[[], None] | None = None, room: int = 0) -> None:
    """Draw the picture of a figure alone; its head and foot stand elsewhere."""
    if figure.frame.empty:
        st.info(figure.alt, icon=":material/info:")
    elif figure.live:
        live.show(figure, figure.live, dark(), on_select, room)
    else:
        _drawn_by_vega(figure, on_select)


def _drawn_by_vega(figure: Figure, on_select: Callable[[], None] | None) -> None:
    spec = theme.finish(dict(figure.spec), figure.selection.language, dark())
    spec["datasets"] = {"frame": wire.sent(figure.spec, figure.frame), **figure.extra}
    chosen = {"on_select": on_select, "selection_mode": figure.selectable} if on_select and figure.selectable else {}
    st.vega_lite_chart(
        spec=spec,
        key=f"figure_{figure.id}",
        theme=None,
        width="stretch",
        height=figure.height,
        alt=dataset().say(f"figure.alt_{figure.spoken}", figure.selection.language) if figure.spoken else figure.alt,
        **chosen,
    )


def head(figure: Figure) -> None:
    """Draw the title of a figure and, at its right, the panel with its table, sources and downloads."""
    data, language = dataset(), figure.selection.language
    with st.container(horizontal=True, wrap=False, vertical_alignment="top", gap="small"):
        st.markdown(f"**{figure.title}**  \n:small[:gray[{figure.subtitle}]]", width="stretch")
        panel = st.popover(
            data.say("figure.open", language), icon=":material/table_view:", key=f"panel_{figure.id}", on_change="rerun"
        )
    if panel.open:
        with panel:
            contents(figure)


def contents(figure: Figure) -> None:
    """Draw what stands behind a figure: words, table, sources, files."""
    from components import own_story

    data, language = dataset(), figure.selection.language
    st.markdown(f"**{figure.title}**  \n{figure.alt}")
    for note in figure.notes:
        st.caption(note)
    st.dataframe(table(figure), hide_index=True, height=260, alt=figure.title)
    merger_panel.show(figure.frame, figure.id, figure.basis, figure.selection)
    figure_files.show(figure)
    for name in figure.sources:
        if name in data.sources.index:
            row = data.sources.loc[name]
            words = f"{row['title']} · {row['publisher']} {row['date']}"
            st.markdown(f":small[[{words}]({row['url']})]" if row["url"].startswith("http") else f":small[{words}]")
    own_story.add(figure.selection.but(figure=figure.id), figure.id)
    st.caption(data.say("figure.version", language, version=data.version))
    citation.report_figure(figure.selection.but(figure=figure.id))
