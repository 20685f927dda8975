"""Turns the folder of published figures into the tables of data/.

Run once when the project began: python tools/intake.py FOLDER. From then on data/ is edited by hand.
"""

import csv
import json
import sys
from pathlib import Path

from intake_parts import package
from intake_parts.areas import events, units
from intake_parts.catalogue import catalogue
from intake_parts.figures import Figures
from intake_parts.goals import pairs, targets
from intake_parts.methods import days, editions, method, weights
from intake_parts.notes import Notes
from intake_parts.reading import rows, words
from intake_parts.register import Register

DATA = Path(__file__).parent.parent / "data"
BOUNDARIES = {
    "source": "geoboundaries-vnm-adm2",
    "title": "Viet Nam ADM2 boundaries 2020, dataset VNM-ADM2-81297802 (modified)",
    "publisher": "OCHA ROAP; Government of Vietnam; geoBoundaries",
    "date": "2020",
    "url": "https://www.geoboundaries.org",
    "read_via": "copy",
    "kind": "statistics",
    "detail": "VNM-ADM2-81297802",
    "terms": "CC BY 3.0 IGO",
}


def build(folder: Path) -> tuple[dict[str, list[dict[str, str]]], dict[str, object]]:
    """Return every table of data/ and the account of what became of the rows."""
    sources, notes = Register(), Notes()
    areas = units(folder, sources, notes)
    figures = Figures(folder, sources, notes, areas)
    figures.index()
    local_goals = figures.provinces()
    figures.nation()
    figures.local()
    figures.registered()
    goals = targets(folder, local_goals, sources, notes)
    printed = {row["indicator"]: row["unit"] for row in rows(folder, "targets")}
    printed |= {row["indicator"].removeprefix("target_"): row["unit"] for row in local_goals}
    described = [row | {"unit_text": printed[row["indicator"]]} for row in goals]
    tables = {
        "indicators": catalogue(folder, figures, described),
        "units": areas,
        "observations": figures.table(),
        "targets": goals,
        "pairs": pairs(),
        "editions": editions(sources),
        "weights": weights(sources),
        "method": method(folder, sources, notes),
        "events": events(folder, areas, sources),
        "days": days(folder, sources, notes),
        "text": [dict(zip(("key", "vi", "en"), row, strict=True)) for row in words("text")],
    }
    tables["sources"] = sorted([*sources.table(), BOUNDARIES], key=lambda row: row["source"])
    account = {"seen": dict(figures.seen), "merged": figures.merged, "remarks without our wording": notes.missing}
    return tables, account


def write(name: str, lines: list[dict[str, str]]) -> None:
    """Write one table, UTF-8, LF line ends; text.csv only when it does not exist."""
    path, header = DATA / f"{name}.csv", package.columns(name)
    if name == "text" and path.exists():
        return  # from the first day on, every part of the project adds its own words
    if name == "indicators":
        lines = [row | {"breaks": row["breaks"].replace("~", "|")} for row in lines]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(lines)


def main() -> None:
    """Write data/ from the folder given on the command line and print the account."""
    tables, account = build(Path(sys.argv[1]))
    DATA.mkdir(exist_ok=True)
    for name, lines in tables.items():
        write(name, lines)
    package.write(DATA)
    counts = {name: len(lines) for name, lines in tables.items()}
    print(json.dumps({"rows": counts} | account, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
