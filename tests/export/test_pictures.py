"""Every figure of every page leaves the screen whole: words, numbers, archipelagos, nothing cut off, the same twice."""

import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from functools import cache, lru_cache

import openpyxl
import pandas as pd
import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from components import drawing, export, framing, gallery, lettering, link, picture_layout, text_boxes
from components.dataset import dataset
from components.register import PAGES
from indicators.export import names, pictures
from indicators.selection import Selection
from indicators.text import LANGUAGES

SLIDE = framing.SIZES["slide"]
SVG = "{http://www.w3.org/2000/svg}"
EVERY = [
    (page, figure, language)
    for page in PAGES
    for language in LANGUAGES
    for figure in gallery.figures(page)
    # one strip an indicator: all of them in one language, the first in every one
    if language == LANGUAGES[0] or not figure.startswith("strip-") or figure == "strip-dti"
]  # fmt: skip
# Columns of frames with the values as a picture writes them.
WRITTEN = {"brief"}
# A number as the words of a picture write it, in either language.
NUMBER = re.compile(r"[+−-]?\d[\d.,]*\d|[+−-]?\d")
# The grid of coverage writes how many provinces have a figure of either kind.
SUMS = ("units", "derived")
# The first figure of every page, for what is the same in all of them.
FIRST = [(page, next(iter(gallery.figures(page))), LANGUAGES[0]) for page in PAGES if gallery.figures(page)]


@cache
def built(page: str, figure: str, language: str):
    chosen, _ = Selection.parse({"lang": language}, dataset(), page)
    return gallery.figures(page)[figure](chosen)


@cache
def drawn(page: str, figure: str, language: str, size: str) -> str:
    return export.drawn(built(page, figure, language), size)


@cache
def tree(page: str, figure: str, language: str, size: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn(page, figure, language, size))


@lru_cache(maxsize=1)
def letters() -> set[int]:
    faces = [TTFont(path).getBestCmap() for path in pictures.TYPEFACES.glob("*.ttf")]
    return set.intersection(*(set(face) for face in faces))


def said(root) -> list[str]:
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("case", EVERY, ids="-".join)
def test_every_figure_is_whole_as_a_slide_and_as_a_table(case):
    figure = built(*case)
    size = framing.SIZES["slide"]
    root = tree(*case, "slide")
    assert root.attrib["viewBox"] == f"0 0 {size.width} {size.height}" and root.attrib["width"] == "1920"
    text = " ".join(said(root))
    assert figure.title.split()[0] in text and dataset().version in text and figure.selection.page in text
    words = export.picture_words(figure)
    for line in (words.title, words.subtitle, *words.footer):
        assert all(word in text for word in lettering.spelt(line).split() if not set(word) & set(lettering.SHAPES))
    if figure.geometry:
        for names_of in figure.extra["labels"]["text"]:
            assert all(part in text for part in names_of.split("\n"))
    inside_frame(root, size)
    file_holds_what_is_drawn(figure)
    workbook_holds_what_the_table_holds(figure)
    labels_are_drawn(figure, [lettering.spelt(word) for word in said(root)])
    missing = {sign for word in said(root) for sign in word if ord(sign) not in letters() and not sign.isspace()}
    assert not missing, f"no letters in the type for {missing}"


def file_holds_what_is_drawn(figure) -> None:
    """The CSV read back is the frame that was drawn."""
    read = pd.read_csv(io.BytesIO(export.csv(figure)), dtype=str, keep_default_na=False)
    named = len(figure.columns)
    assert list(read.columns)[:named] == list(figure.columns) and len(read) == len(figure.frame)
    # what derived values are made of stands beside them
    assert all(name.startswith("merge_") for name in read.columns[named:])
    for name in figure.columns:
        if pd.api.types.is_float_dtype(figure.frame[name]):
            assert pd.to_numeric(read[name]).tolist() == pytest.approx(figure.frame[name].tolist(), nan_ok=True)


