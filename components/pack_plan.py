"""A plan in a briefing pack: pages of the document, a slide, sheets of the workbook, pictures."""

from __future__ import annotations

from components import export, link, pack_document
from components import plan as plans
from components.brief import Brief
from components.dataset import dataset
from components.figure import Figure
from components.plan import Plan
from components.workbook import source_words
from indicators.export.pptx import Slide

PICTURED = ("lost", "whatif")
OF_A_GOAL = "goal"  # drawn where the link names a goal
HIGH = 250.0  # points of the page: the score sheet above the table
# Shares of a slide's width by column of the table: index, from, to, points, measure, unit in charge, deadline.
WIDTHS = (0.18, 0.08, 0.08, 0.09, 0.27, 0.17, 0.13)
LEFT = (0, 4, 5, 6)
LONGEST = 110  # letters of one cell of a slide; the document and the workbook hold all


def figures(plan: Plan) -> list[Figure]:
    """Return the pictures of a plan: where points were lost, the place after the changes, the ways to the link's goal."""
    wanted = [*PICTURED, *([OF_A_GOAL] if plan.selection.goal else [])]
    made = [link.figure(plan.selection.but(figure=name)) for name in wanted]
    return [figure for figure in made if len(figure.frame)]


def document(plan: Plan, brief: Brief) -> dict:
    """Return what the template of the document needs for the pages of the plan."""
    chosen, rows = plan.selection, plans.in_words(plan)
    lost = figures(plan)[0]
    sources = [source_words(name, chosen.language, short=True) for name in plans.sources(plan)]
    return {"plan": {
        "title": plans.title(plan), "mark": plans.mark(chosen), "result": plans.result(plan),
        "chart": {**pack_document.chart(lost, brief, HIGH), "notes": [], "legend": plans.words.say("legend", chosen)},
        "columns": list(plans.titles(chosen).values()), "rows": rows.to_numpy().tolist(),
        "table": plans.say("sheet", chosen), "sources": [*sources, link_of(plan)], "sources_head": brief.say("sources"),
    }}  # fmt: skip


def link_of(plan: Plan) -> str:
    """Return the line that names the link of a plan."""
    return f"{dataset().say('export.link', plan.selection.language)}: {export.address(plan.selection)}"


def slide(plan: Plan, brief: Brief) -> Slide:
    """Return the slide of a plan: its table, marked as a scenario; sources in the notes."""
    chosen = plan.selection
    rows = [[_short(text) for text in row] for row in plans.in_words(plan).to_numpy().tolist()]
    lines = [source_words(name, chosen.language) for name in plans.sources(plan)]
    told = [
        plans.mark(chosen),
        plans.result(plan),
        "",
        dataset().say("pack.sources", chosen.language) + ":",
        *lines,
        link_of(plan),
        "",
        brief.citation,
    ]
    return Slide(
        plans.title(plan), f"{plans.mark(chosen)} {plans.short(plan)}", table=[list(plans.titles(chosen).values()), *rows],
        widths=WIDTHS, left=LEFT, notes="\n".join(told),
    )  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
