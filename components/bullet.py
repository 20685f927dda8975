"""Bullet bars: one line a target with its value, its mark, the value before and at most three worded ranges."""

from __future__ import annotations

import altair as alt

from components import progress_marks, theme

ROW = 36
HEAD = 28
GROUP = 34
# Where the bars lie: from here to a share of the width; words follow.
LEFT = 42
SHARE = 0.46
# Under this width the deciding figure is left to the tooltip, and what is asked stands below the bar, which moves up.
WIDE = 470
# There the name of an indicator ends where its newest figure begins: so many pixels has a letter of the figure, of the name.
LETTER, BOLD = 6.7, 7.5
LIFT = {"expr": f"width > {WIDE} ? 0 : -7"}
RANGES = {False: ("#bac8da", "#ebf0f6", "#bcdaf7"), True: ("#33476a", "#1a2740", "#1d4a80")}


def bullet(dark: bool = False, touched: bool = True) -> dict:
    """Return the specification of bullet bars; every place `y` is in points, every length a share of 0 to 1.

    Data sets: frame (y, year, value, mark, mark_high, before, category, word, word_brief, figure, line, hover, missed), ranges (y, start, end, kind),
    heads (y, name, latest, brief, group) and chosen (top, bottom). touched: whether its lines answer the pointer, for which they reach beyond the picture's edges.
    """
    colours = theme.palette(dark)
    across = alt.Scale(domain=[0, 1], range=[LEFT, {"expr": f"width * {SHARE}"}], nice=False)
    rows = alt.Chart(alt.NamedData("frame")).encode(y=_place("y"))
    layers = [_ground(colours), _ranges(across, dark), *_measure(rows, across, colours), *_words(rows, dark, colours)]
    layers += _heads(colours)
    if touched:
        layers.append(_hit(rows))
    chart = alt.layer(*layers).resolve_scale(color="independent")
    return chart.properties(padding={"left": 0, "right": 0, "top": 0, "bottom": 0}).to_dict()


