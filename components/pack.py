"""The briefing pack of a unit: document, slides, workbook, pictures, type and a note to the reader in one ZIP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from components import export, pack_document, pack_plan, pack_slides, pack_workbook
from components import plan as plans
from components.brief import Brief
from components.dataset import dataset
from components.plan import Plan
from indicators.export import archive, document, names, pictures

PARTS = ("document", "slides", "workbook", "pictures")
ENDINGS = {"document": "pdf", "slides": "pptx", "workbook": "xlsx", "readme": "txt"}


@lru_cache(maxsize=2)
def brief_of(unit: str, language: str) -> Brief:
    """Return the briefing of a unit; the last ones are kept while their parts are made."""
    return Brief(unit, language)


def stem(unit: str, language: str, plan: Plan | None = None) -> str:
    """Return the name of a pack without ending: unit, language, data version, with a plan also the plan's."""
    brief = brief_of(unit, language)
    held = names.file_name("atlas", brief.name, unit, language, dataset().version)
    return f"{held}-{plan.code()}" if plan else held


def file_name(brief: Brief, part: str) -> str:
    """Return the name of one file of a pack."""
    held = names.file_name(brief.say(f"file_{part}"), brief.name, brief.language)
    return f"{held.upper() if part == 'readme' else held}.{ENDINGS[part]}"


def made(unit: str, language: str, part: str, plan: Plan | None = None) -> Mapping[str, bytes]:
    """Return the files of one of PARTS by their names inside the pack; a plan adds its pages, slide, sheets and pictures."""
    brief = brief_of(unit, language)
    if part == "pictures":
        return _pictures(brief, plan)
    make: dict[str, Callable[[], bytes]] = {
        "document": lambda: pack_document.pdf(brief, pack_plan.document(plan, brief) if plan else None),
        "slides": lambda: pack_slides.pptx(brief, [pack_plan.slide(plan, brief)] if plan else []),
        "workbook": lambda: pack_workbook.xlsx(brief, plans.sheets(plan) if plan else []),
    }
    return {file_name(brief, part): make[part]()}


def _pictures(brief: Brief, plan: Plan | None) -> dict[str, bytes]:
    folder, found = brief.say("folder_pictures"), {}
    for figure in [*brief.figures.values(), *(pack_plan.figures(plan) if plan else [])]:
        name = f"{folder}/{names.file_name(figure.id, brief.name, brief.language)}"
        text = export.drawn(figure, "slide")
        found[f"{name}.png"] = pictures.png(text)
        found[f"{name}.svg"] = pictures.with_type(text)
    return found


def readme(brief: Brief, plan: Plan | None = None) -> bytes:
    """Return the note to the reader: what is in the pack, how it was made, how to cite it."""
    lines = [brief.say("title", name=brief.name), brief.context, "", brief.say("readme_files")]
    lines += [
        f"- {file_name(brief, part)}: {brief.say(f'readme_{part}')}" for part in ("document", "slides", "workbook")
    ]
    lines += [f"- {brief.say(f'folder_{part}')}/: {brief.say(f'readme_{part}')}" for part in ("pictures", "fonts")]
    if plan:
        lines += ["", f"{plans.title(plan)}. {plans.mark(plan.selection)}"]
    lines += ["", brief.say("readme_rules"), brief.say("readme_terms"), "", brief.citation, ""]
    return "\r\n".join(lines).encode("utf-8-sig")


@lru_cache(maxsize=1)
def _type() -> Mapping[str, bytes]:
    paths = sorted(pictures.TYPEFACES.glob("*.ttf"))
    return {path.name: path.read_bytes() for path in [*paths, pictures.WEB_TYPEFACES / "OFL.txt"]}


def whole(unit: str, language: str, parts: Mapping[str, bytes], plan: Plan | None = None) -> bytes:
    """Return the ZIP of a pack from the files of its parts; the same files give the same bytes."""
    brief = brief_of(unit, language)
    folder = stem(unit, language, plan)
    document.forget()
    held = {file_name(brief, "readme"): readme(brief, plan), **parts}
    held |= {f"{brief.say('folder_fonts')}/{name}": body for name, body in _type().items()}
    return archive.packed({f"{folder}/{name}": body for name, body in held.items()}, names.moment(dataset().version))


def build(unit: str, language: str, plan: Plan | None = None) -> bytes:
    """Return the whole pack of a unit as ZIP, with a plan where one is given."""
    files: dict[str, bytes] = {}
    for part in PARTS:
        files |= made(unit, language, part, plan)
    return whole(unit, language, files, plan)
