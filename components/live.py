"""Pictures that the browser draws without Vega: map and ordered list, from the datasets that the exported picture is made of.

A page names a picture by its link; the browser fetches its datasets (server/live.py), at a choice before the page has run again,
and the picture on screen takes them over: measured beside Vega in docs/performance.md.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

import pandas as pd
import streamlit as st

from components import theme
from components.dataset import dataset
from indicators import boundaries
from indicators.selection import Selection

if TYPE_CHECKING:
    from components.figure import Figure

NOWHERE = (0, 0, 1, 1)  # the box of a basis without boundaries
PLACES = 6  # decimals of a number that only places a mark
# What a component of ours runs: a script that the browser fetches once; by its full address, for a module made of text has no place.
_SCRIPT = """
const part = import(new URL("/assets/live/{file}.js", location.origin));
export default async (given) => (await part).mounted(given, "{kind}");
"""
ADDRESS = "/live/{figure}.json"
THEMES = {False: "light", True: "dark"}


@dataclass(frozen=True)
class Live:
    """How a screen draws a figure itself: the kind of picture, the columns of its frame that it reads, and those said at the pointer.

    sent: its content goes with the page, for no link names it; else the browser fetches it by its link.
    """

    kind: str
    read: tuple[str, ...]
    said: tuple[str, ...] = ()
    sent: bool = False


MAP = Live("map", ("unit", "fill", "derived"), ("name", "label", "ranked", "stated"))
SAID = Live("map", ("unit", "fill", "derived"), ("hover",))  # a map whose sentences say it all
CARD = Live("map", ("unit", "fill", "derived"), ("hover",), sent=True)
LIST = Live("list", ("unit", "line", "value", "brief", "fill"))
_packed: WeakKeyDictionary[Figure, tuple[bool, bytes]] = WeakKeyDictionary()


def column(values: Sequence) -> object:
    """Return a column as JSON holds it: a list, or, where few values repeat, those and the place of each row's."""
    known: dict[object, int] = {}
    for value in values:
        known.setdefault(value, len(known))
    if len(known) * 3 < len(values):
        return {"of": list(known), "at": [known[value] for value in values]}
    return list(values)


def plain(values: pd.Series) -> list:
    """Return the values of a column as plain Python, numbers rounded to what places a mark, null for what is missing."""
    if pd.api.types.is_float_dtype(values):
        return [None if math.isnan(value) else round(value, PLACES) for value in values.tolist()]
    return values.tolist()


def columns(frame: pd.DataFrame, names: Sequence[str]) -> dict[str, object]:
    """Return named columns of a frame as JSON holds them."""
    return {name: column(plain(frame[name])) for name in names}


def content(figure: Figure, live: Live, is_dark: bool) -> dict[str, object]:
    """Return all that the browser needs to draw a figure: datasets, colours, size, words."""
    colours = theme.palette(is_dark)
    about = boundaries.described(dataset()).get(figure.basis, {})
    return {
        "basis": figure.basis,
        "box": about.get("bbox", NOWHERE),
        "unit": figure.selection.unit,
        "at": link(figure.selection),
        "alt": figure.alt if live.kind == MAP.kind else figure.title,
        "colours": {"dot": theme.LIGHT.quiet, **{name: getattr(colours, name) for name in ("paper", "outline", "chosen", "ink", "quiet")}},
        "frame": columns(figure.frame, live.read),
        "said": [columns(figure.frame, [name])[name] for name in live.said],
        **{name: columns(part, list(part.columns)) for name, part in figure.extra.items()},
    }  # fmt: skip


def packed(figure: Figure, live: Live, is_dark: bool) -> bytes:
    """Return a figure's content as JSON, made once for each figure."""
    held = _packed.get(figure)
    if held is None or held[0] is not is_dark:
        text = json.dumps(content(figure, live, is_dark), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        held = _packed[figure] = is_dark, text.encode()
    return held[1]


def told(figure: Figure, live: Live, is_dark: bool) -> bytes:
    """Return what a page says of a figure: its content, or the address that it is fetched by and the link that ends it."""
    if live.sent:
        return b'{"height":%d,"content":%b}' % (figure.height, packed(figure, live, is_dark))
    held = {
        "from": source(figure, is_dark), "at": link(figure.selection), "height": figure.height,
        "lost": dataset().say("live.lost", figure.selection.language),
    }  # fmt: skip
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def source(figure: Figure, is_dark: bool) -> str:
    """Return the address of a figure's content without the link that ends it."""
    about = {"page": figure.selection.page, "theme": THEMES[is_dark], "data": dataset().version}
    return f"{ADDRESS.format(figure=figure.id)}?{urlencode(about)}&"


def link(chosen: Selection) -> str:
    """Return what tells one screen from another."""
    return urlencode(chosen.but(figure="").query())


@lru_cache(maxsize=8)
def mounted(file: str, kind: str = ""):
    """Return a component of ours by the script that makes it, made known once."""
    return st.components.v2.component(
        f"atlas_{kind or file}", js=_SCRIPT.format(file=file, kind=kind), isolate_styles=False
    )


def show(figure: Figure, live: Live, is_dark: bool, on_select: Callable[[], None] | None = None, room: int = 0) -> None:
    """Draw a figure, within a room of so many pixels where it may scroll; a click on a unit calls on_select."""
    mounted("screen", live.kind)(
        key=f"figure_{figure.id}", data=told(figure, live, is_dark), height=min(room or figure.height, figure.height),
        on_pick_change=on_select or _nothing,
    )  # fmt: skip


def _nothing() -> None:
    """What follows where nothing has to."""
