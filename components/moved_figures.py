"""What moved a merged unit between two periods, seen from each of its parts: progress and effect of the merger."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pandas as pd

from components import merger_words, rank_firmness, steps
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from components.map_figures import basis_words, used_sources
from components.parts_figures import name_of
from indicators import format as labels
from indicators import merger_effect, merging, views
from indicators.merger_effect import MERGER, PROGRESS, VALUE
from indicators.selection import Selection

MOVED = ("unit", "name", "measure", "start", "between", "end", PROGRESS, MERGER, "total", "status")
EDGE = 0.06


@lru_cache(maxsize=2)
def _spec(is_dark: bool) -> dict:
    return steps.steps(is_dark)


def pairs(chosen: Selection) -> list[tuple[str, str]]:
    """Return the pairs of neighbouring periods in which the merged unit has a value, the newest first."""
    whole = merger_effect.whole_of(dataset(), chosen.unit)
    held = merger_effect.periods_of(dataset(), chosen.indicator, whole) if whole else []
    return list(pairwise(held))[::-1]


def pair_of(chosen: Selection) -> tuple[str, str]:
    """Return the pair of periods that the address asks for, else the newest pair; blank where there is none."""
    held = pairs(chosen)
    given = (chosen.earlier, chosen.period)
    return given if given in held else held[0] if held else ("", "")


def reasons(chosen: Selection) -> list[str]:
    """Return why value or rank cannot be split between the chosen periods, in words."""
    data, language = dataset(), chosen.language
    whole, (earlier, later) = merger_effect.whole_of(data, chosen.unit), pair_of(chosen)
    if not whole or not later:
        return [data.say("province.moved_one_period" if whole else "province.parts_none", language)]
    refused = merger_effect.refusal(data, chosen.indicator, whole, earlier, later)
    return list(
        dict.fromkeys(data.say(f"province.moved_{measure}_{key}", language) for measure, key in refused.items() if key)
    )


def moved_frame(chosen: Selection) -> pd.DataFrame:
    """Return the split of the chosen pair, one row a part and measure (MOVED), with the line that it is drawn on."""
    data, language = dataset(), chosen.language
    whole, (earlier, later) = merger_effect.whole_of(data, chosen.unit), pair_of(chosen)
    if not later:
        return pd.DataFrame(columns=[*MOVED, "line", "indicator", "period", "first", "part"])
    frame = merger_effect.effect(data, chosen.indicator, whole, earlier, later)
    frame = frame.sort_values("measure", ascending=False, kind="stable").reset_index(drop=True)
    frame = frame.assign(
        line=frame.index, unit=whole, indicator=chosen.indicator, period=later, status=status_of(chosen.indicator, whole, later),
        name=[name_of(part, language) for part in frame["part"]],
    )  # fmt: skip
    made = [derived_ends(row, earlier, later) for row in frame.itertuples(index=False)]
    frame[["made_start", "made_between", "made_end"]] = pd.DataFrame(
        made, index=frame.index, columns=range(3), dtype=bool
    )
    firm = rank_firmness.joined(frame, chosen)
    return firm.assign(
        **{name: firm[name].where(firm["measure"] != VALUE) for name in rank_firmness.COLUMNS if name in firm}
    )


def status_of(indicator: str, unit: str, period: str) -> str:
    """Return the status of a unit's value, "" where it has none."""
    frame = views.observed(dataset(), indicator, dataset().units.at[unit, "basis"], period)
    return dict(zip(frame["unit"], frame["status"], strict=True)).get(unit, "")


def derived_ends(row, earlier: str, later: str) -> tuple[bool, bool, bool]:
    """Return which of start, between and end are derived: a value as its unit's is, a rank as the ranking that it stands in."""
    between = later if row.first == PROGRESS else earlier
    units = [row.part, row.part if row.first == PROGRESS else row.unit, row.unit]
    units = units if row.measure == VALUE else [row.unit] * 3
    held = zip(units, (earlier, between, later), strict=True)
    start, middle, end = (status_of(row.indicator, unit, period) == merging.DERIVED for unit, period in held)
    return start, middle, end


def number_words(row, language: str, value: float, derived: bool) -> str:
    """Return a value or a rank of a row as a label."""
    data = dataset()
    whole = len(data.units_of(data.units.at[row.unit, "basis"]))
    if row.measure == VALUE:
        text = labels.number(value, int(data.indicators.at[row.indicator, "decimals"]), language)
    else:
        text = data.say("province.rank_short", language, rank=int(value), of=whole)
    return merger_words.signed(text, derived, language)


def step_words(row, language: str, one: float, other: float, derived: bool) -> str:
    """Return the step between two values or ranks with its sign, of the numbers as they are shown, so that they add up."""
    data = dataset()
    decimals = int(data.indicators.at[row.indicator, "decimals"]) if row.measure == VALUE else 0
    step = round(other, decimals) - round(one, decimals)
    text = labels.number(step if row.measure == VALUE else -step, decimals, language, signed=True)
    text = text if row.measure == VALUE else data.say("province.places", language, places=text)
    return merger_words.signed(text, derived, language)


