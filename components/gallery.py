"""Every figure of every page by its stable id: what an export, an API picture or a slide can name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from components.figure import Figure
from components.register import PAGES
from indicators.selection import Selection


def figures(page: str) -> Mapping[str, Callable[[Selection], Figure]]:
    """Return the figure builders of a page by id, its first figure first; empty for a page without figures."""
    held: dict[str, Callable[[Selection], Figure]] = {}
    for module in PAGES[page].modules:
        held |= import_module(f"components.{module}").FIGURES
    return held


def build(chosen: Selection) -> Figure:
    """Return the figure that a selection names, the page's first where it names none; KeyError for an unknown one."""
    held = figures(chosen.page)
    return held[chosen.figure or next(iter(held))](chosen)
