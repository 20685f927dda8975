"""The document of a briefing pack: two pages A4, live text, vector charts, every figure with its note."""

from __future__ import annotations

import json
from collections.abc import Mapping

from components import drawing, lettering
from components.brief import Brief
from components.dataset import dataset
from components.drawing import Piece
from components.figure import Figure
from indicators.export import document, names

# Points of the page: width of the text, width of the map beside the points.
WIDE, SIDE = 504.0, 165.0
# Pictures are drawn larger than they stand on the page: letters of 13 points come out as 10.
DRAWN, DRAWN_BESIDE = 1.28, 1.75
# Which pictures stand on the pages, in which height; the first of the second group stands beside the points.
CHARTS = {
    "province": (("strips", 365.0), ("trend", 145.0)),
    "overview": (("map", 330.0), ("list", 225.0), ("movers", 165.0)),
}
BESIDE = {"province": ("locator", 180.0)}
PAGES = 2
# Sizes of type that are tried until the document has two pages.
SCALES = (1.0, 0.95, 0.9, 0.86, 0.82, 0.79)


def vector(piece: Piece, alt: str) -> dict[str, object]:
    """Return a piece of a drawing as an SVG of its own with its text alternative."""
    box = " ".join(f"{part:.2f}" for part in piece.box)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{box}" width="{piece.box[2]:.2f}" height="{piece.box[3]:.2f}">'
    return {"svg": f"{head}{piece.inside}</svg>", "alt": alt}


def chart(figure: Figure, brief: Brief, high: float) -> dict:
    """Return a chart of the document: title, subtitle, pieces side by side, remarks, notes."""
    found = drawing.pieces(figure, WIDE * DRAWN, high * DRAWN)
    pieces = [vector(piece, figure.alt if place == 0 else figure.title) for place, piece in enumerate(found)]
    title, subtitle, *remarks = (
        lettering.without_shapes(text, brief.say("triangle"))
        for text in (figure.title, figure.subtitle, *figure.notes[:1])
    )
    return {"title": title, "subtitle": subtitle, "pieces": pieces, "remarks": remarks, "notes": brief.notes_of(figure.sources)}  # fmt: skip


def contents(brief: Brief) -> dict:
    """Return everything that the template needs."""
    data, language, page = dataset(), brief.language, brief.selection.page
    moment = names.moment(data.version)
    beside, high = BESIDE.get(page, ("", 0.0))
    side = None
    if beside in brief.figures:
        drawn = drawing.pieces(brief.figures[beside], SIDE * DRAWN_BESIDE, high * DRAWN_BESIDE)
        side = {**vector(drawn[0], brief.figures[beside].alt), "width": SIDE}
    charts = [chart(brief.figures[name], brief, high) for name, high in CHARTS[page] if name in brief.figures]
    rows, topic = [], ""
    for row in brief.rows():
        if row["topic"] != topic:
            topic = row["topic"]
            rows.append([topic])
        rows.append([row[name] for name in ("indicator", "period", "value", "rank", "mean", "notes")])
    heads = [data.say(f"column.{name}", language) for name in ("indicator", "period", "value", "rank")]
    last = data.say("column.target" if brief.nation else "column.mean", language)
    return {
        "title": brief.say("title", name=brief.name), "author": data.say("atlas.name", language), "language": language,
        "description": brief.context, "keywords": [data.version, brief.unit, language, brief.address],
        "day": [moment.year, moment.month, moment.day], "kind": brief.say("kind", version=data.version), "name": brief.name,
        "context": brief.context, "metrics": brief.metrics(), "side": side, "charts": charts, "rows": rows, "notes": brief.end_notes, "signs": list(brief.signs),
        "points": [{"text": brief.sentence(one), "notes": brief.notes_of(one.sources)} for one in brief.statements],
        "heads": {"points": brief.say("points"), "table": brief.say("table"), "sources": brief.say("sources"),
                  "columns": [*heads, last, brief.say("note")]},
        "stamp": data.say("figure.stamp_link", language, version=data.version, link=brief.address), "citation": brief.citation,
    }  # fmt: skip


def pdf(brief: Brief, more: Mapping[str, object] | None = None) -> bytes:
    """Return the document as tagged PDF (PDF/UA-1) of two pages, smaller type where the figures are many; more is what further pages need."""
    held, moment = {**contents(brief), **(more or {})}, names.moment(dataset().version)
    outlined = json.loads(json.dumps(held), object_hook=_outline)
    held["scale"] = SCALES[_fitting(outlined)]
    return document.pdf("briefing", held, moment)


def _fitting(outlined: dict) -> int:
    """The place of the largest size of type with which a document has two pages, the last where none has; found by halving."""
    low, high = 0, len(SCALES) - 1
    while low < high:
        middle = (low + high) // 2
        outlined["scale"] = SCALES[middle]
        if document.pages("briefing", outlined) <= PAGES:
            high = middle
        else:
            low = middle + 1
    return low


def _outline(part: dict) -> dict:
    """A picture as an empty one of its size: to count pages the size is enough."""
    if "svg" in part:
        part["svg"] = part["svg"][: part["svg"].index(">") + 1] + "</svg>"
    return part
