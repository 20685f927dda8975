"""A briefing pack as its readers open it: document, slides, workbook, one ZIP, the same bytes twice."""

import io
import re
import unicodedata
import zipfile
from functools import lru_cache

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pypdf import PdfReader

import export as command
from components import batch, pack, pack_document
from components.dataset import dataset
from indicators import briefing, briefing_words, goals, profile, progress
from indicators.export import names
from indicators.statement import COUNT, VALUE, Statement
from indicators.text import LANGUAGES
from tests.export.test_pictures import fonts_embedded, letters

CASES = [("34-56", "vi"), ("63-24", "en"), ("VN", "vi")]


@lru_cache(maxsize=8)
def made(unit: str, language: str, part: str) -> bytes:
    return next(iter(pack.made(unit, language, part).values()))


def one(unit: str, language: str, ending: str) -> io.BytesIO:
    part = next(name for name, own in pack.ENDINGS.items() if own == ending.removeprefix("."))
    return io.BytesIO(made(unit, language, part))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_the_document_has_two_tagged_pages_with_the_words_put_in(case):
    reader, brief = PdfReader(one(*case, ".pdf")), pack.brief_of(*case)
    assert len(reader.pages) == 2
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == case[1] and "/StructTreeRoot" in root
    fonts_embedded(reader)
    text = squeezed("".join(page.extract_text() for page in reader.pages))
    assert text == unicodedata.normalize("NFC", text), "diacritics must be composed"
    for statement in brief.statements:
        assert squeezed(brief.sentence(statement))[:60] in text
    for row in brief.rows():
        assert squeezed(row["indicator"])[:20] in text and squeezed(row["value"]) in text
    for number, note in enumerate(brief.end_notes, start=1):
        assert squeezed(f"{number}. {note}")[:30] in text
    assert "1/2" in text and "2/2" in text


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_every_figure_of_the_document_has_a_note(case):
    brief = pack.brief_of(*case)
    assert all(row["notes"] for row in brief.rows() if row["value"])
    assert all(brief.notes_of(figure.sources) for figure in brief.figures.values() if figure.sources)


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_slides_are_native_and_say_their_sources(case):
    pages = list(Presentation(one(*case, ".pptx")).slides)
    assert any(shape.has_chart for page in pages for shape in page.shapes)
    text = "".join(shape.text_frame.text for page in pages for shape in page.shapes if shape.has_text_frame)
    assert dataset().version in text
    for page in pages[1:]:
        assert page.shapes.title.text and len(page.notes_slide.notes_text_frame.text) > 20
    missing = {sign for sign in text if ord(sign) not in letters() and not sign.isspace()}
    assert not missing, f"no letters in the type for {missing}"


