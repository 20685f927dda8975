"""How firm a rank is, beside the rank: its interval over all draws, and whether the place is a near tie."""

from __future__ import annotations

import pandas as pd

from components.dataset import dataset
from indicators import rank_intervals
from indicators.selection import Selection

COLUMNS = rank_intervals.COLUMNS
EARLIER = "_earlier"


def marks(indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return the interval and near ties of the ranks of an indicator by unit (COLUMNS); empty where ranks are not drawn again."""
    return rank_intervals.marks(dataset(), indicator, basis, period)


def interval(row, language: str) -> str:
    """Return the words of an interval of places, with the sign of a near tie where there is one."""
    return rank_intervals.words(dataset(), row, language)


def span(indicator: str, unit: str, period: str, language: str) -> str:
    """Return the words of the interval of one unit's rank, `[2–4] ≈`; "" where its rank is not drawn again."""
    return rank_intervals.span(dataset(), indicator, unit, period, language)


def beside(text: str, indicator: str, unit: str, period: str, language: str, between: str = " ") -> str:
    """Return the words of a rank with its interval behind them."""
    return between.join(part for part in (text, span(indicator, unit, period, language)) if part)


def after(text: str, rank: int, indicator: str, unit: str, period: str, language: str) -> str:
    """Return words with a rank and its interval behind them, as they are where the rank has no interval."""
    found = span(indicator, unit, period, language)
    return f"{text} · {rank} {found}" if found else text


def joined(frame: pd.DataFrame, chosen: Selection, tail: str = "") -> pd.DataFrame:
    """Return a frame of ranks with the COLUMNS of their intervals; unchanged where none of its ranks is drawn again.

    A rank is of the row's unit, of its indicator and period (the chosen ones where the frame has no such column) and of the
    unit's basis. tail: `_later` for the ranks of `period_later`, whose intervals then bear it too.
    """
    bases, blank = dataset().units["basis"].to_dict(), pd.DataFrame(columns=list(COLUMNS))
    indicators = frame["indicator"] if "indicator" in frame else [chosen.indicator] * len(frame)
    given = frame[f"period{tail}"] if f"period{tail}" in frame else [chosen.period] * len(frame)
    places = [
        (name, bases.get(unit, ""), period) for name, unit, period in zip(indicators, frame["unit"], given, strict=True)
    ]
    held = {place: marks(*place) if place[1] else blank for place in dict.fromkeys(places)}
    if all(found.empty for found in held.values()):
        return frame
    known = {place: found.to_dict("index") for place, found in held.items()}
    rows = [known[place].get(unit, {}) for place, unit in zip(places, frame["unit"], strict=True)]
    added = pd.DataFrame(rows, columns=list(COLUMNS), index=frame.index).astype(
        {"rank_low": "Int64", "rank_high": "Int64", "near_tie": "object"}
    )
    return frame.join(added.add_suffix(tail))


def titles(frame: pd.DataFrame, language: str, tail: str = "") -> dict[str, str]:
    """Return the titles of the intervals' columns; none where the frame holds none."""
    held = [f"{name}{tail}" for name in COLUMNS]
    held = [name for name in held if name in frame and frame[name].notna().any()]
    return {name: dataset().say(f"column.{name}", language) for name in held}


def of_two(frame: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """Return a frame of two ranks a unit, of period and period_earlier, with the intervals of both."""
    return joined(joined(frame, chosen), chosen, EARLIER)


def titles_of_two(frame: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the titles of the intervals of both ranks of a frame, the earlier first."""
    return titles(frame, language, EARLIER) | titles(frame, language)


def notes(frame: pd.DataFrame, language: str) -> tuple[str, ...]:
    """Return the sentence that explains the signs of intervals, for a frame that holds some; else nothing."""
    held = [name for name in frame if str(name).startswith(COLUMNS[0])]
    return (dataset().say("firm.note", language),) if frame[held].notna().any(axis=None) else ()


def added(frame: pd.DataFrame, chosen: Selection) -> tuple[pd.DataFrame, tuple[str, ...], dict[str, str]]:
    """Return an ordered frame with the words of each row (line), the notes that explain them, and the columns that came to it."""
    held, language = marks(chosen.indicator, chosen.basis, chosen.period), chosen.language
    lines = [
        f"{int(rank)}. {name}" if pd.notna(rank) else name
        for rank, name in zip(frame["rank"], frame["name"], strict=True)
    ]
    if held.empty:
        return frame.assign(line=lines), (), {}
    frame = frame.join(held, on="unit")
    spans = [
        interval(row, language) if pd.notna(row.rank_low) else "" for row in frame[[*held]].itertuples(index=False)
    ]
    frame["line"] = [f"{line} {span}".strip() for line, span in zip(lines, spans, strict=True)]
    return frame, notes(frame, language), titles(frame, language)
