"""What closes the slides of a pack: targets and where they stand, how the figures are read."""

from __future__ import annotations

from components import map_figures, target_words
from components.brief import Brief
from components.dataset import dataset
from components.workbook import source_words
from indicators import goals, progress
from indicators.export.pptx import Chart

MOST_TARGETS, FEW = 8, 3


def targets(brief: Brief) -> tuple[list[list[str]], list[str]]:
    """Return the unit's targets that lie ahead as a table, nothing without any, and the names of their sources."""
    data, language = dataset(), brief.language
    rows = goals.standing(data, brief.unit)
    rows = rows[rows["actual"].notna() & ~rows["passed"].astype(bool)].head(MOST_TARGETS)
    if rows.empty:
        return [], []
    head = [data.say(f"column.{name}", language) for name in ("target", "period", "actual")]
    lines = [
        [f"{data.indicators.at[row['indicator'], f'short_{language}']}: {target_words.asked(row, language)}", row["period"],
         target_words.figure(row, language), target_words.category(row, language)]
        for row in rows.to_dict("records")
    ]  # fmt: skip
    held = [name for cell in rows["sources"] for name in str(cell).split()] + list(rows["actual_source"])
    return [[*head, brief.say("column_category")], *lines], held


def counted(brief: Brief) -> Chart:
    """Return how many of the nation's targets stand where, as native bars; every category of the rules is named."""
    language = brief.language
    tally = goals.tally(goals.standing(dataset()))
    words = [dataset().say(f"progress.{name}", language) for name in progress.CATEGORIES]
    return Chart("bar", words, {brief.say("targets_count"): [float(tally[name]) for name in progress.CATEGORIES]}, 0)


def reading(brief: Brief) -> list[str]:
    """Return how the figures of a pack are read: boundaries, what is derived, intervals of ranks, where sources stand in full."""
    derived = [brief.sentence(one) for one in brief.statements if one.rule == "derived"]
    basis = map_figures.basis_words(brief.selection.basis, brief.language)
    return [brief.say("read_basis", basis=basis), *derived, *brief.signs, brief.say("read_sources")]


def listed(brief: Brief) -> list[str]:
    """Return the head and the lines of a short list of sources: title, publisher, day, parts of one work once."""
    words = [source_words(name, brief.language, short=True, address=False) for name in brief.sources]
    return [brief.say("sources"), *dict.fromkeys(words)]
