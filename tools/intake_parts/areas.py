"""Units of both bases and of the nation, and the events that changed them."""

from pathlib import Path

from intake_parts import package
from intake_parts.notes import Notes
from intake_parts.reading import rows, table
from intake_parts.register import Register

OLD, NEW, NATION = "63", "34", "nation"
LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
LAW = "Danh mục 34 tỉnh, thành phố: Nghị quyết 202/2025/QH15 và Quyết định 19/2025/QĐ-TTg"
KINDS = {"tỉnh": "province", "thành phố trực thuộc trung ương": "city"}
MERGER_URL = (
    "https://www.vietnamplus.vn/thong-tin-chi-tiet-ve-34-tinh-thanh-pho-tren-ca-nuoc-tu-ngay-17-post1047526.amp"
)


def units(folder: Path, sources: Register, notes: Notes) -> list[dict[str, str]]:
    """Return the old and new provinces and the nation, each with its basis and dates."""
    regions = table("regions")
    blank = dict.fromkeys(package.columns("units"), "")
    out = []
    for row in rows(folder, "provinces_63"):
        out.append(
            blank
            | {
                "unit": f"{OLD}-{row['gso_code']}",
                "code": row["gso_code"],
                "iso": row["iso_3166_2"],
                "basis": OLD,
                "valid_to": LAST_DAY,
                "successor": f"{NEW}-{row['merged_into']}",
                "name_vi": row["name_vi"],
                "name_en": row["name_en"],
                "kind": KINDS[row["type"]],
                "region_vi": row["region_vi"],
                "region_en": row["region_en"],
                "population": row["population_2024"],
                "area": row["area_km2"],
                "source": sources.cite("units-of-the-63", "Danh mục 63 tỉnh, thành phố", row["sources"]),
            }
            | notes.say(*row["flag"].split("; "))
        )
    for row in rows(folder, "provinces_34"):
        out.append(
            blank
            | {
                "unit": f"{NEW}-{row['gso_code']}",
                "code": row["gso_code"],
                "basis": NEW,
                "valid_from": FIRST_DAY,
                "name_vi": row["name_vi"],
                "name_en": row["name_en"],
                "kind": KINDS[row["type"]],
                "region_vi": row["economic_region"],
                "region_en": regions[row["economic_region"]][0],
                "population": row["population_nso_2024_sum"],
                "area": row["area_km2"],
                "source": sources.cite("units-of-the-34", LAW, row["sources"]),
            }
            | notes.say(*row["flag"].split("; "), row["legal_basis"].partition("QĐ-TTg; ")[2])
        )
    nation = {
        "unit": "VN",
        "code": "VN",
        "basis": NATION,
        "name_vi": "Việt Nam",
        "name_en": "Vietnam",
        "kind": "nation",
    }
    return [*out, blank | nation]


def events(folder: Path, areas: list[dict[str, str]], sources: Register) -> list[dict[str, str]]:
    """Return what happened to the nation's ministries and to every merged province."""
    texts, out = table("events"), []
    for row in rows(folder, "organisation"):
        fact = texts[row["fact_id"]]
        source = sources.add(row["source_url"], status="press")
        for unit in fact[0].split():
            out.append({"unit": unit, "date": row["date"], "text_vi": fact[1], "text_en": fact[2], "source": source})
    source = sources.add(MERGER_URL)
    names = {row["unit"]: (row["name_vi"], row["name_en"]) for row in areas}
    for new in (row["unit"] for row in areas if row["basis"] == NEW):
        old = [row["unit"] for row in areas if row["successor"] == new]
        if len(old) > 1:
            out += _merger(new, old, names, source)
    return sorted(out, key=lambda row: (row["unit"], row["date"], row["text_en"]))


def _merger(new: str, old: list[str], names: dict[str, tuple[str, str]], source: str) -> list[dict[str, str]]:
    law_vi, law_en = "theo Nghị quyết 202/2025/QH15.", "under Resolution 202/2025/QH15."
    vi, en = _listed(old, names)
    texts = {new: (f"Bắt đầu hoạt động, hợp nhất từ {vi}, {law_vi}", f"In operation as the union of {en}, {law_en}")}
    for unit in old:
        vi, en = _listed([other for other in old if other != unit], names)
        vi_new, en_new = names[new]
        texts[unit] = (
            f"Hợp nhất với {vi} thành {vi_new} (mới) {law_vi}",
            f"Merged with {en} into the new {en_new} {law_en}",
        )
    return [
        {"unit": unit, "date": FIRST_DAY, "text_vi": vi, "text_en": en, "source": source}
        for unit, (vi, en) in texts.items()
    ]


def _listed(units: list[str], names: dict[str, tuple[str, str]]) -> tuple[str, str]:
    vi, en = zip(*(names[unit] for unit in units), strict=True)
    return (
        " và ".join(filter(None, [", ".join(vi[:-1]), vi[-1]])),
        " and ".join(filter(None, [", ".join(en[:-1]), en[-1]])),
    )
