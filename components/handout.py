"""A story to take along: PowerPoint with charts that can be edited, and PDF; made from the same slides as the stage."""

from __future__ import annotations

from dataclasses import dataclass

from components import gallery, merger_words, native, slides, stage_picture
from components.dataset import dataset
from components.figure import Figure, on_paper
from components.figure import table as drawn_table
from indicators import stories
from indicators.export import archive, document, names, pictures, pptx

KINDS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}
# Both in one file: what the button gives.
WHOLE = "zip"
MIMES = {**KINDS, WHOLE: "application/zip"}
PIXELS = 2
# Rows of a picture's figures that stand in the notes of its slide.
MOST_ROWS = 70


@dataclass(frozen=True)
class Page:
    """One slide with the figure that it shows; None where the slide has a fault."""

    said: dict
    figure: Figure | None


def pages(held: stories.Story, language: str, unit: str = "") -> tuple[dict, list[Page]]:
    """Return a story as told to the stage and its slides with their figures."""
    told = slides.told(held, language, unit)
    chosen = stories.told(dataset(), held, language, unit, slides.figures())
    with on_paper():
        figures = [
            gallery.build(one.chosen) if said["pictures"] else None
            for one, said in zip(chosen, told["slides"], strict=True)
        ]
    return told, [Page(said, figure) for said, figure in zip(told["slides"], figures, strict=True)]


def headline(said: dict) -> str:
    """Return the headline of a slide as text."""
    return "".join(text for text, _ in said["headline"])


def as_pptx(told: dict, held: list[Page], language: str) -> bytes:
    """Return the slides as PowerPoint: native charts where Office has one, a map as a picture with its figures as a chart beside it."""
    data = dataset()
    stamp = data.say("figure.stamp", language, version=data.version)
    return pptx.slides(pptx.Deck(
        told["title"], language, [_slide(page) for page in held], stamp=stamp, moment=names.moment(data.version),
        author=data.say("atlas.name", language),
    ))  # fmt: skip


def _slide(page: Page) -> pptx.Slide:
    """One slide: its chart or table; a picture only where Office draws no such chart, its figures then beside it or in the notes."""
    said, figure = page.said, page.figure
    chart = table = drawn = None
    if figure is not None:
        table = _tiles(figure)
        chart = None if table else native.beside(figure) if said["kind"] == "map" else native.whole(figure)
        drawn = stage_picture.svg(figure, "wide", "h") if not table and (not chart or said["kind"] == "map") else None
    derived = merger_words.notes(figure.frame, figure.basis, figure.selection) if figure is not None else ()
    parts = (
        said["speaker"],
        "\n".join(derived),
        said.get("source", ""),
        slides.public(said.get("link", "")),
        _rows(figure) if drawn else "",
    )
    return pptx.Slide(
        title=headline(said), subtitle=said["note"] or " ".join(said["faults"]), chart=chart, table=table or (), alt=said.get("alt", ""),
        picture=pictures.png(_measured(drawn), PIXELS) if drawn else b"", source=said.get("source", ""),
        notes="\n\n".join(part for part in parts if part),
    )  # fmt: skip


def _tiles(figure: Figure) -> list[list[str]]:
    """Figures that stand as large numbers, as a table that can be edited; none for any other figure."""
    frame = figure.frame
    if not {"label", "words", "left", "top"} <= set(frame) or frame.empty:
        return []
    say, language = dataset().say, figure.selection.language
    return [
        [say("native.figure", language), say("column.value", language)],
        *frame[["name", "label"]].astype(str).to_numpy().tolist(),
    ]


def _rows(figure: Figure) -> str:
    """The figures of a picture as lines of text: a table that a user can paste."""
    held = drawn_table(figure).head(MOST_ROWS)
    lines = [held.columns, *held.astype(object).where(held.notna(), "").to_numpy()]
    return "\n".join("\t".join(str(cell) for cell in line) for line in lines)


def _measured(drawn: str) -> str:
    """A stage's picture has no size of its own; a file's needs one."""
    width, height = drawn.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split()
    # the atlas's type has no arrow, and a tagged PDF may not borrow one
    return drawn.replace("→", "–").replace("<svg ", f'<svg width="{width}" height="{height}" ', 1)


def as_pdf(told: dict, held: list[Page], language: str) -> bytes:
    """Return the slides as PDF in 16:9, charts as vectors."""
    data, made = dataset(), []
    for page in held:
        said = page.said
        made.append({
            "headline": headline(said), "note": said["note"] or " ".join(said["faults"]), "kind": said["kind"],
            "svg": _measured(stage_picture.svg(page.figure, "wide", "h")) if page.figure else "", "alt": said.get("alt", ""),
            "source": said.get("source", ""), "place": f"{said['number']} / {len(held)}", "code": said.get("code", ""),
            "link": slides.public(said.get("link", "")), "rows": said["pictures"][-1]["rows"] if said["pictures"] else [],
        })  # fmt: skip
    moment = names.moment(data.version)
    contents = {
        "title": told["title"], "language": language, "author": data.say("atlas.name", language),
        "day": [moment.year, moment.month, moment.day], "stamp": data.say("figure.stamp", language, version=data.version), "slides": made,
    }  # fmt: skip
    return document.pdf("story", contents, moment)


def made(kind: str, held: stories.Story, language: str, unit: str = "") -> bytes:
    """Return a story as a file of one of KINDS, or as one ZIP of them all."""
    told, found = pages(held, language, unit)
    makers = {"pptx": as_pptx, "pdf": as_pdf}
    if kind != WHOLE:
        return makers[kind](told, found, language)
    name = file_name(held.name, language, unit)
    files = {f"{name}.{one}": make(told, found, language) for one, make in makers.items()}
    return archive.packed(files, names.moment(dataset().version))


def file_name(name: str, language: str, unit: str = "") -> str:
    """Return the name of a story's file without its ending."""
    return names.file_name(slides.title(name, language, unit), language)
