"""From what kind of source the figures come: one bar a kind, its count and share written."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 34


def kinds(dark: bool = False) -> dict:
    """Return the specification of the bars; data set frame (line, order, count, label, hover)."""
    colours = theme.palette(dark)
    row = alt.Y("line:N", sort=alt.EncodingSortField("order"), axis=None)
    base = alt.Chart(alt.NamedData("frame")).encode(y=row)
    value = alt.X("count:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    bars = base.mark_bar(height=9, yOffset=8, color=colours.data, cornerRadiusEnd=2).encode(
        x=value, tooltip="hover:N", description="hover:N"
    )
    names = base.mark_text(align="left", baseline="middle", dy=-6, fontSize=12.5).encode(x=alt.value(0), text="line:N")
    counts = base.mark_text(align="right", baseline="middle", dy=-6, fontSize=12.5, fontWeight=600).encode(
        x=alt.value({"expr": "width"}), text="label:N"
    )
    return alt.layer(bars, names, counts).properties(padding={"left": 2, "right": 2, "top": 2, "bottom": 2}).to_dict()
