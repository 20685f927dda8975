"""A figure at the sizes of the stage: an SVG whose smallest letters are still read in the last row."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace

import vl_convert

from components import choropleth, drawing, former_borders, theme
from components.figure import Figure
from indicators.export import pictures

# Chart points to points of a slide 1080 high: the smallest letters, 11 points, become 24 of 1080.
SCALE = 2.2
SMALLEST = 11
# shape of the screen -> kind of slide -> width and height of its picture, in points of a slide 1080 high
AREAS = {
    "wide": {"map": (1000, 1010), "chart": (1792, 630)},
    "square": {"map": (800, 1010), "chart": (1320, 600)},
}
# The stage's colours: text keeps a contrast of 7 to 1 on paper.
QUIET, RED = "#414c60", "#a50d26"
REPLACED = {theme.LIGHT.quiet: QUIET, theme.LIGHT.chosen: RED}
COMPOSED = ("vconcat", "hconcat", "concat", "facet", "repeat")


def kind_of(figure: Figure) -> str:
    """Return the kind of slide of a figure: "map" beside its words, "chart" below them."""
    return "map" if figure.geometry else "chart"


def shortened(figure: Figure, height: float) -> Figure:
    """Return an ordered list cut to the rows that fit: the best, the chosen one, the last; other figures as they are."""
    frame, extra = figure.frame, figure.extra
    if figure.height <= height:
        return figure
    if {"rows", "means"} <= set(extra) and "line" in frame:
        fits = int(height / (figure.height / len(extra["rows"])))
        kept = {name: rows[rows["line"] < fits] if "line" in rows else rows for name, rows in extra.items()}
        return replace(figure, frame=frame[frame["line"] < fits], extra=kept, height=int(height))
    if not {"line", "unit", "rank"} <= set(frame) or frame["line"].duplicated().any():
        return figure
    fits = max(4, int((height - 10) / (figure.height / len(frame))))
    chosen = frame[frame["on"]] if "on" in frame else frame.iloc[0:0]
    kept = frame[frame.index.isin([*frame.index[: fits - 1 - len(chosen)], *chosen.index, frame.index[-1]])]
    return replace(figure, frame=kept, height=int(height))


def _readable(node: object) -> object:
    """The same specification in the stage's colours, no letters below the smallest."""
    if isinstance(node, dict):
        return {
            key: max(SMALLEST, value) if key.lower().endswith("fontsize") and isinstance(value, int | float) else _readable(value)
            for key, value in node.items()
        }  # fmt: skip
    if isinstance(node, list):
        return [_readable(part) for part in node]
    if isinstance(node, str):
        # beside its words a map is slim: its legend stays in the sea all the same
        return REPLACED.get(node, node).replace(f"wide < {choropleth.NARROW}", "wide < 0")
    return node


def specification(figure: Figure, width: float, height: float) -> dict:
    """Return the self-contained specification of a figure's picture alone, to be drawn at a size in chart points."""
    main = drawing.inlined(copy.deepcopy(dict(figure.spec)), {})
    for layer in main.get("layer", []):
        if layer.get("data") == {"name": former_borders.FEATURE}:
            # the key of the old borders: below the land, where a slim map is empty
            layer["encoding"]["y"] = {"value": {"expr": "tall - 12"}}
    frames = {"frame": figure.frame, **figure.extra}
    records = {name: json.loads(frame.to_json(orient="records")) for name, frame in frames.items()}
    for one in main.get("params", []):
        if one["name"] == "below":
            # on a slim picture the land moves down, away from the legend in the sea
            one["expr"] = f"-{max(0, height - width) / 1.6:.0f}"
    size = {"width": int(width), "height": int(height), "autosize": {"type": "fit", "contains": "padding"}}
    if any(key in main for key in COMPOSED):
        size = {}
    spec = theme.finish(
        {**main, **size, "datasets": {**main.get("datasets", {}), **records}}, figure.selection.language
    )
    return _readable(spec)


def beside(figure: Figure) -> Figure:
    """Return a figure whose targets are all named at their right, away from the value that they are held against."""
    goals = figure.extra.get("goals")
    if goals is None or "side" not in goals:
        return figure
    return replace(figure, extra={**figure.extra, "goals": goals.assign(side="right")})


def svg(figure: Figure, shape: str, name: str) -> str:
    """Return the picture of a figure for a screen's shape as SVG; name keeps its inner names apart from other pictures'."""
    pictures.typefaces()
    width, height = (part / SCALE for part in AREAS[shape][kind_of(figure)])
    drawn = specification(beside(shortened(figure, height)), width, height)
    text = vl_convert.vegalite_to_svg(drawn, vl_version=pictures.VEGA_LITE)
    text = re.sub(r'\bid="', f'id="{name}-', text)
    text = re.sub(r"url\(#", f"url(#{name}-", text)
    # the stage gives the size; without its own the picture fills its place
    return re.sub(r'^(<svg[^>]*?) width="[^"]*" height="[^"]*"', r"\1", text, count=1)