def test_the_workbook_holds_every_figure():
    book, rows = openpyxl.load_workbook(one("34-56", "vi", ".xlsx")), profile.standing(dataset(), "34-56")
    page = list(book.worksheets[0].iter_rows(values_only=True))
    codes = [line[list(page[0]).index("Mã chỉ tiêu")] for line in page[1:]]
    assert codes == list(rows["indicator"])
    values = [line[list(page[0]).index("Giá trị")] for line in page[1:]]
    assert [float(value) for value in values if value is not None] == pytest.approx(rows["value"].dropna().tolist())
    assert not [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_a_printed_sheet_can_be_read(case):
    """A print of 30 columns on one page had letters of 2 points; sheets are A4 lying, one page wide, headed on every page."""
    for sheet in openpyxl.load_workbook(one(*case, ".xlsx")):
        setup = sheet.page_setup
        assert (
            setup.orientation == "landscape"
            and int(setup.paperSize) == 9
            and sheet.sheet_properties.pageSetUpPr.fitToPage
        )
        assert int(setup.fitToWidth or 1) == 1 and int(setup.fitToHeight) == 0 and sheet.print_title_rows == "$1:$1"
        last = (
            openpyxl.utils.range_boundaries(sheet.print_area.split("!")[-1])[2]
            if sheet.print_area
            else sheet.max_column
        )
        held = {at: one.width for one in sheet.column_dimensions.values() for at in range(one.min, one.max + 1)}
        # 130 letters of 11 points cross a page of A4: below 0.6 of it they are less than 6.6 points
        assert sum(held[at] for at in range(1, last + 1)) <= 130 / 0.6, sheet.title
        for row in sheet.iter_rows(max_col=last):
            words = [cell for cell in row if isinstance(cell.value, str)]
            lines = max((-(-len(cell.value) // held[cell.column]) for cell in words), default=1)
            assert sheet.row_dimensions[row[0].row].height >= 13 * lines, (sheet.title, row[0].row)


def test_the_numbers_of_slides_are_those_of_the_data():
    rows = profile.standing(dataset(), "34-56").set_index("indicator")
    charts = [
        shape.chart
        for page in Presentation(one("34-56", "vi", ".pptx")).slides
        for shape in page.shapes
        if shape.has_chart
    ]
    values = [
        value for chart in charts for series in chart.plots[0].series for value in series.values if value is not None
    ]
    assert rows.at[briefing.headline(dataset()), "value"] in values


def test_the_same_pack_twice_is_the_same_file():
    first = pack.build("VN", "en")
    pack.brief_of.cache_clear()
    assert pack.build("VN", "en") == first
    with zipfile.ZipFile(io.BytesIO(first)) as opened:
        moment = names.moment(dataset().version)
        assert {entry.date_time[:3] for entry in opened.infolist()} == {(moment.year, moment.month, moment.day)}
        assert all(re.fullmatch(r"[\w./-]+", name) and len(name) < 200 for name in opened.namelist())


def facts_of(statement: Statement):
    for part in (statement.facts, *statement.items):
        yield from part.values()


@pytest.mark.parametrize("unit", ["34-56", "63-24", "63-06", "VN"])
def test_both_languages_say_every_fact(unit):
    data = dataset()
    found = briefing.statements(data, unit)
    assert found
    for statement in found:
        for language in LANGUAGES:
            words = briefing_words.sentence(data, statement, language)
            assert "{" not in words
            for fact in facts_of(statement):
                assert briefing_words.said(data, fact, language) in words, (
                    f"{statement.key} in {language} leaves out a fact"
                )


def test_a_statement_needs_its_figures(monkeypatch):
    data = dataset()
    rows = profile.standing(data, "34-56")
    bare = rows.assign(rank=float("nan"), rank_of=float("nan"), move=float("nan"), gap=float("nan"))
    monkeypatch.setattr(profile, "standing", lambda *_: bare)
    said = {statement.rule for statement in briefing.statements(data, "34-56")}
    assert not said & {"place", "gap", "rose", "fell", "stayed", "strongest", "weakest", "parts_rose", "parts_fell"}
    assert "value" in said


def test_strongest_and_weakest_are_told_apart():
    for unit in dataset().units_of(dataset().basis_now)["unit"]:
        rows = briefing.ranked_parts(dataset(), unit)
        for rule in briefing.parts(dataset(), unit):
            told = {item["indicator"].value for item in rule.items}
            ranks = rows.set_index("indicator")["rank"]
            outer = ranks.drop(list(told))
            assert (
                (ranks[list(told)].max() <= outer.min())
                if rule.rule == "strongest"
                else (ranks[list(told)].min() >= outer.max())
            )


def test_facts_are_kept_with_their_measure():
    for statement in briefing.statements(dataset(), "34-56"):
        for fact in facts_of(statement):
            assert fact.indicator or fact.kind not in (VALUE,)
            assert fact.kind != COUNT or not pd.isna(fact.value)


def test_a_batch_keeps_what_is_done_and_names_what_failed(tmp_path, monkeypatch, capsys):
    asked = []

    def build(unit, language):
        asked.append(unit)
        if unit == "34-04":
            raise RuntimeError("no paper")
        return b"pack"

    monkeypatch.setattr(pack, "build", build)
    arguments = ["pack", "--unit", "34-01", "--unit", "34-04", "--lang", "vi", "--jobs", "1", "-o", str(tmp_path)]
    assert command.main(arguments) == 1
    assert "34-04 vi: RuntimeError: no paper" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [f"{pack.stem('34-01', 'vi')}.zip"]
    asked.clear()
    assert command.main(arguments) == 1 and asked == ["34-04"], "what is done is kept"
    assert command.main(["pack", "--unit", "99-99", "-o", str(tmp_path)]) == 2


def test_all_is_every_province_of_today_in_every_language():
    given = command.parser().parse_args(["pack", "--all"])
    wanted = batch.orders(given)
    assert len(wanted) == len(set(wanted)) == len(LANGUAGES) * len(dataset().units_of(dataset().basis_now))


def test_the_languages_of_a_unit_are_made_together_and_fail_apart(tmp_path):
    wanted = [(unit, language) for language in LANGUAGES for unit in ("34-01", "34-04")]
    groups = batch.by_unit(wanted)
    assert groups == [[("34-01", language) for language in LANGUAGES], [("34-04", language) for language in LANGUAGES]]

    def make(order, folder):
        if order[1] == LANGUAGES[0]:
            raise RuntimeError("no paper")
        return folder

    assert batch.together(groups[0], tmp_path, make) == [(groups[0][0], "RuntimeError: no paper"), (groups[0][1], "")]


def test_the_largest_type_that_fits_two_pages_is_found(monkeypatch):
    for most in pack_document.SCALES:
        monkeypatch.setattr(
            pack_document.document, "pages", lambda _, held, most=most: 2 if held["scale"] <= most else 3
        )
        assert pack_document.SCALES[pack_document._fitting({})] == most
    monkeypatch.setattr(pack_document.document, "pages", lambda *_: 3)
    assert pack_document._fitting({}) == len(pack_document.SCALES) - 1


def test_the_targets_of_the_nation_that_can_be_judged_are_all_told():
    """Targets reached after their date were told as not to be judged."""
    (said,) = [one for one in briefing.statements(dataset(), "VN") if one.rule == "nation_targets"]
    tally = goals.tally(goals.standing(dataset()))
    unknown = (progress.NONE, progress.OPEN, progress.OVERDUE, progress.AWAY)
    told = sum(fact.value for key, fact in said.facts.items() if key != "all")
    assert told == said.facts["all"].value - sum(tally[name] for name in unknown)


def test_the_longest_document_has_two_pages_and_no_words_laid_over_others():
    """The sentence on intervals of ranks was laid over the English heading of the table."""
    assert len(PdfReader(one("34-19", "en", ".pdf")).pages) == 2
    template = (pack_document.document.TEMPLATES / "briefing.typ").read_text(encoding="utf-8")
    assert "place(" not in template
