"""Editions of an indicator, weights, points of the index, themes of the national day."""

from pathlib import Path

from intake_parts.names import MEASURES
from intake_parts.notes import Notes
from intake_parts.reading import rows, slug, words
from intake_parts.register import Register

# 2020: the ministry's own groups; 2024: round steps around the mean.
BREAKS = {("dti", "1726-2020"): "0.25|0.325|0.4", ("dti", "405-2024"): "0.6|0.65|0.7|0.75"}
EDITIONS = {
    "922/QĐ-BTTTT (2022-05-20)": "922-2022",
    "405/QĐ-BKHCN (2025-04-03)": "405-2024",
    "1726/QĐ-BTTTT (2020-10-12)": "1726-2020",
}
POINTS_URL = "http://eballsviet.com/bo-chi-so-danh-gia-chuyen-doi-so-cap-tinh-59970"
CUT_URL = "https://ngaynay.vn/viet-nam-tang-15-bac-trong-bang-xep-hang-chinh-phu-dien-tu-post165605.html"
FIRST_URL = (
    "https://en.dangcongsan.vn/bac-ninh-province-integration-and-development/"
    "bac-ninh-s-provincial-digital-transformation-index-ranked-third-nationwide-585850.html"
)
TABLE_URL = "https://github.com/Tuan04-D/opendx/blob/57fc1f7/backend/backend/app/data_collector/dti_from_web.ipynb"
DOCUMENTS = {"1726-2020": FIRST_URL, "922-2021": POINTS_URL, "922-2022": POINTS_URL, "405-2024": CUT_URL}
MEANS = ["dti_province_mean", "dti_ministry_mean_with_services", "dti_ministry_mean_without_services"]
PILLARS = {
    "all": "all",
    "nền tảng chung (foundation)": "foundation",
    "chính quyền số (government)": "government",
    "chính phủ số (government)": "government",
    "kinh tế số (economy)": "economy",
    "xã hội số (society)": "society",
    "in each of 3 pillars": "each",
}
INDICES = {
    "TOTAL": "total",
    "Digital awareness": "dti_awareness",
    "Digital institutions": "dti_institution",
    "Digital infrastructure": "dti_infrastructure",
    "Digital workforce": "dti_workforce",
    "Network information security": "dti_security",
    "Digital government activities": "dti_government_activity",
    "Digital economy activities": "dti_economy_activity",
    "Digital society activities": "dti_society_activity",
}


def editions(sources: Register) -> list[dict[str, str]]:
    """Return the spans of periods in which an indicator keeps one method."""
    out = []
    for name, edition, first, last, vi, en, note_vi, note_en in words("editions"):
        known = [*MEASURES.values(), *MEANS] if name == "dti_*" else [name]
        source = sources.add(DOCUMENTS.get(edition, ""))
        out += [
            {
                "indicator": one,
                "edition": edition,
                "first_period": first,
                "last_period": last,
                "title_vi": vi,
                "title_en": en,
                "source": source,
                "note_vi": note_vi,
                "note_en": note_en,
                "breaks": BREAKS.get((one, edition), ""),
            }
            for one in known
        ]
    return sorted(out, key=lambda row: (row["indicator"], row["first_period"]))


def weights(sources: Register) -> list[dict[str, str]]:
    """Return the weight of each index in each composite, by edition."""
    urls = {"922-2022": POINTS_URL, "405-2024": TABLE_URL, "1726-2020": FIRST_URL}
    keys = ("indicator", "edition", "index", "weight", "status", "note_vi", "note_en")
    return [dict(zip(keys, row, strict=True)) | {"source": sources.add(urls[row[1]])} for row in words("weights")]


def method(folder: Path, sources: Register, notes: Notes) -> list[dict[str, str]]:
    """Return the points and component counts of the index by edition."""
    out = []
    for row in rows(folder, "dti_method"):
        index = INDICES.get(row["index_en"]) or slug(row["index_en"]).replace("-", "_")
        if row["level"] == "province" and index in ("digital_government", "digital_economy", "digital_society"):
            index = f"dti_{index.removeprefix('digital_')}_activity"
        out.append(
            {
                "edition": EDITIONS[row["edition"]],
                "level": row["level"],
                "index": index,
                "title_vi": row["index_vi"].capitalize() if row["index_vi"].isupper() else row["index_vi"],
                "title_en": row["index_en"].capitalize() if row["index_en"].isupper() else row["index_en"],
                "pillar": PILLARS[row["pillar"]],
                "max_points": row["max_points"],
                "component_count": row["component_count"],
                "source": sources.add(row["source_url"]),
            }
            | notes.say(row["flag"])
        )
    return out


def days(folder: Path, sources: Register, notes: Notes) -> list[dict[str, str]]:
    """Return the theme of the National Digital Transformation Day by year; blank where none was found."""
    return [
        {
            "year": row["year"],
            "theme_vi": row["theme_vi"],
            "theme_en": row["theme_en"],
            "source": sources.add(row["source_url"]),
        }
        | notes.say(row["flag"])
        for row in rows(folder, "day_themes")
    ]
