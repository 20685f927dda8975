"""A figure at the sizes of the stage: an SVG whose smallest letters are still read in the last row."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace

import vl_convert

from components import choropleth, drawing, former_borders, stage_layout, theme, tiles
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
    return "map" if stage_layout.is_upright(figure) else "chart"


def _readable(node: object, lower: float = 1) -> object:
    """The same specification in the stage's colours, no letters below the smallest; lower draws words and marks of rows together."""
    if isinstance(node, dict):
        return {key: _sized(key, value, lower) for key, value in node.items()}
    if isinstance(node, list):
        return [_readable(part, lower) for part in node]
    if isinstance(node, str):
        # beside its words a map is slim: its legend stays in the sea all the same
        return REPLACED.get(node, node).replace(f"wide < {choropleth.NARROW}", "wide < 0")
    return node


def _sized(key: str, value: object, lower: float) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if key.lower().endswith("fontsize"):
            return max(SMALLEST, value)
        if key == "yOffset":
            return value * lower
    return _readable(value, lower)


def _cells(node: object) -> object:
    """The specification of a map of cells for a slim picture: names in two lines, as large as the smallest letters."""
    if isinstance(node, dict):
        held = {key: _cells(value) for key, value in node.items()}
        return {**held, "lineHeight": 13} if held.get("lineHeight") == tiles.LINE else held
    if isinstance(node, list):
        return [_cells(part) for part in node]
    narrow = f"wide < {choropleth.NARROW}"
    return (
        node.replace(f"{narrow} ? 7.5 : 10", str(SMALLEST))
        .replace("? -4 : 0", "? -6 : 0")
        .replace(narrow, "wide < 9999")
        if isinstance(node, str)
        else node
    )


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
    if stage_layout.is_cells(figure):
        spec = _cells(spec)
    rows = figure.extra.get("rows")
    return _readable(spec, min(1, height / figure.height) if rows is not None else 1)


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
    held = beside(stage_layout.fitted(figure, width, height))
    larger = stage_layout.larger(held, width, height)
    drawn = specification(held, width / larger, height / larger)
    text = vl_convert.vegalite_to_svg(drawn, vl_version=pictures.VEGA_LITE)
    text = re.sub(r'\bid="', f'id="{name}-', text)
    text = re.sub(r"url\(#", f"url(#{name}-", text)
    # the stage gives the size; without its own the picture fills its place
    return re.sub(r'^(<svg[^>]*?) width="[^"]*" height="[^"]*"', r"\1", text, count=1)
