"""One indicator's way to its targets: observed line, required paths, projection, breaks of method, figures that conflict."""

from __future__ import annotations

import altair as alt

from components import theme

# Above or below its mark as the frame says.
LIFT = {"expr": "datum.lift"}


def trajectory(dark: bool = False, reverse: bool = False) -> dict:
    """Return the specification of a trajectory; reverse draws ranks with the first place on top.

    Data sets: frame (position, value, part, kind, label, hover), paths (position, value, path, passed), goals (position, value, label,
    side, lift, missed, hover), ahead (position, value), room (position, value: corners that must be seen) and breaks (position, text). kind of a point: line, beside (not comparable),
    conflict (another source).
    """
    colours = theme.palette(dark)
    axis = alt.Axis(title=None, format="d", tickMinStep=1, tickCount=6, grid=False, labelFlush=False)
    across = alt.X("position:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=30))
    up = alt.Y("value:Q", axis=alt.Axis(title=None, tickCount=5),
               scale=alt.Scale(zero=False, nice=False, padding=30, reverse=reverse))  # fmt: skip

    def of(name: str) -> alt.Chart:
        return alt.Chart(alt.NamedData(name)).encode(x=across, y=up)

    paths = of("paths").mark_line(stroke=colours.target, strokeDash=[6, 4], tooltip=None).encode(
        detail="path:N", strokeWidth=alt.condition("datum.passed", alt.value(1.1), alt.value(2)),
        opacity=alt.condition("datum.passed", alt.value(0.6), alt.value(1)),
    )  # fmt: skip
    onward = of("ahead").mark_line(stroke=colours.quiet, strokeDash=[1.5, 3.5], strokeWidth=2.6, strokeCap="round")
    # Invisible: gives the axes their room where a single mark is all there is.
    room = of("room").mark_point(opacity=0, tooltip=None)
    layers = [
        room,
        *_breaks(across, colours),
        paths,
        onward,
        *_observed(of("frame"), colours),
        *_goals(of("goals"), colours),
    ]
    return alt.layer(*layers).properties(padding={"left": 0, "right": 4, "top": 4, "bottom": 0}).to_dict()


def _breaks(across: alt.X, colours: theme.Palette) -> list[alt.Chart]:
    base = alt.Chart(alt.NamedData("breaks")).encode(x=across)
    rule = base.mark_rule(stroke=colours.outline, strokeDash=[3, 4], tooltip=None)
    why = base.mark_text(
        align="left", baseline="top", dx=4, fontSize=11.5, color=colours.quiet, lineBreak="\n", lineHeight=13
    )
    return [rule, why.encode(y=alt.value(0), text="text:N")]


def _observed(base: alt.Chart, colours: theme.Palette) -> list[alt.Chart]:
    """Comparable figures as a line with points; the others as hollow points beside it, a second source as a cross."""
    line = base.transform_filter("datum.kind === 'line'")
    other = base.transform_filter("datum.kind !== 'line'")
    drawn = line.mark_line(stroke=colours.data, strokeWidth=2.6).encode(detail="part:N")
    points = line.mark_point(filled=True, size=64, opacity=1, color=colours.data).encode(
        tooltip="hover:N", description="hover:N"
    )
    beside = other.mark_point(size=52, opacity=1, strokeWidth=1.6, color=colours.quiet).encode(
        shape=alt.condition("datum.kind === 'conflict'", alt.value("cross"), alt.value("circle")),
        tooltip="hover:N", description="hover:N",
    )  # fmt: skip
    words = base.transform_filter("datum.label !== ''").encode(text="label:N")
    looks = (halo(colours), {"color": colours.ink})
    return [drawn, beside, points, *(words.mark_text(dy=17, fontWeight=600, **look) for look in looks)]


def halo(colours: theme.Palette) -> dict:
    """Return the look of the paper around words that stand over lines."""
    return {"color": colours.paper, "stroke": colours.paper, "strokeWidth": 3, "strokeJoin": "round", "opacity": 0.9}


def _goals(base: alt.Chart, colours: theme.Palette) -> list[alt.Chart]:
    """The targets: a diamond, red where missed, with its level and its document."""
    shade = alt.condition("datum.missed", alt.value(colours.chosen), alt.value(colours.target))
    marks = base.mark_point(shape="diamond", filled=True, size=130, opacity=1).encode(
        color=shade, tooltip="hover:N", description="hover:N"
    )
    words = {"fontSize": 12, "lineBreak": "\n", "lineHeight": 14, "dy": LIFT, "tooltip": None}
    layers = [marks]
    for side, align, dx in (("left", "right", -9), ("right", "left", 10)):
        beside = base.transform_filter(f"datum.side === '{side}' && datum.label !== ''").encode(text="label:N")
        for look in (halo(colours), {"color": colours.ink}):
            layers.append(beside.mark_text(align=align, baseline="middle", dx=dx, **words, **look))
    return layers
