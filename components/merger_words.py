"""What is said of values derived across a change of boundaries: the rule, its weights, how far it is from what was published."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from components.dataset import dataset
from indicators import bases, boundaries, bridge, merging, origin
from indicators import format as labels
from indicators.selection import Selection

MOST_NAMED = 4
STATUS = "status"
PLACE = ["indicator", "unit", "period"]


def derived_rows(frame: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """Return indicator, unit and period of every derived value of a drawn frame; a mean of such has no unit.

    A column `status`, or `status_NAME` with `indicator_NAME` and `period_NAME` beside it, says what a value is; where the
    frame does not say of which indicator or period a value is, it is the chosen one's.
    """
    blocks = placed(frame, chosen).values()
    found = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=PLACE)
    return found.drop_duplicates().reset_index(drop=True)


def placed(frame: pd.DataFrame, chosen: Selection) -> dict[str, pd.DataFrame]:
    """Return of each column of status, by what follows the word status in its name, the places of its derived values with their rows' index."""
    blocks = {}
    for column in [name for name in frame.columns if str(name).split("_")[0] == STATUS]:
        rows = frame[frame[column].isin(merging.MADE)]
        tail = column.removeprefix(STATUS)
        given = {"indicator": chosen.indicator, "unit": chosen.unit, "period": chosen.period}
        for name in PLACE:
            held = next((one for one in (name + tail, name) if one in rows), None)
            given[name] = rows[held] if held else given[name]
        blocks[tail] = pd.DataFrame(given, index=rows.index)
    return blocks


def with_origin(frame: pd.DataFrame, drawn: pd.DataFrame, basis: str, chosen: Selection) -> pd.DataFrame:
    """Return columns of a drawn frame for a file, with rule, parts and weights of its derived values where it holds any."""
    if merging.parts(dataset(), basis) is None:
        return frame
    frame, drawn = frame.reset_index(drop=True), drawn.reset_index(drop=True)
    for tail, places in placed(drawn, chosen).items():
        if len(places):
            cells = origin.columns(dataset(), places, basis).reindex(drawn.index).fillna("")
            frame = frame.assign(**{f"{name}{tail}": cells[name] for name in origin.COLUMNS})
    return frame


def notes(frame: pd.DataFrame, basis: str, chosen: Selection) -> tuple[str, ...]:
    """Return the sentences owed to a picture with derived values: mark, rules with their bridge, gaps, ranks; empty without any."""
    rows = derived_rows(frame, chosen)
    if rows.empty or merging.parts(dataset(), basis) is None:
        return ()
    said = [dataset().say("merger.mark", chosen.language), *rules(rows, basis, chosen.language)]
    pairs = rows[["indicator", "period"]].drop_duplicates()
    if len(pairs) == 1:
        said += gaps(*pairs.iloc[0], basis, chosen.language)
    if "rank" in frame and frame["rank"].notna().any():
        said.append(rank_note(basis, chosen.language))
    return tuple(part for part in said if part)


def rules(rows: pd.DataFrame, basis: str, language: str) -> list[str]:
    """Return one sentence a rule: how its indicators are merged, with which weights, and how well that is verified."""
    by_words: dict[str, list[str]] = {}
    for indicator, block in rows.groupby("indicator", sort=False):
        words = rule_words(str(indicator), basis, block["period"].unique(), language)
        by_words.setdefault(words, []).append(dataset().indicators.at[indicator, f"short_{language}"])
    if len(by_words) == 1:
        return [dataset().say("merger.rule", language, words=next(iter(by_words)))]
    return [dataset().say("merger.rule_of", language, names=listed(names, language), words=words) for words, names in by_words.items()]  # fmt: skip


def rule_words(indicator: str, basis: str, periods: Iterable[str], language: str) -> str:
    """Return an indicator's rule in words with the period of its weights and its bridge."""
    data = dataset()
    rule = merging.rule_of(data, indicator)
    held = data.indicators.at[indicator, "weight"].split("/")
    named = [within(data.indicators.at[name, f"short_{language}"]) for name in held if name]
    words = data.say(
        f"merger.{rule}", language, weight=named[0] if named else "", top=named[0] if named else "",
        bottom=named[-1] if named else "", at=weight_period(indicator, basis, periods, language),
    )  # fmt: skip
    least = merging.least_share(data, indicator)
    if least < merging.WHOLE:
        words += data.say("merger.least", language, share=labels.number(100 * least, 0, language))
    return data.say("merger.with_bridge", language, rule=words, bridge=bridge_words(indicator, basis, language))


def within(name: str) -> str:
    """Return a name as it stands inside a sentence: its first letter small, unless it is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def weight_period(indicator: str, basis: str, periods: Iterable[str], language: str) -> str:
    """Return of which period the weights are: the same as the values', or for each other period which one was used."""
    data = dataset()
    others = []
    for period in periods:
        used = merging.ruled(data, indicator, basis, period)["weight_period"]
        if len(used) and used.iloc[0] != period:
            given, at = (labels.period_label(name, data.words, language) for name in (period, used.iloc[0]))
            others.append(data.say("merger.at_nearest", language, period=given, at=at))
    return "; ".join(others) or data.say("merger.at_same", language)


