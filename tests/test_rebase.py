"""An officer's file on former provinces: every spelling that is certain, nothing by guessing, nothing silently."""

import re
import unicodedata

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators import merging, numerals, spelled
from indicators.__main__ import main
from indicators.conversion import convert, named


@pytest.fixture(scope="module")
def register(dataset):
    return spelled.register(dataset, "34")


@pytest.mark.parametrize(("cell", "unit"), [
    ("Bắc Kạn", "63-06"), ("Bắc Cạn", "63-06"), ("BẮC KẠN", "63-06"), ("bac kan", "63-06"), ("Tỉnh Bắc Kạn", "63-06"), ("6", "63-06"),
    ("06", "63-06"), ("63-06", "63-06"), ("TP. Hồ Chí Minh", "63-79"), ("Tp.HCM", "63-79"), ("TPHCM", "63-79"), ("TP Hồ Chí Minh", "63-79"),
    ("Ho Chi Minh City", "63-79"), ("Thành phố Đà Nẵng", "63-48"), ("Danang", "63-48"), ("Thừa Thiên - Huế", "63-46"),
    ("Thừa Thiên Huế", "63-46"), ("Thua Thien-Hue", "63-46"), ("Huế", "63-46"), ("TT. Huế", "63-46"), ("Đăk Lăk", "63-66"), ("Đắc Lắc", "63-66"),
    ("Daklak", "63-66"), ("Đắk Nông", "63-67"), ("Kon Tum", "63-62"), ("Kontum", "63-62"), ("Bà Rịa-Vũng Tàu", "63-77"), ("BR - VT", "63-77"),
    ("Hoà Bình", "63-17"), ("Thanh Hoá", "63-38"), ("Hanoi", "63-01"), ("Ha Noi city", "63-01"), ("Phú Thọ ", "63-25"), ("T. Phú Thọ", "63-25"),
    ("Bắc Kạn", "63-06"),
])  # fmt: skip
def test_a_certain_name_is_taken(register, cell, unit):
    assert register.place(cell) == unit


@pytest.mark.parametrize(
    "cell",
    [
        "Bắc",
        "Quảng",
        "Hà Tây",
        "Cả nước",
        "",
        "64x",
        "Ha",
        "Ha gìang",
        "Thuế",
        "05",
        "99",
        "Phú",
        "Bac Khan",
        "Vĩnh Phú",
        "Hà Nội và Hà Nam",
    ],
)
def test_a_doubtful_name_is_never_taken(register, cell):
    assert register.place(cell) == ""


def test_a_doubtful_name_is_listed_with_what_it_is_close_to(register):
    assert "Bắc Kạn" in register.near("Bac Khan")
    assert register.near("xyzw") == []


def test_names_come_before_row_numbers(register):
    frame = pd.DataFrame({"STT": ["1", "2", "4"], "Tỉnh": ["Hà Nội", "Bắc Cạn", "Hà Nộy"]})
    assert spelled.unit_column(frame, register) == "Tỉnh"
    assert spelled.unit_column(frame[["STT"]], register) == "STT"
    assert spelled.unit_column(frame.assign(**{"STT": "x", "Tỉnh": "y"}), register) == ""


@pytest.mark.parametrize(("cells", "form"), [
    (["1,5", "2"], "comma"), (["1.5", "2"], "point"), (["0.521", "0.600"], "point"), (["1.234", "12.000"], ""), (["1.234", "12,5"], "comma"),
    (["1,234.5"], "point"), (["1.234.567"], "comma"), (["7", "8"], "point"), (["12 %", "3,5%"], "comma"),
])  # fmt: skip
def test_a_column_decides_how_its_numbers_are_read(cells, form):
    assert numerals.form_of(pd.Series(cells)) == form


def test_a_column_is_known_by_its_id_or_its_only_title(dataset):
    assert named(dataset, "papi_egov") == "papi_egov"
    assert named(dataset, "Chỉ số chuyển đổi số (DTI)") == "dti"
    assert named(dataset, "something else") == ""


