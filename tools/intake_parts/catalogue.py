"""The catalogue of indicators: titles, units, ranges, how each may be shown and merged."""

from collections import Counter
from pathlib import Path

from intake_parts.figures import Figures
from intake_parts.reading import rows, table

POLARITY = {"higher_is_better": "1", "lower_is_better": "-1", "context": "0"}
COLUMNS = [
    "indicator",
    "topic",
    "group",
    "title_vi",
    "title_en",
    "short_vi",
    "short_en",
    "definition_vi",
    "definition_en",
    "unit",
    "decimals",
    "polarity",
    "min",
    "max",
    "merge_rule",
    "weight",
    "breaks",
    "ramp",
    "display",
    "publisher",
    "publisher_en",
    "note_vi",
    "note_en",
]
RANGES = {
    "index": ("0", "1"),
    "points_100": ("0", "100"),
    "papi_10": ("1", "10"),
    "papi_80": ("10", "80"),
    "papi_3": ("0", "5"),
    "rank": ("1", ""),
    "targets_of_62": ("0", "62"),
    "percent_per_year": ("", ""),
    "year": ("2000", "2100"),
    "ordinal": ("1", ""),
}
MOST_DECIMALS = {
    "index": 4,
    "papi_3": 2,
    "papi_10": 2,
    "papi_80": 2,
    "million_vnd_person_month": 2,
    "billion_vnd": 0,
    "persons_thousand": 1,
    "million_vnd_person": 1,
}
ENOUGH_FOR_A_MAP = 15
LOCAL_UNITS = {"points": "points_videoconference"}


# The order of the catalogue is the order of the screens: the overall index first, local figures last.
ORDER = (
    "index",
    "pillar",
    "activity",
    "foundation",
    "government",
    "service",
    "infrastructure",
    "society",
    "economy",
    "business",
    "people",
    "national",
    "local",
)


def _place(row: dict[str, str]) -> tuple[int, bool, str]:
    return ORDER.index(row["topic"]), row["indicator"] != "dti", row["indicator"]


def catalogue(folder: Path, figures: Figures, goals: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return one row for every indicator that a figure or a target names."""
    titles, topics, merging = table("titles"), table("topics"), table("merging")
    offices = table("offices")
    described, fixed = table("definitions"), table("overrides")
    goal_rows = {row["indicator"]: row for row in reversed(rows(folder, "targets"))}
    meta = {row["indicator"]: row for row in rows(folder, "province_indicators_meta")}
    local = {f"local_{row['id']}": row for row in rows(folder, "backan_2023")}
    used = sorted({row["indicator"] for row in figures.rows} | {row["indicator"] for row in goals})
    out = []
    for name in used:
        row = dict.fromkeys(COLUMNS, "") | {
            "indicator": name,
            "polarity": "1",
            "merge_rule": "none",
            "display": "national",
        }
        if name in local:
            row |= _local(local[name])
        elif name in meta:
            row |= _from(meta[name], topics.get(name, ["society"])[0]) | {
                "publisher": meta[name]["publisher"],
                "polarity": POLARITY[meta[name]["direction"]],
            }
        elif name in goal_rows:
            row |= _from(goal_rows[name], "national")
        if name in titles:
            row |= dict(zip(("topic", "title_vi", "title_en", "short_vi", "short_en"), titles[name], strict=True))
        if name.startswith("dti"):
            row["publisher"] = "dti"
        if name not in local:
            row["unit"] = _unit(name, figures, goals)
        row |= _numbers(row, figures, goals) | _shown(row, figures)
        row |= dict(zip(("merge_rule", "weight"), merging.get(name, ("none", "")), strict=True))
        for column, given in zip(
            ("short_vi", "short_en", "definition_vi", "definition_en"), described.get(name, ()), strict=False
        ):
            row[column] = given or row[column]
        row |= dict(part.split("=", 1) for part in fixed.get(name, ()))
        if row["publisher"]:
            row["publisher"], row["publisher_en"] = offices[row["publisher"]]
        for language in ("vi", "en"):
            row[f"short_{language}"] = row[f"short_{language}"] or row[f"title_{language}"]
            row[f"definition_{language}"] = row[f"definition_{language}"] or row[f"title_{language}"] + "."
        out.append(row)
    return sorted(out, key=_place)


def _from(row: dict[str, str], topic: str) -> dict[str, str]:
    return {"topic": topic, "title_vi": row["name_vi"], "title_en": row["name_en"]}


def _local(row: dict[str, str]) -> dict[str, str]:
    unit = LOCAL_UNITS.get(row["unit"]) or table("unit_map")[row["unit"]][0]
    kind_vi, kind_en = table("local_kinds")[row["kind"]]
    return _from(row, "local") | {
        "group": row["pillar"],
        "unit": unit,
        "polarity": "0",
        "publisher": "VietNamNet",
        "definition_vi": kind_vi.format(title=row["name_vi"]),
        "definition_en": kind_en.format(title=row["name_en"]),
    }


def _unit(name: str, figures: Figures, goals: list[dict[str, str]]) -> str:
    if name in figures.unit_of:
        return figures.unit_of[name].most_common(1)[0][0]
    units = table("unit_map")
    printed = next(row["unit_text"] for row in goals if row["indicator"] == name)
    return units[printed.removesuffix(" (target)")][0]


def _numbers(row: dict[str, str], figures: Figures, goals: list[dict[str, str]]) -> dict[str, str]:
    unit = row["unit"]
    values = [old["value"] for old in [*figures.rows, *goals] if old["indicator"] == row["indicator"] and old["value"]]
    digits = max((len(value.partition(".")[2].rstrip("0")) for value in values), default=0)
    low, high = RANGES.get(unit, ("0", "100" if unit.startswith("percent") and unit != "percent_gdp" else ""))
    decimals = "4" if unit == "index" else str(min(digits, MOST_DECIMALS.get(unit, 2)))
    return {"decimals": decimals, "min": low, "max": high, "polarity": "-1" if unit == "rank" else row["polarity"]}


def _shown(row: dict[str, str], figures: Figures) -> dict[str, str]:
    if row["topic"] == "local":
        return {"display": "table"}
    held = [old for old in figures.rows if old["indicator"] == row["indicator"] and old["unit"] != "VN"]
    if not held:
        return {"display": "national" if row["topic"] == "national" else "table"}
    if row["indicator"].startswith("index_766"):
        return {"display": "table"}
    cover = Counter((old["unit"][:2], old["period"]) for old in held if old["value"]).most_common(1)
    if not cover or cover[0][1] < ENOUGH_FOR_A_MAP:
        return {"display": "table"}
    total = row["unit"] in ("persons_thousand", "firms", "billion_vnd", "services", "people", "groups")
    return {"display": "list" if total else "map"}
