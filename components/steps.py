"""From a part then to the merged unit now: one row a part, two steps, progress and effect of the merger."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 68
NAME_AT, STEPS_AT, TRACK_AT = -22, -5, 18
# Where a picture is too narrow for the name and the way side by side, the way stands on a line of its own.
NARROW = "width < 620"
# The two steps run beside each other, so that a way back does not cover the way there.
BESIDE = 4
INDENT = 2


def steps(dark: bool = False) -> dict:
    """Return the specification of steps; data sets frame (line, hover), rows (line, name, way, said, total),
    segments (line, share, share2, kind progress or merger, hover) and marks (line, share, kind start, between or end, derived, hover).

    share is a place on the track of a row, better always right.
    """
    colours = theme.palette(dark)
    row = alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    place = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, padding=10))
    rows = alt.Chart(alt.NamedData("rows")).encode(y=row)
    right = {"expr": f"width - {INDENT}"}

    def words(field: str, at: dict | int, align: dict | str, x: dict | int, colour: str, **look) -> alt.Chart:
        text = rows.mark_text(align=align, baseline="middle", yOffset=at, color=colour, **look)
        return text.encode(x=alt.value(x), text=f"{field}:N")

    def lifted(at: int, by: int) -> dict:
        return {"expr": f"{NARROW} ? {at + by} : {at}"}

    ground = rows.mark_rule(stroke=colours.line, yOffset=TRACK_AT).encode(
        x=alt.value(8), x2=alt.value({"expr": "width - 8"})
    )
    ways = alt.Chart(alt.NamedData("segments")).encode(y=row, x=place, x2="share2:Q", tooltip="hover:N")
    progress = ways.transform_filter("datum.kind === 'progress'").mark_rule(
        strokeWidth=5, yOffset=TRACK_AT - BESIDE, color=colours.data, opacity=0.9
    )
    merger = ways.transform_filter("datum.kind === 'merger'").mark_rule(
        strokeWidth=5, yOffset=TRACK_AT + BESIDE, color=colours.target, opacity=0.95, strokeDash=[3, 2]
    )
    chart = alt.layer(
        ground, progress, merger, _marks(row, place, colours),
        words("name", lifted(NAME_AT, -6), "left", INDENT, colours.ink, fontWeight=600, fontSize=13),
        words("way", lifted(NAME_AT, 9), {"expr": f"{NARROW} ? 'left' : 'right'"}, {"expr": f"{NARROW} ? {INDENT} : width - {INDENT}"},
              colours.ink, fontWeight=600, fontSize=13),
        words("said", lifted(STEPS_AT, 7), "left", INDENT, colours.quiet, fontSize=12),
        words("total", lifted(STEPS_AT, 7), "right", right, colours.quiet, fontSize=12),
    )  # fmt: skip
    return chart.properties(padding={"left": 0, "right": 0, "top": 0, "bottom": 4}).to_dict()


def _marks(row: alt.Y, place: alt.X, colours: theme.Palette) -> alt.LayerChart:
    """The part then, the part now had it stayed alone, and the merged unit now."""
    marks = alt.Chart(alt.NamedData("marks")).encode(y=row, x=place, tooltip="hover:N", description="hover:N")
    between = marks.transform_filter("datum.kind === 'between'").mark_tick(
        thickness=3, height=18, yOffset=TRACK_AT, color=colours.ink, opacity=1
    )
    start = marks.transform_filter("datum.kind === 'start'").mark_tick(
        thickness=3, height=18, yOffset=TRACK_AT, color=colours.outline, opacity=1
    )
    end = marks.transform_filter("datum.kind === 'end'").mark_point(
        size=95, opacity=1, stroke=colours.chosen, strokeWidth=2.6, yOffset=TRACK_AT
    )
    end = end.encode(fill=alt.condition("datum.derived", alt.value(colours.paper), alt.value(colours.chosen)))
    return alt.layer(start, between, end)
