"""A unit among its neighbours in the ranking, before and after a change."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 24
LABELS = 118  # pixels of the labels at the right of the dots


def ladder(dark: bool = False) -> dict:
    """Return the specification of a piece of the ranking; data sets frame (line, value, label, own, hover) and step (line, before, after, label)."""
    colours = theme.palette(dark)
    names = alt.Axis(title=None, labelLimit=0, ticks=False, domain=False, labelPadding=8)
    row = alt.Y("line:N", sort=alt.EncodingSortField("order", op="min"), axis=names)
    scale = alt.Scale(zero=False, nice=False, range=[8, {"expr": f"width - {LABELS}"}])
    axis = alt.Axis(title=None, tickCount=5, labelOverlap="greedy", labelSeparation=8)
    base = alt.Chart(alt.NamedData("frame")).encode(y=row)
    dots = base.mark_point(filled=True, size=80, opacity=1).encode(
        x=alt.X("value:Q", scale=scale, axis=axis),
        color=alt.condition("datum.own", alt.value(colours.chosen), alt.value(colours.data)),
        tooltip="hover:N",
        description="hover:N",
    )
    labels = base.mark_text(align="left", dx=10).encode(x=alt.X("value:Q", scale=scale), text="label:N")
    step = alt.Chart(alt.NamedData("step")).encode(y=row)
    path = step.mark_rule(strokeWidth=2, color=colours.chosen, strokeDash=[4, 3]).encode(
        x=alt.X("before:Q", scale=scale), x2="after:Q"
    )
    start = step.mark_point(filled=False, size=80, strokeWidth=2, color=colours.chosen, opacity=1).encode(
        x=alt.X("before:Q", scale=scale), tooltip="label:N"
    )
    return (
        alt.layer(path, start, dots, labels)
        .properties(padding={"right": 2, "left": 2, "top": 4, "bottom": 4})
        .to_dict()
    )
