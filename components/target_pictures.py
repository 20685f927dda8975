"""Bullet bars of targets as a picture that leaves the screen: all that can be read, in columns whose words are whole."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pandas as pd

from components import bullet, lettering, target_bars
from components.drawing import GUTTER
from components.figure import Figure

# Width beyond which the words of a bar may not reach.
WIDEST_BAR = 620
# Bars may be drawn a little smaller than other lists; what stands between their conclusion and their figure.
DENSE, APART = 0.7, 44


@lru_cache(maxsize=1)
def _spec() -> dict:
    return bullet.bullet(touched=False)


def bars(figure: Figure, wide: float, high: float) -> Figure:
    """Bullet bars: all where they can be read, else one line an indicator, else as many indicators of each group as have room."""
    figure = replace(figure, spec=_spec(), extra={**figure.extra, "chosen": figure.extra["chosen"][:0]})
    if not high:
        return replace(figure, frame=told_apart(figure.frame, wide))
    frame = figure.frame
    narrowest = min(WIDEST_BAR, max(_needs(frame)))
    room = max(1, int((wide + GUTTER) // (narrowest * DENSE + GUTTER))) * high / DENSE * 0.97
    if figure.height > room:
        # One whose words would be cut is left to the table like those without room.
        frame = nearest(frame[[need <= WIDEST_BAR for need in _needs(frame)]].reset_index(drop=True))
        turn = frame.groupby("heading", sort=False).cumcount()
        frame = frame.loc[turn.sort_values(kind="stable").index]
        each, group = bullet.HEAD + bullet.ROW + target_bars.GAP, bullet.GROUP
        tall = [each * (count + 1) + group * frame["heading"][: count + 1].nunique() for count in range(len(frame))]
        frame = frame.head(max(1, sum(height <= room for height in tall))).sort_index()
    held = target_bars.laid(frame, figure.selection.language)
    extra = {**figure.extra, "ranges": held.ranges, "heads": held.heads, "edges": edges(held.heads)}
    frame = told_apart(held.frame, narrowest)
    return replace(figure, frame=frame, extra=extra, height=round(held.height) + 4, narrowest=narrowest)


def _needs(frame: pd.DataFrame) -> list[float]:
    """The width in which the words of each bullet bar stand beside it."""
    return [
        max(lettering.width(row.line, 11.5) + 12, lettering.width(row.word_brief, 13, 600) + lettering.width(row.figure, 13) + APART)
        / (1 - bullet.SHARE)
        for row in frame.itertuples()
    ]  # fmt: skip


def edges(heads: pd.DataFrame) -> pd.DataFrame:
    """Return where bars may part into columns: above the head of a group or of an indicator that does not follow one."""
    own = ~heads["group"].astype(bool)
    first = own & ~own.shift(1, fill_value=True)
    tops = heads["y"] - own.map({True: bullet.HEAD, False: bullet.GROUP}) / 2
    return pd.DataFrame({"y": tops[~first]})


def told_apart(frame: pd.DataFrame, wide: float) -> pd.DataFrame:
    """Return bars whose conclusion is said in brief where it would run into the figure beside it."""
    room = wide * (1 - bullet.SHARE) - APART
    long = [lettering.width(row.word, 13, 600) + lettering.width(row.figure, 13) > room for row in frame.itertuples()]
    return frame.assign(word=frame["word"].where(~pd.Series(long, frame.index, dtype=bool), frame["word_brief"]))


def nearest(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one line of each indicator and owner: the target that falls due next, else the one that fell due last."""
    ahead = frame[~frame["passed"].astype(bool)]
    first = ahead.sort_values("period", kind="stable").groupby(["indicator", "owner"], sort=False).head(1)
    last = frame.sort_values("period", kind="stable").groupby(["indicator", "owner"], sort=False).tail(1)
    done = set(zip(first["indicator"], first["owner"], strict=True))
    rest = [pair not in done for pair in zip(last["indicator"], last["owner"], strict=True)]
    return frame.loc[sorted([*first.index, *last.index[rest]])].reset_index(drop=True)
