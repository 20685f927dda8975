"""Ranks over time: every unit of one basis a grey line, the compared ones in colour with their rank beside each mark, its interval behind it."""

from __future__ import annotations

import altair as alt

from components import lines, slots, theme

HEIGHT = 400
NUMBER = 12  # pixels from one written rank to the next
SPAN = 6  # pixels between the intervals of two units


def bump(dark: bool = False) -> dict:
    """Return the specification; data sets frame (position, place, slot, part, unit, hover, number, number_place, derived, rank_low, rank_high), links, breaks and labels.

    part joins a unit's ranks of one edition; links (position, to, place, place_to, slot) lead across a change of method, dashed.
    """
    colours = theme.palette(dark)
    axis = alt.Axis(title=None, format="d", tickMinStep=1, grid=False, labelFlush=False)
    across = alt.X("position:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=44))
    scale = alt.Scale(reverse=True, zero=False, nice=False, padding=24)
    up = alt.Y(
        "place:Q",
        scale=scale,
        axis=alt.Axis(title=None, format="d", tickMinStep=1, tickCount=8, domain=False, labelExpr=slots.RANKS),
    )
    base = alt.Chart(alt.NamedData("frame")).encode(x=across, y=up)
    links = alt.Chart(alt.NamedData("links")).encode(
        x=across, x2="to:Q", y=up, y2="place_to:Q", color=slots.colour(dark)
    )
    drawn = [*_rest(base, links, dark), *_named(base, links, colours, dark)]
    ends = alt.Chart(alt.NamedData("labels")).mark_text(align="left", fontWeight=600, color=colours.ink, tooltip=None)
    ends = ends.encode(x=alt.value({"expr": "width + 8"}), y=alt.Y("place:Q", scale=scale), text="name:N")
    return alt.layer(*lines.breaks(across, colours), *drawn, ends).to_dict()


def _rest(base: alt.Chart, links: alt.Chart, dark: bool) -> list[alt.Chart]:
    """The units that are not compared: quiet lines and small dots."""
    rest = base.transform_filter("datum.slot < 0")
    return [
        links.transform_filter("datum.slot < 0").mark_rule(strokeWidth=1, strokeDash=[1, 4], opacity=0.6, tooltip=None),
        rest.mark_line(strokeWidth=1.1, opacity=0.75, tooltip=None).encode(detail="part:N", color=slots.colour(dark)),
        rest.mark_point(filled=True, size=18, opacity=1).encode(color=slots.colour(dark), tooltip="hover:N"),
    ]


def _named(base: alt.Chart, links: alt.Chart, colours: theme.Palette, dark: bool) -> list[alt.Chart]:
    """The compared units: the interval of each rank, line, mark, and the rank beside it."""
    named = base.transform_filter("datum.slot >= 0")
    words = {"fontSize": 12, "fontWeight": 600, "tooltip": None, "align": "right", "dx": -11}
    # in an offset of its own for each unit, so that intervals that overlap stay apart
    spans = named.transform_filter("isValid(datum.rank_low)").mark_rule(
        strokeWidth=5, opacity=0.35, strokeCap="round", xOffset={"expr": f"{SPAN} * (datum.slot + 2)"}
    )
    return [
        spans.encode(y="rank_low:Q", y2="rank_high:Q", color=slots.colour(dark), tooltip="hover:N"),
        links.transform_filter("datum.slot >= 0").mark_rule(strokeWidth=2, strokeDash=[2, 5], tooltip=None),
        named.mark_line(strokeWidth=3).encode(detail="part:N", color=slots.colour(dark)),
        named.mark_point(size=120, opacity=1, strokeWidth=2).encode(
            color=slots.colour(dark),
            fill=slots.fill(dark),
            shape=slots.shape(),
            tooltip="hover:N",
            description="hover:N",
        ),
        # The rank stands on a rim of paper, so that crossing lines leave it readable; ranks side by side are moved apart.
        named.mark_text(stroke=colours.paper, strokeWidth=4, **words).encode(y="number_place:Q", text="number:N"),
        named.mark_text(color=colours.ink, **words).encode(y="number_place:Q", text="number:N"),
    ]
