"""Small multiples as one picture that fits its screen: panels placed by the builder, on one scale, breaks of method as gaps."""

from __future__ import annotations

import altair as alt

from components import theme


def panels(dark: bool = False) -> dict:
    """Return the specification of placed panels (see `panel_layout`).

    Data sets: frame (across, level, part, own, derived, label, dy, hover); titles and ticks (across, level, text);
    guides (across, across2, level); spans (across, level, level2, hover), the spread behind a point. across and level are
    shares of the picture's width and height.
    """
    colours = theme.palette(dark)
    x = alt.X("across:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))
    y = alt.Y("level:Q", axis=None, scale=alt.Scale(domain=[1, 0], nice=False, zero=False))
    base = alt.Chart(alt.NamedData("frame")).encode(x=x, y=y)
    shade = alt.condition("datum.own", alt.value(colours.data), alt.value(colours.muted))
    guides = alt.Chart(alt.NamedData("guides")).mark_rule(stroke=colours.line).encode(x=x, x2="across2:Q", y=y)
    ticks = alt.Chart(alt.NamedData("ticks")).mark_text(
        align="left", baseline="bottom", fontSize=11, color=colours.quiet, dy=-2
    )
    years = alt.Chart(alt.NamedData("years")).mark_text(baseline="middle", fontSize=11, color=colours.quiet)
    titles = alt.Chart(alt.NamedData("titles")).mark_text(
        align="left", baseline="middle", fontSize=12.5, fontWeight=600, color=colours.ink
    )
    spans = alt.Chart(alt.NamedData("spans")).mark_rule(
        stroke=colours.muted, strokeWidth=7, opacity=0.55, strokeCap="round"
    )
    lines = base.mark_line(strokeWidth=2).encode(detail="part:N", color=shade)
    points = base.transform_filter("datum.own").mark_point(size=38, opacity=1, strokeWidth=1.8, color=colours.data).encode(
        tooltip="hover:N", description="hover:N",
        fill=alt.condition("datum.derived", alt.value(colours.paper), alt.value(colours.data)),
    )  # fmt: skip
    means = base.transform_filter("!datum.own").mark_point(size=14, opacity=1, strokeWidth=1.2, color=colours.muted)
    means = means.encode(fill=alt.condition("datum.derived", alt.value(colours.paper), alt.value(colours.muted)))
    labels = base.mark_text(fontSize=11.5, fontWeight=600, baseline="middle", dy={"expr": "datum.dy"}).encode(
        text="label:N"
    )
    chart = alt.layer(
        guides, spans.encode(x=x, y=y, y2="level2:Q", tooltip="hover:N"), lines, means.encode(tooltip="hover:N"), points, labels,
        *(words.encode(x=x, y=y, text="text:N") for words in (ticks, years, titles)),
    )  # fmt: skip
    return chart.properties(padding={"left": 2, "right": 2, "top": 0, "bottom": 0}).to_dict()
