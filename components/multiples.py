"""Small multiples of trends: one panel an indicator, common scale, breaks of method as gaps."""

from __future__ import annotations

import altair as alt

from components import theme

PANEL_HEIGHT = 92


def multiples(dark: bool = False, columns: int = 2) -> dict:
    """Return the specification of small trends; data set frame (panel, order, position, value, label, own, part, last, hover).

    All panels share one vertical scale; the mean of all units stands behind in a quiet colour.
    """
    colours = theme.palette(dark)
    axis = alt.Axis(title=None, format="d", tickMinStep=1, grid=False, labelFontSize=11, tickCount=3)
    across = alt.X("position:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=14))
    up = alt.Y(
        "value:Q", axis=alt.Axis(title=None, tickCount=3, labelFontSize=11), scale=alt.Scale(zero=True, padding=8)
    )
    shade = alt.condition("datum.own", alt.value(colours.data), alt.value(colours.muted))
    base = alt.Chart(alt.NamedData("frame")).encode(x=across, y=up)
    lines = base.mark_line(strokeWidth=2).encode(detail="part:N", color=shade)
    points = base.mark_point(size=34, opacity=1).encode(
        color=shade,
        fill=alt.condition("datum.derived || !datum.own", alt.value(colours.paper), alt.value(colours.data)),
        tooltip="hover:N",
        description="hover:N",
    )
    labels = base.transform_filter("datum.own && datum.last").mark_text(dy=-11, fontSize=11.5, fontWeight=600)
    panels = alt.layer(lines, points, labels.encode(text="label:N")).properties(width=150, height=PANEL_HEIGHT)
    header = alt.Header(title=None, labelAnchor="start", labelFontWeight=500, labelLimit=0, labelFontSize=12)
    chart = panels.facet(
        facet=alt.Facet("panel:N", header=header, sort=alt.EncodingSortField("order", op="min")),
        columns=columns,
        spacing=14,
    )
    return chart.to_dict()
