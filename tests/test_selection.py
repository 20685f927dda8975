"""The address is the state of a screen: read, written, mended."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import known
from components.register import PAGES
from indicators.selection import KEYS, Selection, catalogue

SHELL = str(Path(__file__).resolve().parent.parent / "components" / "shell.py")


def test_a_link_survives_reading_and_writing(dataset):
    given = {"indicator": "dti", "basis": "63", "period": "2022", "unit": "63-06", "lang": "en", "v": "1"}
    chosen, notices = Selection.parse(given, dataset, "map")
    assert not notices
    assert chosen.query() == given


def test_an_empty_address_becomes_the_basis_in_force_and_its_newest_period(dataset):
    chosen, notices = Selection.parse({}, dataset, "map")
    assert not notices
    assert (chosen.basis, chosen.language) == (dataset.bases[-1], "vi")
    assert chosen.period == dataset.periods_of(chosen.indicator, chosen.basis)[-1]
    assert {"basis", "period", "lang", "v"} <= set(chosen.query())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("indicator", "gone"),
        ("basis", "99"),
        ("period", "1066"),
        ("unit", "63-99"),
        ("lang", "fr"),
        ("v", "7"),
        ("colour", "red"),
    ],
)
def test_what_is_not_known_gets_a_notice_and_a_default(dataset, key, value):
    chosen, notices = Selection.parse({key: value}, dataset, "map")
    assert len(notices) == 1
    assert dataset.words.has(notices[0].key)
    assert dataset.say(notices[0].key, "vi", **notices[0].names)
    assert Selection.parse(chosen.query(), dataset, "map")[1] == []


def test_a_province_is_found_by_its_name_without_diacritics(dataset):
    chosen, notices = Selection.parse({"unit": "bac kan"}, dataset, "province")
    assert not notices
    assert chosen.unit == "63-06"
    assert chosen.basis == "63"


def test_a_very_long_value_is_cut(dataset):
    chosen, _ = Selection.parse({"q": "x" * 5000}, dataset, "data")
    assert len(chosen.typed) < 200


@pytest.mark.parametrize("page", ["overview", "map", "province", "targets", "data"])
def test_every_page_offers_indicators(dataset, page):
    assert catalogue(dataset, page)


def test_unverified_figures_stay_off_the_map(dataset):
    assert not [name for name in catalogue(dataset, "map") if name.startswith("index_766")]


NONSENSE = "zz"
# Where any words may be typed; the version has a sentence of its own.
FREELY = {"q", "v"}


@pytest.mark.parametrize("page", list(PAGES))
def test_an_unknown_value_of_any_part_is_named_on_any_page(dataset, page):
    """Every key with a nonsense value: a notice that names it, and a selection that the page can draw."""
    for key in KEYS:
        chosen, notices = Selection.parse({key: f"{NONSENSE}{key}"}, dataset, page)
        chosen, more = known.met(chosen)
        said = [one.names.get("given", "") for one in (*notices, *more)]
        # the page of the assessment itself knows which parts of a scenario fit its unit
        left = key in FREELY or (page, key) == ("assessment", "scenario")
        assert left or f"{NONSENSE}{key}" in said, (page, key)
        assert left or key in ("scenario", "costs") or NONSENSE not in " ".join(chosen.query().values()), (page, key)


@pytest.mark.parametrize("page", [name for name, page in PAGES.items() if not page.bare])
def test_a_link_of_nonsense_gets_its_sentences_and_a_page(dataset, page):
    """All keys at once, in a visitor's screen: every value is named in words, nothing fails."""
    app = AppTest.from_file(SHELL, default_timeout=30)
    app.switch_page(f"../pages/{page}.py")
    for key in KEYS:
        app.query_params[key] = f"{NONSENSE}{key}"
    app.run()
    assert not app.exception and not app.error
    words = " ".join(part.value for part in [*app.info, *app.warning])
    lacking = [key for key in KEYS if key not in FREELY and f"{NONSENSE}{key}" not in words]
    assert not lacking, words


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_view_that_this_unit_or_indicator_lacks_is_named_in_a_sentence(dataset, language):
    """Every page that does not offer every view for everything says which one it lacks and which one it opens."""
    units = dataset.units_of(dataset.basis_now)["unit"]
    for page, key, values in (("province", "unit", units), ("map", "indicator", catalogue(dataset, "map"))):
        said = []
        for value in values:
            for mode in known.modes(page):
                chosen, _ = Selection.parse({key: value, "mode": mode, "lang": language}, dataset, page)
                chosen, notices = known.met(chosen)
                held = list(known.offered(chosen))
                assert [notice.key for notice in notices] == ([] if mode in held else ["notice.no_view"])
                said += [dataset.say(notice.key, language, **notice.names) for notice in notices]
                assert chosen.mode == mode, "the address keeps it for the next unit or indicator"
        assert said
