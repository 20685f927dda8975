"""Figures that are published for one unit alone: as cards on the page, as a list in a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

import pandas as pd

from components import inventory
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from components.province_figures import title
from indicators import format as labels
from indicators import profile
from indicators.selection import Selection

COLUMNS = ("indicator", "title", "label", "value", "numerator", "denominator", "period", "counts", "status", "source")
OWN = "local-"
# Units of measure whose figures are names of a year or of a place in order, not amounts.
NAMED = ("year", "ordinal")
PERCENT = "percent"


@lru_cache(maxsize=2)
def _spec(is_dark: bool) -> dict:
    return inventory.inventory(is_dark)


def value_words(row: dict, language: str) -> str:
    """Return one figure with its unit: "nearly" where only an upper bound was stated, a year as a year."""
    data = dataset()
    value, measure = row["value"], row["measure"]
    if pd.isna(value):
        return data.say("province.local_rank", language, rank=f"{row['rank']:.0f}") if pd.notna(row["rank"]) else ""
    if measure in NAMED:
        return data.say(f"province.local_{measure}", language, value=f"{value:.0f}")
    digits = 0 if float(value).is_integer() else int(row["decimals"])
    unit = measure if measure.startswith(PERCENT) else ""
    text = labels.with_unit(labels.number(value, digits, language), unit, data.words, language)
    if pd.notna(row["value_high"]):
        return data.say("province.local_nearly", language, value=text)
    return text


def unit_words(row: dict, language: str) -> str:
    """Return what stands after a figure's number: of how many, and the unit; "" where the number says it (a share, a year)."""
    data = dataset()
    if pd.isna(row["value"]):
        return ""
    plain = row["measure"] in NAMED or row["measure"].startswith(PERCENT)
    unit = "" if plain else data.say(f"unit.{row['measure']}", language)
    if pd.isna(row["denominator"]) or pd.isna(row["numerator"]):
        return unit
    return data.say(
        "province.of_whole", language, whole=labels.number(row["denominator"], 0, language), unit=unit
    ).rstrip()


def counts_words(row: dict, language: str) -> str:
    """Return what a figure counts: its definition without title, place and year, which the page says, and what to know of it."""
    data = dataset()
    place = data.say(
        "province.local_of", language, name=data.units.at[row["unit"], f"name_{language}"],
        period=labels.period_label(row["period"], data.words, language),
    )  # fmt: skip
    about = row[f"definition_{language}"].removeprefix(row[f"title_{language}"]).lstrip(": ").replace(place, "")
    return " ".join(part for part in (about[:1].upper() + about[1:], row[f"note_{language}"]) if part)


def part_of(row: dict) -> float:
    """Return the share of a whole (0 to 1) that a figure states; missing where it states none."""
    if pd.notna(row["denominator"]) and pd.notna(row["numerator"]) and row["denominator"]:
        return float(row["numerator"] / row["denominator"])
    return float(row["value"] / 100) if row["measure"].startswith(PERCENT) else float("nan")


def held_of(chosen: Selection, groups: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Return the figures of a unit, all or of some groups, with their words: columns COLUMNS, group, part, bound, line."""
    data, language = dataset(), chosen.language
    rows = profile.own_figures(data, chosen.unit).drop(columns=["title"], errors="ignore")
    if groups is not None:
        rows = rows[rows["group"].isin(groups)]
    records = rows.to_dict("records")
    frame = rows.reset_index(drop=True).assign(
        line=range(len(rows)), title=[row[f"title_{language}"] for row in records], amount=[value_words(row, language) for row in records],
        measured=[unit_words(row, language) for row in records],
        counts=[counts_words(row, language) for row in records], part=[part_of(row) for row in records],
    )  # fmt: skip
    label = [f"{amount} {unit}".rstrip() for amount, unit in zip(frame["amount"], frame["measured"], strict=True)]
    return frame.assign(bound=frame["value_high"].notna(), label=label)


def groups_of(chosen: Selection) -> dict[str, int]:
    """Return the groups of a unit's figures with their counts, the largest first, those without a group last."""
    counts = profile.own_figures(dataset(), chosen.unit)["group"].value_counts(sort=True)
    return {
        **{name: int(count) for name, count in counts.items() if name},
        **({"": int(counts[""])} if "" in counts else {}),
    }


def group_words(group: str, language: str) -> str:
    """Return the name of a group of local figures."""
    return dataset().say(f"group.{group}" if group else "province.other_group", language)


def local_figure(chosen: Selection, figure_id: str, name: str, groups: tuple[str, ...] | None) -> Figure:
    """Return the list of a unit's own figures, all or of some groups."""
    data, language = dataset(), chosen.language
    frame = held_of(chosen, groups)
    under = data.say(
        "province.own_count" if len(frame) else "province.own_nothing",
        language,
        count=len(frame),
        name=data.units.at[chosen.unit, f"name_{language}"],
    )
    said = [f"{row.title}: {row.label}." for row in frame.itertuples()][:3]
    return Figure(
        id=figure_id, title=name, subtitle=under, alt=" ".join([f"{name}. {under}", *said]), frame=frame,
        columns={column: data.say(f"column.{column}", language) for column in COLUMNS}, spec=_spec(dark()),
        selection=chosen.but(indicator=""), sources=tuple(frame["source"].value_counts().index), basis=chosen.basis,
        height=max(60, inventory.ROW * len(frame)),
    )  # fmt: skip


@kept
def own_figure(chosen: Selection) -> Figure:
    """Return the list of all figures that are published for the unit alone."""
    return local_figure(chosen, "local", title(chosen, "province.own_title"), None)


def group_figure(group: str, chosen: Selection) -> Figure:
    """Return the list of the unit's own figures of one group."""
    name = title(chosen, "province.topic_title", topic=group_words(group, chosen.language))
    return local_figure(chosen, f"{OWN}{group}", name, (group,))


def family() -> dict[str, Callable[[Selection], Figure]]:
    """Return the builders of the figures of one group, by id."""
    named = [name for name in dataset().indicators["group"].drop_duplicates() if name]
    return {f"{OWN}{name}": partial(group_figure, name) for name in named}


FIGURES = {"local": own_figure}