def whole(dataset, **columns):
    units = dataset.units_of("63")
    return pd.DataFrame({"name": units["name_vi"], **columns}).astype(object).fillna("").map(str)


def test_known_columns_take_their_rule_and_real_weights(dataset):
    held = merging.values(dataset, "papi_egov", "63", "2022")
    units = dataset.units_of("63")["unit"]
    frame = whole(dataset, papi_egov=units.map(held), population=units.map(merging.values(dataset, "population", "63", "2022")),
                  mine=[str(index) for index in range(63)])  # fmt: skip
    made = convert(dataset, frame, "34", period="2022")
    table = made.table.set_index("unit")
    published = merging.ruled(dataset, "papi_egov", "34", "2022").set_index("unit")["value"]
    assert table["papi_egov"].dropna().to_numpy() == pytest.approx(
        published[table["papi_egov"].dropna().index].to_numpy()
    )
    assert {left.key for left in made.report} >= {"rebase.rule_weighted_mean", "rebase.rule_sum", "rebase.rule_mean"}
    assert table.at["34-19", "parts"] == "63-06 63-19"
    assert not made.complete, "Bắc Ninh was left out, so the new unit has a missing part"


def test_a_ratio_is_weighted_by_its_denominator(dataset):
    units = dataset.units_of("63")["unit"]
    top, bottom = (units.map(merging.values(dataset, name, "63", "2022")) for name in ("grdp_current", "population"))
    made = convert(dataset, whole(dataset, grdp_per_capita=(top / bottom).round(6)), "34", period="2022").table
    held = made.set_index("unit")["grdp_per_capita"].dropna()
    expected = merging.ruled(dataset, "grdp_per_capita", "34", "2022").set_index("unit")["value"]
    assert set(held.index) == set(expected.index)
    assert held.to_numpy() == pytest.approx(expected[held.index].to_numpy(), abs=1e-5)


def test_what_must_not_be_merged_is_refused_with_the_reason(dataset):
    made = convert(dataset, whole(dataset, online_dossier_share="5", **{"Xếp hạng": "7"}), "34")
    said = [left.said(dataset, "en") for left in made.report if left.out]
    assert len(said) == 2
    assert "A rank can be neither added nor averaged." in said[1]
    assert not {"online_dossier_share", "Xếp hạng"} & set(made.table)


def test_the_command_converts_and_says_what_it_left_out(tmp_path, capsys):
    file = tmp_path / "mine.csv"
    file.write_text("Tỉnh;Điểm\nBắc Cạn;1,5\nTỉnh Thái Nguyên;2,5\nBac Khan;9\nHà Nội;-\n", encoding="utf-8-sig")
    assert main(["rebase", str(file), "--to", "34", "--lang", "en"]) == 1
    out, report = capsys.readouterr()
    rows = pd.read_csv(pd.io.common.StringIO(out)).set_index("unit")
    assert rows.at["34-19", "Điểm"] == 2.0
    assert rows.at["34-19", "status"] == "derived"
    assert "Bac Khan" in report and "Bắc Kạn" in report
    assert pd.isna(rows.at["34-01", "Điểm"]), "no figure is not zero"


def test_a_whole_workbook_comes_back_with_status_0(dataset, tmp_path, capsys):
    file, out = tmp_path / "mine.xlsx", tmp_path / "new.xlsx"
    frame = dataset.units_of("63")[["code", "name_vi"]].assign(score=[index / 8 for index in range(63)])
    frame.to_excel(file, index=False)
    assert main(["rebase", str(file), "--to", "34", "--output", str(out)]) == 0
    made = pd.read_excel(out, dtype={"unit": str})
    assert made["score"].notna().all() and len(made) == 34
    capsys.readouterr()


