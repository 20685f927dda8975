"""The method documents of docs/ in a language."""

from __future__ import annotations

import re
from pathlib import Path

from indicators.load import ROOT

DOCS = ROOT / "docs"
# A document in both languages parts them by a mark (<!-- vi -->) or by a heading (## Tiếng Việt, ## English).
MARK = re.compile(r"^(?:<!--\s*(\w\w)\s*-->|## (Tiếng Việt|English))\s*$", re.MULTILINE)
NAMED = {"Tiếng Việt": "vi", "English": "en"}
# A link to a file beside the document leads nowhere on a page; its words stay.
FILE_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?://|#)[^)]*\)")


def path_of(name: str, language: str) -> Path | None:
    """Return the file of a document: its own file in the language, else the common one; None where there is none."""
    return next((path for path in (DOCS / f"{name}.{language}.md", DOCS / f"{name}.md") if path.is_file()), None)


def read(name: str, language: str) -> str:
    """Return a document's text in a language, the whole text where it does not part its languages; "" where there is none."""
    path = path_of(name, language)
    text = path.read_text(encoding="utf-8") if path else ""
    marks = [*MARK.finditer(text)]
    held: dict[str, str] = {}
    for mark, stop in zip(marks, [*(after.start() for after in marks[1:]), len(text)], strict=False):
        name = mark.group(1) or NAMED[mark.group(2)]
        held[name] = held.get(name, "") + text[mark.end() : stop]
    if held:
        text = held.get(language) or next(iter(held.values()))
    return FILE_LINK.sub(r"\1", text).strip()
