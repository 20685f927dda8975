"""Palette, class ramps and the one Vega-Lite configuration."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.format import D3_LOCALE

FONT = "Be Vietnam Pro, sans-serif"
SEQUENTIAL = ("#e6eef7", "#b5cfe8", "#76a9d6", "#3478b8", "#0b3f7d")
DIVERGING = ("#8c4a00", "#d08a3c", "#f0cfa0", "#f2f2f2", "#a9cfe3", "#4a90c2", "#0d4f8b")
# Up to five units side by side, told apart by colour and by shape; smallest difference of any two under simulated colour
# blindness 18.4 (light) and 16.7 (dark) in CAM02-UCS, held by tests/test_colour.py.
CATEGORICAL = ("#0b5cad", "#d55e00", "#009e73", "#14213d", "#7a4a2b")
CATEGORICAL_DARK = ("#c79bdc", "#f08a4b", "#3fc1a0", "#eef3fa", "#ffe08a")
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down")
# Parts of a specification that hold further specifications.
NESTED = ("layer", "hconcat", "vconcat", "concat")
CHOSEN = "#c8102e"
TARGET = "#b8860b"


@dataclass(frozen=True)
class Palette:
    """The colours of one theme."""

    ink: str
    quiet: str
    line: str
    paper: str
    panel: str
    outline: str
    data: str
    muted: str
    chosen: str
    target: str


LIGHT = Palette("#14213d", "#5b677d", "#d9e2ee", "#ffffff", "#f4f7fb", "#8fa3bd", "#3478b8", "#b8c4d4", CHOSEN, TARGET)
DARK = Palette(
    "#eef3fa", "#a9b6c9", "#33435c", "#0f1a2e", "#16233b", "#5d728f", "#76a9d6", "#4a5b75", "#ff6b7d", "#e3b341"
)


def palette(dark: bool = False) -> Palette:
    """Return the colours of the light or the dark theme."""
    return DARK if dark else LIGHT


def categorical(dark: bool = False) -> tuple[str, ...]:
    """Return the colours of units side by side, in the order of their slots."""
    return CATEGORICAL_DARK if dark else CATEGORICAL


def no_data_fill(colours: Palette) -> dict:
    """Return the fill of an area without data: grey diagonal lines on paper, as a Vega gradient of hard stops."""
    stripes, stops = 9, []
    for index in range(stripes):
        start, middle, stop = index / stripes, (index + 0.72) / stripes, (index + 1) / stripes
        stops += [(start, colours.paper), (middle, colours.paper), (middle, colours.outline), (stop, colours.outline)]
    return {
        "gradient": "linear", "x1": 0, "y1": 0, "x2": 1, "y2": 1,
        "stops": [{"offset": round(offset, 4), "color": colour} for offset, colour in stops],
    }  # fmt: skip


def configuration(language: str, dark: bool = False, size: int = 13) -> dict:
    """Return the Vega-Lite `config` of every picture: type, quiet axes, the language's numbers."""
    colours = palette(dark)
    text = {"font": FONT, "fontSize": size, "color": colours.ink}
    return {
        "background": None,
        "font": FONT,
        "locale": {"number": D3_LOCALE[language]},
        "view": {"stroke": None},
        "axis": {
            "labelFont": FONT, "titleFont": FONT, "labelFontSize": size, "titleFontSize": size, "labelColor": colours.quiet,
            "titleColor": colours.quiet, "titleFontWeight": 500, "gridColor": colours.line, "domainColor": colours.line,
            "tickColor": colours.line, "labelFontWeight": 400, "gridOpacity": 0.7,
        },
        "legend": {"labelFont": FONT, "titleFont": FONT, "labelFontSize": size, "titleFontSize": size,
                   "labelColor": colours.ink, "titleColor": colours.ink},
        "header": {"labelFont": FONT, "titleFont": FONT, "labelFontSize": size, "labelColor": colours.ink, "titleColor": colours.ink},
        "title": {"font": FONT, "fontSize": size + 5, "fontWeight": 600, "color": colours.ink, "anchor": "start", "frame": "group",
                  "subtitleFont": FONT, "subtitleFontSize": size, "subtitleColor": colours.quiet, "offset": 12},
        "text": text,
    }  # fmt: skip


def described(part: dict, told: bool = False) -> dict:
    """Return a specification whose marks without a description of their own are hidden from screen readers.

    Otherwise an empty or merely drawn layer is announced as a picture without a name. Words stay, as they can be read.
    """
    told = told or "description" in part.get("encoding", {})
    held = {key: [described(one, told) for one in value] if key in NESTED else value for key, value in part.items()}
    mark = held.get("mark")
    if mark and not told:
        mark = {"type": mark} if isinstance(mark, str) else mark
        held["mark"] = mark if mark["type"] == "text" else {"aria": False, **mark}
    if isinstance(held.get("spec"), dict):
        held["spec"] = described(held["spec"], told)
    return held


def finish(spec: dict, language: str, dark: bool = False) -> dict:
    """Return a specification with the one configuration added: the only place that configures a chart."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        **described(spec),
        "config": configuration(language, dark),
    }
