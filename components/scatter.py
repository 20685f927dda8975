"""Two indicators of all units: one point a unit, the fitted line, compared and outlying units named."""

from __future__ import annotations

import altair as alt

from components import slots, theme


def scatter(dark: bool = False) -> dict:
    """Return the specification; data sets frame (x, y, slot, named, name, derived, hover), fit (x, y) and axes (text, kind)."""
    colours = theme.palette(dark)
    scale = {"zero": False, "nice": False, "padding": 26}
    across = alt.X("x:Q", axis=alt.Axis(title=None, tickCount=6), scale=alt.Scale(**scale))
    up = alt.Y("y:Q", axis=alt.Axis(title=None, tickCount=6), scale=alt.Scale(**scale))
    base = alt.Chart(alt.NamedData("frame")).encode(x=across, y=up)
    fit = alt.Chart(alt.NamedData("fit")).mark_line(
        stroke=colours.quiet, strokeDash=[5, 4], strokeWidth=1.4, tooltip=None
    )
    chosen = base.transform_filter("datum.slot >= 0")
    dots = base.transform_filter("datum.slot < 0").mark_point(size=60, strokeWidth=1.6, opacity=0.95)
    dots = dots.encode(
        color=alt.condition("datum.named", alt.value(colours.ink), alt.value(colours.outline)),
        fill=alt.condition("datum.derived", alt.value(colours.paper), alt.value(colours.muted)),
        tooltip="hover:N", description="hover:N",
    )  # fmt: skip
    marks = chosen.mark_point(size=140, strokeWidth=2.2, opacity=1).encode(
        color=slots.colour(dark), shape=slots.shape(), fill=slots.fill(dark), tooltip="hover:N", description="hover:N"
    )
    # A rim of paper keeps a name readable over other points.
    words = base.transform_filter("datum.named").encode(text="name:N")
    rim = words.mark_text(
        align="left", dx=11, dy={"expr": "datum.dy"}, stroke=colours.paper, strokeWidth=4, opacity=0.85, tooltip=None
    )
    names = words.mark_text(align="left", dx=11, dy={"expr": "datum.dy"}, color=colours.ink, tooltip=None)
    return alt.layer(*_titles(colours), fit.encode(x=across, y=up), dots, rim, marks, names).to_dict()


def _titles(colours: theme.Palette) -> list[alt.Chart]:
    """The names of the axes at their ends; they travel as data, so that the specification never changes."""
    base = alt.Chart(alt.NamedData("axes"))
    words = {"color": colours.quiet, "fontWeight": 500, "tooltip": None}
    right = base.transform_filter("datum.kind === 'x'").mark_text(align="right", baseline="bottom", dy=-5, **words)
    top = base.transform_filter("datum.kind === 'y'").mark_text(align="left", baseline="top", dx=5, **words)
    return [
        right.encode(x=alt.value("width"), y=alt.value("height"), text="text:N"),
        top.encode(x=alt.value(0), y=alt.value(0), text="text:N"),
    ]
