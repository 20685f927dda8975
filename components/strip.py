"""Distribution strips: one row an indicator, one dot a unit, one unit marked among them."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 40
INDENT = 2
# How wide a picture must be to have room for the gap to the next place, which stands before value and rank.
ROOM = 560
# The strip lies below its row's words.
DOWN = 8
UP = -11


def strip(dark: bool = False) -> dict:
    """Return the specification of strips; data sets frame (line, share, own, region, derived, hover), rows (line, name, label, gap, room (points from the right edge to the end of the gap), href, hover) and means (line, share, kind, derived, hover).

    share places a value between the least and the greatest of its row; better is always right (the builder turns it).
    """
    colours = theme.palette(dark)
    row = alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    place = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, padding=8))
    rows = alt.Chart(alt.NamedData("rows")).encode(y=row)
    frame = alt.Chart(alt.NamedData("frame")).encode(y=row, x=place)
    words = {"baseline": "middle", "yOffset": UP}
    ground = rows.mark_rule(stroke=colours.line, strokeWidth=1, yOffset=DOWN).encode(
        x=alt.value(8), x2=alt.value({"expr": "width - 8"})
    )
    names = rows.mark_text(align="left", color=colours.ink, **words).encode(x=alt.value(INDENT), text="name:N")
    values = rows.mark_text(align="right", color=colours.ink, fontWeight=600, cursor="pointer", **words).encode(
        x=alt.value({"expr": f"width - {INDENT}"}), text="label:N", href="href:N", tooltip="hover:N"
    )
    gaps = rows.mark_text(align="right", color=colours.quiet, fontSize=11.5, **words)
    shown = alt.condition(f"width > {ROOM}", "gap:N", alt.value(""))
    gaps = gaps.encode(x=alt.value({"expr": "width - datum.room"}), text=shown)
    shade = alt.condition("datum.region", alt.value(colours.data), alt.value(colours.muted))
    others = frame.transform_filter("!datum.own").encode(color=shade, tooltip="hover:N")
    dots = others.transform_filter("!datum.derived").mark_tick(thickness=2, height=12, yOffset=DOWN, opacity=0.75)
    # derived from the parts: hollow, as on every other picture
    hollow = others.transform_filter("datum.derived").mark_point(size=30, strokeWidth=1.5, yOffset=DOWN, opacity=0.9)
    means = _means(row, place, colours)
    own = frame.transform_filter("datum.own").mark_point(
        size=95, opacity=1, stroke=colours.chosen, strokeWidth=2.6, yOffset=DOWN
    )
    own = own.encode(
        tooltip="hover:N", description="hover:N",
        fill=alt.condition("datum.derived", alt.value(colours.paper), alt.value(colours.chosen)),
    )  # fmt: skip
    chart = alt.layer(ground, dots, hollow, means, own, names, gaps, values)
    return chart.properties(padding={"left": 0, "right": 0, "top": 0, "bottom": 4}).to_dict()


def _means(row: alt.Y, place: alt.X, colours: theme.Palette) -> alt.Chart:
    """The marks of the region's and of all units' mean under each strip."""
    shade = alt.condition("datum.kind === 'region'", alt.value(colours.data), alt.value(colours.quiet))
    marks = alt.Chart(alt.NamedData("means")).mark_point(
        shape="triangle-up", size=44, opacity=1, strokeWidth=1.4, yOffset=DOWN + 8
    )
    inside = alt.when("datum.derived").then(alt.value(colours.paper)).when("datum.kind === 'region'")
    inside = inside.then(alt.value(colours.data)).otherwise(alt.value(colours.quiet))
    return marks.encode(y=row, x=place, stroke=shade, fill=inside, tooltip="hover:N")
