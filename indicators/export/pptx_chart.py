"""Native charts of a slide: what one is made of, and how PowerPoint is told."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

FONT = "Be Vietnam Pro"
INK, QUIET, LINE = RGBColor(0x14, 0x21, 0x3D), RGBColor(0x41, 0x4C, 0x60), RGBColor(0xD9, 0xE2, 0xEE)
SERIES = (
    RGBColor(0x34, 0x78, 0xB8),
    RGBColor(0xB8, 0xC4, 0xD4),
    RGBColor(0xB8, 0x86, 0x0B),
    RGBColor(0x0B, 0x3F, 0x7D),
)
# Parts of a stacked bar: each dark enough for white letters.
PARTS = tuple(
    RGBColor.from_string(one)
    for one in ("0B3F7D", "3478B8", "A50D26", "9A5B12", "414C60", "1F6F78", "6B4C9A", "7A6A1A")
)
CHOSEN = RGBColor(0xC8, 0x10, 0x2E)
PAPER = RGBColor(0xFF, 0xFF, 0xFF)
KINDS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
PLACES = {"line": XL_LABEL_POSITION.ABOVE, "stacked": XL_LABEL_POSITION.CENTER}
LYING = ("bar", "stacked")
# More marks than this carry no label of their own.
LABELLED = 40
LABELLED_LINES = (0, 2)
# Behind the number of a derived value, as the atlas writes it everywhere.
SIGN = '"*"'


@dataclass(frozen=True)
class Chart:
    """A native chart: kind is bar (lying), stacked (lying, one series after the other), column or line; series by name hold one value or None a category.

    marked is the position of the category drawn in the colour of choice, -1 for none. shades gives each series its place
    among the colours (0 the subject's, 1 a quiet one), by default their order; lines of one shade are one thing.
    falling: less is better, the axis of values runs downwards. most is where the axis ends, for charts of one scale; 0 leaves it to Office.
    derived: by series the positions of values that were worked out, not published: their labels bear the sign *, their points are hollow.
    """

    kind: str
    categories: Sequence[str]
    series: Mapping[str, Sequence[float | None]] = field(default_factory=dict)
    decimals: int = 1
    marked: int = -1
    shades: Sequence[int] = ()
    falling: bool = False
    derived: Mapping[str, Sequence[int]] = field(default_factory=dict)
    most: float = 0


def data_of(chart: Chart) -> CategoryChartData:
    """Return categories and series as PowerPoint keeps them in the workbook behind the chart."""
    held = CategoryChartData(number_format=number_format(chart.decimals))
    held.categories = [str(name) for name in chart.categories]
    for name, values in chart.series.items():
        cells = [None if value is None or math.isnan(value) else float(value) for value in values]
        known = sum(cell is not None for cell in cells)
        whole = known > 0 and len(chart.derived.get(name, ())) == known
        held.add_series(name, cells, number_format(chart.decimals) + (SIGN if whole else ""))
    return held


def number_format(decimals: int) -> str:
    """Return the format of numbers; the user's Office writes comma or point by its own language."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def styled(drawn, chart: Chart, high: float = 340) -> None:
    """Give a chart of a height in points the atlas's face: type, quiet axes, labels on the marks, the chosen category in its colour."""
    size = letters(chart, high)
    drawn.font.name, drawn.font.size, drawn.font.color.rgb = FONT, Pt(size), INK
    drawn.has_title = False
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(drawn, chart)
    plot = drawn.plots[0]
    if chart.kind != "line":
        plot.gap_width, plot.overlap = 45, 100 if chart.kind == "stacked" else -5
    for series, shade in zip(plot.series, _shades(chart), strict=True):
        _series(series, shade, chart, size)
    if 0 <= chart.marked < len(chart.categories) and chart.kind != "line":
        fill = plot.series[0].points[chart.marked].format.fill
        fill.solid()
        fill.fore_color.rgb = CHOSEN


def letters(chart: Chart, high: float) -> float:
    """Return the size of letters at which every bar of a chart of a height in points has its name and its value to itself."""
    if chart.kind not in LYING:
        return 14
    key = 30 if len(chart.series) > 1 else 6
    row = (high - key) / max(1, len(chart.categories))
    bars = len(chart.series) if chart.kind == "bar" else 1
    # a name takes 1.4 of its size, a value beside one of several bars its bar
    return max(7, min(14, row / 1.45, row / (bars + 0.45) / 0.95 if bars > 1 else 14))


def _shades(chart: Chart) -> list[int]:
    return list(chart.shades) or list(range(len(chart.series)))


def _axes(drawn, chart: Chart) -> None:
    values, categories = drawn.value_axis, drawn.category_axis
    values.has_major_gridlines = chart.kind not in LYING
    if values.has_major_gridlines:
        values.major_gridlines.format.line.color.rgb = LINE
    values.format.line.fill.background()
    # Round steps need no places behind the comma that are all nought.
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "General", False
    values.visible = chart.kind == "line"
    if chart.most:
        values.minimum_scale, values.maximum_scale = 0, chart.most
    categories.format.line.color.rgb = LINE
    categories.has_major_gridlines = False
    # Names stay at the foot where values are below zero.
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.falling and chart.kind == "line":
        values.reverse_order = True
        categories.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    categories.reverse_order = chart.kind in LYING
    # Every name is written, none left out for want of room.
    skip = OxmlElement("c:tickLblSkip")
    skip.set("val", "1")
    categories._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _series(series, shade: int, chart: Chart, size: float) -> None:
    colours = PARTS if chart.kind == "stacked" else SERIES
    colour = colours[shade % len(colours)]
    if chart.kind == "line":
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = colour, Pt(2.5)
        for part in (series.marker.format.fill,):
            part.solid()
            part.fore_color.rgb = colour
        series.marker.format.line.color.rgb, series.marker.size = colour, 8
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour
        series.invert_if_negative = False
    if len(chart.categories) * len(chart.series) <= LABELLED and (shade in LABELLED_LINES or chart.kind != "line"):
        labels = series.data_labels
        labels.show_value, labels.number_format, labels.number_format_is_linked = (
            True,
            number_format(chart.decimals),
            False,
        )
        labels.position = PLACES.get(chart.kind, XL_LABEL_POSITION.OUTSIDE_END)
        labels.font.size, labels.font.name = Pt(size), FONT
        if chart.kind == "stacked":
            labels.font.color.rgb, labels.font.bold = RGBColor(255, 255, 255), True
        for place in chart.derived.get(series.name, ()):
            _signed(series, place, chart, size)
    if chart.kind == "line":
        for place in chart.derived.get(series.name, ()):
            hollow = series.points[place].marker
            hollow.format.fill.solid()
            hollow.format.fill.fore_color.rgb = PAPER
            hollow.format.line.color.rgb = colour


def _signed(series, place: int, chart: Chart, size: float) -> None:
    """The label of one value with the sign of a derived one; it takes nothing from the labels of its series."""
    label = series.points[place].data_label
    label.position = PLACES.get(chart.kind, XL_LABEL_POSITION.OUTSIDE_END)
    label.font.size, label.font.name = Pt(size), FONT
    if chart.kind == "stacked":
        label.font.color.rgb, label.font.bold = RGBColor(255, 255, 255), True
    form = OxmlElement("c:numFmt")
    form.set("formatCode", number_format(chart.decimals) + SIGN)
    form.set("sourceLinked", "0")
    label._dLbl.find(qn("c:idx")).addnext(form)
