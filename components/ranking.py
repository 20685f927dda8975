"""The ordered list: one bar a unit, best first, its value written, the mean as a line with its name."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 21
NAME_WIDTH = 210
VALUES = 72  # pixels at the right for the written values
HEAD = 20  # pixels above the first bar for the name of the mean


def height(count: int) -> int:
    """Return the height in pixels of a list of so many units."""
    return max(60, ROW * count + HEAD + 4)


def ranking(dark: bool = False) -> dict:
    """Return the specification of an ordered list; data sets frame (line, value, brief, fill, on), mean (value, text)."""
    colours = theme.palette(dark)
    order = alt.Y(
        "line:N", sort=None, axis=alt.Axis(title=None, labelLimit=NAME_WIDTH, ticks=False, domain=False, labelPadding=6)
    )
    value = alt.X("value:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    base = alt.Chart(alt.NamedData("frame")).encode(y=order)
    bars = base.mark_bar(height=13, stroke=colours.outline, strokeWidth=0.7).encode(
        x=value, color=alt.Color("fill:N", scale=None), tooltip="told:N", description="told:N"
    )
    # The map beside the list says the whole sentence; sent a second time it would double what a change costs.
    bars = bars.transform_calculate(told="datum.line + ': ' + datum.brief")
    chosen = (
        base.transform_filter("datum.on")
        .mark_bar(height=15, filled=False, stroke=colours.chosen, strokeWidth=2)
        .encode(x=value)
    )
    weight = alt.ExprRef("datum.on ? 700 : 400")
    labels = base.mark_text(align="right", dx=VALUES - 4, fontWeight=weight).encode(
        x=alt.value("width"), text="brief:N"
    )
    mean = alt.Chart(alt.NamedData("mean"))
    line = mean.mark_rule(color=colours.chosen, strokeDash=[4, 3], strokeWidth=1.2, tooltip=None).encode(x=value)
    name = mean.mark_text(align="center", baseline="bottom", fontSize=11.5, color=colours.chosen).encode(
        x=value, y=alt.value(-4), text="text:N"
    )
    padding = {"right": VALUES, "left": 2, "top": HEAD, "bottom": 2}
    return alt.layer(bars, chosen, labels, line, name).properties(padding=padding).to_dict()
