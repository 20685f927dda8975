"""The method documents of docs/ in a language."""

from __future__ import annotations

import re
from pathlib import Path

from indicators.load import ROOT
from indicators.text import LANGUAGES

DOCS = ROOT / "docs"
# A document in both languages parts them by a line of its own: <!-- vi --> … <!-- en --> …
MARK = re.compile(rf"^<!--\s*({'|'.join(LANGUAGES)})\s*-->\s*$", re.MULTILINE)
# A link to a file beside the document leads nowhere on a page; its words stay.
FILE_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?://|#)[^)]*\)")


def path_of(name: str, language: str) -> Path | None:
    """Return the file of a document: its own file in the language, else the common one; None where there is none."""
    return next((path for path in (DOCS / f"{name}.{language}.md", DOCS / f"{name}.md") if path.is_file()), None)


def read(name: str, language: str) -> str:
    """Return a document's text in a language, the whole text where it does not part its languages; "" where there is none."""
    path = path_of(name, language)
    text = path.read_text(encoding="utf-8") if path else ""
    parts = MARK.split(text)
    if len(parts) > 1:
        by_language = dict(zip(parts[1::2], parts[2::2], strict=True))
        text = by_language.get(language) or next(iter(by_language.values()))
    return FILE_LINK.sub(r"\1", text).strip()
