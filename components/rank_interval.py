"""How firm each rank is: the interval of the draws, the published place, one unit marked."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 19
NARROWEST = 330  # points below which intervals of two or three ranks hide behind their marks
NAME_WIDTH = 170
LABELS = 60  # pixels of the intervals at the right of the places


def rank_interval(dark: bool = False) -> dict:
    """Return the specification of rank intervals; data set frame (line, official, low, high, median, own, tied, label, hover)."""
    colours = theme.palette(dark)
    names = alt.Axis(title=None, labelLimit=NAME_WIDTH, ticks=False, domain=False, labelPadding=6)
    row = alt.Y("line:N", sort=None, axis=names)
    scale = alt.Scale(zero=False, nice=False, range=[8, {"expr": f"width - {LABELS}"}])
    # no axis: every row says its place and its interval, and a long list may then stand in several columns of a slide
    shade = alt.condition("datum.own", alt.value(colours.chosen), alt.value(colours.data))
    base = alt.Chart(alt.NamedData("frame")).encode(y=row, tooltip="hover:N")
    spans = base.mark_rule(strokeWidth=5, opacity=0.35, strokeCap="round").encode(
        x=alt.X("low:Q", scale=scale, axis=None), x2="high:Q", color=shade
    )
    places = base.mark_point(filled=True, size=95, opacity=1, stroke=colours.paper, strokeWidth=1).encode(
        x=alt.X("official:Q", scale=scale),
        color=shade,
        shape=alt.condition("datum.tied", alt.value("diamond"), alt.value("circle")),
        description="hover:N",
    )
    labels = base.mark_text(align="left", dx=10, fontSize=12).encode(x=alt.X("high:Q", scale=scale), text="label:N")
    return alt.layer(spans, places, labels).properties(padding={"right": 2, "left": 2, "top": 2, "bottom": 4}).to_dict()
