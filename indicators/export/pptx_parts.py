"""The parts of a slide: headline, body, points, table, foot; sizes fit for the last row of a hall."""

from __future__ import annotations

import io
from collections.abc import Sequence

from lxml import etree
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from indicators.export import pptx_dots
from indicators.export.pptx_chart import FONT, INK, KINDS, LINE, QUIET, Chart, data_of, styled
from indicators.export.pptx_dots import Dots

LOCALES = {"vi": "vi-VN", "en": "en-GB"}
LEFT, RIGHT = 0.6, 12.733
Box = tuple[float, float, float, float]  # left, top, width, height in inches


def prepared(presentation, layout_name: str):
    """Return the one layout that slides use: others removed, its headline wide, the theme's type family the atlas's."""
    layout = next(one for one in presentation.slide_layouts if one.name == layout_name)
    for other in list(presentation.slide_layouts):
        if other is not layout:
            presentation.slide_layouts.remove(other)
    master = presentation.slide_master
    for holder in (*master.placeholders, *layout.placeholders):
        kind = holder.placeholder_format.type
        if str(kind).startswith(("TITLE", "CENTER_TITLE")):
            place(holder, (LEFT, 0.42, RIGHT - LEFT, 0.8))
        elif holder in list(layout.placeholders):
            holder._element.getparent().remove(holder._element)
        else:
            place(holder, (LEFT, 1.7, RIGHT - LEFT, 4.9))
    for relation in master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            root = etree.fromstring(relation.target_part.blob)
            for face in root.iter(qn("a:latin")):
                face.set("typeface", FONT)
            relation.target_part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return layout


def place(shape, box: Box) -> None:
    """Put a shape where a box says."""
    shape.left, shape.top, shape.width, shape.height = (Inches(part) for part in box)


