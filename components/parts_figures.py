"""A merged unit and its parts: their own histories on one scale, and what moved the unit between two periods."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import panel_layout, panels
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from components.map_figures import used_sources
from components.province_figures import value_text
from components.trend_figures import COLUMNS, lines, placed_panel
from indicators import bases, merger_effect
from indicators import format as labels
from indicators.selection import Selection

ACROSS, PANEL_HEIGHT = 2, 150


@lru_cache(maxsize=2)
def _spec(is_dark: bool) -> dict:
    return panels.panels(is_dark)


def name_of(unit: str, language: str, with_basis: bool = False) -> str:
    """Return a unit's name, if asked with its basis: parts and whole often share one."""
    data = dataset()
    name = data.units.at[unit, f"name_{language}"]
    return data.say("province.of_basis", language, name=name, basis=bases.short(data, data.units.at[unit, "basis"], language)) if with_basis else name  # fmt: skip


def spans(
    grid: panel_layout.Grid, panel: int, whole: str, indicator: str, periods: list[str], language: str
) -> pd.DataFrame:
    """Return the spread between best and weakest part behind each point of the whole."""
    rows = []
    for period, position in periods:
        found = merger_effect.spread(dataset(), indicator, whole, period)
        if found:
            rows.append({
                "across": grid.moment(panel, position), "level": grid.height(panel, found[1]), "level2": grid.height(panel, found[3]),
                "hover": spread_words(whole, indicator, period, language),
            })  # fmt: skip
    return pd.DataFrame(rows, columns=["across", "level", "level2", "hover"])


def newest_spread(chosen: Selection) -> str:
    """Return the newest spread of the parts of the chosen unit in words; "" where there is none."""
    whole = merger_effect.whole_of(dataset(), chosen.unit)
    held = merger_effect.periods_of(dataset(), chosen.indicator, whole) if whole else []
    spoken = (spread_words(whole, chosen.indicator, period, chosen.language) for period in held[::-1])
    return next((sentence for sentence in spoken if sentence), "")


def spread_words(whole: str, indicator: str, period: str, language: str) -> str:
    """Return the spread of a period in words: best part, weakest part, their difference; "" where it is not known."""
    data = dataset()
    found = merger_effect.spread(data, indicator, whole, period)
    if not found:
        return ""
    best, most, weakest, least = found
    return data.say(
        "province.spread", language, period=labels.period_label(period, data.words, language), best=name_of(best, language),
        most=value_text(indicator, most, language), weakest=name_of(weakest, language), least=value_text(indicator, least, language),
        gap=value_text(indicator, abs(most - least), language),
    )  # fmt: skip


@kept
def parts_figure(chosen: Selection) -> Figure:
    """Return the histories of the parts of a merged unit and of the unit itself, on one scale, with the spread of the parts."""
    data, language, indicator = dataset(), chosen.language, chosen.indicator
    whole = merger_effect.whole_of(data, chosen.unit)
    units = [*merger_effect.parts_of(data, whole), whole] if whole else []
    blocks = [lines(chosen.but(unit=unit), indicator) for unit in units]
    # behind the whole stands the spread of its parts, not the mean of all units
    blocks[-1:] = [block[block["own"]].reset_index(drop=True) for block in blocks[-1:]]
    held = pd.concat(blocks, ignore_index=True) if blocks else lines(chosen, indicator)[:0]
    grid = panel_layout.grid(held, len(blocks), ACROSS)
    frame = pd.concat(
        [placed_panel(block, grid, panel, language) for panel, block in enumerate(blocks or [held])], ignore_index=True
    )
    moments = list(dict.fromkeys(zip(blocks[-1]["period"], blocks[-1]["position"], strict=True))) if blocks else []
    guides, ticks = panel_layout.guides(grid, language)
    names = [name_of(unit, language, with_basis=True) for unit in units]
    basis = data.units.at[whole, "basis"] if whole else chosen.basis
    about = data.about(indicator)
    words = data.say(
        "province.parts_title",
        language,
        name=name_of(whole or chosen.unit, language),
        indicator=about[f"short_{language}"],
    )
    said = newest_spread(chosen)
    under = "province.parts_subtitle" if said else "province.parts_subtitle_total"
    return Figure(
        id="parts", title=words, subtitle=data.say(under, language, unit=data.say(f"unit.{about['unit']}", language)),
        alt=f"{words}. {said if whole else data.say('province.parts_none', language)}", frame=frame, columns={name: data.say(f"column.{name}", language) for name in COLUMNS},
        spec=_spec(dark()), selection=chosen, basis=basis, notes=(said,) if said else (), sources=used_sources(frame.assign(rank_source="")),
        extra={"guides": guides, "ticks": ticks, "years": panel_layout.years(grid), "titles": panel_layout.titles(grid, names),
               "spans": spans(grid, len(units) - 1, whole, indicator, moments, language) if whole else panel_layout.NO_SPANS},
        height=PANEL_HEIGHT * grid.rows,
    )  # fmt: skip


FIGURES = {"parts": parts_figure}
