"""Figures as workbooks: a sheet of data as drawn, a sheet of notes that says what, whose and how sure each value is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from components import merger_panel, merger_words
from components.dataset import dataset
from indicators import format as labels
from indicators import origin
from indicators.export import names, xlsx
from indicators.selection import Selection

if TYPE_CHECKING:
    from components.figure import Figure

# Columns that hold values of the figure's indicator, besides those that name one themselves.
VALUES = ("value", "value_low", "value_high", "mean", "region_mean", "nation", "change", "gap")
WHOLE = ("rank", "rank_of", "rank_earlier", "rank_later", "move")
KEY, WORDS = "key", "words"


def decimals(frame: pd.DataFrame, chosen: Selection) -> dict[str, int]:
    """Return how many decimals each column of numbers is written with; the indicator's own where the frame is of one."""
    data = dataset()
    own = frame["indicator"].unique() if "indicator" in frame else [chosen.indicator]
    places = max(
        (int(data.indicators.at[name, "decimals"]) for name in own if name in data.indicators.index), default=2
    )
    found = {}
    for name in frame.columns:
        if name in WHOLE:
            found[name] = 0
        elif pd.api.types.is_float_dtype(frame[name]):
            found[name] = places if name in VALUES else max(places, 2)
    return found


def of_figure(figure: Figure, link: str) -> bytes:
    """Return the workbook of one figure."""
    data, language = dataset(), figure.selection.language
    frame = figure.frame[list(figure.columns)]
    made = merger_words.with_origin(frame, figure.frame, figure.basis, figure.selection)
    titles = {**figure.columns, **origin_titles(made, language)}
    sheets = [
        xlsx.Sheet(data.say("export.sheet_data", language), made, titles, decimals(frame, figure.selection)),
        xlsx.Sheet(data.say("export.sheet_notes", language), notes(figure, link), _note_titles(language), wrapped=True),
        xlsx.Sheet(data.say("export.sheet_status", language), statuses(figure), _status_titles(language)),
    ]  # fmt: skip
    parts = merger_panel.behind(figure.frame, figure.basis, figure.selection)
    if len(parts):
        names_of = {name: data.say(f"merger.column_{name}", language) for name in merger_panel.COLUMNS}
        sheets.append(xlsx.Sheet(data.say("merger.panel", language), parts[list(merger_panel.COLUMNS)], names_of))
    moment = names.moment(data.version)
    return xlsx.workbook(sheets, figure.title, data.say("atlas.name", language), moment)


def origin_titles(frame: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the titles of the columns that say what derived values are made of, by the names that a frame has for them."""
    held = [(name, one) for one in origin.COLUMNS for name in frame.columns if str(name).startswith(one)]
    return {name: dataset().say(f"export.{one}", language) for name, one in held}


def _note_titles(language: str) -> dict[str, str]:
    return {KEY: dataset().say("export.note", language), WORDS: dataset().say("export.words", language)}


def indicators_of(figure: Figure) -> list[str]:
    """Return the indicators that a figure's frame is about."""
    held = figure.frame["indicator"].unique() if "indicator" in figure.frame else [figure.selection.indicator]
    return [str(name) for name in held if name in dataset().indicators.index]


def notes(figure: Figure, link: str) -> pd.DataFrame:
    """Return the notes of a figure, one row each: title, definitions, sources with licence, boundaries, version, link."""
    data, language = dataset(), figure.selection.language
    say = lambda key, **given: data.say(f"export.{key}", language, **given)  # noqa: E731
    rows = [(say("title"), figure.title), (say("subtitle"), figure.subtitle), (say("description"), figure.alt)]
    for name in indicators_of(figure):
        about = data.about(name)
        unit = data.say(f"unit.{about['unit']}", language)
        rows.append((say("definition"), f"{about[f'title_{language}']} ({unit}): {about[f'definition_{language}']}"))
    rows += [(say("note"), note) for note in figure.notes]
    rows += [(say("source_of", source=name), source_words(name, language)) for name in figure.sources if name in data.sources.index]  # fmt: skip
    if figure.geometry:
        rows.append((say("boundaries"), data.say("figure.boundaries", language)))
    rows += [(say("version"), data.version), (say("link"), link), (say("atlas"), data.say("atlas.name", language))]
    return pd.DataFrame(rows, columns=[KEY, WORDS])


def source_words(name: str, language: str, short: bool = False, address: bool = True) -> str:
    """Return a source in full: title, publisher, date, address, kind, terms of use; short leaves the last two out, and the address too where asked."""
    data = dataset()
    row = data.sources.loc[name]
    kind = (
        data.words.say(f"source_kind.{row['kind']}", language)
        if data.words.has(f"source_kind.{row['kind']}")
        else row["kind"]
    )
    day = labels.date_label(row["date"], language) if row["date"] else ""
    if short:
        named = row["publisher"] if row["publisher"].casefold() not in row["title"].casefold() else ""
        return ". ".join(part for part in (row["title"], named, day, row["url"] if address else "") if part)
    terms = data.say("export.terms_not_stated", language) if row["terms"] in ("", "not stated") else row["terms"]
    terms = data.say("export.terms", language, terms=terms)
    return ". ".join(part for part in (row["title"], row["publisher"], day, row["url"], kind, terms) if part)


def statuses(figure: Figure) -> pd.DataFrame:
    """Return how sure each value of a figure is: what it is of, status in words, source."""
    data, language = dataset(), figure.selection.language
    frame = figure.frame
    if "status" not in frame:
        return pd.DataFrame({name: [] for name in _status_titles(language)})
    known = [name for name in ("indicator", "name", "period") if name in frame and name in figure.columns]
    held = frame[[*known, "status"]].drop_duplicates()
    words = held["status"].map(
        lambda word: data.say(f"status.{word}", language) if word else data.say("legend.no_data", language)
    )
    named = held["indicator"].map(data.indicators[f"title_{language}"]) if "indicator" in held else None
    held = held.assign(status=words) if named is None else held.assign(status=words, indicator=named)
    return held[[*known, "status"]]


def _status_titles(language: str) -> dict[str, str]:
    return {name: dataset().say(f"column.{name}", language) for name in ("indicator", "name", "period", "status")}
