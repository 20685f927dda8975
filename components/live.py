"""Pictures that the browser draws without Vega: map and ordered list, from the datasets that the exported picture is made of.

A change sends the datasets alone, and the picture on screen takes them over: measured beside Vega in docs/performance.md.
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
# The file is fetched once and kept; asked for by its full address, for a module made of text has no place of its own.
_LOADER = """
const held = new WeakMap();
const part = import(new URL("/assets/live/{kind}.js", location.origin));
export default async function ({{ data, parentElement, setTriggerValue }}) {{
  const {{ make }} = await part;
  if (!held.has(parentElement)) held.set(parentElement, make(parentElement));
  const drawing = held.get(parentElement);
  await drawing.draw(JSON.parse(new TextDecoder().decode(data)), (unit) => setTriggerValue("pick", unit));
  return () => {{ drawing.end(); held.delete(parentElement); }};
}}
"""
# Told of every picture that is drawn; where the page itself stands at another link, it is run again.
_HERALD = """
const held = new WeakMap();
export default function ({ data, parentElement, setTriggerValue }) {
  if (!held.has(parentElement)) {
    const one = {};
    const behind = (at) => one.at !== at;
    one.told = ({ detail }) => { if (behind(detail)) setTimeout(() => { if (behind(detail)) one.run("behind", detail); }, 25); };
    window.addEventListener("atlas-drawn", one.told);
    held.set(parentElement, one);
  }
  Object.assign(held.get(parentElement), { at: data, run: setTriggerValue });
  return () => { window.removeEventListener("atlas-drawn", held.get(parentElement).told); held.delete(parentElement); };
}
"""


@dataclass(frozen=True)
class Live:
    """How a screen draws a figure itself: the kind of picture, the columns of its frame that it reads, and those said at the pointer."""

    kind: str
    read: tuple[str, ...]
    said: tuple[str, ...] = ()


MAP = Live("map", ("unit", "fill", "derived"), ("name", "label", "ranked", "stated"))
SAID = Live("map", ("unit", "fill", "derived"), ("hover",))  # a map whose sentences say it all
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
        "height": figure.height,
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


@lru_cache(maxsize=4)
def _mounted(kind: str):
    return st.components.v2.component(f"atlas_{kind}", js=_LOADER.format(kind=kind), isolate_styles=False)


@lru_cache(maxsize=1)
def _herald():
    return st.components.v2.component("atlas_herald", js=_HERALD, isolate_styles=False)


def show(figure: Figure, live: Live, is_dark: bool, on_select: Callable[[], None] | None = None, room: int = 0) -> None:
    """Draw a figure, within a room of so many pixels where it may scroll; a click on a unit calls on_select."""
    _mounted(live.kind)(
        key=f"figure_{figure.id}", data=packed(figure, live, is_dark), height=min(room or figure.height, figure.height),
        on_pick_change=on_select or _nothing,
    )  # fmt: skip


def herald(chosen: Selection) -> None:
    """Have the page run again once the browser has painted a picture of another link: what can wait does not delay it."""
    _herald()(key="herald", data=link(chosen), height=1, on_behind_change=_nothing)


def link(chosen: Selection) -> str:
    """Return what tells one screen from another."""
    return urlencode(chosen.query())


def _nothing() -> None:
    """What follows where nothing has to."""
