"""A box of choices of our own: in groups, found by typing without diacritics, its pictures changed before the page follows.

Streamlit's box has no groups, and a page with 39 entries took a quarter of a change of the map for it (docs/performance.md).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

import streamlit as st

from components import current, live
from components.dataset import dataset

KEY = "choose_"
TALL, LABELLED = 38, 64  # pixels of the box, without and with its label
Option = tuple[str, str, str]  # value, words, further words that it is found by
Group = tuple[str, Sequence[Option]]


def show(
    key: str, groups: Sequence[Group], label_visibility: str = "visible", width: int | Literal["stretch"] = "stretch", wide: int = 0
) -> None:  # fmt: skip
    """Draw the choice of one part of the address from options in groups; wide: pixels that its open list takes at least."""
    quiet = label_visibility != "visible"
    live.mounted("choice")(
        key=KEY + key, data=_told(key, groups, quiet, wide), width=width, height=TALL if quiet else LABELLED,
        on_choice_change=lambda: _put(key),
    )  # fmt: skip


def _told(key: str, groups: Sequence[Group], quiet: bool, wide: int) -> bytes:
    """The options as the browser reads them; the same for as long as the options are, whatever is chosen: then it is not sent again."""
    say, language = dataset().say, current.selection().language
    told = {
        "key": key, "label": say(f"control.{key}", language), "quiet": quiet, "wide": wide,
        "list": say("choice.list", language, label=say(f"control.{key}", language)), "none": say("choice.none", language),
        "groups": [{"topic": topic, "options": [list(option) for option in options]} for topic, options in groups],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _put(key: str) -> None:
    event = st.session_state.get(KEY + key) or {}
    if event.get("choice"):
        current.put(key, str(event["choice"]))
