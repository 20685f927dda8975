"""Makes the fonts of assets/ from the registry package fontpkg-be-vietnam-pro: `python tools/fonts.py`.

One merged WOFF2 a weight for the web (Latin and Vietnamese together: split subsets arrive after a chart has measured its
text) and one TTF a weight for pictures, named so that a renderer finds the weight (name ids 16 and 17).
"""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "assets" / "fonts"
FAMILY = "Be Vietnam Pro"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700, "Italic": 400}
RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1A0, 0x1B0),
    (0x300, 0x323),
    (0x1EA0, 0x1EF9),
    (0x2010, 0x2026),
    (0x2030, 0x203A),
]
SINGLE = [
    0x20AB,
    0x2190,
    0x2191,
    0x2192,
    0x2193,
    0x2212,
    0x2248,
    0x2260,
    0x2264,
    0x2265,
    0x25CF,
    0x25CB,
    0x25B2,
    0x25BC,
    0xD7,
]


def characters() -> list[int]:
    """Return the code points that the atlas writes."""
    return sorted({point for first, last in RANGES for point in range(first, last + 1)} | set(SINGLE))


def cut(source: Path) -> TTFont:
    """Return a font with the atlas's characters, tabular figures kept."""
    options = subset.Options(layout_features=["*"], name_IDs=["*"], hinting=False, notdef_outline=True)
    font = subset.load_font(str(source), options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters())
    worker.subset(font)
    return font


def named(font: TTFont, style: str) -> None:
    """Name family and style in the ids that renderers read (1, 2, 4, 6, 16, 17)."""
    names = font["name"]
    for number, text in {
        1: f"{FAMILY} {style}",
        2: "Regular",
        4: f"{FAMILY} {style}",
        6: f"BeVietnamPro-{style}",
        16: FAMILY,
        17: style,
    }.items():
        names.setName(text, number, 3, 1, 0x409)


def main() -> None:
    """Write assets/fonts."""
    package = Path(find_spec("fontpkg_be_vietnam_pro").origin).parent
    (OUT / "ttf").mkdir(parents=True, exist_ok=True)
    for style in WEIGHTS:
        found = sorted(package.rglob(f"BeVietnamPro-{style}.ttf"))
        if not found:
            sys.exit(f"no {style} in the package")
        font = cut(found[0])
        named(font, style)
        font.save(OUT / "ttf" / f"BeVietnamPro-{style}.ttf")
        font.flavor = "woff2"
        font.save(OUT / f"BeVietnamPro-{style}.woff2")
    for licence in package.rglob("OFL*"):
        shutil.copy(licence, OUT / "OFL.txt")


if __name__ == "__main__":
    main()
