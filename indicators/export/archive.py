"""ZIP files whose bytes depend on their contents alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime

NESTED = (".xlsx", ".pptx", ".docx")
# Already packed: deflating them again costs time and saves nothing.
STORED = (".png", ".pdf", ".pptx", ".xlsx", ".jpg")
PROPERTIES = "docProps/core.xml"


def _entry(name: str, moment: datetime, stored: bool) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=moment.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry


def packed(files: Mapping[str, bytes], moment: datetime) -> bytes:
    """Return a ZIP of the files by name, in the given order, all dated with one moment."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, body in files.items():
            archive.writestr(_entry(name, moment, name.endswith(STORED)), body, compresslevel=6)
    return held.getvalue()


def settled(body: bytes, moment: datetime) -> bytes:
    """Return an Office file with one moment in place of every time of writing, in itself and in the files inside it."""
    day = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as before, zipfile.ZipFile(held, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name.endswith(NESTED):
                part = settled(part, moment)
            elif name == PROPERTIES:
                part = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + day, part)
            after.writestr(_entry(name, moment, name.endswith(STORED)), part, compresslevel=6)
    return held.getvalue()
