"""Targets in words: what one asks for, whose it is, where it stands and how fast it would have to move."""

from __future__ import annotations

import math

import pandas as pd

from components.dataset import dataset
from indicators import format as labels
from indicators import goals, progress
from indicators.load import NATION

KINDS = {">=": "at_least", ">": "more_than", "top": "rank", "~": "about", "range": "range", "improve": "improve", "<=": "at_most"}  # fmt: skip
PLACES = 4


def value(name: str, number: float, language: str, level: bool = False) -> str:
    """Return a value of an indicator with its unit; a whole number without empty decimals, the level of a target with no more than it has."""
    data = dataset()
    about = data.about(name)
    if pd.isna(number):
        return ""
    if about["unit"] == "rank":
        return data.say("headline.rank", language, rank=round(number))
    text = labels.number(number, decimals(name, number, level), language)
    return labels.with_unit(text, about["unit"], data.words, language)


def decimals(name: str, number: float, level: bool = False) -> int:
    """Return how many decimals a value is written with: none for a whole one, else as many as it has, a figure at least the catalogue's."""
    own = int(dataset().indicators.at[name, "decimals"])
    if float(number).is_integer():
        return 0
    written = f"{number:.{PLACES}f}".rstrip("0").partition(".")[2]
    return max(0 if level else own, min(len(written), 2))


def asked(row: pd.Series, language: str) -> str:
    """Return what a target asks for: comparator and level with its unit."""
    data, kind = dataset(), KINDS[row["comparator"]]
    ranked = data.indicators.at[row["indicator"], "unit"] == "rank"
    if ranked and kind in ("rank", "improve"):
        return data.say(f"targets.{kind}", language, value=int(row["value"]))
    names = {"value": value(row["indicator"], row["value"], language, level=True)}
    if pd.notna(row["value_high"]):
        names["high"] = value(row["indicator"], row["value_high"], language, level=True)
    return data.say(f"targets.{kind}", language, **names)


def documents(names: str, language: str, short: bool = False) -> str:
    """Return the names of documents, in the language where the table of words has them; short ones for the inside of a picture."""
    data = dataset()
    held = []
    for name in names.split("; "):
        keys = [f"document_short.{name}"] if short else []
        known = [key for key in (*keys, f"document.{name}") if data.words.has(key)]
        held.append(data.say(known[0], language) if known else name)
    return "; ".join(dict.fromkeys(held))


def owner(row: pd.Series, language: str) -> str:
    """Return whose target it is: the nation's, one set for every province, or the name of a unit and whether it still exists."""
    data = dataset()
    if row["scope"] not in data.units.index:
        return data.say(f"scope.{row['scope']}", language)
    return unit_name(row["scope"], language)


def unit_name(unit: str, language: str) -> str:
    """Return a unit's name; one that was merged says so."""
    data = dataset()
    name = data.units.at[unit, f"name_{language}"]
    former = data.units.at[unit, "basis"] not in (NATION, data.basis_now)
    return data.say("targets.former", language, name=name) if former else name


def category(row: pd.Series, language: str, brief: bool = False) -> str:
    """Return the word of a target's category; one that is doubtful or was reached before its date says so, briefly for a narrow place."""
    data = dataset()
    word = data.say(f"progress.{row['category']}", language)
    if row["category"] == progress.REACHED and not row["passed"]:
        word = data.say("progress.reached_ahead", language)
    if not row["doubtful"]:
        return word
    return data.say("targets.doubtful_brief" if brief else "targets.doubtful", language, word=word)


def change(name: str, amount: float, language: str) -> str:
    """Return a change a year, signed, in points of a percentage, places of a rank, or the indicator's own unit."""
    data = dataset()
    unit = data.indicators.at[name, "unit"]
    if unit == "rank":
        key = "targets.places_up" if amount <= 0 else "targets.places_down"
        return data.say(key, language, places=labels.number(abs(amount), 1, language))
    digits = min(2, max(0, 2 - int(math.log10(abs(amount) + 1e-9)))) if amount else 0
    text = labels.number(amount, digits, language, signed=True)
    if unit.startswith("percent"):
        return data.say("targets.points", language, amount=text)
    return labels.with_unit(text, unit, data.words, language)


