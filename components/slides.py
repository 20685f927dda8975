"""Slides as the stage shows them: words, figures and addresses of pictures, all from one story and the data."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote, urlencode

import pandas as pd
import segno

from components import gallery, merger_words, rank_firmness, stage, stage_layout, stage_picture
from components.dataset import dataset
from components.figure import Figure
from components.register import PAGES
from components.sources import source_line
from indicators import format as labels
from indicators import stories, story_links, views
from indicators.faults import sentence
from indicators.selection import KEYS, Selection
from indicators.settings import setting
from indicators.text import LANGUAGES

PICTURE = "/api/slide.svg"
# Rows beside a map: the first of them, more where nothing else stands there.
LISTED, ALONE = 5, 8
# An interval of a rank in words.
INTERVAL = re.compile(r"\[\d+(–\d+)?\]")
# Slides of a visitor's own story that are told at once.
MOST = 60


def address(chosen: Selection) -> str:
    """Return the address of a view below the atlas's own."""
    return f"/{chosen.page}?{urlencode(chosen.query(), quote_via=quote)}"


def public(path: str) -> str:
    """Return an address as the audience can open it; "" where none is configured."""
    base = setting(dataset(), "public_address").rstrip("/")
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
    return told(held, language, unit_for(held, unit))


def told(held: stories.Story, language: str, unit: str = "") -> dict:
    """Return the slides of a story in a language as plain values."""
    slides = stories.told(dataset(), held, language, unit, figures())
    return {
        "story": held.name,
        "title": title(held.name, language, unit),
        "faults": [sentence(fault, language) for fault in held.faults if not fault.notice],
        "seconds": int(held.rows["seconds"].astype(int).sum()) if len(held.rows) else 0,
        "slides": [slide(one, number, language) for number, one in enumerate(slides, start=1)],
    }


@lru_cache(maxsize=1)
def figures() -> dict[str, tuple[str, ...]]:
    """Return the figures of every page by id: all that a visitor's own story may show."""
    return {page: tuple(gallery.figures(page)) for page in PAGES}


def own_story(body: bytes, language: str, is_table: bool) -> stories.Story:
    """Return a visitor's own story; body is a CSV table or JSON {rows}. Nothing of it is kept. ValueError if unreadable or too long."""
    given = body if is_table else stories.written(json.loads(body or b"{}").get("rows") or [])
    name = dataset().say("mystory.file", language)
    held = stories.read(stories.Given(f"{stage.OWN}.csv", given), f"{name}.csv")
    if len(held.rows) > MOST:
        raise ValueError(f"at most {MOST} slides")
    return held


def own(body: bytes, language: str, is_table: bool) -> dict:
    """Return a visitor's own story told, and its rows."""
    held = own_story(body, language, is_table)
    rows = held.rows[stories.columns()].to_dict("records") if len(held.rows) else []
    return {**told(held, language), "rows": rows}


def unit_for(held: stories.Story, unit: str) -> str:
    """Return the unit that a story is told for: the first of today's where it needs one and none is given."""
    return unit or (dataset().units_of(dataset().basis_now)["unit"].iloc[0] if held.of_any_unit else "")


def row(link: str) -> dict[str, str]:
    """Return a view as a new row of a story: its link, its figure's title and subtitle as words. ValueError for a link to nothing."""
    found = {"link": link, "play": "", "seconds": "20"}
    for language in LANGUAGES:
        chosen, wrong = story_links.view(dataset(), link, language, figures=figures())
        if chosen is None:
            raise ValueError(str(wrong))
        figure = gallery.build(chosen)
        words = {f"headline_{language}": figure.title, f"note_{language}": figure.subtitle, f"speaker_{language}": ""}
        # a title is no template: its braces, if any, stand for themselves
        found |= {key: text.replace("{", "{{").replace("}", "}}") for key, text in words.items()}
    page, params = story_links.link_parts(link)
    return {**found, "link": f"{page}?{urlencode(params, quote_via=quote)}"}


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
    if figure.frame.empty:
        return {**words, "faults": [figure.alt]}
    link, drawn = address(one.chosen), pictures(one, figure)
    spoken = [text for text, _ in (*one.headline, *one.note)] + [row["name"] for row in drawn[-1]["rows"]]
    return {
        **words, "kind": stage_picture.kind_of(figure), "title": figure.title, "subtitle": figure.subtitle, "alt": figure.alt,
        "source": " ".join([*marks(figure, spoken), sources(figure)]), "link": link, "code": code(public(link)),
        "pictures": drawn,
    }  # fmt: skip


