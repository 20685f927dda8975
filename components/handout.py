"""A story to take along: PowerPoint with charts that can be edited, and PDF; made from the same slides as the stage."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from components import gallery, slides, stage_picture
from components.dataset import dataset
from components.figure import Figure, on_paper
from indicators import stories
from indicators.export import document, names, pictures, pptx

KINDS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}
# Bars of one native chart: more cannot be read on a slide.
MOST_BARS = 34
PIXELS = 2


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


def native(figure: Figure) -> pptx.Chart | None:
    """Return the figure as a chart that PowerPoint edits: bars of an ordered list, lines over time; None where it has no such form."""
    frame, chosen = figure.frame, figure.selection
    if figure.geometry or "value" not in frame or frame.empty:
        return None
    indicators = dataset().indicators
    decimals = int(indicators.at[chosen.indicator, "decimals"]) if chosen.indicator in indicators.index else 1
    if "position" in frame and "part" in frame:
        return _lines(frame, decimals)
    if {"line", "name", "unit", "rank"} <= set(frame) and not frame["line"].duplicated().any():
        rows = frame.head(MOST_BARS).reset_index(drop=True)
        marked = int(rows.index[rows["on"]][0]) if "on" in rows and rows["on"].any() else -1
        return pptx.Chart("bar", list(rows["line"]), {figure.title: list(rows["value"])}, decimals, marked)
    return None


def _lines(frame: pd.DataFrame, decimals: int) -> pptx.Chart:
    """Lines over time, one series a line and method: a change of method parts them."""
    rows = frame[frame["value"].notna()].sort_values("position", kind="stable")
    periods = list(dict.fromkeys(rows["period"]))
    series = {}
    for (name, part), block in rows.groupby(["name", "part"], sort=False):
        values = block.drop_duplicates("period").set_index("period")["value"]
        series[name if name not in series else f"{name} ({part.split()[-1]})"] = [
            values.get(period) for period in periods
        ]
    return pptx.Chart("line", periods, series, decimals)


def as_pptx(told: dict, held: list[Page], language: str) -> bytes:
    """Return the slides as PowerPoint: native charts where the figure has one, else its picture; speaker's notes and sources below."""
    data, made = dataset(), []
    for page in held:
        said, figure = page.said, page.figure
        chart = native(figure) if figure else None
        drawn = stage_picture.svg(figure, "wide", "h") if figure and not chart else ""
        notes = "\n\n".join(
            part for part in (said["speaker"], said.get("source", ""), slides.public(said.get("link", ""))) if part
        )
        beside = said["pictures"][-1]["rows"] if said["pictures"] else []
        points = [
            " ".join(part for part in (f"{row['place']}." if row["place"] else "", row["name"], row["label"]) if part)
            for row in beside
        ]
        made.append(pptx.Slide(
            title=headline(said), subtitle=said["note"] or " ".join(said["faults"]), points=points, chart=chart,
            picture=pictures.png(_measured(drawn), PIXELS) if drawn else b"", alt=said.get("alt", ""), notes=notes,
        ))  # fmt: skip
    stamp = data.say("figure.stamp", language, version=data.version)
    return pptx.slides(pptx.Deck(
        told["title"], language, made, stamp=stamp, moment=names.moment(data.version), author=data.say("atlas.name", language),
    ))  # fmt: skip


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
    """Return a story as a file of one of KINDS."""
    told, found = pages(held, language, unit)
    return {"pptx": as_pptx, "pdf": as_pdf}[kind](told, found, language)


def file_name(name: str, language: str, unit: str = "") -> str:
    """Return the name of a story's file without its ending."""
    return names.file_name(slides.title(name, language, unit), language)
