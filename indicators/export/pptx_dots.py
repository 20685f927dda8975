"""Dots as a native chart: rows of places between a least and a greatest value, or two indicators against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pptx.chart.data import XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from indicators.export.pptx_chart import CHOSEN, FONT, INK, LINE, QUIET, SERIES, number_format

Point = tuple[float, float]
# Share of the chart's height that its rows take; the axis and the key stand below.
PLOT = 0.86
PALE = RGBColor(0x8F, 0xB3, 0xD9)
COLOURS = (SERIES[0], SERIES[2], SERIES[3])


@dataclass(frozen=True)
class Dots:
    """Dots by series: (x, y), y counting rows from the top where there are rows.

    rows are (name, words at the right …) of each row, which the slide writes in a table behind the chart, below head where it has
    one; a row of its name alone heads those below it. least and greatest bound x.
    titles name the axes where there are no rows. scaled: x is a place between the ends of each row and has no numbers. chosen is the series in the colour of choice, names the words beside a series' dots.
    """

    series: Mapping[str, Sequence[Point]]
    rows: Sequence[tuple[str, ...]] = ()
    least: float | None = None
    greatest: float | None = None
    decimals: int = 1
    titles: tuple[str, str] = ("", "")
    chosen: str = ""
    names: Mapping[str, Sequence[str]] | None = None
    scaled: bool = False
    head: Sequence[str] = ()


def data_of(chart: Dots) -> XyChartData:
    """Return the series as PowerPoint keeps them in the workbook behind the chart."""
    held = XyChartData(number_format=number_format(chart.decimals))
    for name, points in chart.series.items():
        series = held.add_series(name)
        for x, y in points:
            series.add_data_point(float(x), float(-y if chart.rows else y))
    return held


def styled(drawn, chart: Dots) -> None:
    """Give the chart the atlas's face: dots without lines, the chosen in its colour; rows fill the upper part evenly."""
    drawn.font.name, drawn.font.size, drawn.font.color.rgb = FONT, Pt(12), INK
    drawn.has_title, drawn.has_legend = False, len(chart.series) > 1 and not chart.head
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        drawn.legend.font.size = Pt(12)
    _axes(drawn, chart)
    if chart.rows:
        _placed(drawn, 1 if chart.head else PLOT)
    plot, shades = drawn.plots[0], colours(chart)
    for series in plot.series:
        series.format.line.fill.background()
        mark = series.marker
        mark.style = XL_MARKER_STYLE.CIRCLE
        mark.size = 11 if series.name == chart.chosen else 7
        _filled(mark, shades[series.name])
        if chart.names and chart.names.get(series.name):
            _named(series, chart.names[series.name])


def colours(chart: Dots) -> dict[str, RGBColor]:
    """Return the colour of each series: the chosen's its own; dots of a strip pale, so that mean and chosen are seen between them."""
    quiet = [name for name in chart.series if name != chart.chosen]
    shades = (PALE, *COLOURS[1:]) if chart.head else COLOURS
    return {name: CHOSEN if name == chart.chosen else shades[quiet.index(name) % len(shades)] for name in chart.series}


def _filled(mark, colour: RGBColor) -> None:
    mark.format.fill.solid()
    mark.format.fill.fore_color.rgb = colour
    mark.format.line.color.rgb = RGBColor(255, 255, 255)


def _axes(drawn, chart: Dots) -> None:
    across, up = drawn.category_axis, drawn.value_axis
    for axis in (across, up):
        axis.has_major_gridlines = not (chart.rows and (axis is up or chart.head))
        axis.format.line.color.rgb = LINE
        if chart.head:
            axis.format.line.fill.background()
        if axis.has_major_gridlines:
            axis.major_gridlines.format.line.color.rgb = LINE
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "General", False
    across.tick_label_position = XL_TICK_LABEL_POSITION.NONE if chart.scaled else XL_TICK_LABEL_POSITION.LOW
    if chart.rows:
        across.minimum_scale, across.maximum_scale = chart.least, chart.greatest
        up.minimum_scale, up.maximum_scale, up.visible = -len(chart.rows) + 0.5, 0.5, False
    for axis, title in zip((across, up), chart.titles, strict=True):
        if title:
            axis.has_title = True
            axis.axis_title.text_frame.text = title
            axis.axis_title.text_frame.paragraphs[0].font.size = Pt(12)


def _placed(drawn, share: float) -> None:
    """Let the plot fill a share of the chart's height, from edge to edge: its rows meet those of the table behind it."""
    area = drawn._chartSpace.chart.plotArea
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = OxmlElement("c:layout")
        area.insert(0, layout)
    manual = OxmlElement("c:manualLayout")
    layout.append(manual)
    for name, value in (
        ("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"), ("x", "0.01"), ("y", "0"), ("w", "0.98"), ("h", str(share)),
    ):  # fmt: skip
        part = OxmlElement(f"c:{name}")
        part.set("val", value)
        manual.append(part)


def _named(series, names: Sequence[str]) -> None:
    for index, name in enumerate(names):
        if not name:
            continue
        label = series.points[index].data_label
        label.has_text_frame = True
        label.text_frame.text = name
        label.position = XL_LABEL_POSITION.RIGHT
        font = label.text_frame.paragraphs[0].runs[0].font
        font.size, font.name, font.color.rgb = Pt(12), FONT, QUIET
