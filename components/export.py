"""A figure as bytes: CSV of the drawn frame, finished SVG and PNG with title, source and archipelagos inside."""

from __future__ import annotations

import copy
import json
import re
import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING

import vl_convert

from components import theme
from components.dataset import dataset
from indicators import boundaries, search
from indicators.load import ROOT

if TYPE_CHECKING:
    from components.figure import Figure

FONTS = ROOT / "assets" / "fonts" / "ttf"
VEGA_LITE = "6.4"
WIDTH = 900
FOOTER_LINE = 17
# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@lru_cache(maxsize=1)
def _fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))


def file_name(figure: Figure) -> str:
    """Return a file name without diacritics and spaces, safe on every system."""
    chosen = figure.selection
    parts = [chosen.page, figure.id, chosen.indicator, chosen.unit, chosen.basis, chosen.period, chosen.language]
    return re.sub(r"[^a-z0-9]+", "-", search.folded(" ".join(part for part in parts if part)))


def safe_cell(cell: object) -> object:
    """Return a cell that no spreadsheet runs as a formula."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def csv(figure: Figure) -> bytes:
    """Return the drawn frame as CSV (UTF-8 with byte-order mark): the named columns under their machine names."""
    frame = figure.frame[list(figure.columns)]
    words = frame.select_dtypes(include=["object", "string"]).columns
    frame = frame.assign(**{name: frame[name].map(safe_cell) for name in words})
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def _inlined(node: object, held: dict[str, object]) -> object:
    """The same specification with each file of boundaries in place of its address."""
    if isinstance(node, dict):
        address = str(node.get("url", ""))
        if address.startswith("/geo/"):
            if address not in held:
                held[address] = boundaries.read(dataset(), address.removeprefix("/geo/"))
            return {"values": held[address], "format": node["format"]}
        return {key: _inlined(value, held) for key, value in node.items()}
    return [_inlined(part, held) for part in node] if isinstance(node, list) else node


def footer_lines(figure: Figure, width: int) -> list[str]:
    """Return the lines under a picture that left the screen: notes, sources, boundaries, version."""
    from components.figure import source_line

    data, language = dataset(), figure.selection.language
    sentences = [*figure.notes, source_line(figure)]
    if figure.geometry:
        sentences.append(data.say("figure.boundaries", language))
    sentences.append(data.say("figure.stamp", language, version=data.version))
    return [line for sentence in sentences for line in textwrap.wrap(sentence, width // 7)]


def finished(figure: Figure, width: int = WIDTH) -> dict:
    """Return the self-contained specification of a figure: geometry and values inside, title above, sources below."""
    main = _inlined(copy.deepcopy(dict(figure.spec)), {})
    size = (
        {}
        if any(key in main for key in ("vconcat", "hconcat", "concat", "facet", "repeat"))
        else {"width": width, "height": figure.height}
    )
    lines = footer_lines(figure, width)
    colours = theme.palette(False)
    footer = {
        "width": width,
        "height": FOOTER_LINE * len(lines),
        "data": {"values": [{"line": line, "y": FOOTER_LINE * index + 8} for index, line in enumerate(lines)]},
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12, "color": colours.quiet},
        "encoding": {
            "x": {"value": 0},
            "y": {"field": "y", "type": "quantitative", "scale": None},
            "text": {"field": "line"},
        },
    }
    records = {
        name: json.loads(frame.to_json(orient="records"))
        for name, frame in {"frame": figure.frame, **figure.extra}.items()
    }
    subtitle = textwrap.wrap(figure.subtitle, width // 7)
    # Parameters stand at the top of a specification, and inside a concatenation no signal tells a part's height.
    sizes = {"wide": width, "tall": figure.height}
    params = [
        {"name": one["name"], "value": sizes[one["name"]]} if one["name"] in sizes else one
        for one in main.pop("params", [])
    ]
    spec = {
        **({"params": params} if params else {}),
        "title": {"text": textwrap.wrap(figure.title, width // 10), "subtitle": subtitle},
        "padding": 24, "spacing": 16, "datasets": records, "vconcat": [{**main, **size}, footer],
    }  # fmt: skip
    spec = theme.finish(spec, figure.selection.language)
    spec["config"] = {**spec["config"], "background": colours.paper}
    return spec


def svg(figure: Figure, width: int = WIDTH) -> bytes:
    """Return a figure as SVG."""
    _fonts()
    return vl_convert.vegalite_to_svg(finished(figure, width), vl_version=VEGA_LITE).encode("utf-8")


def png(figure: Figure, width: int = WIDTH, scale: float = 2) -> bytes:
    """Return a figure as PNG; scale is the number of picture points for one of the drawing."""
    _fonts()
    return vl_convert.vegalite_to_png(finished(figure, width), vl_version=VEGA_LITE, scale=scale)
