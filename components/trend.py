"""One unit over time: its line, the mean of all units, breaks of method named."""

from __future__ import annotations

import altair as alt

from components import theme

# Room above the plot for the words on two staggered lines, and for the labels of the first and last points.
HEAD = 32
STAGGER = 14


def trend(dark: bool = False) -> dict:
    """Return the specification of a trend; data sets frame (position, value, label, dx, dy, align, own, part, derived, hover) and breaks (position, text, row).

    part joins the points of one line in one edition: a line never crosses a change of method. dy places a label above or below, align and dx beside its own line.
    """
    colours = theme.palette(dark)
    axis = alt.Axis(title=None, format="d", tickMinStep=1, grid=False, labelFlush=False, tickCount=6)
    across = alt.X("position:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=64))
    up = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=4), scale=alt.Scale(zero=False, nice=False, padding=58))
    base = alt.Chart(alt.NamedData("frame")).encode(x=across, y=up)
    shade = alt.condition("datum.own", alt.value(colours.data), alt.value(colours.muted))
    breaks = alt.Chart(alt.NamedData("breaks")).encode(x=across)
    rule = breaks.mark_rule(stroke=colours.outline, strokeDash=[3, 4], tooltip=None)
    why = breaks.mark_text(
        align="center", baseline="bottom", fontSize=11.5, color=colours.quiet, dy={"expr": f"-6 - {STAGGER} * datum.row"}
    ).encode(y=alt.value(0), text="text:N")  # fmt: skip
    lines = base.mark_line(strokeWidth=2.4).encode(detail="part:N", color=shade)
    points = base.transform_filter("datum.own").mark_point(size=64, opacity=1, strokeWidth=2, color=colours.data).encode(
        tooltip="hover:N", description="hover:N",
        fill=alt.condition("datum.derived", alt.value(colours.paper), alt.value(colours.data)),
    )  # fmt: skip
    means = base.transform_filter("!datum.own").mark_point(size=24, opacity=1, strokeWidth=1.4, color=colours.muted)
    means = means.encode(fill=alt.condition("datum.derived", alt.value(colours.paper), alt.value(colours.muted)))
    aside = {name: {"expr": f"datum.{name}"} for name in ("align", "dx", "dy")}
    labels = base.mark_text(lineBreak="\n", lineHeight=15, baseline="middle", **aside).encode(
        text="label:N", color=alt.condition("datum.own", alt.value(colours.ink), alt.value(colours.quiet)),
    )  # fmt: skip
    chart = alt.layer(rule, why, lines, means.encode(tooltip="hover:N"), points, labels)
    return chart.properties(padding={"left": 2, "right": 2, "top": HEAD, "bottom": 2}).to_dict()
