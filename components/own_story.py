"""The visitor's own story, kept in the visitor's browser: "add this view" on every page, and the desk where it is edited."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from components import gallery
from components.dataset import dataset
from components.slides import address
from components.stage import FOLDER, OWN
from indicators import stories
from indicators.selection import Selection

WORDS = (
    "remove", "up", "down", "edit", "play", "download", "open", "clear", "sure", "none", "opened", "unreadable", "away",
    "headline_vi", "headline_en", "note_vi", "note_en", "speaker_vi", "speaker_en", "seconds", "link",
)  # fmt: skip
BUTTON = (
    ".row { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; font-family: var(--st-font); font-size: 14px; }\n"
    "button { font: inherit; padding: 5px 12px; border: 1px solid var(--st-border-color); border-radius: 6px; cursor: pointer;"
    " background: var(--st-background-color); color: var(--st-text-color); }\n"
    "button:hover { border-color: var(--st-primary-color); } a { color: var(--st-link-color); }\n"
    "span { color: var(--st-text-color); }\n"
)


@lru_cache(maxsize=1)
def _button():
    script = (FOLDER / "add.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        "atlas_add_view",
        js=script,
        css=BUTTON,
        html='<div class="row">\n<button type="button"></button><span role="status"></span><a></a></div>',
    )


@lru_cache(maxsize=1)
def _desk():
    script, style = ((FOLDER / f"desk.{kind}").read_text(encoding="utf-8") for kind in ("js", "css"))
    return st.components.v2.component("atlas_story_desk", js=script, css=style, html='<div class="room">\n</div>')


def home(language: str) -> str:
    """Return the address of the page of stories with the visitor's own story in view."""
    return f"/stories?{urlencode({'story': OWN, 'lang': language})}"


def add(chosen: Selection, key: str) -> None:
    """Draw the button that adds a view to the visitor's own story; pages without a figure have none."""
    held = gallery.figures(chosen.page)
    if not held:
        return
    say, language = dataset().say, chosen.language
    figure = chosen.figure if chosen.figure in held else next(iter(held))
    _button()(
        key=f"add_{key}",
        data={
            "label": say("mystory.add", language), "added": say("mystory.added", language), "failed": say("mystory.away", language),
            "open": say("mystory.open_story", language), "home": home(language), "link": address(chosen.but(figure=figure)),
        },
    )  # fmt: skip


def desk(chosen: Selection, kind: str) -> None:
    """Draw the desk of the visitor's own story: put in order, edit, play, write to a file, open one."""
    say, language = dataset().say, chosen.language
    _desk()(
        key="own_story",
        data={
            "language": language, "words": {name: say(f"mystory.{name}", language) for name in WORDS}, "columns": stories.columns(),
            "stage": f"/stage?{urlencode({'story': OWN, 'slide': 1, 'lang': language})}", "file": say("mystory.file", language),
            "kind": kind, "handout": say("stories.handout", language),
        },
    )  # fmt: skip
