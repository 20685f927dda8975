"""Targets of the nation and of single provinces, and what each may be compared with."""

import re
from pathlib import Path

from intake_parts.notes import Notes
from intake_parts.reading import rows, value_parts, words
from intake_parts.register import Register

COMPARATORS = {
    "=": ">=",
    ">=": ">=",
    ">": ">",
    "top": "top",
    "~": "~",
    "improve by >=": "improve",
    "range 65-70": "range",
}
# the same indicator, counted over another group than in the other rows
ODD = {
    ("smartphone_subscriber_share", "% of users"): "per phone users",
    ("payment_accounts_15plus", "% of adults"): "per adults",
}
SCOPES = {"national": "nation", "every province": "every_province"}


def targets(folder: Path, local: list[dict[str, str]], sources: Register, notes: Notes) -> list[dict[str, str]]:
    """Return every target, national and provincial."""
    out = []
    for row in rows(folder, "targets"):
        value, high = row["target_value"], ""
        if row["comparator"].startswith("range"):
            value, high = row["comparator"].removeprefix("range ").split("-")
        out.append(
            {
                "indicator": row["indicator"],
                "scope": SCOPES[row["scope"]],
                "period": row["target_year"],
                "document": row["document_no"],
                "value": value,
                "value_high": high,
                "comparator": COMPARATORS[row["comparator"]],
                "document_date": row["document_date"],
                "status": row["status"],
                "source": sources.add(row["source_url"], detail=row["source_detail"], status=row["status"]),
                "preferred": row["preferred"],
            }
            | notes.say(row["flag"], ODD.get((row["indicator"], row["unit"]), ""))
        )
    out += [_local(row, notes) for row in local]
    return sorted(out, key=lambda row: (row["indicator"], row["scope"], row["period"], row["document"], row["source"]))


def _local(row: dict[str, str], notes: Notes) -> dict[str, str]:
    parts = value_parts(row["value"])
    comparator = ">="
    if parts["value_low"]:
        comparator = "range"
    elif row["flag"].startswith('"over'):
        comparator = ">"
    elif row["flag"].startswith('"about'):
        comparator = "~"
    named = re.search(r"(NQ|KH|QĐ|Kế hoạch số|Nghị quyết) ?(\d+[/\w-]*[A-ZĐg])\b", row["source_title"])
    dated = re.search(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", row["source_title"])
    return {
        "indicator": row["indicator"].removeprefix("target_"),
        "scope": row["unit_id"],
        "period": row["year"],
        "document": named[2] if named else row["source_title"],
        "value": parts["value"] or parts["value_low"],
        "value_high": parts["value_high"],
        "comparator": comparator,
        "document_date": f"{dated[3]}-{int(dated[2]):02}-{int(dated[1]):02}" if dated else "",
        "status": row["status"],
        "source": row["source"],
        "preferred": "yes",
    } | notes.say(row["flag"])


def pairs() -> list[dict[str, str]]:
    """Return which observed indicator a target may be compared with."""
    keys = ("target_indicator", "actual_indicator", "periods", "note_vi", "note_en")
    return [dict(zip(keys, row, strict=True)) for row in words("pairs")]