def workbook_holds_what_the_table_holds(figure) -> None:
    """The first sheet read back has the rows and numbers of the CSV."""
    table = pd.read_csv(io.BytesIO(export.csv(figure)))
    book = openpyxl.load_workbook(io.BytesIO(export.xlsx(figure)), read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    named = len(figure.columns)
    assert list(rows[0])[:named] == list(figure.columns.values()) and len(rows) == len(table) + 1
    sheet = pd.DataFrame([row[:named] for row in rows[1:]], columns=list(figure.columns))
    for name in figure.columns:
        if pd.api.types.is_numeric_dtype(figure.frame[name]):
            assert pd.to_numeric(sheet[name]).tolist() == pytest.approx(table[name].tolist(), nan_ok=True)


def labels_are_drawn(figure, drawn: list[str]) -> None:
    """Every value written in words for the picture stands in it; a map writes none, its colours speak."""
    for name in WRITTEN & set(figure.frame) if not figure.geometry else ():
        lines = [line for text in figure.frame[name].dropna().astype(str) for line in text.split("\n") if line]
        lost = [line for line in lines if lettering.spelt(line) not in drawn]
        assert not lost, f"{name}: {lost[:5]}"


def inside_frame(root, size) -> None:
    """Every word stands inside the picture, and the drawing between title and sources."""
    for child in root.findall(f"{SVG}svg"):
        x, y, width, height = (float(child.get(name)) for name in ("x", "y", "width", "height"))
        assert x >= 0 and y >= 0 and x + width <= size.width + 0.1 and y + height <= size.height + 0.1
        left, top, wide, high = (float(part) for part in child.get("viewBox").split())
        for at in text_boxes.words(child):
            assert at[0] >= left - 1 and at[0] + at[2] <= left + wide + 1, "a word is cut off at the side"
            assert at[1] + at[3] / 2 >= top - 1 and at[1] + at[3] / 2 <= top + high + 1, (
                "a word is cut off above or below"
            )
    for node in root.findall(f"{SVG}text"):
        wide = lettering.width(node.text, float(node.get("font-size")), int(node.get("font-weight")))
        assert float(node.get("x")) + wide <= size.width and float(node.get("y")) <= size.height


@pytest.mark.parametrize("size", framing.SIZES)
def test_pictures_have_their_size(size):
    text = drawn("map", "map", "en", size)
    pixels = framing.SIZES[size].pixels
    with Image.open(io.BytesIO(pictures.png(text, pixels))) as held:
        wanted = {"slide": (1920, 1080), "square": (1080, 1080)}.get(size)
        assert held.size == wanted if wanted else held.size[0] == 820
        assert len(held.convert("RGB").getcolors(1 << 24)) > 20
    with Image.open(io.BytesIO(pictures.png(text, 2 * pixels))) as twice:
        assert twice.size[0] == 2 * held.size[0]


@pytest.mark.parametrize("case", EVERY, ids="-".join)
def test_numbers_are_equal_in_every_format(case):
    """The PDF says every word of the SVG, and the labels in them are the numbers of the frame, which CSV and XLSX hold (above)."""
    figure, svg = built(*case), drawn(*case, "slide")
    body = export.picture_pdf(svg, figure)
    page = "".join(read(body).split())
    assert not [word for word in said(tree(*case, "slide")) if "".join(word.split()) not in page]
    labels_are_numbers_of_the_frame(figure, svg)
    if case in FIRST:
        pdf = PdfReader(io.BytesIO(body))
        fonts_embedded(pdf)
        assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] and str(pdf.metadata.title) == figure.title


def read(body: bytes) -> str:
    """The text of a PDF: by the system's quick reader where it is, else by pypdf."""
    if not shutil.which("pdftotext"):
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=body, capture_output=True, check=True).stdout.decode()


def labels_are_numbers_of_the_frame(figure, svg: str) -> None:
    """Each label's first number is that of one numeric column, a share perhaps as a percentage, and stands in the drawing."""
    if "label" not in figure.frame or figure.frame.empty:
        return
    rows = figure.frame[figure.frame["label"].astype(str).str.contains(NUMBER)]
    shown = [number(NUMBER.search(str(label))[0], figure.selection.language) for label in rows["label"]]
    columns = [rows[name].astype(float) for name in rows.select_dtypes("number")]
    columns += [rows[list(SUMS)].sum(axis=1)] if set(SUMS) <= set(rows) else []
    assert not len(rows) or any(
        all(abs(abs(value) - abs(held * times)) <= 0.5 * 10**-places + 1e-9 for (value, places), held in zip(shown, column, strict=True))
        for column in columns for times in (1, 100)
    ), f"labels that no column holds: {list(rows['label'])[:3]}"  # fmt: skip
    # what a shortened picture leaves out it counts in words
    whole = not picture_layout.rest(
        figure, picture_layout.fitted(figure, *framing.room(export.picture_words(figure), SLIDE))
    )
    lost = [label for label in rows["label"] if lettering.spelt(str(label).split("\n")[0]) not in svg]
    assert not whole or not lost, f"labels that are not drawn: {lost[:3]}"


