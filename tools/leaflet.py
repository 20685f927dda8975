"""Copies Leaflet into assets/leaflet from the registry package django-js-lib-leaflet: `python tools/leaflet.py`.

The map page and saved map files must work without internet, so Leaflet is served by the atlas itself.
"""

import shutil
import sys
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "assets" / "leaflet"
PACKAGE = "django-js-lib-leaflet"
WANTED = ("leaflet.js", "leaflet.css", "images/*.png")


def main() -> None:
    """Write assets/leaflet."""
    found = find_spec("js_lib_leaflet")
    if found is None or found.origin is None:
        sys.exit(f"the package {PACKAGE} is not installed: pip install {PACKAGE}")
    source = Path(found.origin).parent / "static" / "js_lib_leaflet"
    for pattern in WANTED:
        for path in sorted(source.glob(pattern)):
            target = OUT / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    (OUT / "LICENSE.txt").write_text(distribution(PACKAGE).read_text("LICENSE") or "", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