def paces(row: pd.Series, language: str) -> str:
    """Return "needs +x a year, has made +y": from the newest figure while the date is ahead, over the target's whole span once it is past."""
    data = dataset()
    if row["category"] in (progress.REACHED, progress.NONE) or pd.isna(row["required_pace"]):
        return ""
    names = {"needed": change(row["indicator"], row["required_pace"], language)}
    tense = "was" if row["passed"] else "is"
    if pd.isna(row["pace"]):
        return data.say(f"targets.pace_{tense}_unknown", language, **names)
    names["made"] = change(row["indicator"], row["pace"], language)
    names["since"] = labels.period_label(row["pace_period"], data.words, language)
    return data.say(f"targets.pace_{tense}", language, **names)


def figure(row: pd.Series, language: str) -> str:
    """Return the deciding figure with its period; "" without one."""
    data = dataset()
    if pd.isna(row["actual"]):
        return ""
    period = labels.period_label(row["actual_period"], data.words, language)
    return data.say("targets.figure", language, value=value(row["indicator"], row["actual"], language), period=period)


def sentence(row: pd.Series, language: str) -> str:
    """Return a target in one or two sentences: whose, what, by which document, where it stands, at which pace, what is doubtful."""
    data = dataset()
    parts = [
        data.say(
            "targets.sentence", language, indicator=data.indicators.at[row["indicator"], f"title_{language}"],
            owner=owner(row, language), asked=asked(row, language), year=row["period"],
            documents=documents(row["documents"], language),
        ),
        standing(row, language),
    ]  # fmt: skip
    return " ".join(part for part in parts if part)


def standing(row: pd.Series, language: str) -> str:
    """Return where a target stands: category, deciding figure, pace, and what the reader has to know."""
    data = dataset()
    held = figure(row, language)
    words = category(row, language)
    parts = [
        data.say("targets.stands", language, category=words, figure=held) if held else f"{words}.",
        paces(row, language),
    ]
    for known in (row["reason"], "doubt" if row["doubtful"] else ""):
        key = f"targets.because_{known}"
        if known and data.words.has(key):
            parts.append(data.say(key, language))
    return " ".join(part for part in parts if part)


def counted(frame: pd.DataFrame, language: str) -> str:
    """Return the sentence "n of m targets reached, k on track, …" of judged targets, as Markdown."""
    data, counts = dataset(), goals.tally(frame)
    parts = [
        data.say(f"targets.count_{name}", language, count=count)
        for name, count in counts.items() if count and name not in (progress.REACHED, progress.NONE)
    ]  # fmt: skip
    words = data.say("targets.count_reached", language, count=counts[progress.REACHED], total=len(frame))
    if parts:
        words = data.say("targets.count_head", language, head=words, rest=", ".join(parts))
    if not counts[progress.NONE]:
        return data.say("targets.count_end", language, words=words)
    return data.say("targets.count_none", language, words=words, count=counts[progress.NONE])


def notes(row: pd.Series, language: str) -> list[str]:
    """Return the remarks of the tables on a target, on the deciding figure, and on what is compared with what."""
    pair = progress.pair_of(dataset(), row["indicator"])
    held = [row[f"target_notes_{language}"], row[f"actual_note_{language}"]]
    if pair is not None:
        held.append(pair[f"note_{language}"])
    return [note for note in dict.fromkeys(held) if note]


def worded(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return judged targets with their words: owner_name, title, year, asked, word, hover, documents in the language, word and documents briefly too."""
    data = dataset()
    rows = [row for _, row in frame.iterrows()]
    return frame.assign(
        owner_name=[owner(row, language) for row in rows],
        title=[data.indicators.at[row["indicator"], f"title_{language}"] for row in rows],
        year=frame["period"], asked=[asked(row, language) for row in rows],
        word=[category(row, language) for row in rows],
        word_brief=[category(row, language, brief=True) for row in rows],
        hover=[sentence(row, language) for row in rows],
        documents=[documents(names, language) for names in frame["documents"]],
        documents_brief=[documents(names, language, short=True) for names in frame["documents"]],
    )  # fmt: skip
