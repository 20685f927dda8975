"""Every figure of every page by its stable id: what an export, an API picture or a slide can name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from components.figure import Figure
from components.register import PAGES
from indicators.selection import Selection


def figures(page: str) -> Mapping[str, Callable[[Selection], Figure]]:
    """Return the figure builders of a page by id, its first figure first; empty for a page without figures.

    A module may also have `family()`: builders whose ids follow from the data, one strip an indicator for example.
    """
    held: dict[str, Callable[[Selection], Figure]] = {}
    for name in PAGES[page].modules:
        module = import_module(f"components.{name}")
        held |= module.FIGURES
        if hasattr(module, "family"):
            held |= module.family()
    return held


def listed(page: str) -> list[str]:
    """Return the ids of a page's figures as stories know them: a family, whose ids follow from the data, by its pattern."""
    held = {}
    for name in PAGES[page].modules:
        module = import_module(f"components.{name}")
        held |= dict.fromkeys(module.FIGURES)
        if hasattr(module, "family"):
            held |= {f"{one.split('-')[0]}-*": None for one in module.family()}
    return list(held)


def build(chosen: Selection) -> Figure:
    """Return the figure that a selection names, the page's first where it names none; KeyError for an unknown one."""
    held = figures(chosen.page)
    return held[chosen.figure or next(iter(held))](chosen)
