"""The quick reader of sound files and the reader that names damages give the same tables and the same faults."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as made

from bench import tables as bench_tables
from indicators import coded, contract, tables
from indicators.faults import Fault

ROOT = Path(__file__).resolve().parent.parent
DATA, FAULTY = ROOT / "data", ROOT / "tests" / "faulty"
Read = tuple[dict[str, pd.DataFrame], list[Fault]]


def _both(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Read, Read]:
    """Return what both ways read from a folder, the quick one first."""
    quick = contract.read_tables(folder)
    with patch.context() as held:
        held.setattr(coded, "read", lambda data, columns: None)
        return quick, contract.read_tables(folder)


def _same(quick: Read, slow: Read) -> None:
    assert quick[1] == slow[1]
    for name, frame in slow[0].items():
        pd.testing.assert_frame_equal(quick[0][name], frame, check_exact=True)


def test_own_tables_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    # the large table goes the quick way; a cell of several lines, as in text.csv, is left to the other
    fields = {one["name"]: one["schema"]["fields"] for one in contract.package(DATA)["resources"]}
    columns = [field["name"] for field in fields["observations"]]
    assert coded.read((DATA / "observations.csv").read_bytes(), columns) is not None
    _same(*_both(DATA, monkeypatch))


def test_synthetic_table_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench_tables.synthetic(tmp_path, 20_000)
    quick, slow = _both(tmp_path, monkeypatch)
    assert len(quick[0]["observations"]) == 20_000
    _same(quick, slow)


@pytest.mark.parametrize("fixture", sorted(path.name for path in FAULTY.iterdir()))
def test_faulty_files_read_the_same(fixture: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (*DATA.glob("*.csv"), DATA / contract.PACKAGE):
        shutil.copy(path, tmp_path)
    shutil.copy(FAULTY / fixture, tmp_path / f"{fixture.split('.')[0]}.csv")
    quick, slow = _both(tmp_path, monkeypatch)
    assert quick[1]
    _same(quick, slow)


LINES = made.lists(made.text("a1,\"\n\r \x00\ufeffế\u0301.;\t'", max_size=14), min_size=1, max_size=5)


@given(LINES, made.booleans())
def test_what_the_quick_way_takes_the_other_reads_alike_without_a_fault(lines: list[str], ended: bool) -> None:
    data = ("a,b\n" + "\n".join(lines) + ("\n" if ended else "")).encode()
    quick = coded.read(data, ["a", "b"])
    if quick is None:
        return
    slow = tables.Raw(pd.DataFrame())
    slow = tables._named("t.csv", data, ["a", "b"], set(), slow)
    assert slow.faults == []
    pd.testing.assert_frame_equal(coded.plain_frame(quick), slow.frame[["a", "b"]])


@pytest.mark.parametrize(
    ("cell", "sound"),
    [("", True), ("-3", True), ("7", False), ("2.5", True), ("1,5", False), ("x", False), ("1e3", False)],
)
def test_numbers_are_seen_at_once(cell: str, sound: bool) -> None:
    cells = pd.Series(["1", cell], dtype=str)
    assert coded.all_numbers(cells, contract.NUMBER.pattern, -5, 5) == sound


@given(made.lists(made.tuples(made.sampled_from("xyz"), made.sampled_from("xyz")), min_size=1))
def test_rows_are_of_one_group_where_all_cells_are_the_same(rows: list[tuple[str, str]]) -> None:
    frame = pd.DataFrame(rows, columns=["a", "b"])
    found = coded.groups(frame)
    assert all((found[one] == found[two]) == (rows[one] == rows[two]) for one in range(len(rows)) for two in range(one))


def test_many_columns_of_many_texts_do_not_run_over() -> None:
    frame = pd.DataFrame({f"c{place}": [str(row) for row in range(2000)] for place in range(9)})
    frame.loc[1999] = frame.loc[0]
    found = pd.Series(coded.groups(frame))
    assert found.duplicated().tolist() == [False] * 1999 + [True]
