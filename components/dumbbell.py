"""Two periods of several units: one row a unit, an empty mark for the earlier period, a full one for the later."""

from __future__ import annotations

import altair as alt

from components import slots, theme

ROW = 58


def dumbbell(dark: bool = False, ranks: bool = False) -> dict:
    """Return the specification; data set frame (line, slot, earlier, later, earlier_label, later_label, change_label, rising, hover).

    ranks turns the axis, so that the first place stands at the right.
    """
    colours = theme.palette(dark)
    row = alt.Y("line:N", sort=None, axis=alt.Axis(title=None, labelLimit=0, ticks=False, domain=False, labelPadding=8))
    scale = alt.Scale(reverse=ranks, zero=False, nice=False, padding=90)
    axis = alt.Axis(
        title=None, tickCount=5, **({"format": "d", "tickMinStep": 1, "labelExpr": slots.RANKS} if ranks else {})
    )
    first, last = (alt.X(f"{name}:Q", scale=scale, axis=axis) for name in ("earlier", "later"))
    base = alt.Chart(alt.NamedData("frame")).encode(y=row)
    rule = base.mark_rule(strokeWidth=3, opacity=0.6).encode(x=first, x2="later:Q", color=slots.colour(dark))
    marks = {"size": 130, "opacity": 1, "strokeWidth": 2.2}
    empty = base.mark_point(fill=colours.paper, **marks).encode(
        x=first, color=slots.colour(dark), shape=slots.shape(), tooltip="hover:N"
    )
    full = base.mark_point(**marks).encode(
        x=last,
        color=slots.colour(dark),
        shape=slots.shape(),
        fill=slots.fill(dark, "false"),
        tooltip="hover:N",
        description="hover:N",
    )
    texts = [
        _text(base, side, ahead, first if side == "earlier" else last, colours)
        for side in ("earlier", "later")
        for ahead in (True, False)
    ]
    moved = base.mark_text(dy=-17, fontWeight=600, color=colours.ink).encode(x=last, text="change_label:N")
    return alt.layer(rule, empty, full, *texts, moved).to_dict()


def _text(base: alt.Chart, side: str, rising: bool, across: alt.X, colours: theme.Palette) -> alt.Chart:
    """The value beside one end, on the side away from the other end."""
    outward = (side == "later") == rising
    held = base.transform_filter("datum.rising" if rising else "!datum.rising")
    mark = held.mark_text(
        align="left" if outward else "right", dx=12 if outward else -12, color=colours.quiet, fontSize=12, lineBreak="\n", lineHeight=14,
    )  # fmt: skip
    return mark.encode(x=across, text=f"{side}_label:N")
