"""Stories of the stage: tables of slides, each a saved view with a headline that takes its figures from it."""

from __future__ import annotations

import string
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from indicators import coded, contract, facts
from indicators.faults import DATA, Fault
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection
from indicators.story_links import Figures, view
from indicators.tables import ROW, read_raw
from indicators.text import LANGUAGES

FOLDER = "stories"
# The visitor's own story, kept in the visitor's browser.
OWN = "mine"
WORDS = ("headline", "note", "speaker")
Part = tuple[str, bool]


@dataclass(frozen=True)
class Story:
    """A story as it is written: its rows (columns of the contract and `row`) without those that cannot be read, and their faults."""

    name: str
    rows: pd.DataFrame
    faults: tuple[Fault, ...]

    @property
    def of_any_unit(self) -> bool:
        """Whether it is told for whichever unit is chosen."""
        return bool(self.rows["link"].str.contains("{unit}", regex=False).any())


@dataclass(frozen=True)
class Slide:
    """One slide in one language: the view, and words as (text, whether it is a figure of the view); faults say why there is no view."""

    order: int
    chosen: Selection | None
    play: str
    headline: tuple[Part, ...]
    note: tuple[Part, ...]
    speaker: str
    seconds: int
    faults: tuple[Fault, ...] = ()


def names(dataset: Dataset) -> list[str]:
    """Return the names of the stories of a folder of tables."""
    return sorted(path.stem for path in (dataset.folder / FOLDER).glob("*.csv"))


def first(dataset: Dataset) -> str:
    """Return the story that is shown where none is asked for: the longest of those that are not of any unit; "" without any."""
    return next((name for name in listed(dataset) if not story(dataset, name).of_any_unit), "")


def listed(dataset: Dataset) -> list[str]:
    """Return the names of the stories, the longest first, those of any unit last."""
    held = [story(dataset, name) for name in names(dataset)]
    return [one.name for one in sorted(held, key=lambda one: (one.of_any_unit, -len(one.rows), one.name))]


def link_faults(dataset: Dataset, held: Story, language: str, unit: str, figures: Figures) -> list[Fault]:
    """Return the faults of a story's table and links alone: quickly known, no figure is looked up."""
    found = [fault for fault in held.faults if not fault.notice]
    for row in held.rows.to_dict("records"):
        _, wrong = view(dataset, row["link"], language, unit, figures)
        found += [
            Fault(f"{FOLDER}/{held.name}.csv", int(row[ROW]), "link", value, expected, code)
            for code, value, expected in wrong
        ]
    return found


def schema() -> dict:
    """Return the contract of a story as a resource of the Frictionless table schema."""
    return contract.package(DATA / FOLDER)["resources"][0]


def columns() -> list[str]:
    """Return the columns of a story in order."""
    return [one["name"] for one in schema()["schema"]["fields"]]


@remembered(32)
def story(dataset: Dataset, name: str) -> Story:
    """Return a story of the folder; without rows, and with the fault, where its table cannot be read."""
    return read(dataset.folder / FOLDER / f"{name}.csv", f"{FOLDER}/{name}.csv")


@dataclass(frozen=True)
class Given:
    """A story that came without a file: its name and bytes, to be read as a file is."""

    name: str
    body: bytes

    def read_bytes(self) -> bytes:
        """Return the bytes."""
        return self.body

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rsplit(".", 1)[0]


def written(rows: list[dict]) -> bytes:
    """Return rows of a story as its CSV table; they are numbered anew."""
    held = [{**{name: "" for name in columns()}, **{key: str(cell) for key, cell in row.items()}} for row in rows]
    frame = pd.DataFrame(held, columns=columns())
    return frame.assign(order=range(1, len(frame) + 1)).to_csv(index=False, lineterminator="\n").encode("utf-8")


