"""Vega-Lite specifications and SVG to pictures, in the atlas's own type."""

from __future__ import annotations

import base64
import re
from functools import lru_cache

import vl_convert

from indicators.load import ROOT

try:  # Twice to four times as quick, and not under Python's lock; where no wheel is, the converter draws the same pixels.
    import svg2png_py as painter
except ImportError:
    painter = None

TYPEFACES = ROOT / "assets" / "fonts" / "ttf"
WEB_TYPEFACES = ROOT / "assets" / "fonts"
FAMILY = "Be Vietnam Pro"
# The browser's version of the grammar; pictures must not differ from the screen.
VEGA_LITE = "6.4"
FACES = {
    (400, "normal"): "Regular",
    (400, "italic"): "Italic",
    (500, "normal"): "Medium",
    (600, "normal"): "SemiBold",
    (700, "normal"): "Bold",
}
# Vega numbers clips and gradients on through the life of a process.
NUMBERED = re.compile(r'\bid="((?:clip|gradient_|pattern)\w*?\d+)"')
# Width and height of a whole SVG, in its first element.
SIDE = re.compile(r' (width|height)="([\d.]+)"')


@lru_cache(maxsize=1)
def typefaces() -> None:
    """Make the atlas's type known to the converter, once a process."""
    vl_convert.register_font_directory(str(TYPEFACES))


def svg(spec: dict) -> str:
    """Return a self-contained specification as SVG; the same specification gives the same text."""
    typefaces()
    text = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    for place, name in enumerate(dict.fromkeys(NUMBERED.findall(text))):
        text = re.sub(rf'(id="|url\(#|href="#){re.escape(name)}(?=["\)])', rf"\g<1>part{place}", text)
    return text


def png(text: str, scale: float = 1) -> bytes:
    """Return an SVG as PNG; scale is the number of picture points for one of the drawing."""
    if painter is None:
        typefaces()
        return vl_convert.svg_to_png(text, scale=scale)
    start = text.index("<svg")
    sides = dict(SIDE.findall(text[start : text.index(">", start)]))
    points = tuple(int(float(sides[name]) * scale) for name in ("width", "height"))
    return painter.svg_to_png(text, _letters(), transform=(scale, 0, 0, 0, scale, 0), bg_size=points)


@lru_cache(maxsize=1)
def _letters() -> object:
    found = painter.FontDatabase()
    found.load_fonts_dir(str(TYPEFACES))
    return found


def with_type(text: str) -> bytes:
    """Return an SVG that carries the weights of the type that it uses, so that it looks the same everywhere."""
    weights = {int(found) for found in re.findall(r'font-weight="(\d+)"', text)} | {400}
    used = [(weight, "normal") for weight in sorted(weights)]
    if 'font-style="italic"' in text:
        used.append((400, "italic"))
    style = f"<style>{''.join(_face(*face) for face in used if face in FACES)}</style>"
    end = text.index(">", text.index("<svg")) + 1
    return (text[:end] + style + text[end:]).encode("utf-8")


@lru_cache(maxsize=8)
def _face(weight: int, style: str) -> str:
    path = WEB_TYPEFACES / f"BeVietnamPro-{FACES[weight, style]}.woff2"
    body = base64.b64encode(path.read_bytes()).decode("ascii")
    return (
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};font-style:{style};"
        f"src:url(data:font/woff2;base64,{body}) format('woff2')}}"
    )