def bridge_words(indicator: str, basis: str, language: str) -> str:
    """Return how far derived values are from published ones, or that the rule is unverified."""
    data = dataset()
    row = bridge.verified(data, indicator, basis)
    if row is None:
        return data.say("merger.unverified", language)
    about = data.about(indicator)
    gaps = {
        name: labels.with_unit(
            gap_label(row[name], int(about["decimals"]), language), about["unit"], data.words, language
        )
        for name in ("largest_gap", "mean_gap")
    }
    period = labels.period_label(row["period"], data.words, language)
    return data.say("merger.verified", language, period=period, count=int(row["units"]), **gaps)


def gap_label(gap: float, decimals: int, language: str) -> str:
    """Return a gap with one decimal more than its indicator where it is a fraction: published values are rounded to that."""
    return labels.number(gap, decimals + 1 if gap < 1 else decimals, language)


def gaps(indicator: str, period: str, basis: str, language: str) -> list[str]:
    """Return which units could not be derived and which parts they lack; empty where all could."""
    data = dataset()
    name = data.units[f"name_{language}"]
    lacking = merging.lacking(data, indicator, basis, period)
    named = [
        data.say("merger.lacking_unit", language, unit=name[unit], parts=", ".join(name[part] for part in parts))
        for unit, parts in lacking.items()
    ]
    return [data.say("merger.lacking", language, units=listed(named, language))] if named else []


def rank_note(basis: str, language: str) -> str:
    """Return that ranks hold within one basis only; "" where there is but one."""
    data = dataset()
    others = [bases.short(data, name, language) for name in data.bases if name != basis]
    names = {"basis": bases.short(data, basis, language), "others": ", ".join(others)}
    return data.say("merger.ranks", language, **names) if others else ""


def ranks_apart(frame: pd.DataFrame, basis: str, listed: bool, language: str) -> tuple[str, ...]:
    """Return that ranks of different bases do not compare, for a list of ranks and for a picture with ranks of several bases; else nothing."""
    if "rank" not in frame or not frame["rank"].notna().any() or basis not in dataset().bases:
        return ()
    held = (
        dataset().units["basis"].reindex(frame["unit"][frame["rank"].notna()].unique()).dropna()
        if "unit" in frame
        else []
    )
    several = len(set(held)) > 1
    said = dataset().say("merger.ranks_several", language) if several else rank_note(basis, language) if listed else ""
    return (said,) if said else ()


def no_boundaries(basis: str, language: str) -> tuple[str, ...]:
    """Return that a basis has no boundaries to draw a map with; nothing where it has, or where no map is drawn."""
    data = dataset()
    if not basis or boundaries.holds(data, basis, "provinces"):
        return ()
    return (data.say("merger.no_boundaries", language, basis=bases.short(data, basis, language), code=basis),)


def no_other_basis(indicator: str, language: str) -> str:
    """Return why an indicator cannot be shown on a later basis; "" where its figures may be combined or stand on all."""
    data = dataset()
    held = [bool(data.periods_of(indicator, name)) for name in data.bases]
    reason = merging.refusal(data, indicator)
    return data.say(reason, language) if reason and any(held) and not held[-1] else ""


def alternative(frame: pd.DataFrame, basis: str, chosen: Selection) -> str:
    """Return the sentence that a text alternative says of derived values; "" where none is drawn.

    A change (size) is drawn as one mark of two values, and as none where either is not known.
    """
    held = frame[frame["size"].notna()] if "size" in frame else frame
    rows = derived_rows(held, chosen)
    if rows.empty or not basis:
        return ""
    count = int(made(held).sum()) if "size" in held else int(rows["unit"].ne("").sum())
    return dataset().say("merger.alt" if count else "merger.alt_means", chosen.language, count=count)


def signed(label: str, derived: bool, language: str) -> str:
    """Return a label with the sign of a derived value, or as it is."""
    return dataset().say("map.label_derived", language, label=label) if derived else label


def made(frame: pd.DataFrame) -> pd.Series:
    """Return which rows of a drawn frame hold a value that was derived, or made of derived ones."""
    held = [name for name in frame if str(name).split("_")[0] == STATUS]
    return frame[held].isin(merging.MADE).any(axis=1)


def marked(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return a drawn frame (status, label, hover) with a column derived and the sign on the words of its derived rows."""
    derived = frame["status"] == merging.DERIVED
    texts = {
        name: [signed(text, one, language) for text, one in zip(frame[name], derived, strict=True)] for name in ("label", "hover")
    }  # fmt: skip
    return frame.assign(derived=derived, **texts)


def listed(names: list[str], language: str) -> str:
    """Return names with commas, the first few and how many more."""
    if len(names) <= MOST_NAMED + 1:
        return ", ".join(names)
    more = len(names) - MOST_NAMED
    return dataset().say("merger.more", language, names=", ".join(names[:MOST_NAMED]), count=more)
