"""What a screen draws without Vega: the frame of the exported picture, few bytes, nothing missing made a number."""

import json
import re

import pytest

from components import difference_figures, live, map_figures
from indicators.load import ROOT
from indicators.selection import Selection
from server import files


def chosen(dataset, **parameters: str) -> Selection:
    """Return the selection of an address of the map page."""
    return Selection.parse({"indicator": "dti", "basis": "63", "period": "2022", **parameters}, dataset, "map")[0]


def read(part: object) -> list:
    """Return a column as the browser reads it."""
    return [part["of"][place] for place in part["at"]] if isinstance(part, dict) else part


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("basis", ["63", "34"])
def test_the_browser_gets_the_frame_of_the_file(dataset, basis, language):
    at = chosen(dataset, basis=basis, lang=language)
    for build in (map_figures.map_figure, map_figures.list_figure, difference_figures.moves_figure):
        figure = build(at)
        held = json.loads(live.packed(figure, figure.live, False))
        for name in figure.live.read:
            got = read(held["frame"][name])
            if name == "value":
                assert got == pytest.approx(figure.frame[name].tolist(), abs=1e-6)
            else:
                assert got == figure.frame[name].tolist(), name
        assert [read(part) for part in held["said"]] == [figure.frame[name].tolist() for name in figure.live.said]


def test_what_is_missing_is_null_and_never_zero(dataset):
    at = chosen(dataset, indicator="pci", period="2024")
    figure = map_figures.map_figure(at)
    held = json.loads(live.packed(figure, figure.live, False))
    bare = figure.frame["value"].isna()
    assert bare.any()
    fills, said = read(held["frame"]["fill"]), [read(part) for part in held["said"]]
    for place in figure.frame.index[bare]:
        assert fills[place] == ""
        assert said[1][place] == "" and said[2][place] in ("", figure.frame.at[place, "ranked"])
    mean = map_figures.list_figure(chosen(dataset, indicator="pci", period="2024")).extra["mean"]
    assert live.plain(mean["value"] * float("nan")) == [None]


def test_a_derived_value_keeps_its_star_and_its_dots(dataset):
    figure = map_figures.map_figure(chosen(dataset, basis="34"))
    held = json.loads(live.packed(figure, figure.live, False))
    assert all(read(held["frame"]["derived"]))
    assert all(label.endswith("*") for label in read(held["said"][1]))


def test_a_choice_is_marked_and_the_theme_changes_the_colours(dataset):
    figure = map_figures.map_figure(chosen(dataset, unit="63-06"))
    light, dark = (json.loads(live.packed(figure, figure.live, is_dark)) for is_dark in (False, True))
    assert light["unit"] == dark["unit"] == "63-06"
    assert light["colours"] != dark["colours"]


def test_a_picture_stays_small(dataset):
    for basis in dataset.bases:
        for build in (map_figures.map_figure, map_figures.list_figure):
            figure = build(chosen(dataset, basis=basis, lang="vi"))
            assert len(live.packed(figure, figure.live, False)) < 7_000, "it travels with every change"


def test_the_scripts_that_draw_are_served_and_ask_nobody():
    served = files.known()
    for path in (ROOT / "assets" / "live").iterdir():
        text = path.read_text(encoding="utf-8")
        assert f"/assets/live/{path.name}" in served
        assert not re.findall(r"https?://(?!www.w3.org/)", text)
        for name in re.findall(r'from "\./([a-z.]+)"', text):
            assert (path.parent / name).exists()


def test_a_rank_at_the_pointer_bears_its_interval(dataset):
    figure = map_figures.map_figure(chosen(dataset))
    held = figure.frame.set_index("unit")
    assert held["ranked"].str.contains("[", regex=False).all() and held["hover"].str.contains("[", regex=False).all()
    bare = map_figures.map_figure(chosen(dataset, indicator="papi_egov", period="2023"))
    assert not bare.frame["hover"].str.contains("[", regex=False).any()
