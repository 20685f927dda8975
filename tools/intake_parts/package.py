"""Writes datapackage.json from our list of columns."""

import json
from pathlib import Path

from intake_parts.reading import words

VERSION = "2026.11.23"
KEYS = {
    "indicators": ["indicator"],
    "units": ["unit"],
    "observations": ["indicator", "unit", "period", "source"],
    "targets": ["indicator", "scope", "period", "document", "source"],
    "pairs": ["target_indicator", "actual_indicator"],
    "sources": ["source"],
    "editions": ["indicator", "edition"],
    "weights": ["indicator", "edition", "index"],
    "method": ["edition", "level", "index"],
    "events": ["unit", "date", "text_en"],
    "days": ["year"],
    "text": ["key"],
    "headlines": ["indicator"],
    "settings": ["setting"],
}
MONTH, DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
PERIOD = rf"\d{{4}}(-(Q[1-4]|H[12]|{MONTH}(-{DAY})?))?|\d{{4}}-{MONTH}/\d{{4}}-{MONTH}"
NAMED = {
    "ID": {"pattern": "[a-z0-9_]+"},
    "PERIOD": {"pattern": PERIOD},
    "DATE": {"pattern": rf"\d{{4}}(-{MONTH}(-{DAY})?)?"},
    "DAY": {"pattern": rf"\d{{4}}-{MONTH}-{DAY}"},
    "YEAR": {"pattern": r"\d{4}"},
    "UNIT": {"pattern": r"(\d{2}-\d{2}|VN)"},
    "CODE": {"pattern": r"(\d{2}|VN)"},
    "SOURCE": {"pattern": "[a-z0-9-]+"},
    "POS": {"minimum": 0},
    "RANK": {"minimum": 1},
    "SCOPE": {"pattern": r"(nation|every_province|\d{2}-\d{2})"},
}
EXAMPLES = {
    "ID": "dti_society",
    "PERIOD": "2024, 2022-Q1, 2023-H1, 2025-06, 2022-06-14, 2024-01/2024-07",
    "DATE": "2025, 2025-07, 2025-07-01",
    "DAY": "2025-07-01",
    "YEAR": "2024",
    "UNIT": "63-06, 34-19, VN",
    "CODE": "06",
    "SOURCE": "vietnamnet-2024-11-25",
    "SCOPE": "nation, every_province, 63-06",
}


def schema() -> dict:
    """Return the data package: every table, column, constraint, key and description."""
    tables: dict[str, dict] = {}
    for name, column, kind, rules, target, vi, en in words("columns"):
        one = tables.setdefault(
            name, {"fields": [], "missingValues": [""], "primaryKey": KEYS[name], "foreignKeys": []}
        )
        field = {"name": column, "type": kind, "description_vi": vi, "description_en": en}
        limits = {}
        for rule in filter(None, rules.split(" ")):
            if rule == "required":
                limits["required"] = True
            elif rule.startswith("in:"):
                limits["enum"] = rule[3:].split(",")
            elif rule == "unique":
                limits["unique"] = True
            else:
                limits |= NAMED[rule]
                field |= {"example": EXAMPLES[rule]} if rule in EXAMPLES else {}
        one["fields"].append(field | ({"constraints": limits} if limits else {}))
        if target:
            resource, wanted = target.split(".")
            one["foreignKeys"].append({"fields": column, "reference": {"resource": resource, "fields": wanted}})
    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "encoding": "utf-8",
            "title_vi": vi,
            "title_en": en,
            "schema": tables[name],
        }
        for name, vi, en in words("tables")
    ]
    return {
        "name": "vietnam-digital-transformation-atlas",
        "title": "Atlas Chuyển đổi số Việt Nam: số liệu",
        "title_en": "Vietnam Digital Transformation Atlas: figures",
        "version": VERSION,
        "profile": "tabular-data-package",
        "resources": resources,
    }


def columns(table: str) -> list[str]:
    """Return the columns of a table in order."""
    return [row[1] for row in words("columns") if row[0] == table]


def write(folder: Path) -> None:
    """Write datapackage.json into the folder."""
    text = json.dumps(schema(), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")
