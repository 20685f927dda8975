"""Changes of single indices: from where to where, one row an index, one panel a way to reach the goal."""

from __future__ import annotations

import altair as alt

from components import theme

PANEL = 190


def rises(dark: bool = False) -> dict:
    """Return the specification of rises; data set frame (panel, order, line, start, end, label, hover)."""
    colours = theme.palette(dark)
    names = alt.Axis(title=None, labelLimit=0, ticks=False, domain=False, labelPadding=8)
    row = alt.Y("line:N", sort=None, axis=names)
    scale = alt.Scale(domain=[0, 1.0], nice=False)
    axis = alt.Axis(title=None, values=[0, 0.5, 1])
    base = alt.Chart(alt.NamedData("frame")).encode(y=row, tooltip="hover:N")
    had = base.mark_bar(height=9, color=colours.muted).encode(
        x=alt.X("start:Q", scale=scale, axis=axis), x2=alt.datum(0)
    )
    rise = base.mark_bar(height=9, color=colours.data).encode(
        x=alt.X("start:Q", scale=scale), x2="end:Q", description="hover:N"
    )
    label = base.transform_filter("datum.end > datum.start").mark_text(
        align="left", dx=5, fontWeight=600, fontSize=11.5
    )
    panels = alt.layer(had, rise, label.encode(x=alt.X("end:Q", scale=scale), text="label:N"))
    panels = panels.properties(width=PANEL, height=200)
    header = alt.Header(title=None, labelAnchor="start", labelFontWeight=600, labelLimit=0, labelFontSize=12.5)
    facet = alt.Facet("panel:N", header=header, sort=alt.EncodingSortField("order", op="min"))
    return panels.facet(facet=facet, columns=3, spacing=34).to_dict()
