"""Targets that units set for themselves: one line a unit, what was reached and what is asked, each with its year."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 21


def ambition(dark: bool = False) -> dict:
    """Return the specification of own targets; data sets frame (line, value, kind: actual or target, hover), highest first, and ends (line, value, label)."""
    colours = theme.palette(dark)
    axis = alt.Axis(title=None, ticks=False, domain=False, labelLimit=0, labelPadding=8)
    row = alt.Y("line:N", sort=None, axis=axis)
    place = alt.X("value:Q", axis=None, scale=alt.Scale(zero=True, nice=False, padding=6))
    base = alt.Chart(alt.NamedData("frame")).encode(y=row, x=place)
    path = base.mark_line(stroke=colours.muted, strokeWidth=2, strokeDash=[5, 4]).encode(
        detail="line:N", order="value:Q"
    )
    points = base.mark_point(filled=True, size=90, opacity=1).encode(
        shape=alt.condition("datum.kind === 'actual'", alt.value("circle"), alt.value("diamond")),
        color=alt.condition("datum.kind === 'actual'", alt.value(colours.data), alt.value(colours.target)),
        tooltip="hover:N", description="hover:N",
    )  # fmt: skip
    labels = alt.Chart(alt.NamedData("ends")).mark_text(align="left", dx=10, color=colours.ink)
    labels = labels.encode(y=row, x=place, text="label:N")
    chart = alt.layer(path, points, labels)
    return chart.properties(padding={"left": 2, "right": 250, "top": 2, "bottom": 2}).to_dict()
