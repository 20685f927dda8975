"""The stage: the browser's part that shows a story, keeps step with the presenter and outlives a restart of the server."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from components import current
from components.dataset import dataset
from indicators import stories
from indicators.load import ROOT
from indicators.selection import Selection
from indicators.text import LANGUAGES

FOLDER = ROOT / "assets" / "stage"
WORDS = ("now", "next", "back", "forward", "place", "spent", "clock", "empty", "fault", "opening")
KEYS = ("next", "back", "ends", "number", "full", "black", "language", "notes", "presenter", "again", "escape")
OWN = stories.OWN


@lru_cache(maxsize=1)
def _mounted():
    return st.components.v2.component(
        "atlas_stage", js=(FOLDER / "stage.js").read_text(encoding="utf-8"), html="<span></span>\n<span></span>"
    )


@lru_cache(maxsize=1)
def _style() -> str:
    return (FOLDER / "stage.css").read_text(encoding="utf-8")


def words(language: str) -> dict[str, object]:
    """Return the words of the stage's own parts in a language."""
    say = dataset().say
    keys = [(say(f"stage.key_{name}", language), say(f"stage.does_{name}", language)) for name in KEYS]
    return {**{name: say(f"stage.{name}", language) for name in WORDS}, "keys": keys}


def story_of(chosen: Selection) -> str:
    """Return the story that is asked for: one of the folder or the visitor's own; the first of the folder else."""
    known = stories.names(dataset())
    return chosen.story if chosen.story in (*known, OWN) else stories.first(dataset())


def show(chosen: Selection) -> None:
    """Mount the stage of the chosen story at the chosen slide."""
    name = story_of(chosen)
    home = {"story": name, **({"unit": chosen.unit, "basis": chosen.basis} if chosen.unit else {})}
    _mounted()(
        key="stage",
        data={
            "story": name, "unit": chosen.unit, "language": chosen.language,
            "slide": int(chosen.slide) if chosen.slide.isdecimal() else 1,
            "presenter": st.query_params.get("presenter", ""), "kiosk": st.query_params.get("kiosk", ""),
            "owed": current.notices(), "words": {language: words(language) for language in LANGUAGES}, "home": f"/stories?{urlencode(home)}", "css": _style(),
        },
        height=1,
    )  # fmt: skip
