"""What a page asks for at once instead of after its first words from the server: the parts that draw the map.

Streamlit loads the script of a component when the first one appears; by then the browser has waited for the server twice.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from components.dataset import folder
from indicators import boundaries
from indicators.load import ROOT
from server.compression import STATIC

LIVE = ROOT / "assets" / "live"
SCRIPTS = STATIC / "static" / "js"
FIRST = "BidiComponent.*.js"  # Streamlit's part that mounts a component
NAMED = re.compile(r'from\s*"\./([\w.-]+\.js)"|import\s*"\./([\w.-]+\.js)"')


@lru_cache(maxsize=1)
def parts() -> tuple[str, ...]:
    """Return the addresses of the scripts that mount and draw a live picture, each once; of Streamlit's none where it has given them other names."""
    found: list[str] = []
    wanted = [path.name for path in SCRIPTS.glob(FIRST)]
    while wanted:
        name = wanted.pop()
        if name not in found and (SCRIPTS / name).exists():
            found.append(name)
            text = (SCRIPTS / name).read_text(encoding="utf-8", errors="replace")
            wanted += [one or other for one, other in NAMED.findall(text)]
    return (
        *(f"/static/js/{name}" for name in found),
        *(f"/assets/live/{path.name}" for path in sorted(LIVE.glob("*.js"))),
    )


# A link to a map says whose boundaries it needs: they come while the page's scripts are read.
_BOUNDARIES = """<script>(() => {
  const basis = new URLSearchParams(location.search).get("basis");
  if (!%s.includes(basis) || !/^\\/(map|overview)?\\/?$/.test(location.pathname)) return;
  const early = document.createElement("link");
  document.head.append(Object.assign(early, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: `/geo/${basis}.topojson` }));
})();</script>"""


def outlines() -> str:
    """Return the script that has a browser ask early for the boundaries that its link names, where there are such."""
    held = [name.removesuffix(".topojson") for name in boundaries.files(folder()) if name.endswith(".topojson")]
    return _BOUNDARIES % json.dumps(sorted(held))


def links(page: str) -> str:
    """Return the links that have a page's browser ask early for what the page does not name itself."""
    named = "".join(
        f'<link rel="modulepreload" href="{part}">' for part in parts() if part.rsplit("/", 1)[-1] not in page
    )
    return named + outlines()
