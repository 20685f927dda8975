"""Points of a score sheet: reached and lost of what is available, index by index, with the median and the best."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 40
NAME_WIDTH = 260
LABELS = 56  # pixels of the labels at the right of the bars


def points_lost(dark: bool = False) -> dict:
    """Return the specification of a score sheet; data set frame (line, weight, reached, lost, median, best, label, hover, implied)."""
    colours = theme.palette(dark)
    names = alt.Axis(
        title=None, labelLimit=NAME_WIDTH, ticks=False, domain=False, labelPadding=8, labelColor=colours.ink
    )
    row = alt.Y("line:N", sort=None, axis=names)
    scale = alt.Scale(domainMin=0, nice=False, range=[0, {"expr": f"width - {LABELS}"}])
    base = alt.Chart(alt.NamedData("frame")).encode(y=row, tooltip="hover:N")
    room = base.mark_bar(height=18, fill=colours.panel, stroke=colours.outline, strokeDash=[3, 2]).encode(
        x=alt.X("weight:Q", scale=scale, axis=alt.Axis(title=None, tickCount=4, format="d"))
    )
    reached = base.mark_bar(height=18).encode(
        x="reached:Q",
        color=alt.condition("datum.implied", alt.value(colours.muted), alt.value(colours.data)),
        description="hover:N",
    )
    median = base.mark_tick(thickness=2.5, height=24, color=colours.ink).encode(x="median:Q")
    best = base.mark_point(shape="triangle-down", filled=True, size=70, opacity=1, color=colours.target, yOffset=-13)
    lost = base.mark_text(align="left", dx=8, fontWeight=600, color=colours.ink).encode(x="weight:Q", text="label:N")
    chart = alt.layer(room, reached, median, best.encode(x="best:Q"), lost)
    return chart.properties(padding={"right": 2, "left": 2, "top": 4, "bottom": 4}).to_dict()
