"""How many targets stand where: one bar for those past due, one for those ahead."""

from __future__ import annotations

import altair as alt

from components import progress_marks, theme

ROW = 26
NAMES = 126
KEY = 26  # height of the names below a bar


def tally(dark: bool = False, key: bool = False) -> dict:
    """Return the specification of the count of targets; data set frame (line, category, start, end, label, need, hover, on, rev) and rows (line, name).

    start and end are shares of the longest bar; need is the room in points that a segment's words take.
    key: with the name and count of every segment below its bar, in their order (data set key: line, category, text, x).
    """
    colours = theme.palette(dark)
    row = alt.Y("line:O", axis=None, sort=None, scale=alt.Scale(paddingInner=0.6 if key else 0.22, paddingOuter=0.06))
    across = alt.Scale(domain=[0, 1], range=[NAMES, {"expr": "width"}], nice=False)
    base = alt.Chart(alt.NamedData("frame")).encode(y=row)
    fill = alt.Color("category:N", scale=alt.Scale(**progress_marks.colour_scale(dark)), legend=None)
    bars = base.mark_bar(stroke=colours.paper, strokeWidth=2, cursor="pointer").encode(
        x=alt.X("start:Q", axis=None, scale=across), x2="end:Q", color=fill, tooltip="hover:N", description="hover:N",
        opacity=alt.condition("datum.on", alt.value(1), alt.value(0.35)),
    )  # fmt: skip
    bars = bars.add_params(alt.selection_point(name="pick", fields=["category", "rev"], toggle=False, clear=False))
    words = base.mark_text(
        align="left", baseline="middle", dx=8, fontWeight=600, cursor="pointer", tooltip=None
    ).encode(color=alt.condition("datum.on", alt.value(colours.paper), alt.value(colours.quiet)))
    room = f"(datum.end - datum.start) * (width - {NAMES}) - 14"
    full = words.transform_filter(f"{room} >= datum.need").encode(x=alt.X("start:Q", scale=across), text="label:N")
    short = words.transform_filter(f"{room} < datum.need && {room} >= 4").encode(
        x=alt.X("start:Q", scale=across), text="count:N"
    )
    names = alt.Chart(alt.NamedData("rows")).mark_text(align="left", baseline="middle", color=colours.ink)
    names = names.encode(y=row, x=alt.value(0), text="name:N")
    below = {"left": 0, "right": 0, "top": 0, "bottom": KEY if key else 0}
    layers = [bars, full, short, names, *(_key(row, fill, colours) if key else [])]
    return alt.layer(*layers).resolve_scale(color="independent").properties(padding=below).to_dict()


def _key(row: alt.Y, fill: alt.Color, colours: theme.Palette) -> list[alt.Chart]:
    """Every segment's name and count below its bar."""
    below = {"expr": f"bandwidth('y') / 2 + {KEY * 0.6}"}
    rows = alt.Chart(alt.NamedData("key")).encode(y=row)
    square = rows.mark_square(size=130, opacity=1, yOffset=below).encode(
        x=alt.value({"expr": "datum.x + 7"}), color=fill
    )
    words = rows.mark_text(align="left", baseline="middle", color=colours.ink, yOffset=below)
    return [square, words.encode(x=alt.value({"expr": "datum.x + 18"}), text="text:N")]
