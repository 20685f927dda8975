"""The ordered list: one bar a unit, best first, its value written, the mean as a line."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 21
NAME_WIDTH = 170


def ranking(dark: bool = False, ramp: tuple[str, ...] = theme.SEQUENTIAL) -> dict:
    """Return the specification of an ordered list; data sets frame (name_ranked, value, label, class, hover, on, order), mean."""
    colours = theme.palette(dark)
    order = alt.Y(
        "line:N", sort=None, axis=alt.Axis(title=None, labelLimit=NAME_WIDTH, ticks=False, domain=False, labelPadding=6)
    )
    value = alt.X("value:Q", axis=None, scale=alt.Scale(zero=True, nice=False))
    fill = alt.Color("class:O", scale=alt.Scale(domain=list(range(len(ramp))), range=list(ramp)), legend=None)
    base = alt.Chart(alt.NamedData("frame")).encode(y=order)
    bars = base.mark_bar(height=13, stroke=colours.outline, strokeWidth=0.6, cursor="pointer").encode(
        x=value, color=fill, tooltip="hover:N", description="hover:N"
    )
    bars = bars.add_params(alt.selection_point(name="pick", fields=["unit", "rev"], toggle=False, clear=False))
    mark = (
        base.transform_filter("datum.on")
        .mark_bar(height=15, filled=False, stroke=colours.chosen, strokeWidth=2)
        .encode(x=value)
    )
    labels = base.mark_text(align="left", dx=5).encode(x=value, text="label:N")
    mean = (
        alt.Chart(alt.NamedData("mean"))
        .mark_rule(color=colours.chosen, strokeDash=[4, 3], strokeWidth=1.4)
        .encode(x="value:Q", tooltip="text:N")
    )
    chart = alt.layer(bars, mark, labels, mean).properties(padding={"right": 64, "left": 2, "top": 2, "bottom": 2})
    return chart.to_dict()
