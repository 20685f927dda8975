"""Who moved most: one line a unit from its earlier rank to its later one."""

from __future__ import annotations

import altair as alt

from components import theme

# Room at both ends of the track for the words of a move; on a narrow picture they are the move alone.
NARROW, SHORT, LONG = "width < 520", 34, 132


def movers(dark: bool = False) -> dict:
    """Return the specification of rank moves; data set frame (line, rank_earlier, rank_later, label, firm, rising, hover).

    Behind the move stands, where there is room, what the rank now is and how firm (firm).
    """
    colours = theme.palette(dark)
    row = alt.Y("line:N", sort=None, axis=alt.Axis(title=None, labelLimit=0, ticks=False, domain=False))
    scale = alt.Scale(reverse=True, zero=False, nice=False, padding={"expr": f"{NARROW} ? {SHORT} : {LONG}"})
    base = alt.Chart(alt.NamedData("frame")).encode(y=row)
    words = f"{NARROW} ? datum.label : datum.label + datum.firm"
    colour = alt.condition("datum.rising", alt.value(colours.data), alt.value(colours.target))
    axis = alt.Axis(title=None, tickMinStep=1, format="d", tickCount=6, labelExpr="datum.value < 1 ? '' : datum.label")
    lines = base.mark_rule(strokeWidth=3).encode(
        x=alt.X("rank_earlier:Q", scale=scale, axis=axis), x2="rank_later:Q", color=colour
    )
    starts = base.mark_point(filled=True, size=36, opacity=1, color=colours.outline).encode(
        x=alt.X("rank_earlier:Q", scale=scale), tooltip="hover:N"
    )
    ends = base.mark_point(filled=True, size=80, opacity=1).encode(
        x=alt.X("rank_later:Q", scale=scale), color=colour, tooltip="hover:N", description="hover:N"
    )
    right = (
        base.transform_filter("datum.rising")
        .transform_calculate(words=words)
        .mark_text(align="left", dx=9)
        .encode(x=alt.X("rank_later:Q", scale=scale), text="words:N")
    )
    left = (
        base.transform_filter("!datum.rising")
        .transform_calculate(words=words)
        .mark_text(align="right", dx=-9)
        .encode(x=alt.X("rank_later:Q", scale=scale), text="words:N")
    )
    return (
        alt.layer(lines, starts, ends, right, left)
        .properties(padding={"right": 70, "left": 4, "top": 4, "bottom": 4})
        .to_dict()
    )
