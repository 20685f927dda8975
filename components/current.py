"""The selection of the running screen and the way to change it: the address is the only truth."""

from __future__ import annotations

import streamlit as st

from components import known, merger_words
from components.dataset import dataset
from indicators import changing
from indicators.selection import Selection


def read(page: str) -> Selection:
    """Return the selection that the address asks for; sentences owed to the visitor are kept for `notices`."""
    chosen, notices = Selection.parse(st.query_params.to_dict(), dataset(), page)
    chosen, more = known.met(chosen)
    st.session_state["_selection"], st.session_state["_notices"] = chosen, [*notices, *more]
    return chosen


def named(key: str, apart: str = "") -> str:
    """Return the name of the widget for a part of the address in the running language, and for what else its words hang on.

    A browser names what is chosen by its words: a choice made while they change must not be read as one of the new ones.
    """
    return "_".join(part for part in ("w", key, selection().language, apart) if part)


def bound(key: str, value: object, apart: str = "") -> dict[str, object]:
    """Return what binds a widget to a part of the address: its name, and what writes a choice there; it is given its value."""
    widget = named(key, apart)
    give(widget, value)
    return {"key": widget, "on_change": put, "args": (key, None, widget)}


def give(widget: str, value: object) -> None:
    """Give a widget a value where it has another.

    A value given again makes the browser build the box anew and takes back what a quick visitor chose meanwhile.
    """
    if widget not in st.session_state or st.session_state[widget] != value:
        st.session_state[widget] = value


def selection() -> Selection:
    """Return the selection of the running screen."""
    return st.session_state["_selection"]


def notices() -> list[str]:
    """Return the sentences about parts of the address that could not be met."""
    language = selection().language
    return [dataset().say(notice.key, language, **notice.names) for notice in st.session_state["_notices"]]


def put(key: str, value: str | None = None, widget: str = "") -> None:
    """Write one part of the selection, a widget's value where none is given, to the address."""
    given = st.session_state.get(widget) if value is None else value
    given = ",".join(given) if isinstance(given, (list, tuple)) else str(given or "")
    chosen = _go(changing.changed(dataset(), selection(), key, given))
    said = merger_words.rank_note(chosen.basis, chosen.language) if key == "basis" else ""
    if said:
        st.toast(said, icon=":material/info:")


def put_all(parts: dict[str, str]) -> None:
    """Write several parts of the selection to the address at once; a blank one is taken out."""
    wanted = {**selection().query(), **parts}
    _go(Selection.parse({name: part for name, part in wanted.items() if part}, dataset(), selection().page)[0])


def _go(chosen: Selection) -> Selection:
    """Write a selection to the address; the next choice of the same moment starts from it."""
    st.session_state["_selection"] = chosen
    st.query_params.from_dict(chosen.query())
    return chosen


def picked(figure_id: str) -> None:
    """Write the province that was clicked in a figure to the address."""
    event = st.session_state.get(f"figure_{figure_id}") or {}
    points = event.get("selection", {}).get("pick", [])
    unit = points[0].get("unit") if points else event.get("pick")
    if unit:
        put("unit", str(unit))
