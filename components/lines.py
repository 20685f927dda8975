"""Several units over time: one line a unit, broken where the method changed, named at its end."""

from __future__ import annotations

import altair as alt

from components import slots, theme

# Labels at the ends: room of one above the other, and of a further line, in pixels of a picture of HEIGHT.
LABEL, LINE = 38, 14
HEIGHT = 380
_PADDING = 30
ASIDE = 14  # pixels beyond the longest label: signs of another face are wider than measured


def lines(dark: bool = False) -> dict:
    """Return the specification; data sets frame (position, value, slot, part, derived, signed, hover), breaks (position, text, hover, crowded) and labels (position, value, place, slot, name, label).

    part joins the points of one unit in one edition; place is where a label stands, moved apart from its neighbours.
    """
    colours = theme.palette(dark)
    axis = alt.Axis(title=None, format="d", tickMinStep=1, grid=False, labelFlush=False)
    across = alt.X("position:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=22))
    up = alt.Y(
        "value:Q", axis=alt.Axis(title=None, tickCount=5), scale=alt.Scale(zero=False, nice=False, padding=_PADDING)
    )
    base = alt.Chart(alt.NamedData("frame")).encode(x=across, y=up)
    paths = base.mark_line(strokeWidth=2.4).encode(
        detail="part:N", color=slots.colour(dark), strokeDash=alt.condition(f"datum.slot === {slots.MEAN}", alt.value([4, 4]), alt.value([1, 0])),
    )  # fmt: skip
    points = base.mark_point(size=85, opacity=1, strokeWidth=2).encode(
        color=slots.colour(dark), shape=slots.shape(), fill=slots.fill(dark), tooltip="hover:N", description="hover:N"
    )
    sign = base.transform_filter("datum.signed").mark_text(text="*", dx=9, dy=-4, fontSize=13, tooltip=None)
    sign = sign.encode(color=alt.value(colours.ink))
    return (
        alt.layer(*breaks(across, colours), *_ends(across, colours, dark), paths, points, sign)
        .properties(padding={"left": 5, "right": ASIDE, "top": 5, "bottom": 5})
        .to_dict()
    )


def breaks(across: alt.X, colours: theme.Palette) -> list[alt.Chart]:
    """Return the marks of data set breaks: a dashed line where the method changed, and the words."""
    base = alt.Chart(alt.NamedData("breaks")).encode(x=across, tooltip="hover:N")
    # On a phone several of these words would lie on each other; the dashes stay, the notes name the methods.
    shown = alt.condition("datum.crowded && width < 480", alt.value(""), "text:N")
    words = {"align": "center", "baseline": "bottom", "fontSize": 11.5, "lineHeight": 13, "lineBreak": "\n"}
    return [
        base.mark_rule(stroke=colours.outline, strokeDash=[3, 4]),
        base.mark_text(color=colours.quiet, dy=-15, **words).encode(y=alt.value(0), text=shown),
    ]


def _ends(across: alt.X, colours: theme.Palette, dark: bool) -> list[alt.Chart]:
    """The name and the last value of each line at the right edge, a thin line leading to it from the last point."""
    base = alt.Chart(alt.NamedData("labels"))
    edge = alt.value({"expr": "width + 14"})
    leader = base.mark_rule(strokeWidth=1, opacity=0.55, tooltip=None).encode(
        x=across, x2=alt.value({"expr": "width + 9"}), y="value:Q", y2="place:Q", color=slots.colour(dark)
    )
    words = {"align": "left", "tooltip": None}
    below = {"dy": 8, "fontSize": 12, "lineBreak": "\n", "lineHeight": LINE}
    names = base.mark_text(fontWeight=600, color=colours.ink, dy=-8, **words).encode(x=edge, y="place:Q", text="name:N")
    values = base.mark_text(color=colours.quiet, **below, **words).encode(x=edge, y="place:Q", text="label:N")
    return [leader, names, values]


def apart(values: list[float], least: float, most: float, room: float, height: float = HEIGHT) -> list[float]:
    """Return where labels stand so that no two are nearer than `room` pixels; values in the order given, all in value units.

    least and most are the ends of the drawn values, height the picture's.
    """
    span = (most - least) or abs(most) or 1.0
    step = room * span / max(1.0, height - 2 * _PADDING - 40)
    order = sorted(range(len(values)), key=lambda index: values[index])
    placed = [values[index] for index in order]
    for index in range(1, len(placed)):
        placed[index] = max(placed[index], placed[index - 1] + step)
    ceiling = max(most, least + step * (len(placed) - 1))
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - step
    found = [0.0] * len(values)
    for index, place in zip(order, placed, strict=True):
        found[index] = place
    return found
