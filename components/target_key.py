"""What the marks of the targets page mean, as lines of HTML."""

from __future__ import annotations

from html import escape

from components import bullet, theme
from components.dataset import dataset
from components.figure import dark


def bars(language: str) -> str:
    """Return the key of the bars: marks and worded ranges."""
    colours = theme.palette(dark())
    below, way, met = bullet.RANGES[dark()]
    return key(language, {
        "actual": (colours.data, 18, 6), "mark": (colours.target, 4, 14), "before": (colours.ink, 2, 14),
        "below": (below, 14, 12), "way": (way, 14, 12), "met": (met, 14, 12),
    })  # fmt: skip


def way(language: str) -> str:
    """Return the key of a trajectory."""
    colours = theme.palette(dark())
    dashed = "repeating-linear-gradient(90deg,{0} 0 {1}px,transparent {1}px {2}px)"
    return key(language, {
        "actual": (colours.data, 18, 3), "path": (dashed.format(colours.target, 6, 9), 24, 2),
        "ahead": (dashed.format(colours.quiet, 2, 5), 20, 3), "mark": (colours.target, 9, 9),
    })  # fmt: skip


def key(language: str, signs: dict[str, tuple[str, int, int]]) -> str:
    """Return signs with their words in a line; signs: name -> background, width, height in pixels."""
    parts = [
        f'<span style="white-space:nowrap"><i style="display:inline-block;background:{ground};width:{wide}px;height:{high}px;'
        f'vertical-align:middle;margin-right:5px"></i>{escape(dataset().say(f"targets.legend_{name}", language))}</span>'
        for name, (ground, wide, high) in signs.items()
    ]
    return f'<div style="display:flex;flex-wrap:wrap;gap:2px 11px;font-size:12px">{"".join(parts)}</div>'
