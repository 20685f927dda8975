"""A plan as it leaves the screen: in the pack, as a workbook of its own, from the command."""

import io
import pickle

import openpyxl
import pytest
from pptx import Presentation
from pypdf import PdfReader

import export as command
from components import assessment_words, batch, pack, pack_document, pack_slides, pack_workbook
from components import plan as plans
from components.dataset import dataset
from components.plan import Plan
from indicators.selection import Selection

MEASURE = '=HYPERLINK("http://x") Phổ cập dịch vụ công trực tuyến'


def plan_of(unit: str, language: str, changes: str = "dti_security:0.95,dti_society_activity:0.9") -> Plan:
    given = {"unit": unit, "lang": language, "basis": unit.split("-")[0], "scenario": changes}
    typed = (("dti_society_activity", "measure", MEASURE), ("dti_society_activity", "deadline", "31/12/2026"))
    return Plan(Selection.parse(given, dataset(), "assessment")[0], typed)


@pytest.mark.parametrize("case", [("34-19", "vi"), ("63-06", "en")], ids="-".join)
def test_a_pack_with_a_plan_carries_it_marked_as_a_scenario(case):
    plan = pickle.loads(pickle.dumps(plan_of(*case)))
    mark = plans.mark(plan.selection)
    document = PdfReader(io.BytesIO(next(iter(pack.made(*case, "document", plan).values()))))
    assert len(document.pages) == 3
    page = " ".join(document.pages[2].extract_text().split())
    assert mark in page and "31/12/2026" in page
    slide = list(Presentation(io.BytesIO(next(iter(pack.made(*case, "slides", plan).values())))).slides)[-1]
    shown = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert any(mark in text for text in shown) and mark in slide.notes_slide.notes_text_frame.text
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[0].cells] == list(plans.titles(plan.selection).values())
    assert mark in pack.readme(pack.brief_of(*case), plan).decode("utf-8-sig")
    assert pack.stem(*case, plan) != pack.stem(*case) != pack.stem(*case, plan_of(*case, "dti_security:0.9"))


def test_a_pack_without_a_plan_is_the_one_without_the_page():
    brief = pack.brief_of("34-19", "vi")
    assert next(iter(pack.made("34-19", "vi", "document").values())) == pack_document.pdf(brief)
    assert next(iter(pack.made("34-19", "vi", "slides").values())) == pack_slides.pptx(brief)
    assert next(iter(pack.made("34-19", "vi", "workbook").values())) == pack_workbook.xlsx(brief)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_plans_workbook_has_numbers_notes_and_no_formula(language):
    plan = plan_of("34-19", language)
    book = openpyxl.load_workbook(io.BytesIO(plans.workbook(plan)))
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert list(head) == list(plans.titles(plan.selection).values())
    for given, row in zip(plan.rows().to_dict("records"), rows, strict=True):
        assert list(row[1:4]) == pytest.approx([given["from"], given["to"], given["points"]])
    assert MEASURE in [row[4] for row in rows]
    assert not [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
    notes = " ".join(str(cell) for row in book.worksheets[-1].iter_rows(values_only=True) for cell in row)
    assert plans.mark(plan.selection) in notes and dataset().version in notes and "scenario=" in notes
    assert all(name in notes for name in plans.sources(plan))


def test_the_points_of_a_plan_are_the_change_of_the_total():
    plan = plan_of("34-19", "vi")
    made, held = plan.outcome(), assessment_words.held(plan.selection)
    assert plan.rows()["points"].sum() == pytest.approx((made.after - made.before) * held.scheme.points)


def test_the_command_takes_a_scenario_and_names_what_it_does_not_know(monkeypatch, tmp_path, capsys):
    taken = []
    monkeypatch.setattr(batch, "one", lambda order, folder: taken.append(order) or folder)
    asked = ["pack", "--unit", "34-19", "--lang", "vi", "-o", str(tmp_path), "--jobs", "1", "--scenario"]
    assert command.main([*asked, "dti_security:0.95"]) == 0
    assert taken[0][2].rows()["to"].tolist() == [0.95]
    assert command.main([*asked, "nothing:2"]) == 2
    assert "nothing:2" in capsys.readouterr().err


def test_the_command_takes_all_that_a_link_bears_and_the_words_of_a_saved_plan(monkeypatch, tmp_path, capsys):
    """Unit, period, language, how the others grow and the goal come from the link; typed words from the page's own file."""
    taken = []
    monkeypatch.setattr(batch, "one", lambda order, folder: taken.append(order) or folder)
    saved, made = tmp_path / "plan.xlsx", plan_of("63-06", "vi", "dti_society_activity:0.7")
    made = Plan(made.selection.but(period="2023", others="pace", goal="rank:20"), made.typed)
    saved.write_bytes(plans.workbook(made))
    link = f"http://atlas.example{plans.export.address(made.selection.but(language='en'))}"
    asked = ["pack", "--scenario", link, "-o", str(tmp_path / "out"), "--jobs", "1"]
    assert command.main([*asked, "--plan", str(saved)]) == 0
    (unit, language, plan), kept = taken[0], made.selection
    assert (unit, language, len(taken)) == ("63-06", "en", 1)
    held = plan.selection
    assert (held.period, held.others, held.goal, held.scenario) == (kept.period, kept.others, kept.goal, kept.scenario)
    assert set(plan.typed) == set(made.typed) and plan.outcome().rank_after == made.outcome().rank_after
    assert plan.outcome().rank_after != Plan(held.but(others="")).outcome().rank_after
    saved.write_bytes(b"no workbook")
    assert command.main([*asked, "--plan", str(saved)]) == 2 and "plan.xlsx" in capsys.readouterr().err
    assert command.main(["pack", "--scenario", link.replace("pace", "later"), "-o", str(tmp_path)]) == 2
    assert "later" in capsys.readouterr().err
    assert command.main(["pack", "-o", str(tmp_path)]) == 2
