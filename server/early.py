"""What a page asks for at once instead of after its first words from the server: the parts that draw the map.

Streamlit loads the script of a component when the first one appears; by then the browser has waited for the server twice.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from urllib.parse import quote_plus

from components.dataset import dataset, failure, folder
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


# A link to a map says whose boundaries and which pictures it needs: they come while the page's scripts are read.
# A picture's address is built as components/live.py does; the theme is a guess, a wrong one costs one request.
_ASKED = """<script>(() => {
  const query = location.search.slice(1), given = new URLSearchParams(query), page = location.pathname.replaceAll("/", "");
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  if (!%(pages)s.includes(page) || !%(bases)s.includes(given.get("basis")) || given.get("mode") || given.get("figure")) return;
  fetch(`/geo/${given.get("basis")}.topojson`);
  window.atlasEarly = {};
  for (const name of %(figures)s) {
    const address = `/live/${name}.json?page=${page}&theme=${theme}&data=%(data)s&${query}`;
    window.atlasEarly[address] = fetch(address).then((answer) => (answer.status === 200 ? answer.json() : null));
  }
})();</script>"""
PAGES = ("overview", "map")
FIGURES = ("map", "list")


def pictures() -> str:
    """Return the script that has a browser ask early for the boundaries and the pictures that its link names."""
    held = [name.removesuffix(".topojson") for name in boundaries.files(folder()) if name.endswith(".topojson")]
    data = quote_plus(dataset().version) if failure() is None else ""
    return _ASKED % {
        "pages": json.dumps(PAGES), "bases": json.dumps(sorted(held)), "figures": json.dumps(FIGURES), "data": data
    }  # fmt: skip


def links(page: str) -> str:
    """Return what has a page's browser ask early for what the page does not name itself."""
    named = "".join(
        f'<link rel="modulepreload" href="{part}">' for part in parts() if part.rsplit("/", 1)[-1] not in page
    )
    return named + pictures()
