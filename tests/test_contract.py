"""Every kind of fault is found, named with file, row and column, and hurts nothing else."""

import re
import shutil
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from indicators import contract
from indicators.contract import Fault, check, read_tables, sentence

ROOT = Path(__file__).resolve().parent.parent
DATA, FAULTY = ROOT / "data", ROOT / "tests" / "faulty"
KEY = "indicator, unit, period, source"

# fixture -> the one fault it holds: code, row, column, value, expected (None: not looked at), rows left of the table
CASES = {
    "observations.bad_period.csv": ("pattern", 3, "period", "2022-13", None, 3),
    "observations.bare_decimal_comma.csv": ("too_many_fields", 3, "", "17", "16", 3),
    "observations.blank.csv": ("blank", 3, "period", "", "", 3),
    "observations.code_without_zero.csv": ("lost_zero", 3, "unit", "63-6", "63-06", 3),
    "observations.cp1258.csv": ("encoding", 3, "", None, "UTF-8", 0),
    "observations.decimal_comma.csv": ("decimal_comma", 3, "value", "0,4186", "0.4186", 3),
    "observations.duplicated_key.csv": ("duplicated_key", 6, KEY, None, "3", 4),
    "observations.empty_file.csv": ("empty_file", 0, "", "", "", 0),
    "observations.extra_column.csv": ("extra_column", 1, "colour", "colour", None, 4),
    "observations.header_only.csv": ("no_rows", 0, "", "", "", 0),
    "observations.latin1.csv": ("encoding", 3, "", None, "UTF-8", 0),
    "observations.missing_column.csv": ("missing_column", 1, "status", "", "status", 0),
    "observations.missing_optional_column.csv": ("missing_column", 1, "note_en", "", "note_en", 4),
    "observations.no_figure.csv": ("no_figure", 3, "value", "", None, 3),
    "observations.none_preferred.csv": ("none_preferred", 3, "preferred", "no", "yes", 4),
    "observations.not_allowed.csv": ("not_allowed", 3, "status", "oficial", None, 3),
    "observations.not_an_integer.csv": ("not_an_integer", 3, "rank", "62.5", "", 3),
    "observations.out_of_range.csv": ("out_of_range", 3, "value", "41.86", "0 … 1", 3),
    "observations.range_reversed.csv": ("range_reversed", 3, "value_low", "0.5", "0.4", 3),
    "observations.semicolons.csv": ("delimiter", 1, "", None, ",", 0),
    "observations.several_preferred.csv": ("several_preferred", 6, "preferred", "yes", "no", 5),
    "observations.text_in_number.csv": ("not_a_number", 3, "value", "khoảng 0.42", "", 3),
    "observations.truncated.csv": ("truncated", 5, "", "5", "16", 3),
    "observations.truncated_in_quotes.csv": ("truncated", 5, "", "", '"', 3),
    "observations.unknown_indicator.csv": ("unknown_indicator", 3, "indicator", "dti_typo", "indicators.csv", 3),
    "observations.unknown_source.csv": ("unknown_source", 3, "source", "nobody-knows", "sources.csv", 3),
    "observations.unknown_unit.csv": ("unknown_unit", 3, "unit", "63-05", "units.csv", 3),
    "observations.utf16.csv": ("encoding", 0, "", "UTF-16", "UTF-8", 0),
    "units.code_without_zero.csv": ("lost_zero", 5, "code", "6", "06", 97),
    "units.decomposed_unicode.csv": ("decomposed_unicode", 5, "name_vi", None, "Bắc Kạn", 98),
}
ACCEPTED = {"observations.excel.csv": {"byte_order_mark", "windows_line_ends"}}


@pytest.fixture(scope="module")
def sound() -> dict[str, pd.DataFrame]:
    return read_tables(DATA)[0]


def _copy(place: Path) -> Path:
    for path in (*DATA.glob("*.csv"), DATA / contract.PACKAGE):
        shutil.copy(path, place)
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _copy(tmp_path)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory):
    """Read a copy of data/ with one table replaced by a fixture, once a fixture."""

    @cache
    def reading(fixture: str) -> tuple[dict[str, pd.DataFrame], list[Fault]]:
        place = _copy(tmp_path_factory.mktemp("faulty"))
        _put(place, fixture)
        return read_tables(place)

    return reading


def _put(folder: Path, fixture: str) -> str:
    table = fixture.split(".")[0]
    shutil.copy(FAULTY / fixture, folder / f"{table}.csv")
    return table


def _changed(folder: Path, table: str, old: str, new: str) -> None:
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def test_real_tables_hold_the_contract() -> None:
    assert check(DATA) == []


def test_every_fixture_is_expected() -> None:
    assert {path.name for path in FAULTY.iterdir()} == CASES.keys() | ACCEPTED.keys()


@pytest.mark.parametrize("fixture", CASES)
def test_fault_is_named_in_full(fixture: str, read) -> None:
    table = fixture.split(".")[0]
    code, row, column, value, expected, left = CASES[fixture]
    tables, found = read(fixture)
    assert [(fault.file, fault.code, fault.row, fault.column) for fault in found] == [
        (f"{table}.csv", code, row, column)
    ]
    assert value is None or found[0].value == value
    assert expected is None or found[0].expected == expected
    assert not found[0].notice
    assert len(tables[table]) == left


