"""Observations: the index, other provincial figures, the nation, the 44 figures of Bắc Kạn."""

from collections import Counter
from pathlib import Path

from intake_parts.names import MEASURES, MOVED, NATIONAL, RENAMED
from intake_parts.notes import Notes
from intake_parts.reading import period, rows, table, value_parts
from intake_parts.register import Register

ORDER = ["official", "government_page", "secondary_copy", "press", "computed", "unverified"]
BLANK = dict.fromkeys(
    [
        "indicator",
        "unit",
        "period",
        "source",
        "value",
        "value_low",
        "value_high",
        "rank",
        "rank_status",
        "rank_source",
        "numerator",
        "denominator",
        "status",
        "preferred",
        "note_vi",
        "note_en",
    ],
    "",
)
RESOLUTION_COPY = "https://github.com/tranngocminhhieu/vietnamadminunits"
RESOLUTION_FILE = "780c2798 data/raw/sapnhap.bando.com.vn_province_2025-07-17.csv"
RESOLUTION_TITLE = "Dân số và diện tích 34 tỉnh, thành phố theo Nghị quyết 202/2025/QH15, bản sao công khai"


class Figures:
    """Gathers observations and remembers what became of every row."""

    def __init__(self, folder: Path, sources: Register, notes: Notes, areas: list[dict[str, str]]) -> None:
        """Keep the register, the notes and the names of the units of each basis."""
        self.folder, self.sources, self.notes = folder, sources, notes
        self.named = {(row["basis"], row["name_vi"]): row["unit"] for row in areas}
        self.units = table("unit_map")
        self.rows: list[dict[str, str]] = []
        self.own: dict[tuple[str, str, str, str], str] = {}
        self.seen: Counter[str] = Counter()
        self.unit_of: dict[str, Counter[str]] = {}
        self.merged: list[str] = []

    def index(self) -> None:
        """Take the index by province; a row may hold a value, a rank, or both from two pages."""
        for row in rows(self.folder, "dti_province"):
            if self.named[row["basis"], row["name_vi"]] != f"{row['basis']}-{row['unit_code']}":
                raise SystemExit(f"code and name disagree: {row}")
            value_source = self.sources.add(row["value_source_url"], status=row["value_status"])
            rank_source = self.sources.add(row["rank_source_url"], status=row["rank_status"])
            self._add(
                "dti_province",
                {
                    "indicator": MEASURES[row["measure"]],
                    "unit": f"{row['basis']}-{row['unit_code']}",
                    "period": row["year"],
                    "source": value_source or rank_source,
                    "value": row["value"],
                    "rank": row["rank"],
                    "rank_status": row["rank_status"],
                    "rank_source": rank_source,
                    "status": row["value_status"] or row["rank_status"],
                }
                | self.notes.say(row["note"], self._rank_remark(row)),
            )
            self._unit(MEASURES[row["measure"]], "index")

    def _rank_remark(self, row: dict[str, str]) -> str:
        key = (row["name_vi"], row["year"], row["measure"])
        return {
            ("Yên Bái", "2020", "dti"): "yen bai 2020",
            ("Thanh Hóa", "2021", "dti"): "shared 2021",
            ("Vĩnh Phúc", "2021", "dti"): "shared 2021",
            ("Thái Nguyên", "2022", "infrastructure"): "tie 2022",
            ("Phú Thọ", "2022", "infrastructure"): "tie 2022",
        }.get(key, "")

    def provinces(self) -> list[dict[str, str]]:
        """Take the other provincial figures; return the rows that are targets."""
        goals = []
        for row in rows(self.folder, "province_indicators"):
            unit = self.named[row["level_units"], row["province_vi"]]
            source = self.sources.add(
                row["source_url"], row["source_title"], row["source_date"], row["source_detail"], row["status"]
            )
            if row["indicator"].startswith("target_"):
                self.seen["province_indicators: targets"] += 1
                goals.append(row | {"unit_id": unit, "source": source})
                continue
            ranked = {"rank_status": row["status"], "rank_source": source} if row["rank"] else {}
            self._add(
                "province_indicators",
                {
                    "indicator": row["indicator"],
                    "unit": unit,
                    "period": period(row["year"]),
                    "source": source,
                    "rank": row["rank"],
                    "status": row["status"],
                }
                | value_parts(row["value"])
                | ranked
                | self.notes.say(row["flag"]),
            )
            self._unit(row["indicator"], self.units[row["unit"]][0])
        return goals

    def nation(self) -> None:
        """Take the national figures of both tables; the same figure from the same page is one row."""
        for row in rows(self.folder, "actuals_national"):
            if row["indicator"] in MOVED:
                self._check_moved(row)
                continue
            indicator = RENAMED.get(row["indicator"], row["indicator"])
            source = self.sources.add(
                row["source_url"], date=row["source_date"], detail=row["source_detail"], status=row["status"]
            )
            odd = {"% of phone users": "per phone users", "% of adults": "per adults", "% of people": "per people"}
            remark = (
                odd.get(row["unit"], "")
                if indicator in ("smartphone_subscriber_share", "payment_accounts_15plus")
                else ""
            )
            self._add(
                "actuals_national",
                {
                    "indicator": indicator,
                    "unit": "VN",
                    "period": period(row["year_or_date"]),
                    "source": source,
                    "status": row["status"],
                }
                | value_parts(row["value"])
                | self.notes.say(row["flag"], remark),
                row["preferred"],
            )
            self._unit(indicator, self.units[row["unit"]][0])
        for row in rows(self.folder, "dti_national"):
            source = self.sources.add(row["source_url"], date=row["source_date"], status=row["status"])
            claim = "no" if row["flag"].startswith("CONFLICT") else ""
            self._add(
                "dti_national",
                {
                    "indicator": NATIONAL[row["entity"], row["measure"]],
                    "unit": "VN",
                    "period": row["year"],
                    "source": source,
                    "status": row["status"],
                }
                | value_parts(row["value"])
                | self.notes.say(row["flag"]),
                claim,
            )
            self._unit(NATIONAL[row["entity"], row["measure"]], "index")

    def _check_moved(self, row: dict[str, str]) -> None:
        held = [
            old
            for old in self.rows
            if (old["indicator"], old["unit"], old["period"]) == ("dti", MOVED[row["indicator"]], row["year_or_date"])
        ]
        if [old["rank"] for old in held] != [row["value"]]:
            raise SystemExit(f"a rank that is not in dti_province: {row}")
        self.seen["actuals_national: already a provincial rank"] += 1
        self.merged.append(f"{row['indicator']} {row['year_or_date']} = {row['value']}")

    def registered(self) -> None:
        """Take the population that the Resolution states for the 34, which is not the statistics office's."""
        source = self.sources.add(RESOLUTION_COPY, RESOLUTION_TITLE, "2025-07-17", RESOLUTION_FILE, "secondary_copy")
        for row in rows(self.folder, "provinces_34"):
            figure = {
                "indicator": "population_resolution",
                "unit": f"34-{row['gso_code']}",
                "period": "2025",
                "source": source,
                "status": "secondary_copy",
                "value": f"{int(row['population']) / 1000:.3f}",
            }
            self._add("provinces_34: population", figure | self.notes.say(row["population_basis"]))
            self._unit("population_resolution", "persons_thousand")

    def local(self) -> None:
        """Take the 44 figures of Bắc Kạn for 2023."""
        for row in rows(self.folder, "backan_2023"):
            source = self.sources.add(row["source"])
            self._add(
                "backan_2023",
                {
                    "indicator": f"local_{row['id']}",
                    "unit": "63-06",
                    "period": "2023",
                    "source": source,
                    "numerator": row["numerator"],
                    "denominator": row["denominator"],
                    "status": "press",
                }
                | value_parts(row["value"])
                | self._bounds(row)
                | self.notes.say(row["flag"]),
            )

    def _bounds(self, row: dict[str, str]) -> dict[str, str]:
        # "nearly 800" and "nearly 85 %" say only that the figure is not above the printed one
        return {"value_high": row["value"]} if "upper bound" in row["flag"] else {}

    def _unit(self, indicator: str, unit: str) -> None:
        self.unit_of.setdefault(indicator, Counter())[unit] += 1

    def _add(self, origin: str, row: dict[str, str], claim: str = "") -> None:
        key = (row["indicator"], row["unit"], row["period"], row["source"])
        if key in self.own:
            old = next(r for r in self.rows if (r["indicator"], r["unit"], r["period"], r["source"]) == key)
            if old["value"] != row.get("value"):
                raise SystemExit(f"one page, two values: {key}")
            self.seen[f"{origin}: same figure of the same page"] += 1
            self.merged.append(" ".join(key[:3]) + f" = {old['value']}")
            return
        self.own[key] = claim
        self.seen[f"{origin}: taken"] += 1
        self.rows.append(BLANK | row)

    def table(self) -> list[dict[str, str]]:
        """Return all observations, exactly one preferred for an indicator, unit and period."""
        groups: dict[tuple[str, ...], list[dict[str, str]]] = {}
        for row in self.rows:
            groups.setdefault((row["indicator"], row["unit"], row["period"]), []).append(row)
        for group in groups.values():
            for row in group:
                row["preferred"] = "no"
            min(group, key=self._precedence)["preferred"] = "yes"
        return sorted(
            self.rows, key=lambda row: tuple(row[key] for key in ("indicator", "unit", "period", "preferred", "source"))
        )

    def _precedence(self, row: dict[str, str]) -> tuple[int, bool, int]:
        # the choice made where the figures were gathered goes first; it left out known misprints
        claim = self.own[row["indicator"], row["unit"], row["period"], row["source"]]
        empty = not (row["value"] or row["value_low"] or row["value_high"])
        return {"yes": 0, "": 1, "no": 2}[claim], empty, ORDER.index(row["status"])
