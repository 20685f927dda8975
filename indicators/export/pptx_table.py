"""Charts and tables of a slide, and the dots that stand in the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches

from indicators.export import pptx_dots
from indicators.export.pptx_chart import INK, KINDS, LINE, QUIET, Chart, data_of, styled
from indicators.export.pptx_dots import Dots
from indicators.export.pptx_parts import WIDE, Box, described, text_box, write

# Table style of PowerPoint without fills and lines.
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
# Shares of name, dots and what stands right of them, by how many words a row has.
SHARES = {2: (0.26, 0.5, 0.24), 4: (0.28, 0.29, 0.17, 0.17, 0.09)}
# The highest row, in inches: few rows do not stretch over a whole slide.
HIGHEST = 0.8
# Inches of the line that names the colours of dots; what stands where the dots are.
KEY, BLANK = 0.35, "\u00a0"
# A value with its unit has at most so many letters; longer ones are sentences and may wrap.
VALUE = 24
SIZES = (16.0, 14.0, 12.0, 11.0, 10.0)


def chart(page, given: Chart | Dots, box: Box, alt: str, language: str) -> None:
    """Add a native chart with its data behind it and its description for screen readers."""
    if isinstance(given, Dots):
        box = _behind(page, given, box, language) if given.rows else box
        data = pptx_dots.data_of(given)
        shape = page.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *(Inches(part) for part in box), data)
        pptx_dots.styled(shape.chart, given)
    else:
        shape = page.shapes.add_chart(KINDS[given.kind], *(Inches(part) for part in box), data_of(given))
        styled(shape.chart, given, box[3] * 72)
    described(shape, "Chart", alt)


def _behind(page, given: Dots, box: Box, language: str) -> Box:
    """Write the words of rows of dots as a table, and return the place of the dots between them."""
    left, top, width, height = box
    cells = max(len(row) for row in given.rows) - 1
    shares, head = SHARES[cells + 1], [list(given.head)] if given.head else []
    # an empty cell would take the height of the default letters
    rows = head + [[row[0], BLANK, *(row[1:] or [BLANK] * cells)] for row in given.rows]
    key = KEY if head else height * (1 - pptx_dots.PLOT)
    band = min((height - key) / len(rows), HIGHEST if head else height)
    strong = [line for line, row in enumerate(given.rows, start=len(head)) if len(row) == 1]
    place = (left, top, width, band * len(rows))
    table(page, rows, place, language, shares, (0, 1), high=band, heads=bool(head), strong=strong)
    if head:
        _key(
            page,
            given,
            (left + width * shares[0], top + band * len(rows) + 0.1, width * (1 - shares[0]), KEY),
            language,
        )
    above, high = band * len(head), band * len(given.rows)
    return left + width * shares[0], top + above, width * shares[1], high if head else high / pptx_dots.PLOT


def _key(page, given: Dots, box: Box, language: str) -> None:
    """What each colour of dots is, on one line."""
    paragraph = text_box(page, box, "Key").paragraphs[0]
    for name, colour in pptx_dots.colours(given).items():
        write(paragraph, "•", 16, language, colour, bold=True)
        write(paragraph, f" {name}     ", 12, language, QUIET)


def table(
    page,
    rows: Sequence[Sequence[str]],
    box: Box,
    language: str,
    widths: Sequence[float] = (),
    left: Sequence[int] = (0,),
    high: float = 0,
    heads: bool = True,
    strong: Sequence[int] = (),
) -> None:
    """Add a table: quiet header where heads, bold lines where strong, rows parted by lines, high each or as high as the box lets them.

    widths are shares of the box, by default the first column wide; left names columns set left.
    """
    count, columns = len(rows), len(rows[0])
    size = max(9.0, min(16.0, box[3] * 72 / (count * 2.4)))
    if widths:
        size = fitting([row for line, row in enumerate(rows) if line not in strong], box, widths, left, high)
    heights = [high] * count if high else _heights(rows, box, widths, size)
    shape = page.shapes.add_table(count, columns, *(Inches(part) for part in (*box[:3], sum(heights))))
    shape.name = "Table"
    shape._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    grid = shape.table
    first = 0.38 if columns > 2 else 0.6
    shares = widths or [first, *[(1 - first) / (columns - 1)] * (columns - 1)]
    for column in range(columns):
        grid.columns[column].width = Inches(box[2] * shares[column])
    for line, row in enumerate(rows):
        grid.rows[line].height = Inches(heights[line])
        quiet = heads and line == 0
        if line in strong:
            # merged before it is written: the words of every cell would stand below each other
            grid.cell(line, 0).merge(grid.cell(line, columns - 1))
        for column, word in enumerate(row[:1] if line in strong else row):
            aside = column not in left
            _cell(grid.cell(line, column), str(word), size, language, aside, quiet, quiet or line in strong)


def _heights(rows: Sequence[Sequence[str]], box: Box, widths: Sequence[float], size: float) -> list[float]:
    """Heights of rows in inches: what their wrapped words need, and an even share of what the box leaves, up to a bound."""
    need = (
        [(max(lines) * size * 1.25 + 4) / 72 for lines in _lines(rows, box, widths, size)]
        if widths
        else [0.0] * len(rows)
    )
    more = (box[3] - sum(need)) / len(rows)
    return [max(0.1, held, min(HIGHEST, held + more)) for held in need]


def _lines(rows: Sequence[Sequence[str]], box: Box, widths: Sequence[float], size: float) -> list[list[int]]:
    """On how many lines each word of a table stands."""
    room = [max(1, int((box[2] * share - 0.12) * 72 / (size * WIDE))) for share in widths]
    return [[-(-len(str(word)) // fits) or 1 for word, fits in zip(row, room, strict=True)] for row in rows]


def _cell(cell, word: str, size: float, language: str, aside: bool, quiet: bool, bold: bool) -> None:
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if aside else PP_ALIGN.LEFT
    write(paragraph, word, min(size, 13) if quiet else size, language, QUIET if quiet else INK, bold=bold)
    _underlined(cell)


def fitting(
    rows: Sequence[Sequence[str]], box: Box, widths: Sequence[float], left: Sequence[int] = (0,), high: float = 0
) -> float:
    """Return the largest of a few sizes of type at which a table's wrapped rows fit a box, each of them high where rows have a
    height, and what stands at the right of a column, a value, keeps to one line.
    """
    for size in SIZES:
        lines = _lines(rows, box, widths, size)
        most = [max(line) for line in lines]
        parted = any(
            line[column] > 1 and len(str(row[column])) <= VALUE
            for row, line in zip(rows, lines, strict=True) for column in range(len(row)) if column not in left
        )  # fmt: skip
        fits_rows = not high or max(most) * size * 1.25 + 3 <= high * 72
        if not parted and fits_rows and sum(most) * size * 1.25 + len(rows) * 4 <= box[3] * 72:
            return size
    return 9.0


def _underlined(cell) -> None:
    properties = cell._tc.get_or_add_tcPr()
    line = etree.SubElement(properties, qn("a:lnB"), w="6350")
    fill = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"))
    fill.set("val", str(LINE))