def _place(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", axis=None, scale=None)


def _ground(colours: theme.Palette) -> alt.Chart:
    """The block of the chosen indicator, behind everything."""
    block = alt.Chart(alt.NamedData("chosen")).mark_rect(fill=colours.panel, cornerRadius=6, tooltip=None)
    return block.encode(y=_place("top"), y2="bottom:Q", x=alt.value(-6), x2=alt.value({"expr": "width"}))


def _ranges(across: alt.Scale, dark: bool) -> alt.Chart:
    shades = alt.Scale(domain=["below", "way", "met"], range=list(RANGES[dark]))
    bands = alt.Chart(alt.NamedData("ranges")).mark_rule(strokeWidth=18, yOffset=LIFT, tooltip=None)
    return bands.encode(
        y=_place("y"), x=alt.X("start:Q", axis=None, scale=across), x2="end:Q",
        color=alt.Color("kind:N", scale=shades, legend=None),
    )  # fmt: skip


def _measure(rows: alt.Chart, across: alt.Scale, colours: theme.Palette) -> list[alt.Chart]:
    """Value bar from zero, the value before it, the target's mark (a range has two)."""
    value = rows.mark_rule(strokeWidth=8, stroke=colours.data, yOffset=LIFT).encode(
        x=alt.X("zero:Q", axis=None, scale=across), x2="value:Q"
    )
    before = rows.transform_filter("isValid(datum.before)").mark_tick(
        orient="vertical", thickness=2, size=18, yOffset=LIFT, color=colours.ink, opacity=0.75
    )
    before = before.encode(x=alt.X("before:Q", scale=across))
    shade = alt.condition("datum.missed", alt.value(colours.chosen), alt.value(colours.target))
    mark = rows.mark_tick(
        orient="vertical", thickness=4, size={"expr": f"width > {WIDE} ? 26 : 21"}, yOffset=LIFT, opacity=1
    ).encode(x=alt.X("mark:Q", scale=across), color=shade)
    high = rows.transform_filter("isValid(datum.mark_high)")
    span = high.mark_rule(strokeWidth=4, yOffset=LIFT, opacity=1).encode(
        x=alt.X("mark:Q", scale=across), x2="mark_high:Q", color=shade
    )
    return [value, before, span, mark]


def _words(rows: alt.Chart, dark: bool, colours: theme.Palette) -> list[alt.Chart]:
    """Year at the left; at the right the category with its shape, and what is asked, by which document."""
    fill = alt.Color("category:N", scale=alt.Scale(**progress_marks.colour_scale(dark)), legend=None)
    year = rows.mark_text(align="left", baseline="middle", fontWeight=600, yOffset=LIFT).encode(
        x=alt.value(0), text="year:N"
    )
    right = {"expr": f"width * {SHARE} + 22"}
    shape = alt.Shape("category:N", scale=alt.Scale(**progress_marks.shape_scale()), legend=None)
    sign = rows.mark_point(filled=True, size=84, opacity=1, yOffset=-7).encode(
        x=alt.value({"expr": f"width * {SHARE} + 12"}), color=fill, shape=shape
    )
    word = rows.transform_calculate(shown=f"width > {WIDE} ? datum.word : datum.word_brief").mark_text(
        align="left", baseline="middle", yOffset=-7, fontWeight=600, limit={"expr": f"width * {1 - SHARE} - 24"}
    )
    word = word.encode(x=alt.value(right), text="shown:N", color=fill)
    held = rows.transform_filter(f"width > {WIDE}").mark_text(
        align="right", baseline="middle", yOffset=-7, color=colours.ink
    )
    held = held.encode(x=alt.value({"expr": "width - 6"}), text="figure:N")
    asked = rows.mark_text(
        align="left", baseline="middle", yOffset={"expr": f"width > {WIDE} ? 8 : 11"}, fontSize=11.5, color=colours.quiet,
        limit={"expr": f"width > {WIDE} ? width * {1 - SHARE} - 8 : width"},
    )  # fmt: skip
    asked = asked.encode(x=alt.value({"expr": f"width > {WIDE} ? width * {SHARE} + 6 : 0"}), text="line:N")
    return [year, sign, word, held, asked]


def _heads(colours: theme.Palette) -> list[alt.Chart]:
    """The name of each group, and of each indicator with its newest figure."""
    heads = alt.Chart(alt.NamedData("heads")).encode(y=_place("y"))
    group = heads.transform_filter("datum.group").mark_text(
        align="left", baseline="middle", fontSize=12, fontWeight=700, color=colours.data
    )
    rule = heads.transform_filter("datum.group").mark_rule(stroke=colours.line, strokeWidth=1, yOffset=11)
    room = f"width - 12 - {LETTER} * length(datum.brief)"
    name = heads.transform_filter("!datum.group").mark_text(
        align="left",
        baseline="middle",
        fontWeight=600,
        color=colours.ink,
        limit={"expr": f"width > {WIDE} ? width * {SHARE} + 60 : {room}"},
        # a long name on a phone is written smaller before it is cut
        fontSize={"expr": f"width > {WIDE} ? 13 : clamp(13 * ({room}) / ({BOLD} * length(datum.name)), 10.5, 13)"},
    )
    latest = heads.transform_filter("!datum.group").transform_calculate(
        shown=f"width > {WIDE} ? datum.latest : datum.brief"
    )
    latest = latest.mark_text(align="right", baseline="middle", color=colours.ink)
    return [
        group.encode(x=alt.value(0), text="name:N"),
        rule.encode(x=alt.value(0), x2=alt.value({"expr": "width"})),
        name.encode(x=alt.value(0), text="name:N"),
        latest.encode(x=alt.value({"expr": "width - 6"}), text="shown:N"),
    ]


def _hit(rows: alt.Chart) -> alt.Chart:
    """The whole line answers the pointer: its sentence, and the choice of its indicator."""
    area = rows.mark_rule(strokeWidth=ROW, opacity=0.004, cursor="pointer").encode(
        x=alt.value(0), x2=alt.value({"expr": "width"}), tooltip="hover:N", description="hover:N"
    )
    return area.add_params(
        alt.selection_point(name="pick", fields=["indicator", "owner", "rev"], toggle=False, clear=False)
    )
