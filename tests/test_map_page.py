"""The map page in all its ways of seeing, in both languages; what it must refuse, and what it says where little exists."""

import json

import pytest

from components import difference_figures, gallery, leaflet, map_figures, map_modes, play, web_map
from components.figure import Figure
from indicators import merging
from indicators.selection import Selection
from tests.screens import opened, words

FIGURES = ("map", "list", "difference", "changes", "moves", "places", "multiples", "tiles")


def chosen(dataset, **parameters: str) -> Selection:
    """Return the selection of an address of the map page."""
    return Selection.parse(
        {"indicator": "dti", "basis": "63", "period": "2023", "lang": "vi", **parameters}, dataset, "map"
    )[0]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("mode", map_modes.MODES)
def test_every_view_opens(dataset, mode, language):
    screen = opened("map", mode=mode, lang=language, indicator="dti", basis="63", period="2023")
    assert not screen.exception and not screen.error
    assert dataset.indicators.at["dti", f"title_{language}"] in words(screen)


def test_an_unknown_view_gets_a_sentence_and_the_map(dataset):
    screen = opened("map", mode="globe", lang="en")
    assert "globe" in words(screen)
    assert not screen.exception


def test_a_difference_across_methods_is_refused_and_ranks_are_offered(dataset):
    at = chosen(dataset, period="2024")
    refused = difference_figures.difference_figure(at)
    assert refused.frame["change"].isna().all()
    assert any("922/QĐ-BTTTT" in note and "405/QĐ-BKHCN" in note for note in refused.notes)
    moves = difference_figures.moves_figure(at)
    assert moves.frame["move"].notna().all() and "value" not in moves.columns
    shown = words(opened("map", mode="difference", lang="vi", indicator="dti", basis="63", period="2024"))
    assert difference_figures.reason(at) in shown and moves.title in shown


def test_a_difference_names_its_midpoint(dataset):
    figure = difference_figures.difference_figure(chosen(dataset))
    assert sum("không đổi" in text for text in figure.extra["legend"]["text"]) == 1
    assert "không đổi" in figure.subtitle


def test_figures_do_not_depend_on_the_view(dataset):
    assert set(FIGURES) <= set(gallery.figures("map"))
    for name in FIGURES:
        one = gallery.build(chosen(dataset, figure=name))
        other = gallery.build(chosen(dataset, figure=name, mode="web"))
        assert one.id == name
        assert one.frame.equals(other.frame) and one.title == other.title


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("basis", ["63", "34"])
def test_every_figure_carries_what_it_owes(dataset, name, basis):
    figure: Figure = gallery.build(chosen(dataset, figure=name, basis=basis))
    assert figure.title and figure.subtitle and figure.alt and figure.sources
    assert set(figure.columns) <= set(figure.frame.columns)
    if merging.DERIVED in set(figure.frame["status"]):
        made = figure.frame[figure.frame["derived"]]
        assert made["label"].str.endswith("*").all()


def test_the_specification_of_a_map_is_constant(dataset):
    one = map_figures.map_figure(chosen(dataset))
    other = map_figures.map_figure(
        chosen(dataset, indicator="pci", period="2021", lang="en", unit="63-06", classes="continuous")
    )
    assert one.spec is other.spec


def test_a_class_method_is_stated_and_changes_the_colours(dataset):
    plain = map_figures.map_figure(chosen(dataset))
    for method in ("quantile", "equal", "continuous"):
        made = map_figures.map_figure(chosen(dataset, classes=method))
        assert dataset.say(f"classes.{method}", "vi") in made.subtitle
        assert made.frame["fill"].tolist() != plain.frame["fill"].tolist()
    assert map_figures.map_figure(chosen(dataset, classes="nonsense")).frame["fill"].equals(plain.frame["fill"])


def test_the_chosen_unit_is_named_on_the_map(dataset):
    figure = map_figures.map_figure(chosen(dataset, unit="63-06"))
    assert figure.extra["chosen"]["text"].tolist() == [
        "Bắc Kạn\n" + figure.frame.set_index("unit").at["63-06", "label"]
    ]
    assert map_figures.map_figure(chosen(dataset)).extra["chosen"].empty


