"""One unit beside its peers: one row a peer, its value against the unit's own."""

from __future__ import annotations

import altair as alt

from components import theme
from components.strip import DOWN, INDENT, UP


def peers(dark: bool = False) -> dict:
    """Return the specification of peers; data sets frame (line, share, own_share, better, derived, hover) and rows (line, name, label, hover).

    share places a value between the least and the greatest of all units, better always right; own_share is the unit's.
    """
    colours = theme.palette(dark)
    row = alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    scale = alt.Scale(domain=[0, 1], nice=False, padding=8)
    rows = alt.Chart(alt.NamedData("rows")).encode(y=row)
    frame = alt.Chart(alt.NamedData("frame")).encode(y=row)
    words = {"baseline": "middle", "yOffset": UP}
    ground = rows.mark_rule(stroke=colours.line, yOffset=DOWN).encode(
        x=alt.value(8), x2=alt.value({"expr": "width - 8"})
    )
    names = rows.mark_text(align="left", color=colours.ink, **words).encode(x=alt.value(INDENT), text="name:N")
    values = rows.mark_text(align="right", color=colours.ink, fontWeight=600, **words).encode(
        x=alt.value({"expr": f"width - {INDENT}"}), text="label:N", tooltip="hover:N"
    )
    shade = alt.condition("datum.better", alt.value(colours.data), alt.value(colours.outline))
    way = frame.mark_rule(strokeWidth=4, yOffset=DOWN, opacity=0.55).encode(
        x=alt.X("own_share:Q", axis=None, scale=scale), x2="share:Q", color=shade
    )
    own = frame.mark_tick(thickness=3, height=15, yOffset=DOWN, color=colours.chosen, opacity=1).encode(
        x=alt.X("own_share:Q", axis=None, scale=scale)
    )
    full = (
        alt.when("datum.derived").then(alt.value(colours.paper)).when("datum.line === 0").then(alt.value(colours.chosen))
        .when("datum.better").then(alt.value(colours.data)).otherwise(alt.value(colours.outline))
    )  # fmt: skip
    edge = (
        alt.when("datum.line === 0").then(alt.value(colours.chosen)).when("datum.better").then(alt.value(colours.data))
    )
    dots = frame.mark_point(size=90, opacity=1, strokeWidth=2.2, yOffset=DOWN).encode(
        x=alt.X("share:Q", axis=None, scale=scale), stroke=edge.otherwise(alt.value(colours.outline)), fill=full,
        tooltip="hover:N", description="hover:N",
    )  # fmt: skip
    chart = alt.layer(ground, way, own, dots, names, values)
    return chart.properties(padding={"left": 0, "right": 0, "top": 0, "bottom": 4}).to_dict()
