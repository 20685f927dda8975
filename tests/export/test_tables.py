"""Tables that leave the atlas: no cell becomes a formula, text stays text."""

import io
import zipfile

import openpyxl
import pandas as pd
import pytest

from indicators.export import archive, cells, names, xlsx

EVIL = ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "Bắc Kạn", "https://example.org"]


def test_csv_keeps_formulas_as_text():
    frame = pd.DataFrame({"name": EVIL, "value": range(len(EVIL))})
    read = pd.read_csv(io.BytesIO(cells.csv(frame)))
    assert not [cell for cell in read["name"] if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert read["name"].tolist()[6] == "Bắc Kạn"


def test_a_negative_number_stays_a_number():
    read = pd.read_csv(io.BytesIO(cells.csv(pd.DataFrame({"value": [-1.5, None]}))))
    assert read["value"].tolist()[0] == -1.5


def test_xlsx_keeps_formulas_as_text():
    made = xlsx.workbook([xlsx.Sheet("Dữ liệu", pd.DataFrame({"name": EVIL}))], "t", "a", names.FIRST)
    page = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]
    kinds = [cell.data_type for (cell,) in page.iter_rows(min_row=2)]
    assert kinds == ["s"] * len(EVIL)
    assert page["A2"].value == "=1+1" and page["A9"].hyperlink is None


def test_names_of_sheets_are_what_excel_takes():
    frame = pd.DataFrame({"a": [1]})
    made = xlsx.workbook([xlsx.Sheet("a/b:c*" * 9, frame), xlsx.Sheet("a/b:c*" * 9, frame)], "t", "a", names.FIRST)
    held = openpyxl.load_workbook(io.BytesIO(made)).sheetnames
    assert len(set(held)) == 2 and all(len(name) <= 31 for name in held)


@pytest.mark.parametrize(
    ("version", "day"),
    [("2026.11.23", "2026-11-23"), ("", "1980-01-01"), ("2026.13.40", "1980-01-01"), ("v3", "1980-01-01")],
)
def test_files_are_dated_by_the_data(version, day):
    assert f"{names.moment(version):%Y-%m-%d}" == day


def test_an_archive_depends_on_its_contents_alone():
    files = {"a.txt": b"1", "b.png": b"2"}
    one, two = (archive.packed(files, names.moment("2026.11.23")) for _ in range(2))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as held:
        assert held.namelist() == ["a.txt", "b.png"] and held.infolist()[0].date_time[:3] == (2026, 11, 23)
