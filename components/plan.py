"""A plan as a value: the scenario of a link with what its user typed into it, as rows, sentences and a workbook."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import pandas as pd

from components import assessment_words as words
from components import export, scenario_figures
from components.dataset import dataset
from components.workbook import source_words
from indicators import format as labels
from indicators.assessment import scenario, whatif
from indicators.assessment.scores import Scores
from indicators.assessment.sheet import sheet
from indicators.export import names, xlsx
from indicators.selection import Selection

SHEET = ("line", "value", "weight", "reached", "lost", "median", "best", "best_name")
LONGEST = 300  # letters of a typed cell
Typed = tuple[tuple[str, str, str], ...]


def say(key: str, chosen: Selection, **given: object) -> str:
    """Return a sentence of the plan."""
    return dataset().say(f"plan.{key}", chosen.language, **given)


@dataclass(frozen=True)
class Plan:
    """The scenario of a selection, and the words typed by index and column (measure, in_charge, deadline).

    A value that may be sent to another process; nothing of it is kept there. Its period must have a score sheet.
    """

    selection: Selection
    typed: Typed = ()

    @property
    def found(self) -> Scores:
        """The published scores that the plan starts from; ValueError in words where there are none."""
        held = words.held(self.selection)
        if held is None:
            raise ValueError(words.why_none(self.selection))
        return held

    def outcome(self) -> whatif.Outcome:
        """Return what the plan does to total and rank."""
        return scenario_figures.outcome_of(self.selection, self.found)

    def rows(self) -> pd.DataFrame:
        """Return one row a change, the most points first: scenario.PLAN_COLUMNS and line, the index in words; numbers are numbers."""
        found, chosen = self.found, self.selection
        frame = scenario.plan(found, chosen.unit, scenario_figures.changes_of(chosen, found))
        members = found.missing(chosen.unit)
        frame.insert(0, "line", [words.component(name, members, chosen) for name in frame["index"]])
        typed = {(index, column): text for index, column, text in self.typed}
        for column in scenario.TYPED:
            frame[column] = [typed.get((index, column), "") for index in frame["index"]]
        return frame

    def code(self) -> str:
        """Return the word for a plan in file names with a number of its own: another scenario or other words, another number."""
        chosen = self.selection
        return f"{say('file', chosen)}-{zlib.crc32(repr((chosen.query(), self.typed)).encode()):08x}"

    def name(self) -> str:
        """Return the name of the plan's files without ending."""
        chosen = self.selection
        return names.file_name(words.name_of(chosen.unit, chosen), chosen.unit, chosen.language, self.code())


def in_words(plan: Plan) -> pd.DataFrame:
    """Return the rows of a plan as they are read: numbers in the language's form, columns line, from, to, points, and the typed ones."""
    frame, chosen = plan.rows(), plan.selection
    frame["from"] = [words.known(number, chosen) for number in frame["from"]]
    frame["to"] = [words.value(number, chosen) for number in frame["to"]]
    frame["points"] = [words.points(number, chosen, signed=True) for number in frame["points"]]
    return frame[["line", "from", "to", "points", *scenario.TYPED]]


def titles(chosen: Selection) -> dict[str, str]:
    """Return the titles of the columns of `in_words`."""
    return {name: words.say(f"column.{name}", chosen) for name in ("line", "from", "to", "points", *scenario.TYPED)}


def title(plan: Plan) -> str:
    """Return the title of a plan: whose, against which period."""
    chosen = plan.selection
    return say("title", chosen, name=words.name_of(chosen.unit, chosen), period=_period(chosen))


def mark(chosen: Selection) -> str:
    """Return the words that no plan goes without: the user's scenario, not published figures."""
    return say("mark", chosen)


def result(plan: Plan) -> str:
    """Return what the plan comes to: total, rank and how the other units are taken."""
    made, chosen = plan.outcome(), plan.selection
    others = words.say(f"others_{chosen.others or whatif.STILL}", chosen)
    return say(
        "result", chosen, before=words.known(made.before, chosen), after=words.known(made.after, chosen), others=others,
        rank_before=words.firm(made.rank_before, chosen), rank=made.rank_after, of=made.rank_of,
        points=words.points(float(plan.rows()["points"].sum()), chosen, signed=True),
    )  # fmt: skip


def short(plan: Plan) -> str:
    """Return total and rank of a plan beside those before, for a slide."""
    made, chosen = plan.outcome(), plan.selection
    return say(
        "short", chosen, before=words.known(made.before, chosen), after=words.known(made.after, chosen), rank_before=words.firm(made.rank_before, chosen),
        rank=made.rank_after, of=made.rank_of,
    )  # fmt: skip


def _period(chosen: Selection) -> str:
    return labels.period_label(chosen.period, dataset().words, chosen.language)


def sources(plan: Plan) -> tuple[str, ...]:
    """Return the sources of the published figures that the plan starts from."""
    return tuple(name for name in words.sources(plan.selection, plan.found) if name in dataset().sources.index)


def sheets(plan: Plan) -> list[xlsx.Sheet]:
    """Return the plan as sheets of a workbook: the plan, the score sheet that it starts from, notes."""
    chosen, found = plan.selection, plan.found
    places = int(dataset().indicators.at[chosen.indicator, "decimals"])
    score = sheet(found, chosen.unit)
    score["line"] = [words.component(row.index, row.members, chosen) for row in score.itertuples(index=False)]
    score["best_name"] = [words.name_of(unit, chosen) for unit in score["best_unit"]]
    rows = plan.rows()[list(titles(chosen))]
    points = dict.fromkeys(("weight", "reached", "lost", "median", "best"), 1)
    return [
        xlsx.Sheet(say("sheet", chosen), rows, titles(chosen), {"from": places, "to": places, "points": 1}, wrapped=True),
        xlsx.Sheet(words.say("mode_sheet", chosen), score[list(SHEET)], {name: words.say(f"column.{name}", chosen) for name in SHEET},
                   {"value": places, **points}),
        xlsx.Sheet(say("sheet_notes", chosen), _notes(plan), _note_titles(chosen.language), wrapped=True),
    ]  # fmt: skip


def _note_titles(language: str) -> dict[str, str]:
    return {"key": dataset().say("export.note", language), "words": dataset().say("export.words", language)}


def _notes(plan: Plan) -> pd.DataFrame:
    """What must be known of a plan: that it is a scenario, what it comes to, edition, sources, data version, link."""
    data, chosen = dataset(), plan.selection
    export_words = lambda key, **given: data.say(f"export.{key}", chosen.language, **given)  # noqa: E731
    rows = [(export_words("title"), title(plan)), (export_words("note"), mark(chosen)), (say("result_head", chosen), result(plan)),
            (say("edition", chosen), words.subtitle(chosen, plan.found)), (say("typed_head", chosen), say("typed", chosen))]  # fmt: skip
    rows += [(export_words("note"), note) for note in words.notes(chosen, plan.found)]
    rows += [(export_words("source_of", source=name), source_words(name, chosen.language)) for name in sources(plan)]
    rows += [(export_words("version"), data.version), (export_words("link"), export.address(chosen)),
             (export_words("atlas"), data.say("atlas.name", chosen.language))]  # fmt: skip
    return pd.DataFrame(rows, columns=["key", "words"])


def workbook(plan: Plan) -> bytes:
    """Return a plan as XLSX."""
    data = dataset()
    author = data.say("atlas.name", plan.selection.language)
    return xlsx.workbook(sheets(plan), title(plan), author, names.moment(data.version))
