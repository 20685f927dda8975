"""Every set of colours in use, seen with three colour deficiencies; words that stand out enough."""

import itertools
import pkgutil
import re
import tomllib
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

import components
from components import progress_marks, theme

ROOT = Path(__file__).resolve().parent.parent
DEFICIENCIES = ("protanomaly", "deuteranomaly", "tritanomaly")
# Least difference in CAM02-UCS; the colours in use reach the figures of docs/access.md.
LEAST_NEIGHBOUR, LEAST_PAIR = 11.0, 16.0
WORDS, MARKS = 4.5, 3.0


def ramps() -> dict[str, tuple[str, ...]]:
    """Return every row of colours that a module of components/ holds, by module and name: none can be forgotten."""
    held = {}
    for entry in pkgutil.iter_modules(components.__path__):
        if entry.name == "shell":  # the script itself: importing it runs it
            continue
        for name, value in vars(import_module(f"components.{entry.name}")).items():
            rows = value.items() if isinstance(value, dict) else [("", value)]
            for key, row in rows:
                if (
                    isinstance(row, tuple)
                    and len(row) > 2
                    and all(re.fullmatch("#[0-9a-f]{6}", str(one)) for one in row)
                ):
                    held.setdefault(row, f"{entry.name}.{name}{key}")
    return {name: row for row, name in held.items()}


RAMPS = ramps()
SIDE_BY_SIDE = {theme.CATEGORICAL, theme.CATEGORICAL_DARK}


def rgb(colour: str) -> np.ndarray:
    """Return a colour as three shares of one."""
    return np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255


def seen(colour: str, deficiency: str) -> np.ndarray:
    """Return a colour as an eye with a full deficiency sees it (model of Machado and others, 2009)."""
    space = {"name": "sRGB1+CVD", "cvd_type": deficiency, "severity": 100}
    return np.clip(cspace_convert(rgb(colour), space, "sRGB1"), 0, 1)


def difference(one: str, other: str, deficiency: str) -> float:
    """Return how far two colours are apart for an eye with a deficiency."""
    pair = (seen(one, deficiency), seen(other, deficiency))
    return float(deltaE(*pair, input_space="sRGB1", uniform_space="CAM02-UCS"))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours after WCAG 2."""

    def light(colour: str) -> float:
        parts = np.where(rgb(colour) <= 0.03928, rgb(colour) / 12.92, ((rgb(colour) + 0.055) / 1.055) ** 2.4)
        return float(parts @ [0.2126, 0.7152, 0.0722])

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_all_ramps_are_found():
    assert {theme.SEQUENTIAL, theme.DIVERGING, *SIDE_BY_SIDE} <= set(RAMPS.values())
    assert len(RAMPS) > 4, "ramps of single charts too"


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("name", RAMPS)
def test_colours_are_told_apart_by_every_eye(name, deficiency):
    ramp = RAMPS[name]
    pairs = itertools.combinations(ramp, 2) if ramp in SIDE_BY_SIDE else itertools.pairwise(ramp)
    least = LEAST_PAIR if ramp in SIDE_BY_SIDE else LEAST_NEIGHBOUR
    found = {pair: round(difference(*pair, deficiency), 1) for pair in pairs}
    assert min(found.values()) >= least, found


def test_the_measure_sees_what_such_an_eye_does_not():
    """Red and green of one lightness fall together for a deuteranope and stay apart for a tritanope."""
    assert difference("#c0504d", "#7f7a1f", "deuteranomaly") < LEAST_NEIGHBOUR
    assert difference("#c0504d", "#7f7a1f", "tritanomaly") > LEAST_PAIR


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_words_and_marks_stand_out(colours):
    for ground in (colours.paper, colours.panel):
        assert contrast(colours.ink, ground) >= 7
        assert contrast(colours.quiet, ground) >= WORDS
    for mark in (colours.data, colours.chosen, *theme.categorical(colours is theme.DARK)):
        assert contrast(mark, colours.paper) >= MARKS
    assert contrast(colours.target, colours.paper) >= MARKS


@pytest.mark.parametrize("dark", [False, True])
def test_marks_of_progress_differ_in_shape_and_stand_out(dark):
    """Colours may repeat there, shapes tell: two categories of one colour never share a shape."""
    shades, paper = progress_marks.colours(dark), theme.palette(dark).paper
    pairs = [(shades[name], shape) for name, shape in progress_marks.SHAPES.items()]
    assert len(set(pairs)) == len(pairs)
    weak = {name: round(contrast(shade, paper), 1) for name, shade in shades.items() if contrast(shade, paper) < 2.5}
    assert not weak, weak


def test_streamlits_quiet_words_stand_out():
    """A caption is the theme's text at six tenths (measured on the page)."""
    held = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for part in (held["light"], held["dark"]):
        for ground in (part["backgroundColor"], part["secondaryBackgroundColor"]):
            mixed = 0.6 * rgb(part["textColor"]) + 0.4 * rgb(ground)
            caption = "#" + "".join(f"{round(share * 255):02x}" for share in mixed)
            assert contrast(caption, ground) >= WORDS, (caption, ground)
            assert contrast(part["linkColor"], ground) >= WORDS


def test_no_widget_writes_white_on_the_theme_colour():
    """Streamlit's primary buttons and multiselects do, 2.5 to 1 in the dark theme (docs/access.md)."""
    wrong = [
        f"{path.name}: {part}"
        for folder in ("components", "pages")
        for path in (ROOT / folder).glob("*.py")
        for part in ('type="primary"', "st.multiselect(")
        if part in path.read_text(encoding="utf-8")
    ]
    assert not wrong, wrong


def test_every_slot_has_its_shape():
    assert len(theme.CATEGORICAL) == len(theme.CATEGORICAL_DARK) == len(set(theme.SHAPES))
