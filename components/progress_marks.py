"""How each category of progress looks: a colour and, never alone, a shape and a word."""

from __future__ import annotations

from indicators import progress

# Blue tells what is well, brown and red what is not; shapes say the same without colour. A hollow shape is a weaker statement.
_LIGHT = {
    progress.REACHED: "#0b3f7d", progress.LATER: "#3478b8", progress.MISSED: "#c8102e", progress.OVERDUE: "#b06a1d",
    progress.ON_TRACK: "#3478b8", progress.TOO_SLOW: "#b06a1d", progress.AWAY: "#8c2f00", progress.OPEN: "#5b677d",
    progress.NONE: "#8fa3bd",
}  # fmt: skip
_DARK = {
    progress.REACHED: "#a9cfe3", progress.LATER: "#76a9d6", progress.MISSED: "#ff6b7d", progress.OVERDUE: "#e3a85c",
    progress.ON_TRACK: "#76a9d6", progress.TOO_SLOW: "#e3a85c", progress.AWAY: "#f08a4b", progress.OPEN: "#a9b6c9",
    progress.NONE: "#5d728f",
}  # fmt: skip
_CROSS = "M-0.9,-0.6L-0.6,-0.9L0,-0.3L0.6,-0.9L0.9,-0.6L0.3,0L0.9,0.6L0.6,0.9L0,0.3L-0.6,0.9L-0.9,0.6L-0.3,0Z"
_HALF = "M0,-0.85A0.85,0.85,0,0,1,0,0.85Z"
_RING = "M0,-0.9A0.9,0.9,0,1,1,0,0.9A0.9,0.9,0,1,1,0,-0.9M0,-0.5A0.5,0.5,0,1,0,0,0.5A0.5,0.5,0,1,0,0,-0.5Z"
_DASH = "M-0.8,-0.2L0.8,-0.2L0.8,0.2L-0.8,0.2Z"
SHAPES = {
    progress.REACHED: "circle", progress.LATER: _RING, progress.MISSED: _CROSS, progress.OVERDUE: "diamond",
    progress.ON_TRACK: "triangle-up", progress.TOO_SLOW: _HALF, progress.AWAY: "triangle-down", progress.OPEN: _DASH, progress.NONE: _DASH,
}  # fmt: skip


def colours(dark: bool = False) -> dict[str, str]:
    """Return the colour of each category in the light or the dark theme."""
    return _DARK if dark else _LIGHT


def colour_scale(dark: bool = False) -> dict:
    """Return the domain and range of a colour scale over the categories."""
    return {"domain": list(progress.CATEGORIES), "range": [colours(dark)[name] for name in progress.CATEGORIES]}


def shape_scale() -> dict:
    """Return the domain and range of a shape scale over the categories."""
    return {"domain": list(progress.CATEGORIES), "range": [SHAPES[name] for name in progress.CATEGORIES]}
