"""The workbook of a briefing pack: every figure of a unit, over time, its own, its targets, sources and definitions."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components import merger_words, rank_firmness, target_words
from components.brief import Brief
from components.dataset import dataset
from components.workbook import origin_titles, source_words
from indicators import goals, profile, views
from indicators.export import names
from indicators.export.xlsx import Sheet, workbook

# What a print shows stands first; what a machine reads follows.
PRINTED = ("period", "value", "value_low", "value_high", "rank", "rank_of", "mean")
FIGURES = (*PRINTED, "nation", "stated", "source", "indicator", "status", "rank_status", *rank_firmness.COLUMNS, "gap", "gap_status", "region_mean", "region_status",
           "mean_status", "previous_period", "change", "change_status", "move")  # fmt: skip
HISTORY = (
    *PRINTED,
    "stated",
    "source",
    "indicator",
    "status",
    "rank_status",
    *rank_firmness.COLUMNS,
    "mean_status",
    "edition",
)
OWN = (
    "period",
    "value",
    "value_low",
    "value_high",
    "numerator",
    "denominator",
    "stated",
    "source",
    "indicator",
    "status",
)
TARGETS = (
    "period", "asked", "actual", "actual_period", "required_pace", "pace", "judged", "documents", "indicator", "scope",
    "comparator", "value", "value_high", "category",
)  # fmt: skip
WHOLE = ("rank", "rank_of", "rank_low", "rank_high", "move")


def xlsx(brief: Brief, more: Sequence[Sheet] = ()) -> bytes:
    """Return the workbook of a unit, further sheets at its end."""
    data = dataset()
    sheets = [
        _sheet(
            brief,
            "figures",
            rank_firmness.joined(brief.standing, brief.selection) if not brief.nation else _national(brief),
            FIGURES,
        ),
        _sheet(brief, "history", _history(brief), HISTORY),
        _sheet(brief, "own", _own(brief), OWN),
        _sheet(brief, "targets", _targets(brief), TARGETS),
        _sources(brief),
        _definitions(brief),
        *more,
    ]
    title = brief.say("title", name=brief.name)
    return workbook(sheets, title, data.say("atlas.name", brief.language), names.moment(data.version))


def _national(brief: Brief) -> pd.DataFrame:
    held = pd.DataFrame(brief.headlines)
    return (
        held.rename(columns={"previous": "nation"}).assign(**{name: None for name in FIGURES if name not in held})
        if len(held)
        else held
    )


def _history(brief: Brief) -> pd.DataFrame:
    data = dataset()
    held = brief.standing["indicator"] if not brief.nation else [row["indicator"] for row in brief.headlines]
    blocks = [
        (views.series(data, name, brief.unit) if brief.nation else profile.history(data, name, brief.unit)).assign(
            indicator=name
        )
        for name in held
    ]
    if not len(held):
        return pd.DataFrame(columns=HISTORY)
    frame = pd.concat([block for block in blocks if len(block)], ignore_index=True)
    return frame if brief.nation else rank_firmness.joined(frame, brief.selection)


def _targets(brief: Brief) -> pd.DataFrame:
    """The unit's targets, what each asks for and where it stands in words."""
    held = goals.standing(dataset(), brief.unit)
    if held.empty:
        return held
    rows = held.to_dict("records")
    return held.assign(
        asked=[target_words.asked(row, brief.language) for row in rows],
        judged=[target_words.category(row, brief.language) for row in rows],
    )


def _own(brief: Brief) -> pd.DataFrame:
    if brief.nation:
        rows = dataset().observations
        return rows[rows["unit"] == brief.unit]
    return profile.own_figures(dataset(), brief.unit)


def _sheet(brief: Brief, name: str, frame: pd.DataFrame, columns: tuple[str, ...]) -> Sheet:
    """A sheet whose indicators stand in words beside the machine's names, with rule, parts and weights of its derived values."""
    data, language = dataset(), brief.language
    if "status" in frame:
        known = {one: data.say(f"status.{one}", language) for one in frame["status"].dropna().unique() if one}
        frame = frame.assign(stated=frame["status"].map(known))
    held = [column for column in columns if column in frame]
    bare = [name for name in held if frame[name].isna().all()]  # which a print need not show
    held = [column for column in held if column not in bare] + bare
    shown = frame[held].reset_index(drop=True)
    shown.insert(
        0, "name", shown["indicator"].map(data.indicators[f"title_{language}"]) if "indicator" in shown else ""
    )
    if "indicator" in shown:
        units = shown["indicator"].map(data.indicators["unit"])
        shown.insert(
            1, "measure", [data.say(f"unit.{unit}", language) if isinstance(unit, str) else "" for unit in units]
        )
    shown = (
        merger_words.with_origin(shown, frame, brief.selection.basis, brief.selection) if "status" in frame else shown
    )
    titles = {column: _title(column, language) for column in shown.columns} | origin_titles(shown, language)
    decimals = {
        column: 0 if column in WHOLE else 4
        for column in shown.columns
        if column in WHOLE or pd.api.types.is_float_dtype(shown[column])
    }
    return Sheet(
        brief.say(f"sheet_{name}"),
        shown,
        titles,
        {column: places for column, places in decimals.items() if places == 0},
        printed=list(shown.columns).index("indicator") if "indicator" in shown else 0,
    )


def _title(column: str, language: str) -> str:
    """The title of a column in words where the table of words has it, else the machine's name."""
    words = dataset().words
    key = {"name": "column.indicator", "indicator": "pack.column_indicator"}.get(column, f"column.{column}")
    key = key if words.has(key) else f"pack.column_{column}"
    return words.say(key, language) if words.has(key) else column


def _sources(brief: Brief) -> Sheet:
    data = dataset()
    used = [name for name in dict.fromkeys([*brief.sources, *_own(brief)["source"]]) if name in data.sources.index]
    frame = pd.DataFrame({"source": used, "words": [source_words(name, brief.language) for name in used]})
    titles = {"source": data.say("column.source", brief.language), "words": data.say("export.words", brief.language)}
    return Sheet(brief.say("sheet_sources"), frame, titles, wrapped=True)


def _definitions(brief: Brief) -> Sheet:
    data, language = dataset(), brief.language
    held = brief.standing["indicator"] if not brief.nation else [row["indicator"] for row in brief.headlines]
    about = data.indicators.loc[list(dict.fromkeys(held))]
    frame = about[["indicator", f"title_{language}", f"definition_{language}", f"note_{language}"]].reset_index(
        drop=True
    )
    rows = [{"indicator": brief.say("citation_head"), f"definition_{language}": brief.citation}]
    rows += [{"indicator": _title("rank_low", language), f"definition_{language}": note} for note in brief.signs]
    frame = pd.concat([frame, pd.DataFrame(rows)], ignore_index=True).fillna("")
    titles = dict(zip(frame.columns, [_title("indicator", language), data.say("column.indicator", language),
                                      data.say("export.definition", language), data.say("export.note", language)], strict=True))  # fmt: skip
    return Sheet(brief.say("sheet_definitions"), frame, titles, wrapped=True)
