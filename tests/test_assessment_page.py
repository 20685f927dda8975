"""The assessment page in both languages: every part, every kind of unit, links that ask for too much."""

import pytest
from streamlit.testing.v1 import AppTest

from components.assessment_controls import MODES


def opened(**params) -> AppTest:
    # The overview, where AppTest begins, must know the unit too: so its basis stands in the link.
    given = {"lang": "vi", "basis": params["unit"].split("-")[0], **params}
    at = AppTest.from_file("../components/shell.py", default_timeout=30)
    at.query_params.update({key: given[key] for key in ("lang", "basis", "unit")})
    at.run()
    at.switch_page("../pages/assessment.py")
    at.query_params.update(given)
    return at.run()


def words(at: AppTest) -> str:
    return " ".join([part.value for part in [*at.markdown, *at.caption, *at.info, *at.warning]])


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("mode", MODES)
def test_every_part_is_drawn(mode, language):
    at = opened(
        unit="63-06", mode=mode, scenario="dti_security:0.9,dti_society_activity:0.7", goal="rank:5", lang=language
    )
    assert not at.exception and not at.error


def test_a_period_without_a_sheet_says_why():
    at = opened(unit="63-06", period="2021")
    assert not at.exception and "2021" in " ".join(one.value for one in at.info)


def test_a_damaged_scenario_is_answered_in_words():
    at = opened(unit="34-19", mode="goal", goal="rank:999", costs="nothing:1")
    assert not at.exception and any("nothing:1" in one.value for one in at.warning)


def test_own_cells_keep_what_was_typed():
    at = opened(unit="34-19", mode="own")
    at.text_input(key="own_cell_34-19_dti_security").set_value("0,95").run()
    assert at.text_input(key="own_cell_34-19_dti_security").value == "0,95"
    assert any("0,95" in one.value for one in at.warning)
    at.text_input(key="own_cell_34-19_dti_security").set_value("0.95").run()
    assert not at.warning


def test_words_typed_into_a_plan_stay_when_the_language_changes():
    given = {"unit": "34-19", "mode": "plan", "scenario": "dti_security:0.9"}
    at = opened(**given)
    at.text_area(key="plan_cell_34-19_dti_security_measure").set_value("Diễn tập").run()
    at.text_input(key="plan_cell_34-19_dti_security_deadline").set_value("31/12").run()
    at.query_params.update({"lang": "en"})
    at.run()
    assert at.text_area(key="plan_cell_34-19_dti_security_measure").value == "Diễn tập"
    assert at.text_input(key="plan_cell_34-19_dti_security_deadline").value == "31/12"
    assert any("0.9000" in one.value for one in at.markdown)