@pytest.mark.parametrize("name", ["gone.csv", "empty.csv", "damaged.xlsx", "wide.csv"])
def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path, capsys, name):
    contents = {"empty.csv": b"", "damaged.xlsx": b"PK\x03\x04no", "wide.csv": b"\xff\xfeT\x00"}
    if name in contents:
        (tmp_path / name).write_bytes(contents[name])
    assert main(["rebase", str(tmp_path / name), "--to", "34"]) == 2
    assert name in capsys.readouterr().err


def test_a_basis_that_nothing_was_merged_into_is_refused(tmp_path, capsys):
    assert main(["rebase", str(tmp_path / "x.csv"), "--to", "63"]) == 2
    assert "34" in capsys.readouterr().err


VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
LETTERS = [*VOWELS, *"bcdđghklmnpqrstvxfjwz"]


def spaced(text: str) -> str:
    """A name in words without punctuation, the tone of each word behind it, written apart from the code under test."""
    words = unicodedata.normalize("NFD", re.sub(r"\W+", " ", unicodedata.normalize("NFC", text))).split()
    return " ".join("".join(sorted(word, key=lambda sign: sign in "\u0300\u0301\u0303\u0309\u0323")) for word in words)


def bare(text: str) -> str:
    """A name without any diacritics, written apart from the code under test."""
    signs = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


@pytest.fixture(scope="module")
def listed(dataset) -> dict[str, str]:
    """Every spelling that the tables list -> unit id, in small letters, with all diacritics and with none."""
    units, new = (dataset.units_of(basis).set_index("unit") for basis in ("63", "34"))
    rows = [(row[name], unit) for unit, row in units.iterrows() for name in ("name_vi", "name_en")]
    rows += dataset.tables["spellings"][["spelling", "unit"]].to_numpy().tolist()
    parts = merging.parts(dataset, "34").of
    rows += [(row["name_vi"], parts[unit][0]) for unit, row in new.iterrows() if len(parts[unit]) == 1]
    names = {name.lower(): unit for name, unit in rows}
    return names | {bare(name): unit for name, unit in names.items()}


@pytest.fixture(scope="module")
def accepted(listed) -> dict[str, str]:
    """The spellings that may be taken, as `spaced` writes them, with their spaces and without."""
    return {spaced(form): unit for name, unit in listed.items() for form in (name.replace(" ", ""), name)}


@settings(max_examples=500, deadline=None)
@given(data=st.data())
def test_a_name_with_one_letter_changed_is_never_taken(register, listed, accepted, data):
    """Replaced, added or left out: taken only where the result is itself a listed spelling (Kiên Giang, Tiền Giang)."""
    name = data.draw(st.sampled_from(sorted(listed)))
    place = data.draw(st.integers(0, len(name) - 1))
    letter, rest = data.draw(st.sampled_from(LETTERS)), data.draw(st.sampled_from([name[place + 1 :], name[place:]]))
    changed = name[:place] + data.draw(st.sampled_from([letter, ""])) + rest
    assume(not re.match(r"\W*tp?\W", changed))  # the word for province before a name
    before = data.draw(st.sampled_from(["", "Tỉnh ", "TP. "]))
    assert register.place(before + changed.title()) == accepted.get(spaced(changed), "")


@pytest.mark.parametrize(
    "cell", ["Hà Nôi", "Hà Noi", "Ha Nội", "Hồ Chi Minh", "Đà Nằng", "Bắc Can", "Thanh Hóà", "Hưng Yến", "Ðà Nẳng"]
)
def test_some_diacritics_wrong_or_missing_is_doubtful_and_named(register, cell):
    assert register.place(cell) == ""
    assert register.near(cell)


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("Ðà Nẵng", "63-48"),
        ("HÒA BÌNH", "63-17"),
        ("hoà  bình", "63-17"),
        ("HàNội", "63-01"),
        (unicodedata.normalize("NFD", "Thừa Thiên Huế"), "63-46"),
    ],
)
def test_a_way_of_writing_is_no_change(register, cell, unit):
    assert register.place(cell) == unit
