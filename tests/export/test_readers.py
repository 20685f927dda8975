"""Files opened by readers that are not ours: pdffonts, an XML parser, Pillow. Others stand in test_pack and test_pictures."""

import io
import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile

import pytest
from PIL import Image
from pptx import Presentation

from components import export, pack
from components.framing import SIZES
from tests.export.test_pack import made, one
from tests.export.test_pictures import built, letters, said

TYPE = "BeVietnamPro"


@pytest.fixture(scope="session")
def pdffonts():
    """The program of the system's package poppler-utils; skipped without it, failed where CI promises it."""
    found = shutil.which("pdffonts")
    if not found:
        reason = "pdffonts is not on this machine (apt-get install poppler-utils)"
        pytest.fail(reason) if os.environ.get("CI", "").lower() in ("1", "true", "yes") else pytest.skip(reason)
    return found


def fonts(program: str, body: bytes, folder) -> list[list[str]]:
    """Rows of pdffonts: name first, then from the right object, generation, unicode, subset, embedded."""
    path = folder / "read.pdf"
    path.write_bytes(body)
    answer = subprocess.run([program, path], capture_output=True, text=True, check=True)
    assert not answer.stderr, answer.stderr
    return [line.split() for line in answer.stdout.splitlines()[2:]]


@pytest.mark.parametrize("case", ["briefing", "picture"])
def test_every_type_is_embedded_and_its_letters_are_known(pdffonts, case, tmp_path):
    body = made("34-56", "vi", "document") if case == "briefing" else export.pdf(built("map", "map", "vi"), "slide")
    rows = fonts(pdffonts, body, tmp_path)
    assert rows and all(TYPE in row[0] for row in rows)
    assert {(row[-5], row[-3]) for row in rows} == {("yes", "yes")}, "embedded, and text can be copied"


@pytest.mark.parametrize("part", ["slides", "workbook"])
def test_every_part_of_an_office_file_is_xml(part):
    with zipfile.ZipFile(io.BytesIO(made("34-56", "vi", part))) as opened:
        assert opened.testzip() is None
        for name in opened.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(opened.read(name))


def test_pictures_of_a_pack_open_and_lack_no_letter():
    found = pack.made("34-56", "vi", "pictures")
    assert {name.rsplit(".", 1)[1] for name in found} == {"png", "svg"}
    for name, body in found.items():
        if name.endswith(".png"):
            with Image.open(io.BytesIO(body)) as opened:
                opened.verify()
                assert opened.size == (SIZES["slide"].width * 2, SIZES["slide"].height * 2)
            continue
        text = "".join(said(ElementTree.fromstring(body)))
        assert not {sign for sign in text if ord(sign) not in letters() and not sign.isspace()}


@pytest.mark.parametrize("case", [("34-56", "vi"), ("63-24", "en"), ("VN", "vi")], ids="-".join)
def test_slides_lack_no_letter_in_charts_tables_and_notes(case):
    words = []
    for page in Presentation(one(*case, ".pptx")).slides:
        words.append(page.notes_slide.notes_text_frame.text)
        for shape in page.shapes:
            if shape.has_chart:
                words += [str(name) for name in shape.chart.plots[0].categories]
            if shape.has_table:
                words += [cell.text for row in shape.table.rows for cell in row.cells]
    missing = {sign for word in words for sign in word if ord(sign) not in letters() and not sign.isspace()}
    assert not missing, f"no letters in the type for {missing}"
