"""Reads the folder of published figures and our own lists of words."""

import csv
import re
import unicodedata
from pathlib import Path

WORDS = Path(__file__).parent.parent / "intake_words"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of one source table as dictionaries of text."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            {key: unicodedata.normalize("NFC", value).strip() for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def words(name: str) -> list[list[str]]:
    """Return the rows of one of our word lists, fields parted by a bar."""
    text = (WORDS / f"{name}.psv").read_text(encoding="utf-8")
    return [unicodedata.normalize("NFC", line).split("|") for line in text.splitlines() if line.strip()]


def table(name: str) -> dict[str, list[str]]:
    """Return a word list keyed by its first field."""
    return {row[0]: row[1:] for row in words(name)}


def slug(text: str) -> str:
    """Return the text in plain ASCII, words joined by hyphens."""
    text = text.replace("đ", "d").replace("Đ", "D")
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def period(text: str) -> str:
    """Return a period in the project's form; seven months of a year become a span."""
    months = re.fullmatch(r"(\d{4})-(\d{2}) \(\d+ months\)", text)
    return f"{months[1]}-01/{months[1]}-{months[2]}" if months else text


def value_parts(text: str) -> dict[str, str]:
    """Return value, value_low and value_high of a printed figure, a range or a bound."""
    parts = {"value": "", "value_low": "", "value_high": ""}
    if span := re.fullmatch(r"([\d.]+)-([\d.]+)", text):
        return parts | {"value_low": span[1], "value_high": span[2]}
    if bound := re.fullmatch(r"([<>])([\d.]+)", text):
        return parts | {"value_high" if bound[1] == "<" else "value_low": bound[2]}
    if text:
        float(text)
    return parts | {"value": text}
