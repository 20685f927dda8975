"""One unit over time: its line, the mean of all units, breaks of method named."""

from __future__ import annotations

import altair as alt

from components import theme


def trend(dark: bool = False) -> dict:
    """Return the specification of a trend; data sets frame (position, value, label, own, part, derived, hover) and breaks (position, text).

    part joins the points of one line in one edition; a line never crosses a change of method.
    """
    colours = theme.palette(dark)
    axis = alt.Axis(title=None, format="d", tickMinStep=1, grid=False, labelFlush=False)
    across = alt.X("position:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=34))
    up = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=4), scale=alt.Scale(zero=False, nice=False, padding=36))
    base = alt.Chart(alt.NamedData("frame")).encode(x=across, y=up)
    shade = alt.condition("datum.own", alt.value(colours.data), alt.value(colours.muted))
    rule = (
        alt.Chart(alt.NamedData("breaks"))
        .mark_rule(stroke=colours.outline, strokeDash=[3, 4], tooltip=None)
        .encode(x=across)
    )
    why = (
        alt.Chart(alt.NamedData("breaks"))
        .mark_text(
            align="left", baseline="top", dx=4, fontSize=11.5, color=colours.quiet, lineBreak="\n", lineHeight=13
        )
        .encode(x=across, y=alt.value(0), text="text:N")
    )
    lines = base.mark_line(strokeWidth=2.4).encode(detail="part:N", color=shade)
    points = base.mark_point(size=64, opacity=1, strokeWidth=2).encode(
        color=shade,
        fill=alt.condition("datum.derived || !datum.own", alt.value(colours.paper), alt.value(colours.data)),
        tooltip="hover:N",
        description="hover:N",
    )
    labels = (
        base.transform_filter("datum.own")
        .mark_text(dy=-26, fontWeight=600, lineBreak="\n", lineHeight=14)
        .encode(text="label:N")
    )
    return alt.layer(rule, why, lines, points, labels).to_dict()
