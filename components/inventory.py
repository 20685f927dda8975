"""A list of single figures: what each counts, its value, and its share of a whole where it has one."""

from __future__ import annotations

import altair as alt

from components import theme

ROW = 48
TITLE_AT, COUNTS_AT, BAR_AT = -14, 4, 17
INDENT = 2
SMALL, LINE = 11.5, 14


def row(lines: int) -> int:
    """Return the height of a row whose explanation has so many lines."""
    return ROW + LINE * (lines - 1)


def inventory(dark: bool = False, lines: int = 1) -> dict:
    """Return the specification of a list; data set frame (line, title, label, counts, part, bound).

    part is the share of a whole (0 to 1), missing where there is none; bound says that the value is an upper bound.
    lines: of the longest explanation, broken in counts.
    """
    colours, up = theme.palette(dark), -LINE * (lines - 1) / 2
    base = alt.Chart(alt.NamedData("frame")).encode(y=alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(padding=0)))
    right = alt.value({"expr": f"width - {INDENT}"})
    title = base.mark_text(align="left", baseline="middle", yOffset=TITLE_AT + up, color=colours.ink, fontWeight=500)
    broken = {"lineBreak": "\n", "lineHeight": LINE} if lines > 1 else {}
    counts = base.mark_text(
        align="left", baseline="middle", yOffset=COUNTS_AT + up, color=colours.quiet, fontSize=SMALL, **broken
    )
    label = base.mark_text(
        align="right", baseline="middle", yOffset=TITLE_AT + up, color=colours.ink, fontWeight=600, fontSize=15
    )
    whole = base.transform_filter("isValid(datum.part)")
    ground = whole.mark_rule(strokeWidth=4, stroke=colours.line, yOffset=BAR_AT - up).encode(
        x=alt.value(INDENT), x2=right
    )
    place = alt.X("zero:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))
    bar = whole.transform_calculate(zero="0").mark_rule(strokeWidth=4, yOffset=BAR_AT - up)
    bar = bar.encode(
        x=place, x2="part:Q", color=alt.condition("datum.bound", alt.value(colours.outline), alt.value(colours.data))
    )
    chart = alt.layer(
        title.encode(x=alt.value(INDENT), text="title:N"), counts.encode(x=alt.value(INDENT), text="counts:N"),
        label.encode(x=right, text="label:N"), ground, bar,
    )  # fmt: skip
    return chart.properties(padding={"left": 0, "right": 0, "top": 2, "bottom": 2}).to_dict()