@pytest.mark.parametrize("fixture", CASES)
def test_fault_leaves_other_tables_alone(fixture: str, read, sound: dict[str, pd.DataFrame]) -> None:
    table, tables = fixture.split(".")[0], read(fixture)[0]
    for name, frame in tables.items():
        assert list(frame.columns) == list(sound[name].columns)
        assert (frame.dtypes == sound[name].dtypes).all()
        if table != "units" and name != table:
            pd.testing.assert_frame_equal(frame, sound[name])


@pytest.mark.parametrize("fixture", CASES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_fault_is_a_whole_sentence(fixture: str, language: str, read) -> None:
    said = [sentence(fault, language) for fault in read(fixture)[1]]
    assert all(re.match(rf"{fixture.split('.')[0]}\.csv", line) for line in said)
    assert not any("{" in line or "[" in line for line in said)


@pytest.mark.parametrize("fixture", ACCEPTED)
def test_excel_marks_are_a_notice(fixture: str, folder: Path) -> None:
    _put(folder, fixture)
    tables, found = read_tables(folder)
    assert {fault.code for fault in found} == ACCEPTED[fixture]
    assert all(fault.notice for fault in found)
    assert len(tables["observations"]) == 4


def test_all_faults_come_at_once(folder: Path) -> None:
    _put(folder, "observations.decimal_comma.csv")
    _changed(folder, "targets", "nation,", "nations,")
    _changed(folder, "days", "2026", "26")
    assert {(fault.file, fault.code) for fault in check(folder)} == {
        ("observations.csv", "decimal_comma"),
        ("targets.csv", "pattern"),
        ("days.csv", "pattern"),
    }


def test_unreadable_reference_is_one_fault_not_thousands(folder: Path, sound: dict[str, pd.DataFrame]) -> None:
    (folder / "sources.csv").write_bytes(b"")
    tables, found = read_tables(folder)
    assert [(fault.file, fault.code) for fault in found] == [("sources.csv", "empty_file")]
    assert len(tables["observations"]) == len(sound["observations"])


def test_missing_file_and_folder_are_faults(folder: Path) -> None:
    (folder / "events.csv").unlink()
    assert [(fault.file, fault.code) for fault in check(folder)] == [("events.csv", "missing_file")]
    assert {fault.code for fault in check(folder / "nowhere")} == {"missing_file"}


def test_broken_contract_falls_back_to_the_projects_own(folder: Path) -> None:
    (folder / contract.PACKAGE).write_text("{", encoding="utf-8")
    assert [(fault.file, fault.code) for fault in check(folder)] == [(contract.PACKAGE, "contract")]


def test_stray_table_is_a_notice(folder: Path) -> None:
    (folder / "observations_2025.csv").write_text("a\n", encoding="utf-8")
    assert [(fault.code, fault.notice) for fault in check(folder)] == [("unknown_file", True)]


def test_sentence_without_words_still_says_what_is_wrong() -> None:
    fault = Fault("units.csv", 5, "code", "6", "06", "lost_zero")
    none = pd.DataFrame({"key": [], "vi": [], "en": []}, dtype=str)
    damaged = pd.DataFrame({"key": ["fault.place_cell", "fault.lost_zero"], "vi": ["{", "{nothing}"], "en": ["", ""]})
    for text in (none, damaged):
        said = sentence(fault, "vi", text)
        assert all(part in said for part in ("units.csv", "5", "code", "6", "06", "lost_zero"))


def test_faults_of_named_tables_only(folder: Path) -> None:
    _put(folder, "observations.decimal_comma.csv")
    assert check(folder, ["units"]) == []
    assert len(check(folder, ["observations"])) == 1


def test_numbers_and_text_have_one_form(sound: dict[str, pd.DataFrame]) -> None:
    fields = {one["name"]: one["schema"]["fields"] for one in contract.package(DATA)["resources"]}
    for name, frame in sound.items():
        for field in fields[name]:
            column = frame[field["name"]]
            if field["type"] in contract.NUMERIC:
                assert column.dtype == "float64"
            else:
                assert column.notna().all()


def test_a_refusal_to_merge_says_why(folder: Path) -> None:
    _changed(folder, "indicators", ",none,,,counted_twice,", ",none,,,,")
    assert [fault.code for fault in check(folder)] == ["no_reason"]
    _changed(folder, "indicators", ",none,,,,", ",sum,,,counted_twice,")
    assert [fault.code for fault in check(folder)] == ["stray_reason"]


def test_a_unit_bears_its_basis(folder: Path) -> None:
    _changed(folder, "units", "34-96,96,,34,", "34-96,96,,27,")
    assert ("not_its_basis", "27-96") in {(fault.code, fault.expected) for fault in check(folder)}


def test_a_split_unit_names_every_successor(folder: Path) -> None:
    _changed(folder, "units", "2025-06-30,34-96,", "2025-06-30,34-96 34-92,")
    assert check(folder) == []
    _changed(folder, "units", "34-96 34-92,", "34-96 34-99,")
    assert {fault.code for fault in check(folder)} == {"unknown_unit"}
