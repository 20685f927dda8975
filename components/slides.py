"""Slides as the stage shows them: words, figures and addresses of pictures, all from one story and the data."""

from __future__ import annotations

import os
import zlib
from functools import lru_cache
from urllib.parse import quote, urlencode

import pandas as pd
import segno

from components import gallery, stage_picture, theme
from components.dataset import dataset
from components.figure import Figure, source_line
from indicators import format as labels
from indicators import stories, views
from indicators.faults import sentence
from indicators.selection import Selection

PICTURE = "/api/slide.svg"
LISTED = 5


def address(chosen: Selection) -> str:
    """Return the address of a view below the atlas's own."""
    return f"/{chosen.page}?{urlencode(chosen.query(), quote_via=quote)}"


def public(path: str) -> str:
    """Return an address as the audience can open it; "" where none is configured."""
    base = os.environ.get("ATLAS_PUBLIC_ADDRESS", "").rstrip("/")
    return base + path if base else ""


@lru_cache(maxsize=256)
def code(text: str) -> str:
    """Return the QR code of an address as the outline of an SVG 1 unit a module; "" without an address."""
    if not text:
        return ""
    made = segno.make(text, error="m", micro=False)
    return made.svg_inline(border=1, omitsize=True, svgclass=None, lineclass=None, dark="#14213d", light="#ffffff")


@lru_cache(maxsize=32)
def story(name: str, language: str, unit: str = "") -> dict:
    """Return a story in a language as plain values: name, title, slides; faults in words."""
    data = dataset()
    held = stories.story(data, name)
    return told(held, language, unit)


def told(held: stories.Story, language: str, unit: str = "") -> dict:
    """Return the slides of a story in a language as plain values."""
    data = dataset()
    slides = stories.told(data, held, language, unit)
    return {
        "story": held.name,
        "title": title(held.name, language, unit),
        "faults": [sentence(fault, language) for fault in held.faults if not fault.notice],
        "slides": [slide(one, number, language) for number, one in enumerate(slides, start=1)],
    }


def title(name: str, language: str, unit: str = "") -> str:
    """Return the title of a story, with the unit that it is told for."""
    data, key = dataset(), f"story.title.{name}"
    place = data.units.at[unit, f"name_{language}"] if unit in data.units.index else ""
    return data.say(key, language, name=place) if data.words.has(key) else name


def slide(one: stories.Slide, number: int, language: str) -> dict:
    """Return one slide as plain values; a view that cannot be drawn leaves its words and names the fault."""
    words = {
        "number": number, "order": one.order, "headline": one.headline, "note": stories.plain(one.note), "speaker": one.speaker,
        "seconds": one.seconds, "kind": "fault", "pictures": [],
        "faults": [sentence(fault, language) for fault in one.faults],
    }  # fmt: skip
    if one.faults or one.chosen is None:
        return words
    try:
        figure = gallery.build(one.chosen)
    except Exception:  # a picture that cannot be drawn must not stop the hall
        return {**words, "faults": [dataset().say("stage.no_picture", language, number=number)]}
    link = address(one.chosen)
    return {
        **words, "kind": stage_picture.kind_of(figure), "title": figure.title, "subtitle": figure.subtitle, "alt": figure.alt,
        "source": source_line(figure), "link": link, "code": code(public(link)),
        "pictures": pictures(one, figure),
    }  # fmt: skip


def rows(figure: Figure) -> list[dict]:
    """Return the rows that stand beside a map, so that values are read without pointing: the first, the chosen, the last."""
    frame = figure.frame
    if not figure.geometry or not {"rank", "name", "label", "class"} <= set(frame.columns):
        return []
    held = views.ordered(dataset(), frame, figure.selection.indicator).reset_index(drop=True)
    wanted = held[(held.index < LISTED) | held["on"] | (held.index == len(held) - 1)]
    return [
        {"index": index, "place": int(row.rank) if pd.notna(row.rank) else "", "name": row.name_, "label": row.label, "colour": theme.SEQUENTIAL[int(row.class_)], "on": bool(row.on)}
        for index, row in zip(wanted.index, wanted.rename(columns={"name": "name_", "class": "class_"}).itertuples(), strict=True)
    ]  # fmt: skip


def pictures(one: stories.Slide, figure: Figure) -> list[dict]:
    """Return the pictures of a slide: address, period, and the words where the method changed before it."""
    chosen, data = one.chosen, dataset()
    periods = data.periods_of(chosen.indicator, chosen.basis) if one.play else ()
    if len(periods) < 2:
        return [{"address": picture_address(chosen), "label": "", "mark": "", "count": "", "rows": rows(figure)}]
    found = []
    for before, period in zip(("", *periods), periods, strict=False):
        same = not before or views.comparable(data, chosen.indicator, before, period)
        held = views.observed(data, chosen.indicator, chosen.basis, period)["value"]
        found.append({
            "address": picture_address(chosen.but(period=period)),
            "label": labels.period_label(period, data.words, chosen.language),
            "mark": "" if same else data.say("stage.method", chosen.language),
            "rows": rows(gallery.build(chosen.but(period=period))),
            "count": data.say("stage.count", chosen.language, count=int(held.notna().sum()), all=len(held)),
        })  # fmt: skip
    return found


def picture_address(chosen: Selection) -> str:
    """Return the address of a view's picture; the stage adds the shape of its screen."""
    return f"{PICTURE}?{urlencode({'page': chosen.page, **chosen.query()}, quote_via=quote)}"


@lru_cache(maxsize=192)
def picture(query: tuple[tuple[str, str], ...], shape: str) -> bytes:
    """Return the SVG of a view's picture for a screen's shape; KeyError for an unknown page or figure."""
    params = dict(query)
    page = params.pop("page")
    chosen, _ = Selection.parse(params, dataset(), page)
    name = f"p{zlib.crc32(repr((query, shape)).encode()):x}"
    return stage_picture.svg(gallery.build(chosen), shape, name).encode("utf-8")
