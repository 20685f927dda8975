"""A change split into its parts: one bar a part, left what took away, right what added."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 28


def contributions(dark: bool = False) -> dict:
    """Return the specification of parts of a change; data set frame (line, value, label, kind, hover): kind index, weights or total."""
    colours = theme.palette(dark)
    names = alt.Axis(title=None, labelLimit=0, ticks=False, domain=False, labelPadding=8)
    row = alt.Y("line:N", sort=None, axis=names)
    value = alt.X("value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(padding=46, nice=False))
    shade = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=["index", "weights", "total"], range=[colours.data, colours.target, colours.ink]),
        legend=None,
    )
    base = alt.Chart(alt.NamedData("frame")).encode(y=row, x=value)
    bars = base.mark_bar(height=16).encode(color=shade, tooltip="hover:N", description="hover:N")
    right = (
        base.transform_filter("datum.value >= 0").mark_text(align="left", dx=5, fontWeight=600).encode(text="label:N")
    )
    left = (
        base.transform_filter("datum.value < 0").mark_text(align="right", dx=-5, fontWeight=600).encode(text="label:N")
    )
    zero = alt.Chart(alt.NamedData("frame")).mark_rule(color=colours.quiet).encode(x=alt.datum(0))
    return alt.layer(bars, right, left, zero).to_dict()
