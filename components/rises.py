"""Changes of single indices: from where to where, one row an index that rises, under the name of each way to the goal."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 21
# Pixels of the names at the left and of the labels at the right of the bars.
NAMES, LABELS = 172, 70


def rises(dark: bool = False) -> dict:
    """Return the specification of rises; data sets frame (row, line, start, end, label, hover) and heads (row, panel)."""
    colours = theme.palette(dark)
    row = alt.Y("row:O", axis=None, sort="ascending", scale=alt.Scale(paddingInner=0, paddingOuter=0))
    room = [NAMES, {"expr": f"width - {LABELS}"}]
    scale = alt.Scale(domain=[0, 1.0], nice=False, range=room)
    axis = alt.Axis(title=None, values=[0, 0.5, 1])
    base = alt.Chart(alt.NamedData("frame")).transform_filter("isValid(datum.row)").encode(y=row, tooltip="hover:N")
    heads = alt.Chart(alt.NamedData("heads")).encode(y=row)
    words = {"align": "left", "baseline": "middle", "color": colours.ink}
    names = base.mark_text(align="right", baseline="middle", color=colours.ink).encode(
        x=alt.value(NAMES - 8), text="line:N"
    )
    had = base.mark_bar(height=9, color=colours.muted).encode(
        x=alt.X("start:Q", scale=scale, axis=axis), x2=alt.datum(0)
    )
    rise = base.mark_bar(height=9, color=colours.data).encode(
        x=alt.X("start:Q", scale=scale), x2="end:Q", description="hover:N"
    )
    label = base.mark_text(dx=5, fontWeight=600, fontSize=11.5, **words).encode(
        x=alt.X("end:Q", scale=scale), text="label:N"
    )
    titles = heads.mark_text(fontWeight=700, **words).encode(x=alt.value(0), text="panel:N")
    return (
        alt.layer(had, rise, names, label, titles)
        .properties(padding={"left": 2, "right": 2, "top": 2, "bottom": 2})
        .to_dict()
    )
