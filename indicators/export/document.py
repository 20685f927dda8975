"""Documents set by Typst: tagged PDF (PDF/UA-1) with live text, embedded type and vector charts."""

from __future__ import annotations

import ctypes
import json
import sys
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import typst

from indicators.export.pictures import TYPEFACES

TEMPLATES = Path(__file__).parent / "templates"
# Typst keeps what the last ten documents had in common with a next one (https://github.com/typst/typst/issues/8495).
KEPT = 10


@lru_cache(maxsize=1)
def _typefaces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(TYPEFACES)])


@lru_cache(maxsize=8)
def _template(name: str) -> bytes:
    return (TEMPLATES / f"{name}.typ").read_bytes()


def pdf(template: str, contents: dict, moment: datetime) -> bytes:
    """Return a template of templates/ filled with contents (JSON values, SVG as text) as PDF; the same contents give the same bytes."""
    return typst.compile(
        _template(template), font_paths=_typefaces(), sys_inputs={"contents": json.dumps(contents, ensure_ascii=False)},
        pdf_standards="ua-1", timestamp=moment,
    )  # fmt: skip


def pages(template: str, contents: dict) -> int:
    """Return on how many pages a template with these contents ends; its last line holds `#metadata(0) <end>`."""
    inputs = {"contents": json.dumps(contents, ensure_ascii=False)}
    return int(
        typst.eval(
            _template(template), "query(<end>).first().location().page()", font_paths=_typefaces(), sys_inputs=inputs
        )
    )


def forget() -> None:
    """Give back the memory of documents that were set: a batch of different ones otherwise holds 0.5 GB more a process."""
    for _ in range(KEPT + 1):
        typst.compile(b"", font_paths=_typefaces())
    if sys.platform == "linux" and hasattr(ctypes.CDLL(None), "malloc_trim"):
        ctypes.CDLL(None).malloc_trim(0)
