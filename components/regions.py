"""Regions side by side: one row a region, one tick a unit, the region's mean and the mean of all marked."""

from __future__ import annotations

import altair as alt

from components import slots, theme

ROW = 66
TAG = 12  # points of the names over the compared units
NARROW = 480  # points below which a region's words are its mean and count alone


def regions(dark: bool = False) -> dict:
    """Return the specification; data sets frame (line, value, slot, name, derived, hover), rows (line, mean, name, label, short, derived, hover), tags (line, value, text) and all (value, text)."""
    colours = theme.palette(dark)
    row = alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    scale = alt.Scale(zero=False, nice=False, padding=22)
    place = alt.X("value:Q", axis=alt.Axis(title=None, tickCount=6, orient="bottom"), scale=scale)
    frame = alt.Chart(alt.NamedData("frame")).encode(y=row, x=place)
    rows = alt.Chart(alt.NamedData("rows")).encode(y=row)
    down = 15
    ground = rows.mark_rule(stroke=colours.line, strokeWidth=1, yOffset=down).encode(
        x=alt.value(0), x2=alt.value({"expr": "width"})
    )
    words = {"baseline": "middle", "yOffset": -20, "tooltip": None}
    letters = {"expr": f"width < {NARROW} ? 11.5 : 13"}
    names = rows.mark_text(align="left", fontWeight=600, fontSize=letters, color=colours.ink, **words).encode(
        x=alt.value(2), text="name:N"
    )
    shown = rows.transform_calculate(words=f"width < {NARROW} ? datum.short : datum.label")
    labels = shown.mark_text(align="right", color=colours.quiet, **words).encode(
        x=alt.value({"expr": "width - 2"}), text="words:N"
    )
    others = frame.transform_filter("datum.slot < 0").encode(color=alt.value(colours.outline), tooltip="hover:N")
    ticks = others.transform_filter("!datum.derived").mark_tick(thickness=2, height=16, yOffset=down, opacity=0.85)
    hollow = others.transform_filter("datum.derived").mark_point(size=44, strokeWidth=1.6, yOffset=down, opacity=0.9)
    mean = rows.mark_point(shape="diamond", size=150, opacity=1, strokeWidth=1.6, yOffset=down)
    mean = mean.encode(
        fill=alt.condition("datum.derived", alt.value(colours.paper), alt.value(colours.data)),
        stroke=alt.condition("datum.derived", alt.value(colours.data), alt.value(colours.paper)),
    )
    mean = mean.encode(x=alt.X("mean:Q", scale=scale), tooltip="hover:N", description="hover:N")
    own = frame.transform_filter("datum.slot >= 0").mark_point(size=110, opacity=1, strokeWidth=2.2, yOffset=down)
    own = own.encode(
        color=slots.colour(dark), shape=slots.shape(), fill=slots.fill(dark), tooltip="hover:N", description="hover:N"
    )
    tags = alt.Chart(alt.NamedData("tags")).encode(y=row, x=place)
    tags = tags.mark_text(yOffset=down, dy=-14, fontSize=TAG, color=colours.ink, tooltip=None)
    whole = alt.Chart(alt.NamedData("all")).encode(x=place)
    whole = whole.mark_rule(stroke=colours.quiet, strokeDash=[4, 4], tooltip=None)
    return alt.layer(whole, ground, ticks, hollow, mean, own, tags.encode(text="text:N"), names, labels).to_dict()