def test_both_archipelagos_are_cells_of_the_tile_grid(dataset):
    for basis in dataset.bases:
        figure = gallery.build(chosen(dataset, figure="tiles", basis=basis))
        sea = figure.extra["sea"]
        fills = figure.frame.set_index("unit")["fill"]
        assert sea["short"].tolist() == ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]
        assert [fills[unit] for unit in sea["unit"]] == sea["fill"].tolist()
        assert len(figure.frame) == len(dataset.units_of(basis))


def test_all_periods_stand_on_common_classes_with_their_methods(dataset):
    figure = gallery.build(chosen(dataset, figure="multiples"))
    held = dataset.periods_of("dti", "63")
    assert figure.frame["panel"].nunique() == len(held)
    assert figure.frame.groupby("period")["edition"].first().ne("").all()
    pairs = figure.frame[figure.frame["value"].notna()].groupby("fill")["value"]
    assert (pairs.min().sort_values().to_numpy()[1:] > pairs.max().sort_values().to_numpy()[:-1]).all()
    assert dataset.say("periods.note", "vi") in figure.notes


def test_the_play_stops_at_a_card_before_every_new_method(dataset):
    steps = play.steps(chosen(dataset))
    assert [step.period for step in steps if not step.card] == list(dataset.periods_of("dti", "63"))
    assert {step.period for step in steps if step.card} == {"2021", "2022", "2024"}
    card = play.shown(chosen(dataset, period="2024"), card=True)
    assert card.frame["fill"].nunique() == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_few_figures_are_named(dataset, language):
    at = chosen(dataset, indicator="pci", period="2024", basis="63", lang=language)
    held = map_figures.drawn(at)["value"].notna().sum()
    assert 0 < held < 10
    shown = words(opened("map", indicator="pci", period="2024", basis="63", lang=language))
    assert map_modes.coverage(at) in shown and f"{held}" in map_modes.coverage(at)
    assert map_modes.coverage(chosen(dataset)) == ""


def test_totals_are_no_matter_for_areas(dataset):
    at = chosen(dataset, indicator="population", period="2022")
    assert list(map_modes.offered(at)) == ["tiles"]
    assert dataset.say("map.total", "vi") in words(opened("map", indicator="population", basis="63", lang="vi"))


def test_the_web_map_draws_the_same_view(dataset):
    at = chosen(dataset, unit="63-48")
    rows = map_figures.drawn(at).set_index("unit")
    held = web_map.features(at)
    assert {one["properties"]["unit"] for one in held} == set(rows.index)
    assert all(one["properties"]["style"]["fillColor"] == rows.at[one["properties"]["unit"], "fill"] for one in held)
    assert len(held) == len(rows) + 2, "both archipelagos"
    assert held[-1]["properties"]["unit"] == "63-48" and held[-1]["properties"]["style"]["weight"] > 2
    assert [text.split("<br>")[0] for _, _, text in web_map.names(at)] == ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]


def test_a_mailed_map_asks_nobody(dataset):
    page = web_map.page(chosen(dataset)).decode("utf-8")
    for tag in ('src="', 'href="http', 'url("http'):
        assert tag not in page.replace('href="https://leafletjs.com"', ""), tag
    assert "L.map" in page and json.dumps("Quần đảo Trường Sa")[1:-1] in page and dataset.version in page
    assert 100_000 < len(page) < 600_000


def test_the_maps_on_screen_take_leaflet_from_our_server():
    for address in (*leaflet.OfflineMap.default_js, *leaflet.OfflineMap.default_css):
        assert address[1].startswith("/assets/")
    assert not leaflet.WholeMap.default_js and not leaflet.WholeMap.default_css


def test_a_specification_stays_small(dataset):
    spec = map_figures.map_spec("63", False)
    assert len(json.dumps(spec)) < 9_000, "it travels with every change"