def marks(figure: Figure, spoken: Sequence[str] = ()) -> list[str]:
    """Return what the signs beside a picture's values, and in what is said over it, mean, as short as a slide has room for."""
    data, language, frame = dataset(), figure.selection.language, figure.frame
    firm = rank_firmness.notes(frame, language) or any(map(INTERVAL.search, spoken))
    said = [data.say("stage.interval", language)] if firm else []
    if merger_words.made(frame).any():
        said.append(data.say("stage.derived", language))
    return said


def sources(figure: Figure) -> str:
    """Return the line of sources; a picture of several indicators names their publisher where it is one."""
    frame, names = figure.frame, dataset().indicators["publisher"]
    shown = (
        list(frame["indicator"].unique())
        if "indicator" in frame
        else [figure.selection.indicator]
        if "unit" in frame
        else []
    )
    indicator = shown[0] if shown and len({names.get(name, "") for name in shown}) == 1 else ""
    return source_line(replace(figure, selection=figure.selection.but(indicator=indicator)))


def rows(figure: Figure, first: int = LISTED) -> list[dict]:
    """Return the rows that stand beside a map, so that values are read without pointing: the first, the chosen, the last."""
    frame = figure.frame
    if not stage_layout.is_upright(figure) or not {"rank", "name", "label", "fill", "on"} <= set(frame.columns):
        return []
    if "size" in frame:
        # a map of changes: the largest rise first, without places
        held = frame[frame["size"].notna()].sort_values("size", ascending=False, kind="stable").assign(rank=pd.NA)
    else:
        held = views.ordered(dataset(), frame, figure.selection.indicator)
    held = held.reset_index(drop=True)
    wanted = held[(held.index < first) | held["on"] | (held.index == len(held) - 1)]
    chosen = figure.selection
    said = [
        rank_firmness.beside(row.name_, chosen.indicator, row.unit, chosen.period, chosen.language) if pd.notna(row.rank) else row.name_
        for row in wanted.rename(columns={"name": "name_"}).itertuples()
    ]  # fmt: skip
    wanted = wanted.assign(name=said)
    return [
        {"index": index, "place": int(row.rank) if pd.notna(row.rank) else "", "name": row.name_, "label": row.label, "colour": row.fill, "on": bool(row.on)}
        for index, row in zip(wanted.index, wanted.rename(columns={"name": "name_"}).itertuples(), strict=True)
    ]  # fmt: skip


def pictures(one: stories.Slide, figure: Figure) -> list[dict]:
    """Return the pictures of a slide: address, period, and the words where the method changed before it."""
    chosen, data = one.chosen, dataset()
    periods = data.periods_of(chosen.indicator, chosen.basis) if one.play else ()
    if len(periods) < 2:
        return [
            {
                "address": picture_address(chosen),
                "label": "",
                "mark": "",
                "count": "",
                "rows": rows(figure, LISTED if chosen.unit else ALONE),
            }
        ]
    found = []
    for before, period in zip(("", *periods), periods, strict=False):
        same = not before or views.comparable(data, chosen.indicator, before, period)
        held = views.observed(data, chosen.indicator, chosen.basis, period)
        known = int(held["value"].notna().sum())
        # few published values may still carry their official rank among all: 58 of 63 with twelve values known
        among_all = known < len(held) and held["rank"].max() > known
        found.append({
            "address": picture_address(chosen.but(period=period)),
            "label": labels.period_label(period, data.words, chosen.language),
            "mark": "" if same else data.say("stage.method", chosen.language),
            "rows": rows(gallery.build(chosen.but(period=period))),
            "count": data.say("stage.count_ranked" if among_all else "stage.count", chosen.language, count=known, all=len(held)),
        })  # fmt: skip
    return found


def picture_address(chosen: Selection) -> str:
    """Return the address of a view's picture; the stage adds the shape of its screen."""
    return f"{PICTURE}?{urlencode({'page': chosen.page, **chosen.query()}, quote_via=quote)}"


def asked(given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the parts of an address that name a picture, in one order."""
    return tuple((key, given[key]) for key in ("page", *KEYS) if key in given)


@lru_cache(maxsize=32)
def picture(query: tuple[tuple[str, str], ...], shape: str) -> bytes:
    """Return the SVG of a view's picture for a screen's shape; KeyError for an unknown page or figure."""
    params = dict(query)
    page = params.pop("page")
    chosen, _ = Selection.parse(params, dataset(), page)
    name = f"p{zlib.crc32(repr((query, shape)).encode()):x}"
    try:
        return stage_picture.svg(gallery.build(chosen), shape, name).encode("utf-8")
    except StopIteration as none:  # which no promise can hand over from one process to another
        raise KeyError(page) from none