def read(path: Path | Given, shown: str) -> Story:
    """Return the story in a file; faults bear the name `shown`."""
    resource = {**schema(), "path": shown}
    fields = resource["schema"]["fields"]
    required = {one["name"] for one in fields if one.get("constraints", {}).get("required")}
    raw = read_raw(path, [one["name"] for one in fields], required)
    found, bad = contract.cell_faults(resource, raw)
    held = [
        Fault(shown, *(getattr(one, part) for part in ("row", "column", "value", "expected", "code", "notice")))
        for one in raw.faults
    ]
    rows = coded.plain_frame(raw.frame).drop(index=sorted(bad))
    if len(rows):
        rows = rows.sort_values("order", key=lambda cells: cells.astype(int), kind="stable")
    return Story(path.stem, rows.reset_index(drop=True), tuple(sorted({*held, *found})))


def filled(template: str, known: dict[str, str]) -> tuple[tuple[Part, ...], list[str]]:
    """Return a sentence with its {names} filled, in parts, and the names that the view does not have."""
    try:
        pieces = list(string.Formatter().parse(template))
    except ValueError:
        return ((template, False),), [template]
    parts: list[Part] = []
    unknown = []
    for text, name, _, _ in pieces:
        if text:
            parts.append((text, False))
        if name is None:
            continue
        if name in known:
            parts.append((known[name], True))
        else:
            unknown.append(name)
    return tuple(parts), unknown


def names_in(template: str) -> list[str]:
    """Return the {names} of a sentence; none of one that cannot be read."""
    try:
        return [name for _, name, _, _ in string.Formatter().parse(template) if name]
    except ValueError:
        return []


def plain(parts: tuple[Part, ...]) -> str:
    """Return a filled sentence as text."""
    return "".join(text for text, _ in parts)


def told(dataset: Dataset, held: Story, language: str, unit: str = "", figures: Figures | None = None) -> list[Slide]:
    """Return the slides of a story in a language; for a story of any unit, slides without a figure of that unit are left out."""
    slides = [_slide(dataset, held, row, language, unit, figures) for row in held.rows.to_dict("records")]
    if held.of_any_unit:
        slides = [one for one in slides if not any(fault.code == "story_name" for fault in one.faults)]
    return slides


def _slide(dataset: Dataset, held: Story, row: dict, language: str, unit: str, figures: Figures | None = None) -> Slide:
    file, number = f"{FOLDER}/{held.name}.csv", int(row[ROW])
    chosen, wrong = view(dataset, row["link"], language, unit, figures)
    found = [Fault(file, number, "link", value, expected, code) for code, value, expected in wrong]
    asked = {name for column in WORDS for name in names_in(row[f"{column}_{language}"])}
    known = facts.facts(dataset, chosen, asked) if chosen else {}
    words = {}
    for column in WORDS:
        words[column], unknown = filled(row[f"{column}_{language}"], known)
        if chosen:
            found += [
                Fault(file, number, f"{column}_{language}", "{" + name + "}", ", ".join(known), "story_name")
                for name in unknown
            ]
    return Slide(
        int(row["order"]), chosen, row["play"], words["headline"], words["note"], plain(words["speaker"]),
        int(row["seconds"]), tuple(found),
    )  # fmt: skip


def check(dataset: Dataset) -> list[Fault]:
    """Return every fault of the stories of a folder: of the tables, of links, of names in headlines; none while a table is lost."""
    if any(rows.empty for rows in dataset.tables.values()):
        return []
    found: list[Fault] = []
    for name in names(dataset):
        held = story(dataset, name)
        found += held.faults
        # a story of any unit is tried on one unit of each basis: what one lacks another may have
        units = [dataset.units_of(basis)["unit"].iloc[0] for basis in dataset.bases] if held.of_any_unit else [""]
        tried = [{_place(fault): fault for fault in _faults(dataset, held, unit)} for unit in units]
        found += [tried[0][place] for place in set.intersection(*(set(one) for one in tried))]
    return sorted(set(found))


def _place(fault: Fault) -> tuple:
    return fault.file, fault.row, fault.column, fault.value, fault.code


def _faults(dataset: Dataset, held: Story, unit: str) -> list[Fault]:
    rows = held.rows.to_dict("records")
    return [
        fault for language in LANGUAGES for row in rows for fault in _slide(dataset, held, row, language, unit).faults
    ]
