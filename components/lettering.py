"""How wide words are in the atlas's type, and where a line of them must end."""

from __future__ import annotations

from functools import lru_cache

from PIL import ImageFont

from indicators.export.pictures import FACES, TYPEFACES

MEASURED = 100  # the size at which letters are measured, in points
# Signs that the type has no letter for, drawn as shapes: width in parts of the size, outline in a square of that width.
SHAPES = {
    "▴": (0.62, "M0.06,0L0.56,0L0.31,-0.5Z"),
    "▲": (0.72, "M0.04,0L0.68,0L0.36,-0.6Z"),
    "▾": (0.62, "M0.06,-0.5L0.56,-0.5L0.31,0Z"),
    "▼": (0.72, "M0.04,-0.6L0.68,-0.6L0.36,0Z"),
    "■": (0.72, "M0.06,-0.6H0.66V0H0.06Z"),
    "●": (0.72, "M0.06,-0.3A0.3,0.3 0 1 1 0.66,-0.3A0.3,0.3 0 1 1 0.06,-0.3Z"),
    "○": (
        0.72,
        "M0.06,-0.3A0.3,0.3 0 1 1 0.66,-0.3A0.3,0.3 0 1 1 0.06,-0.3ZM0.14,-0.3A0.22,0.22 0 1 0 0.58,-0.3A0.22,0.22 0 1 0 0.14,-0.3Z",
    ),
    "◆": (0.72, "M0.36,-0.66L0.7,-0.32L0.36,0.02L0.02,-0.32Z"),
    "←": (0.95, "M0.9,-0.38H0.34V-0.54L0.06,-0.33L0.34,-0.12V-0.28H0.9Z"),
    "→": (0.95, "M0.06,-0.38H0.62V-0.54L0.9,-0.33L0.62,-0.12V-0.28H0.06Z"),
}

# Letters of other alphabets that the type lacks, spelt.
SPELT = {"ρ": "rho", "σ": "sigma", "μ": "mu", "Δ": "delta"}


def spelt(text: str) -> str:
    """Return a text with the letters that the type lacks spelt out."""
    return "".join(SPELT.get(sign, sign) for sign in text)


def without_shapes(text: str, instead: str = "") -> str:
    """Return a text for a document that draws no shapes: an arrow as a dash, another sign as a word, letters spelt."""
    signs = {sign: "–" if sign in "←→" else instead for sign in SHAPES}
    return spelt("".join(signs.get(sign, sign) for sign in text))


@lru_cache(maxsize=8)
def _face(weight: int, style: str) -> ImageFont.FreeTypeFont:
    name = FACES.get((weight, style)) or FACES[(400, "normal")]
    return ImageFont.truetype(str(TYPEFACES / f"BeVietnamPro-{name}.ttf"), MEASURED)


@lru_cache(maxsize=4096)
def width(text: str, size: float, weight: int = 400, style: str = "normal") -> float:
    """Return how wide one line of text is."""
    shapes = sum(SHAPES[sign][0] for sign in text if sign in SHAPES)
    plain = "".join(sign for sign in text if sign not in SHAPES)
    return (_face(weight, style).getlength(plain) / MEASURED + shapes) * size


def wrapped(text: str, size: float, room: float, weight: int = 400) -> list[str]:
    """Return the lines of a text, none wider than the room; a word wider than it is cut into pieces."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, size, weight) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while width(line, size, weight) > room:
            end = next(end for end in range(len(line), 0, -1) if end == 1 or width(line[:end], size, weight) <= room)
            lines.append(line[:end])
            line = line[end:]
    return [*lines, line] if line else lines
