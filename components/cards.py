"""A strip of figures: name, value, two quiet lines; as many beside each other as the screen has room for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

import streamlit as st

from components import theme
from components.figure import dark

STYLE = """<style>
.atlas-cards {{ display: grid; grid-template-columns: repeat(auto-fit, minmax({least}px, 1fr)); gap: 8px; }}
.atlas-card {{ background: {panel}; border-left: 3px solid {line}; border-radius: 4px; padding: 7px 12px 8px; line-height: 1.35; }}
.atlas-card .name, .atlas-card .under {{ font-size: 12.5px; color: {quiet}; }}
.atlas-card a.value, .atlas-card span.value {{ display: block; font-size: 21px; font-weight: 600; color: {ink}; text-decoration: none;
  font-variant-numeric: tabular-nums; }}
.atlas-card a.value:hover, .atlas-card a.value:focus-visible {{ text-decoration: underline; }}
</style>"""


def markup(cards: Iterable[Mapping[str, str]], colours: theme.Palette, least: int = 168) -> str:
    """Return the strip as HTML; each card has name, value, url, source (the link's title), target, change, any of them blank; least is a card's width in pixels."""
    parts = []
    for card in cards:
        words = {key: escape(text) for key, text in card.items()}
        value = f'<span class="value">{words["value"]}</span>'
        if words.get("url"):
            value = f'<a class="value" href="{words["url"]}" target="_blank" rel="noopener" title="{words["source"]}">{words["value"]}</a>'
        under = "".join(f'<div class="under">{words[key]}</div>' for key in ("target", "change") if words.get(key))
        parts.append(f'<div class="atlas-card"><div class="name">{words["name"]}</div>{value}{under}</div>')
    style = STYLE.format(least=least, panel=colours.panel, line=colours.data, quiet=colours.quiet, ink=colours.ink)
    return f'{style}<div class="atlas-cards">{"".join(parts)}</div>'


def show(cards: Iterable[Mapping[str, str]], least: int = 168) -> None:
    """Draw a strip of figures, each at least so many pixels wide."""
    st.html(markup(cards, theme.palette(dark()), least))
