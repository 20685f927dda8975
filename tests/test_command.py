"""The command: columns, ranks, exit status, reasons in both languages."""

import csv
import io
import json
import shutil

import pytest

from indicators import __main__ as command
from indicators import arguments
from indicators.load import DATA, load
from tests.conftest import ROOT
from tests.test_contract import CASES

FAULTY = ROOT / "tests" / "faulty"
COLUMNS = ["unit", "name", "period", "value", "rank", "rank_of", "rank_status", "status", "source"]
DTI = ["values", "--indicator", "dti", "--basis", "63", "--period", "2022"]


@pytest.fixture(autouse=True)
def loaded_once(dataset, monkeypatch):
    """The atlas's own tables are read once for all tests; other folders as ever."""
    for module in (command, arguments):
        monkeypatch.setattr(module, "load", lambda folder=DATA: dataset if folder == DATA else load(folder))


def run(given: list[str], capsys, monkeypatch) -> tuple[int, str, str]:
    """Return exit status, output and errors of the command."""
    monkeypatch.setattr("sys.argv", ["indicators", *given])
    try:
        status = command.main(given)
    except SystemExit as end:
        status = int(end.code or 0)
    told = capsys.readouterr()
    return status, told.out, told.err


def rows(text: str) -> dict[str, dict[str, str]]:
    """Return the printed rows by unit."""
    return {row["unit"]: row for row in csv.DictReader(io.StringIO(text))}


def test_values_have_their_columns(capsys, monkeypatch):
    status, out, err = run(DTI, capsys, monkeypatch)
    assert status == 0 and not err
    assert out.splitlines()[0].split(",") == COLUMNS
    held = rows(out)
    assert len(held) == 63 and held["63-06"]["rank"] == "63" and held["63-06"]["rank_status"] == "official"


def test_values_as_json_in_english(capsys, monkeypatch):
    status, out, _ = run([*DTI, "--lang", "en", "--format", "json"], capsys, monkeypatch)
    held = json.loads(out)
    assert status == 0 and list(held[0]) == COLUMNS
    assert next(row for row in held if row["unit"] == "63-06")["name"] == "Bac Kan"


def test_a_published_rank_goes_first_and_ties_share_the_better_place(capsys, monkeypatch):
    given = ["values", "--indicator", "dti_infrastructure", "--basis", "63", "--period"]
    published = rows(run([*given, "2022"], capsys, monkeypatch)[1])
    assert (published["63-19"]["rank"], published["63-25"]["rank"]) == ("6", "7"), "equal values, ranks as published"
    computed = rows(run(["values", "--indicator", "dti", "--basis", "63", "--period", "2023"], capsys, monkeypatch)[1])
    for row in computed.values():
        if row["rank_status"] == "computed":
            better = sum(float(other["value"]) > float(row["value"]) for other in computed.values())
            assert int(row["rank"]) == better + 1


def test_no_rank_is_computed_where_values_are_missing(capsys, monkeypatch):
    held = rows(run(["values", "--indicator", "dti", "--basis", "63", "--period", "2021"], capsys, monkeypatch)[1])
    assert any(not row["value"] for row in held.values())
    assert not any(row["rank_status"] == "computed" for row in held.values())
    assert held["63-38"]["rank"] == held["63-26"]["rank"] == "12", "a shared place stays shared"


def test_the_nation_is_served_and_has_no_rank_among_itself(capsys, monkeypatch):
    status, out, _ = run(["values", "--indicator", "dti", "--basis", "nation", "--period", "2024"], capsys, monkeypatch)
    held = rows(out)
    assert status == 0 and list(held) == ["VN"] and held["VN"]["value"] == "0.7955"
    assert held["VN"]["rank"] == "" and held["VN"]["rank_status"] == ""


WRONG = {
    "nope": ["values", "--indicator", "nope", "--basis", "63", "--period", "2022"],
    "99": ["values", "--indicator", "dti", "--basis", "99", "--period", "2022"],
    "1999": ["values", "--indicator", "dti", "--basis", "63", "--period", "1999"],
    "--period": ["values", "--indicator", "dti", "--basis", "63"],
    "xml": [*DTI, "--format", "xml"],
    "--colour": [*DTI, "--colour", "red"],
    "digital_economy_gdp_share": [
        "values",
        "--indicator",
        "digital_economy_gdp_share",
        "--basis",
        "63",
        "--period",
        "2024",
    ],
    "no-such-folder": ["check", "no-such-folder"],
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("part", WRONG)
def test_a_wrong_argument_gets_a_sentence_and_status_two(part, language, capsys, monkeypatch):
    status, out, err = run([*WRONG[part], "--lang", language], capsys, monkeypatch)
    assert status == 2 and not out
    told = err.strip().splitlines()[-1]
    assert part in told and told.endswith(".")
    assert "Traceback" not in err
    vietnamese = any(sign in told for sign in "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìĩóòõúùũý")
    assert vietnamese == (language == "vi")


def test_the_reason_names_what_is_near_and_how_many_more_there_are(dataset, capsys, monkeypatch):
    given = ["values", "--indicator", "papi_egv", "--basis", "63", "--period", "2022", "--lang", "en"]
    _, _, err = run(given, capsys, monkeypatch)
    assert "papi_egov" in err and str(len(dataset.indicators) - 12) in err


def test_a_reason_without_a_sentence_stands_as_it_is():
    assert arguments.reason("something argparse will say one day", "vi") == "something argparse will say one day"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_sound_tables_end_with_nought(language, capsys, monkeypatch):
    status, out, _ = run(["check", "--lang", language], capsys, monkeypatch)
    assert status == 0 and len(out.splitlines()) == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_faults_end_with_one_and_notices_with_nought(language, tmp_path, capsys, monkeypatch):
    shutil.copytree(DATA, tmp_path / "data")
    days = tmp_path / "data" / "days.csv"
    days.write_bytes(b"\xef\xbb\xbf" + days.read_bytes().replace(b"\n", b"\r\n"))
    status, out, _ = run(["check", str(tmp_path / "data"), "--lang", language], capsys, monkeypatch)
    assert status == 0 and len(out.splitlines()) == 2 and "BOM" in out + out.replace("byte-order mark", "BOM")
    days.write_bytes(days.read_bytes().replace(b"2026", b"26"))
    status, out, _ = run(["check", str(tmp_path / "data"), "--lang", language], capsys, monkeypatch)
    assert status == 1 and any("days.csv" in line and "26" in line for line in out.splitlines())


# Those that leave nothing of their table, and one that leaves the rest of it.
WHOLE_TABLES = [name for name, (*_, left) in CASES.items() if not left] + ["units.code_without_zero.csv"]


@pytest.mark.parametrize("fixture", WHOLE_TABLES)
def test_each_faulty_file_is_told_and_never_a_stack_trace(fixture, tmp_path, capsys, monkeypatch):
    """Each fixture in the place of its table: what else is made of the tables, the stories too, stands or is left out."""
    shutil.copytree(DATA, tmp_path / "data")
    table = fixture.partition(".")[0] + ".csv"
    shutil.copy(FAULTY / fixture, tmp_path / "data" / table)
    given = ["check", str(tmp_path / "data")]
    told = {language: run([*given, "--lang", language], capsys, monkeypatch) for language in ("vi", "en")}
    for status, out, err in told.values():
        assert status == 1 and not err
        assert any(line.startswith(f"{table}") for line in out.splitlines())
    assert told["vi"][1] != told["en"][1]
