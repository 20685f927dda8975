"""Figures that stand alone: one tile a figure, its value large, what it counts below."""

from __future__ import annotations

import altair as alt

from components import theme

ACROSS, DOWN = 3, 3
FILLED = 0.82  # of a tile's height: the rest parts it from the next


def numerals(dark: bool = False) -> dict:
    """Return the specification of numerals; data set frame (left, top, bottom: shares of the picture; label, words)."""
    colours = theme.palette(dark)
    whole = alt.Scale(domain=[0, 1], nice=False, padding=0)
    down = alt.Scale(domain=[0, 1], nice=False, padding=0, reverse=True)
    base = alt.Chart(alt.NamedData("frame")).encode(
        x=alt.X("left:Q", axis=None, scale=whole), y=alt.Y("top:Q", axis=None, scale=down)
    )
    rule = base.mark_rule(strokeWidth=3, color=colours.data).encode(y2="bottom:Q")
    value = base.mark_text(align="left", baseline="top", fontSize=27, fontWeight=700, color=colours.ink, dx=12, dy=-2)
    words = base.mark_text(
        align="left", baseline="top", fontSize=12.5, color=colours.quiet, lineBreak="\n", lineHeight=15, dx=12, dy=35
    )
    return alt.layer(rule, value.encode(text="label:N"), words.encode(text="words:N")).to_dict()
