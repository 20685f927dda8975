"""What a visitor can take away: sizes and formats of a figure, the lines to embed it, the pack of a province."""

from contextlib import nullcontext
from functools import lru_cache
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from components import export, figure_files, gallery, pack, pack_button, workshop
from components.dataset import dataset
from components.link import figure, read
from indicators.text import LANGUAGES


@lru_cache(maxsize=4)
def page(name: str, language: str) -> AppTest:
    at = AppTest.from_file("../components/shell.py", default_timeout=60)
    at.query_params["lang"] = language
    at.run()
    at.switch_page(f"../pages/{name}.py")
    at.query_params["lang"] = language
    return at.run()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["province", "overview"])
def test_the_pack_is_offered(name, language):
    at = page(name, language)
    assert not at.exception
    words = dataset().say("pack.button", language)
    assert any(words in str(block.proto) for block in at.get("popover")) or words in str(at.main)


def test_a_picture_is_made_beside_the_server_for_the_height_on_screen(monkeypatch):
    asked = []
    monkeypatch.setattr(workshop, "answer", lambda work, *rest: asked.append(rest) or b"picture")
    shown = figure(read("/overview?lang=en&figure=map"))
    assert figure_files.made(shown, "png", "slide") == b"picture"
    address, kind, size, scale, height = asked[0]
    assert read(address).figure == "map" and (kind, size, scale, height) == ("png", "slide", 1, shown.height)


def test_a_busy_server_still_gives_the_file(monkeypatch):
    def busy(*_):
        raise workshop.Busy

    monkeypatch.setattr(workshop, "answer", busy)
    shown = gallery.build(read("/overview?lang=en&figure=movers"))
    assert figure_files.made(shown, "svg", "report") == export.svg(shown, "report")


def test_the_embedded_form_is_a_link_of_the_page():
    chosen = read("/map?lang=en&figure=map")
    assert figure_files.embedded(chosen) == export.address(chosen) + "&embed=true"


def test_a_pack_is_put_together_with_its_progress(monkeypatch):
    monkeypatch.setattr(workshop, "answer", lambda work, *rest: work(*rest))
    monkeypatch.setattr(pack, "made", lambda unit, language, part: {f"{part}.txt": b"1"})
    told = []
    name, body = pack_button.assembled("34-56", "vi", lambda share, part: told.append((share, part)))
    assert name.startswith("atlas-khanh-hoa-34-56-vi") and body[:2] == b"PK"
    assert [part for _, part in told] == list(pack.PARTS) and told[0][0] == 0.0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "more"),
    [("province", {}), ("province", {"indicator": "egdi_rank", "period": "2021"}), ("assessment", {"mode": "whatif"})],
)
def test_the_pack_holds_the_plan_of_the_links_scenario(name, more, language, monkeypatch):
    panel, made = SimpleNamespace(open=True), []
    monkeypatch.setattr(pack_button, "st", SimpleNamespace(popover=lambda *_, **__: nullcontext(panel)))
    monkeypatch.setattr(pack_button, "contents", lambda *rest: made.append(rest))
    at = AppTest.from_file("../components/shell.py", default_timeout=60)
    at.switch_page(f"../pages/{name}.py")
    given = {"lang": language, "unit": "34-19", **more}
    at.query_params.update({**given, "scenario": "dti_security:0.95", "others": "pace"})
    assert not at.run().exception
    unit, said, plan = made[-1]
    assert (unit, said, plan.selection.others, plan.selection.language) == ("34-19", language, "pace", language)
    assert plan.rows()[["index", "to"]].to_numpy().tolist() == [["dti_security", 0.95]]
    at.query_params.update({"scenario": "dti_security:0.95,nothing:2"})
    assert not at.run().exception and made[-1][2].rows()["to"].tolist() == [0.95], "what fits is kept"
    del at.query_params["scenario"]
    at.run()
    assert made[-1] == ("34-19", language, None)