def write(paragraph, text: str, size: float, language: str, colour: RGBColor = INK, bold: bool = False) -> None:
    """Write one run into a paragraph, in the atlas's type and with its language for spelling and speech."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, FONT, colour
    run._r.get_or_add_rPr().set("lang", LOCALES.get(language, language))


def text_box(page, box: Box, name: str):
    """Return the text frame of a new box without inner margins, words wrapped."""
    shape = page.shapes.add_textbox(*(Inches(part) for part in box))
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def headline(page, title: str, subtitle: str, opening: bool, language: str) -> None:
    """Write headline and line of context; large on an opening slide."""
    holder = page.shapes.title
    frame = holder.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    size = 44 if opening else 28 if len(title) <= 62 else 24
    place(holder, (LEFT, 1.5, RIGHT - LEFT, 1.7) if opening else (LEFT, 0.35, RIGHT - LEFT, 0.85))
    write(paragraph, title, size, language, bold=True)
    if subtitle:
        box = (LEFT, 3.35, RIGHT - LEFT, 0.9) if opening else (LEFT, 1.26, RIGHT - LEFT, 0.4)
        write(text_box(page, box, "Subtitle").paragraphs[0], subtitle, 22 if opening else 15, language, QUIET)


def body_box(opening: bool, points: bool, body: bool) -> Box:
    """Return where chart, picture or table stands: the whole width, or two thirds beside points."""
    top = 4.3 if opening else 1.8
    return (LEFT, top, 8.1 if points and body else RIGHT - LEFT, 6.68 - top)


def halves(box: Box) -> tuple[Box, Box]:
    """Return the places of a map and of the chart of its figures beside it."""
    left, top, width, height = box
    return (left, top, height * 1.02, height), (left + height * 1.02 + 0.3, top, width - height * 1.02 - 0.3, height)


def points_box(opening: bool, body: bool) -> Box:
    """Return where the points stand: at the right of a body, else over the whole width."""
    top = 4.4 if opening else 1.9
    return (8.95, top, RIGHT - 8.95, 6.7 - top) if body else (LEFT, top, RIGHT - LEFT, 6.7 - top)


def points(page, words: Sequence[str], box: Box, language: str) -> None:
    """Write short statements one below the other, smaller where they are many."""
    frame = text_box(page, box, "Points")
    room = box[2] * box[3] / max(1, sum(len(word) + 30 for word in words))
    size = max(12.0, min(20.0, (room * 6500) ** 0.5))
    for index, word in enumerate(words):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.65)
        write(paragraph, word, size, language)


def chart(page, given: Chart | Dots, box: Box, alt: str, language: str) -> None:
    """Add a native chart with its data behind it and its description for screen readers."""
    if isinstance(given, Dots):
        if given.rows:
            box = _behind(page, given, box, language)
        data = pptx_dots.data_of(given)
        shape = page.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *(Inches(part) for part in box), data)
        pptx_dots.styled(shape.chart, given)
        described(shape, "Chart", alt)
        return
    shape = page.shapes.add_chart(KINDS[given.kind], *(Inches(part) for part in box), data_of(given))
    styled(shape.chart, given)
    described(shape, "Chart", alt)


def _behind(page, given: Dots, box: Box, language: str) -> Box:
    """Write the names and values of rows of dots as a table, and return the place of the dots between them."""
    left, top, width, height = box
    shares = (0.26, 0.5, 0.24)
    # an empty cell would take the height of the default letters
    rows = [(name, "\u00a0", value) for name, value in given.rows]
    band = height * pptx_dots.PLOT / len(given.rows)
    table(page, rows, (left, top, width, height * pptx_dots.PLOT), language, shares, (0,), high=band)
    return left + width * shares[0], top, width * shares[1], height


def picture(page, body: bytes, box: Box, alt: str) -> None:
    """Add a PNG as large as the box allows, centred."""
    with Image.open(io.BytesIO(body)) as held:
        wide, high = held.size
    left, top, width, height = (Inches(part) for part in box)
    scale = min(width / wide, height / high)
    shape = page.shapes.add_picture(
        io.BytesIO(body),
        Emu(int(left + (width - wide * scale) / 2)),
        top,
        Emu(int(wide * scale)),
        Emu(int(high * scale)),
    )
    described(shape, "Picture", alt)


def described(shape, name: str, alt: str) -> None:
    """Give a shape its name and text alternative."""
    shape.name = name
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)


def table(
    page,
    rows: Sequence[Sequence[str]],
    box: Box,
    language: str,
    widths: Sequence[float] = (),
    left: Sequence[int] = (0,),
    high: float = 0,
) -> None:
    """Add a table: quiet header (none where high says how high each row is), rows parted by lines; widths are shares of the box, by default the first column wide; left names columns set left."""
    count, columns = len(rows), len(rows[0])
    size = max(9.0, min(16.0, box[3] * 72 / (count * 2.4)))
    if widths:
        size = min(size, fitting(rows, box, widths))
    heads = not high
    high = high or min(0.56, box[3] / count)
    shape = page.shapes.add_table(count, columns, *(Inches(part) for part in (*box[:3], high * count)))
    shape.name = "Table"
    grid = shape.table
    shape._element.graphic.graphicData.tbl.tblPr.find(
        qn("a:tableStyleId")
    ).text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    first = 0.38 if columns > 2 else 0.6
    shares = widths or [first, *[(1 - first) / (columns - 1)] * (columns - 1)]
    for column in range(columns):
        grid.columns[column].width = Inches(box[2] * shares[column])
    for line, row in enumerate(rows):
        grid.rows[line].height = Inches(high)
        for column, word in enumerate(row):
            cell = grid.cell(line, column)
            cell.margin_top = cell.margin_bottom = Inches(0.02)
            cell.margin_left = cell.margin_right = Inches(0.06)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.LEFT if column in left else PP_ALIGN.RIGHT
            write(paragraph, str(word), size, language, QUIET if heads and line == 0 else INK, bold=heads and line == 0)
            _underlined(cell)


def fitting(rows: Sequence[Sequence[str]], box: Box, widths: Sequence[float]) -> float:
    """Return the largest of a few sizes of type at which a table's wrapped rows fit a box; a letter is taken as 0.55 of the size."""
    for size in (16.0, 14.0, 12.0, 11.0, 10.0):
        room = [max(1, int((box[2] * share - 0.12) * 72 / (size * 0.55))) for share in widths]
        lines = sum(max(-(-len(str(word)) // fits) or 1 for word, fits in zip(row, room, strict=True)) for row in rows)
        if lines * size * 1.25 + len(rows) * 4 <= box[3] * 72:
            return size
    return 9.0


def _underlined(cell) -> None:
    properties = cell._tc.get_or_add_tcPr()
    line = etree.SubElement(properties, qn("a:lnB"), w="6350")
    fill = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"))
    fill.set("val", str(LINE))


def foot(page, stamp: str, number: int, language: str, source: str = "") -> None:
    """Write the source and below it the stamp at the left, the slide's number, as a field, at the right."""
    if source:
        write(text_box(page, (LEFT, 6.74, RIGHT - LEFT, 0.22), "Source").paragraphs[0], source, 10.5, language, QUIET)
    write(text_box(page, (LEFT, 6.98, 11.2, 0.3), "Stamp").paragraphs[0], stamp, 10.5, language, QUIET)
    frame = text_box(page, (RIGHT - 0.8, 6.98, 0.8, 0.3), "Number")
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = etree.SubElement(paragraph._p, qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    etree.SubElement(field, qn("a:rPr"), lang=LOCALES.get(language, language), sz="1050")
    etree.SubElement(field, qn("a:t")).text = str(number)