def number(text: str, language: str) -> tuple[float, int]:
    """A written number and how many decimals it has."""
    text = text.replace("−", "-").replace(*((".", "") if language == "vi" else (",", ""))).replace(",", ".")
    return float(text), len(text.partition(".")[2])


def fonts_embedded(reader: PdfReader) -> None:
    found = set()
    for page in reader.pages:
        stack = [page["/Resources"].get_object()]
        while stack:
            held = stack.pop()
            stack += [
                one.get_object()["/Resources"].get_object()
                for one in held.get("/XObject", {}).values()
                if "/Resources" in one.get_object()
            ]
            for font in held.get("/Font", {}).values():
                whole = font.get_object()
                whole = whole["/DescendantFonts"][0].get_object() if "/DescendantFonts" in whole else whole
                found.add(str(whole["/BaseFont"]))
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(whole["/FontDescriptor"].get_object())
    assert found and all("BeVietnamPro" in name for name in found)


@pytest.mark.parametrize("case", FIRST[:3], ids="-".join)
def test_the_same_link_gives_the_same_bytes(case):
    figure = built(*case)
    once = {kind: export.made(figure, kind, "slide") for kind in export.KINDS}
    page, name, language = case
    chosen, _ = Selection.parse({"lang": language}, dataset(), page)
    build = gallery.figures(page)[name]
    # Figures are kept for the next visitor: the second one is made anew all the same.
    again = getattr(build, "__wrapped__", build)(chosen)
    assert again is not figure
    assert {kind: export.made(again, kind, "slide") for kind in export.KINDS} == once


def test_an_svg_carries_its_type():
    text = export.svg(built(*FIRST[0])).decode()
    assert "@font-face" in text and "http://" not in re.sub(r"http://www\.w3\.org/\S+", "", text)
    used = set(re.findall(r'font-weight="(\d+)"', text))
    assert used <= {weight for weight in re.findall(r"font-weight:(\d+)", text)} | {"400"}


def test_pictures_are_light_on_every_screen():
    from components.figure import dark, on_paper

    with on_paper():
        assert not dark()


@pytest.mark.parametrize(
    "parts", [("CON",), ("../../etc/passwd",), ("a" * 500,), ("",), ('nul<>:"/\\|?*',), ("Bắc Kạn", "Đắk Lắk")]
)
def test_file_names_are_safe_everywhere(parts):
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,139}", names.file_name(*parts))
    assert names.file_name(*parts) not in ("con", "nul", "aux", "prn")


@pytest.mark.skipif(
    pictures.painter is None, reason="no quick painter for this machine: all pictures are the converter's"
)
@pytest.mark.parametrize("scale", [1, 1.5])
def test_both_painters_draw_the_same_points(monkeypatch, scale):
    text = export.drawn(built("map", "map", "vi"), "slide")
    quick = Image.open(io.BytesIO(pictures.png(text, scale)))
    monkeypatch.setattr(pictures, "painter", None)
    slow = Image.open(io.BytesIO(pictures.png(text, scale)))
    assert quick.size == slow.size and quick.tobytes() == slow.tobytes()


@pytest.mark.parametrize("size", ["slide", "square"])
@pytest.mark.parametrize("where", ["/map?figure=list", "/map?figure=places", "/assessment?figure=firmness&unit=34-19"])
def test_a_list_in_columns_keeps_its_bars(where, size):
    """Names and values leave the marks their room however narrow the columns are."""
    figure = link.figure(link.read(f"{where}&lang=vi"))
    words = export.picture_words(figure)
    pieces = drawing.pieces(figure, *framing.room(words, framing.SIZES[size]))
    assert len(pieces) > 1
    assert all(drawing._plot(piece.inside) > 0.8 * drawing.SHORTEST for piece in pieces)
