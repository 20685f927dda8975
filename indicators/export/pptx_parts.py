"""The parts of a slide: headline, body, points, table, foot; sizes fit for the last row of a hall."""

from __future__ import annotations

import io
from collections.abc import Sequence

from lxml import etree
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Pt

from indicators.export.pptx_chart import FONT, INK, QUIET

LOCALES = {"vi": "vi-VN", "en": "en-GB"}
LEFT, RIGHT = 0.6, 12.733
# Width of a letter in shares of its size: a wide type's, so that words fit where the atlas's is not installed.
WIDE = 0.6
# Left, top, width, height of the band at the edge of every slide.
BAND = (0, 0, 0.14, 7.5)
# A subtitle whose letters would be smaller takes two lines.
NARROW = 13
DEEP = RGBColor(0x0B, 0x3F, 0x7D)
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
    _band(layout)
    for relation in master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            root = etree.fromstring(relation.target_part.blob)
            for face in root.iter(qn("a:latin")):
                face.set("typeface", FONT)
            relation.target_part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return layout


def _band(layout) -> None:
    """Put the band of colour at the edge of the layout, where no slide's user moves it by accident."""
    left, top, wide, high = (Inches(part) for part in BAND)
    fill = f'<a:solidFill><a:srgbClr val="{DEEP}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    shape = (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr></p:sp>'
    )
    layout.shapes._spTree.append(parse_xml(shape))


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


def headline(page, title: str, subtitle: str, box: Box, size: float, language: str) -> None:
    """Write the headline at the foot of its box and the line of context below it, smaller where it is long."""
    holder = page.shapes.title
    frame = holder.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    place(holder, box)
    large = size > 30
    write(paragraph, title, fits(title, size, box[2], 2 if large else 1), language, bold=True)
    if subtitle:
        below = (box[0], box[1] + box[3] + 0.08, box[2], 0.75 if large else 0.4)
        letters = fits(subtitle, size / 2 + 1, box[2], 2 if large else 1)
        letters = letters if letters >= NARROW else 12.5  # which stand on two lines
        write(text_box(page, below, "Subtitle").paragraphs[0], subtitle, letters, language, QUIET)


def fits(text: str, size: float, wide: float, lines: int) -> float:
    """Return the size at which words stand on so many lines of a width in inches, at least six tenths of the one asked for."""
    return round(max(size * 0.6, min(size, wide * 72 * lines / (max(1, len(text)) * WIDE))), 1)


def filling(words: Sequence[str], wide: float, high: float, most: float, least: float, after: float) -> float:
    """Return the largest size between two bounds at which wrapped paragraphs fit a box in inches; after is the space between them."""
    size = most
    while size > least:
        lines = sum(-(-len(word) * WIDE * size // (wide * 72)) for word in words)
        if lines * 1.25 * size + len(words) * after * size <= high * 72:
            break
        size -= 0.5
    return size


def points(page, words: Sequence[str], box: Box, language: str) -> None:
    """Write short statements one below the other, as large as their box lets them."""
    frame = text_box(page, box, "Points")
    size = filling(words, box[2], box[3], 20.0, 10.0, 0.65)
    for index, word in enumerate(words):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.65)
        write(paragraph, word, size, language)


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


def foot(page, stamp: str, number: int, language: str, source: str = "") -> None:
    """Write the source and below it the stamp at the left, the slide's number, as a field, at the right."""
    if source:
        box = (LEFT, 6.74, RIGHT - LEFT, 0.22)
        write(text_box(page, box, "Source").paragraphs[0], source, fits(source, 10.5, box[2], 1), language, QUIET)
    write(text_box(page, (LEFT, 6.98, 11.2, 0.3), "Stamp").paragraphs[0], stamp, 10.5, language, QUIET)
    frame = text_box(page, (RIGHT - 0.8, 6.98, 0.8, 0.3), "Number")
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    field = etree.SubElement(paragraph._p, qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    etree.SubElement(field, qn("a:rPr"), lang=LOCALES.get(language, language), sz="1050")
    etree.SubElement(field, qn("a:t")).text = str(number)