def row_words(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the words of each row: name with what is measured, the way in figures, the two steps, their sum."""
    data = dataset()
    rows = []
    for row in frame.itertuples(index=False):
        made = (row.made_start, row.made_between, row.made_end)
        held = (row.start, row.between, row.end)
        ends = [number_words(row, language, value, one) for value, one in zip(held, made, strict=True)]
        if row.measure != VALUE:
            ends[-1] = rank_firmness.beside(ends[-1], row.indicator, row.unit, row.period, language)
        steps = [step_words(row, language, *held[at : at + 2], any(made[at : at + 2])) for at in range(2)]
        progress, merger = steps if row.first == PROGRESS else steps[::-1]
        rows.append({
            "line": row.line, "name": data.say(f"province.moved_{row.measure}", language, name=row.name), "way": " → ".join(ends),
            "said": data.say("province.moved_steps", language, progress=progress, merger=merger),
            "total": data.say("province.moved_total", language, total=step_words(row, language, row.start, row.end, made[0] or made[2])),
        })  # fmt: skip
    return pd.DataFrame(rows, columns=["line", "name", "way", "said", "total"])


def placed_steps(frame: pd.DataFrame, words: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the segments and the marks of the rows; values and ranks each on a common track, better always right."""
    segments, marks = [], []
    for measure, block in frame.groupby("measure", sort=False):
        ends = block[["start", "between", "end"]]
        least, most = ends.min(axis=None), ends.max(axis=None)
        worse_high = measure != VALUE or views.polarity_of(dataset(), block["indicator"].iloc[0]) < 0
        for row in block.itertuples(index=False):
            hover = words.at[row.line, "said"]
            shares = [
                (value - least) / (most - least) if most > least else 0.5 for value in (row.start, row.between, row.end)
            ]
            shares = [EDGE + (1 - 2 * EDGE) * (1 - share if worse_high else share) for share in shares]
            kinds = (PROGRESS, MERGER) if row.first == PROGRESS else (MERGER, PROGRESS)
            for kind, one, other in zip(kinds, shares[:-1], shares[1:], strict=True):
                segments.append({"line": row.line, "share": one, "share2": other, "kind": kind, "hover": hover})
            for kind, share in zip(("start", "between", "end"), shares, strict=True):
                marks.append({"line": row.line, "share": share, "kind": kind, "derived": getattr(row, f"made_{kind}"), "hover": words.at[row.line, "way"]})  # fmt: skip
    return (
        pd.DataFrame(segments, columns=["line", "share", "share2", "kind", "hover"]),
        pd.DataFrame(marks, columns=["line", "share", "kind", "derived", "hover"]),
    )


@kept
def moved_figure(chosen: Selection) -> Figure:
    """Return what moved a merged unit between two periods, seen from each of its parts: progress and effect of the merger."""
    data, language = dataset(), chosen.language
    whole, (earlier, later) = merger_effect.whole_of(data, chosen.unit), pair_of(chosen)
    frame = moved_frame(chosen)
    words = row_words(frame, language)
    segments, marks = placed_steps(frame, words)
    basis = data.units.at[whole, "basis"] if whole else chosen.basis
    ends = [labels.period_label(name, data.words, language) for name in (earlier, later)]
    title = data.say(
        "province.moved_title" if later else "province.moved_title_none",
        language,
        name=name_of(whole or chosen.unit, language),
        earlier=ends[0],
        later=ends[1],
    )
    said = [f"{row.name}: {row.way}; {row.said}." for row in words.itertuples()]
    notes = [
        *reasons(chosen),
        own_change(chosen),
        data.say("province.moved_rule", language, basis=basis_words(basis, language)),
    ]
    if "*" in " ".join([*said, own_change(chosen)]):
        notes.append(data.say("merger.mark", language))
    columns = {name: data.say(f"column.{'own_' if name == PROGRESS else ''}{name}", language) for name in MOVED}
    columns |= rank_firmness.titles(frame, language)
    return Figure(
        id="moved", title=title, subtitle=data.say("province.moved_subtitle", language) if len(frame) else "", alt=" ".join([f"{title}.", *said, *reasons(chosen)]),
        frame=frame, columns=columns, spec=_spec(dark()), selection=chosen, basis=basis, notes=tuple(note for note in notes if note),
        extra={"rows": words, "segments": segments, "marks": marks}, height=max(60, steps.ROW * len(frame) + 6),
        sources=moved_sources(chosen, whole, earlier, later),
    )  # fmt: skip


def moved_sources(chosen: Selection, whole: str, *names: str) -> tuple[str, ...]:
    """Return the sources of the values that a split takes: the unit's and its parts' in both periods."""
    data = dataset()
    found = []
    for unit in (whole, *merger_effect.parts_of(data, whole)) if whole and all(names) else ():
        for name in names:
            frame = views.observed(data, chosen.indicator, data.units.at[unit, "basis"], name)
            found.append(frame[frame["unit"] == unit])
    return used_sources(pd.concat(found)) if found else ()


def own_change(chosen: Selection) -> str:
    """Return the change of the whole on its own borders and what each part gave to it; "" where it cannot be stated."""
    data, language, indicator = dataset(), chosen.language, chosen.indicator
    whole, (earlier, later) = merger_effect.whole_of(data, chosen.unit), pair_of(chosen)
    rows = merger_effect.contributions(data, indicator, whole, earlier, later) if later else pd.DataFrame()
    if rows.empty:
        return ""
    decimals = int(data.indicators.at[indicator, "decimals"])
    made = any(status_of(indicator, whole, period) == merging.DERIVED for period in (earlier, later))

    def words(value: float) -> str:
        return merger_words.signed(labels.number(value, decimals, language, signed=True), made, language)

    given = rows[rows["part"].isin(data.units.index) | (rows["contribution"].abs() >= 0.5 * 10**-decimals)]
    named = [
        data.say("province.gave", language, value=words(row.contribution),
                 name=name_of(row.part, language) if row.part in data.units.index else data.say(f"province.gave_{row.part}", language))
        for row in given.itertuples()
    ]  # fmt: skip
    total = words(rows["contribution"].sum())
    return data.say("province.own_change", language, total=total, parts="; ".join(named))


FIGURES = {"moved": moved_figure}
