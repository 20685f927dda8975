"""The ordered list of changes: one bar a unit from the midpoint, rises to the right, falls to the left."""

from __future__ import annotations

import altair as alt

from components import ranking, theme


def changes(dark: bool = False) -> dict:
    """Return the specification of a list of changes; data sets frame (line, size, label, fill, hover, on, unit, rev), middle (value, text)."""
    colours = theme.palette(dark)
    axis = alt.Axis(title=None, labelLimit=ranking.NAME_WIDTH, ticks=False, domain=False, labelPadding=6)
    size = alt.X("size:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    base = alt.Chart(alt.NamedData("frame")).encode(y=alt.Y("line:N", sort=None, axis=axis))
    bars = base.mark_bar(height=13, stroke=colours.outline, strokeWidth=0.7, cursor="pointer").encode(
        x=size, color=alt.Color("fill:N", scale=None), tooltip="hover:N", description="hover:N"
    )
    bars = bars.add_params(alt.selection_point(name="pick", fields=["unit", "rev"], toggle=False, clear=False))
    chosen = base.transform_filter("datum.on")
    marked = chosen.mark_bar(height=15, filled=False, stroke=colours.chosen, strokeWidth=2).encode(x=size)
    weight = alt.ExprRef("datum.on ? 700 : 400")
    labels = base.mark_text(align="right", dx=ranking.VALUES - 4, fontWeight=weight).encode(
        x=alt.value("width"), text="label:N"
    )
    middle = alt.Chart(alt.NamedData("middle")).encode(
        x=alt.X("value:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    )
    line = middle.mark_rule(color=colours.ink, strokeWidth=1)
    name = middle.mark_text(baseline="bottom", fontSize=11.5, color=colours.ink).encode(y=alt.value(-4), text="text:N")
    padding = {"right": ranking.VALUES, "left": 2, "top": ranking.HEAD, "bottom": 2}
    return alt.layer(bars, marked, labels, line, name).properties(padding=padding).to_dict()
