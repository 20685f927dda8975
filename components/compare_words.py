"""The words of the comparison: names, points, breaks of method, refusals."""

from __future__ import annotations

import pandas as pd

from components import merger_words, rank_firmness
from components.dataset import dataset
from components.map_figures import basis_words
from components.province_figures import value_text
from indicators import comparing, merging, periods, views
from indicators import format as labels
from indicators.selection import Selection


def names(units: tuple[str, ...], language: str) -> str:
    """Return the names of units in one line."""
    return ", ".join(dataset().units.at[unit, f"name_{language}"] for unit in units)


def period_words(period: str, language: str) -> str:
    """Return a period in words."""
    return labels.period_label(period, dataset().words, language)


def columns(wanted: tuple[str, ...], language: str) -> dict[str, str]:
    """Return the columns of a table and file with their titles: the atlas's own words, else those of the comparison."""
    data = dataset()
    keys = {name: f"column.{name}" if data.words.has(f"column.{name}") else f"compare.column.{name}" for name in wanted}
    return {name: data.say(key, language) for name, key in keys.items()}


def subtitle(chosen: Selection) -> str:
    """Return unit of measure and basis of a picture."""
    data, language = dataset(), chosen.language
    unit = data.say(f"unit.{data.indicators.at[chosen.indicator, 'unit']}", language)
    return data.say("figure.subtitle", language, unit=unit, basis=basis_words(chosen.basis, language))


def mean_name(chosen: Selection) -> str:
    """Return the name of the mean of all units of the basis."""
    return dataset().say("compare.mean", chosen.language, count=len(dataset().units_of(chosen.basis)))


def point(row, chosen: Selection) -> str:
    """Return what one point of a line says: name, period, value, rank, kind of source."""
    data, language = dataset(), chosen.language
    text = data.say(
        "compare.point", language, name=row.name, period=period_words(row.period, language),
        label=value_text(chosen.indicator, row.value, language, row.status), status=data.say(f"status.{row.status}", language),
    )  # fmt: skip
    if pd.isna(row.rank):
        return text
    return firm(data.say("compare.ranked", language, text=text, rank=row.rank, of=row.rank_of), row, row.period, chosen)


def firm(text: str, row, period: str, chosen: Selection, between: str = " ") -> str:
    """Return the words of a unit's rank in a period with its interval."""
    return rank_firmness.beside(text, chosen.indicator, row.unit, period, chosen.language, between)


def end(row, chosen: Selection) -> str:
    """Return what stands below the name at the end of a line: value, rank and the rank's interval, on one line."""
    label = value_text(chosen.indicator, row.value, chosen.language, row.status)
    if pd.isna(row.rank):
        return label
    text = dataset().say("compare.end", chosen.language, label=label, rank=row.rank, of=row.rank_of)
    return firm(text, row, row.period, chosen)


def standing(chosen: Selection, units: tuple[str, ...]) -> str:
    """Return one sentence: who of the compared units stands best and worst in the period, and by how much; "" without values."""
    data, language = dataset(), chosen.language
    held = comparing.standing(data, chosen.indicator, chosen.basis, chosen.period, units)
    if held.empty:
        return ""
    first, last = held.iloc[0], held.iloc[-1]
    texts = [value_text(chosen.indicator, row["value"], language, row["status"]) for row in (first, last)]
    gap = value_text(chosen.indicator, abs(first["value"] - last["value"]), language)
    return data.say(
        "compare.standing" if len(held) > 1 else "compare.standing_one", language, period=period_words(chosen.period, language),
        first=first[f"name_{language}"], first_label=texts[0], last=last[f"name_{language}"], last_label=texts[1], gap=gap,
    )  # fmt: skip


def edition_title(chosen: Selection, period: str) -> str:
    """Return the name of the method that made a period."""
    data = dataset()
    rows = data.tables["editions"]
    own = rows["edition"] == views.edition_of(data, chosen.indicator, period)
    found = rows.loc[own & (rows["indicator"] == chosen.indicator), f"title_{chosen.language}"]
    return found.iloc[0] if len(found) else ""


def breaks(chosen: Selection, held: tuple[str, ...]) -> pd.DataFrame:
    """Return where the method changed between periods: position between them, text, hover and note (both methods named)."""
    data, language = dataset(), chosen.language
    rows = []
    for one, other in comparing.method_changes(data, chosen.indicator, held):
        note = data.say(
            "compare.break", language, earlier=period_words(one, language), later=period_words(other, language),
            before=edition_title(chosen, one), after=edition_title(chosen, other),
        )  # fmt: skip
        place = (periods.position(one) + periods.position(other)) / 2
        text = data.say("compare.break_short", language).replace("|", "\n")
        rows.append({"position": place, "text": text, "hover": note, "note": note})
    return pd.DataFrame(rows, columns=["position", "text", "hover", "note"]).assign(crowded=len(rows) > 1)


