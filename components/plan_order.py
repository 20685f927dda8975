"""The plan that a command asks for: a scenario as its link or its changes, and the words typed into a plan that was saved."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pandas as pd

from components import known, scenario_figures
from components import plan as plans
from components.dataset import dataset
from components.plan import Plan, Typed
from indicators.assessment import scenario
from indicators.selection import KEYS, Selection
from indicators.text import LANGUAGES

PAGE = "assessment"


def of_link(text: str) -> dict[str, str]:
    """Return the parts of a link to a scenario, of this or any other server; of mere changes (index:value pairs) the one part."""
    if "?" not in text:
        return {"scenario": text}
    return {key: value for key, value in parse_qsl(urlsplit(text.strip()).query) if key in KEYS}


def plan_of(unit: str, language: str, text: str, saved: Path | None = None) -> Plan:
    """Return the plan of a scenario for a unit: all that its link bears (period, how the others grow, goal), the newest sheet else.

    saved: a plan that the page gave as a file, whose typed columns are taken. ValueError says in words what is not known.
    """
    data = dataset()
    given = of_link(text)
    asked = {**given, "lang": language, "unit": unit, "basis": str(data.units.at[unit, "basis"])}
    chosen, notices = Selection.parse(asked, data, PAGE)
    chosen, more = known.met(chosen)
    if notices or more:
        raise ValueError(" ".join(data.say(one.key, language, **one.names) for one in (*notices, *more)))
    made = Plan(chosen)
    if chosen.unit != unit:
        raise ValueError(data.say("argument.unknown", language, name="unit", given=unit, known="34-19, …"))
    names = scenario_figures.components(made.found, chosen)
    changes, wrong = scenario.read(chosen.scenario, names)
    if wrong or not changes:
        said = {"name": "scenario", "given": ", ".join(wrong)[:80] or text[:80], "known": ", ".join(f"{name}:0.9" for name in names)}  # fmt: skip
        raise ValueError(data.say("argument.unknown", language, **said))
    return Plan(chosen, typed_in(saved, made)) if saved else made


def typed_in(path: Path, plan: Plan) -> Typed:
    """Return the measures, units in charge and deadlines of a saved plan (XLSX, CSV) by index and column.

    Columns and indices are known by the words of any language. ValueError in words for a file that is no plan, and for an
    index that the plan does not change.
    """
    data, language = dataset(), plan.selection.language
    frame = _read(path)
    said = [plans.titles(plan.selection.but(language=one)) for one in LANGUAGES]
    names = {title: name for titles in said for name, title in titles.items()}
    if (
        frame is None
        or "line" not in (found := {names.get(str(column), "") for column in frame})
        or not found & {*scenario.TYPED}
    ):
        raise ValueError(
            data.say(
                "own.unreadable", language, file=path.name, columns=", ".join(plans.titles(plan.selection).values())
            )
        )
    frame = frame.rename(columns=names)
    lines = {
        str(row.line): str(row.index) for one in LANGUAGES
        for row in Plan(plan.selection.but(language=one)).rows().itertuples(index=False)
    }  # fmt: skip
    unknown = [line for line in frame["line"] if line.strip() and line not in lines]
    if unknown:
        raise ValueError(
            data.say(
                "argument.unknown", language, name="--plan", given=", ".join(unknown)[:80], known=", ".join(lines)[:300]
            )
        )
    rows = frame[frame["line"].isin(list(lines))].to_dict("records")
    return tuple(
        (lines[row["line"]], column, row[column].strip()[: plans.LONGEST])
        for row in rows
        for column in scenario.TYPED
        if row.get(column, "").strip()
    )


def _read(path: Path) -> pd.DataFrame | None:
    try:
        body = io.BytesIO(path.read_bytes())
        if path.suffix.lower() == ".xlsx":
            return pd.read_excel(body, dtype=str, keep_default_na=False, engine="openpyxl")
        return pd.read_csv(body, dtype=str, keep_default_na=False, sep=None, engine="python", encoding="utf-8-sig")
    except Exception:  # whatever a damaged file makes the reader raise, the user gets one sentence
        return None
