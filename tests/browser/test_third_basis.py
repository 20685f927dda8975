"""An invented third basis in a real browser: the map is drawn, derived values have their dots, its switch holds all bases."""

import pytest

from tests import third_basis

ADDRESS = "/map?lang=vi&basis=2027&indicator=papi_egov&period=2022&unit=2027-11&borders=former"


@pytest.fixture(scope="module")
def third(start_server, tmp_path_factory):
    """Address of an atlas of the invented data."""
    with start_server(ATLAS_DATA=str(third_basis.built(tmp_path_factory.mktemp("third")))) as address:
        yield address


def test_the_map_of_a_basis_nobody_knew_is_drawn(browser, third):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    faults = []
    page.on("console", lambda said: faults.append(said.text) if "Component Error" in said.text else None)
    page.goto(third + ADDRESS)
    page.wait_for_function("() => document.querySelectorAll('path[data-kind=province]').length >= 34")
    page.wait_for_function("() => document.querySelectorAll('path.dot').length >= 30")
    box = page.locator("path[data-unit='2027-11'][data-kind=province]").bounding_box()
    assert 5 < box["width"] < 200 and 5 < box["height"] < 200, "the province has its place on the map"
    page.get_by_role("radio").filter(has_text="tỉnh").nth(2).wait_for()
    assert page.get_by_role("radio").filter(has_text="tỉnh").count() == 3
    assert not faults
    page.close()