def without_value(chosen: Selection, units: tuple[str, ...], held: set[str]) -> list[str]:
    """Return a sentence that names the compared units without any value; nothing where all have one."""
    lacking = tuple(unit for unit in units if unit not in held)
    return [dataset().say("compare.without", chosen.language, names=names(lacking, chosen.language))] if lacking else []


def without_both(chosen: Selection, units: tuple[str, ...], held: set[str]) -> list[str]:
    """Return a sentence that names the compared units that lack one of two periods; nothing where none does."""
    lacking = tuple(unit for unit in units if unit not in held)
    return (
        [dataset().say("compare.without_both", chosen.language, names=names(lacking, chosen.language))]
        if lacking
        else []
    )


def two_periods(chosen: Selection) -> tuple[str, str]:
    """Return the earlier and the later period of a comparison, in order of time; "" where there is no earlier one."""
    later = chosen.period
    earlier = chosen.earlier or comparing.earlier_of(dataset(), chosen.indicator, chosen.basis, later)
    if not earlier or earlier == later:
        held = dataset().periods_of(chosen.indicator, chosen.basis)
        earlier = comparing.earlier_of(dataset(), chosen.indicator, chosen.basis, later)
        if not earlier and len(held) > 1:
            return later, held[1]
        return earlier, later
    first, last = periods.ordered((earlier, later))
    return first, last


def refusal(chosen: Selection, earlier: str, later: str) -> list[str]:
    """Return why values of two periods are not compared, and which pairs of periods may be."""
    data, language = dataset(), chosen.language
    if not earlier:
        return [data.say("compare.one_period", language, period=period_words(later, language))]
    said = [
        data.say(
            "compare.refused", language, earlier=period_words(earlier, language), later=period_words(later, language),
            before=edition_title(chosen, earlier), after=edition_title(chosen, later),
        )
    ]  # fmt: skip
    able = [f"{one}\u2013{other}" for one, other in comparing.pairs(data, chosen.indicator, chosen.basis)]
    return [*said, data.say("compare.able", language, pairs=", ".join(able))] if able else said


def side(row, which: str, chosen: Selection, ranks: bool) -> str:
    """Return the label of one end of a dumbbell: a rank, its interval on a line of its own, or a value."""
    if ranks:
        text = dataset().say("compare.rank", chosen.language, rank=getattr(row, f"rank_{which}"))
        text = merger_words.signed(text, getattr(row, f"status_{which}") == merging.DERIVED, chosen.language)
        return firm(text, row, getattr(row, f"period_{which}"), chosen, "\n")
    return value_text(chosen.indicator, getattr(row, which), chosen.language, getattr(row, f"status_{which}"))


def change(row, chosen: Selection, ranks: bool) -> str:
    """Return the label of a move: places or difference, with its sign."""
    data, language = dataset(), chosen.language
    if ranks:
        return data.say("compare.places", language, move=labels.number(float(row.move), 0, language, signed=True))
    return labels.number(row.change, int(data.indicators.at[chosen.indicator, "decimals"]), language, signed=True)


def two_sentence(row, chosen: Selection) -> str:
    """Return what one row of a dumbbell says."""
    earlier, later = (period_words(period, chosen.language) for period in (row.period_earlier, row.period_later))
    return dataset().say(
        "compare.two", chosen.language, name=row.name, earlier=earlier, later=later, change=row.change_label,
        earlier_label=row.earlier_label.replace("\n", " "), later_label=row.later_label.replace("\n", " "),
    )  # fmt: skip


def rank_point(row, chosen: Selection) -> str:
    """Return what one mark of the bump chart says."""
    key = "compare.rank_tied" if row.tied else "compare.rank_point"
    period = period_words(row.period, chosen.language)
    text = dataset().say(key, chosen.language, name=row.name, period=period, rank=row.rank, of=row.rank_of)
    return firm(merger_words.signed(text, row.derived, chosen.language), row, row.period, chosen)


def rank_notes(chosen: Selection, frame: pd.DataFrame, units: tuple[str, ...]) -> list[str]:
    """Return what must be known of ranks: none at all, periods with few, ties, one basis."""
    data, language = dataset(), chosen.language
    if frame.empty:
        return [data.say("compare.no_ranks", language)]
    notes, whole = [], len(data.units_of(chosen.basis))
    for period, count in frame.groupby("period")["unit"].size().items():
        if count < whole:
            shown = period_words(str(period), language)
            notes.append(data.say("compare.few_ranks", language, period=shown, count=count, of=whole))
    if frame["tied"].any():
        notes.append(data.say("compare.ties", language))
    return [*notes, *without_value(chosen, units, set(frame["unit"]))]
