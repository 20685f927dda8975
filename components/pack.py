"""The briefing pack of a unit: document, slides, workbook, pictures, type and a note to the reader in one ZIP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from components import export, pack_document, pack_slides, pack_workbook
from components.brief import Brief
from components.dataset import dataset
from indicators.export import archive, names, pictures

PARTS = ("document", "slides", "workbook", "pictures")
ENDINGS = {"document": "pdf", "slides": "pptx", "workbook": "xlsx", "readme": "txt"}


@lru_cache(maxsize=2)
def brief_of(unit: str, language: str) -> Brief:
    """Return the briefing of a unit; the last ones are kept while their parts are made."""
    return Brief(unit, language)


def stem(unit: str, language: str) -> str:
    """Return the name of a pack without ending: unit, language, data version."""
    brief = brief_of(unit, language)
    return names.file_name("atlas", brief.name, unit, language, dataset().version)


def file_name(brief: Brief, part: str) -> str:
    """Return the name of one file of a pack."""
    held = names.file_name(brief.say(f"file_{part}"), brief.name, brief.language)
    return f"{held.upper() if part == 'readme' else held}.{ENDINGS[part]}"


def made(unit: str, language: str, part: str) -> Mapping[str, bytes]:
    """Return the files of one of PARTS by their names inside the pack."""
    brief = brief_of(unit, language)
    if part == "pictures":
        return _pictures(brief)
    make: Callable[[Brief], bytes] = {
        "document": pack_document.pdf,
        "slides": pack_slides.pptx,
        "workbook": pack_workbook.xlsx,
    }[part]
    return {file_name(brief, part): make(brief)}


def _pictures(brief: Brief) -> dict[str, bytes]:
    folder, found = brief.say("folder_pictures"), {}
    for figure in brief.figures.values():
        name = f"{folder}/{names.file_name(figure.id, brief.name, brief.language)}"
        text = export.drawn(figure, "slide")
        found[f"{name}.png"] = pictures.png(text)
        found[f"{name}.svg"] = pictures.with_type(text)
    return found


def readme(brief: Brief) -> bytes:
    """Return the note to the reader: what is in the pack, how it was made, how to cite it."""
    lines = [brief.say("title", name=brief.name), brief.context, "", brief.say("readme_files")]
    lines += [
        f"- {file_name(brief, part)}: {brief.say(f'readme_{part}')}" for part in ("document", "slides", "workbook")
    ]
    lines += [f"- {brief.say(f'folder_{part}')}/: {brief.say(f'readme_{part}')}" for part in ("pictures", "fonts")]
    lines += ["", brief.say("readme_rules"), brief.say("readme_terms"), "", brief.citation, ""]
    return "\r\n".join(lines).encode("utf-8-sig")


@lru_cache(maxsize=1)
def _type() -> Mapping[str, bytes]:
    paths = sorted(pictures.TYPEFACES.glob("*.ttf"))
    return {path.name: path.read_bytes() for path in [*paths, pictures.WEB_TYPEFACES / "OFL.txt"]}


def whole(unit: str, language: str, parts: Mapping[str, bytes]) -> bytes:
    """Return the ZIP of a pack from the files of its parts; the same files give the same bytes."""
    brief = brief_of(unit, language)
    folder = stem(unit, language)
    held = {file_name(brief, "readme"): readme(brief), **parts}
    held |= {f"{brief.say('folder_fonts')}/{name}": body for name, body in _type().items()}
    return archive.packed({f"{folder}/{name}": body for name, body in held.items()}, names.moment(dataset().version))


def build(unit: str, language: str) -> bytes:
    """Return the whole pack of a unit as ZIP."""
    files: dict[str, bytes] = {}
    for part in PARTS:
        files |= made(unit, language, part)
    return whole(unit, language, files)
