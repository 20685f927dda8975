"""The legend of a map of values: its method, the range and the count of each class, no data, derived values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd

from components import choropleth, shades, theme
from components.dataset import dataset
from indicators import classes, merging
from indicators import format as labels
from indicators.selection import Selection

STEPS = 30  # samples of a continuous ramp
LETTER, APART = 6.6, 34  # pixels of a letter, and of a sample with the space after its words, in a legend of one line
DEEP = 3.0  # pixels of each


def ranges(edges: Sequence[float], language: str) -> list[str]:
    """Return the words of each class between inner breaks, lowest first."""
    data = dataset()
    texts = [labels.number(edge, classes.places(edges), language) for edge in edges]
    if not texts:
        return [data.say("legend.all", language)]
    middle = [data.say("legend.between", language, low=low, high=high) for low, high in pairwise(texts)]
    return [
        data.say("legend.below", language, edge=texts[0]),
        *middle,
        data.say("legend.from", language, edge=texts[-1]),
    ]


def counted(text: str, count: int, language: str) -> str:
    """Return the words of a row of the legend with its count of units."""
    return dataset().say("legend.count", language, range=text, count=count)


def of_classes(
    frame: pd.DataFrame, edges: Sequence[float], language: str, ramp: tuple[str, ...] = theme.SEQUENTIAL
) -> list:
    """Return the rows (class, text, fill) of classes, highest first, each with its range and count."""
    counts, texts = frame["class"].value_counts(), ranges(edges, language)
    return [
        (index, counted(texts[index], int(counts.get(index, 0)), language), ramp[index])
        for index in range(len(texts) - 1, -1, -1)
    ]


def of_ramp(low: float, high: float, decimals: int, language: str) -> list:
    """Return the rows (class, text, fill) of a continuous ramp, highest first, its ends and middle written."""
    values = np.linspace(high, low, STEPS)
    fills = shades.continuous(pd.Series(values), low, high)
    written = {0: high, STEPS // 2: (low + high) / 2, STEPS - 1: low}
    texts = [labels.number(written.get(index), decimals, language) for index in range(STEPS)]
    return [(index, text, fill) for index, (text, fill) in enumerate(zip(texts, fills, strict=True))]


def beyond(frame: pd.DataFrame, language: str) -> list:
    """Return the rows off the ramp that occur in a frame: no data, derived values."""
    rows, data = [], dataset()
    missing = int((frame["class"] == classes.NO_DATA).sum())
    # what is drawn with dots: a change of two values too, of which only the earlier one may be derived
    made = int((frame["derived"] & frame["class"].ne(classes.NO_DATA)).sum())
    if missing:
        rows.append((classes.NO_DATA, counted(data.say("legend.no_data", language), missing, language), ""))
    if made:
        rows.append(
            (choropleth.DOTTED, counted(data.say("legend.derived", language), made, language), theme.SEQUENTIAL[-2])
        )
    return rows


def legend(chosen: Selection, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the data set "legend" of a drawn frame."""
    data, language = dataset(), chosen.language
    where = (data, chosen.indicator, chosen.basis, chosen.period)
    about = data.about(chosen.indicator)
    title = about[f"short_{language}"]
    if chosen.classes == classes.CONTINUOUS and len(frame["value"].dropna()):
        rows = of_ramp(*classes.span(*where), int(about["decimals"]), language)
        return choropleth.legend_rows(title, [*rows, *beyond(frame, language)], deep=DEEP)
    edges = classes.breaks(*where, chosen.classes)
    return choropleth.legend_rows(title, [*of_classes(frame, edges, language), *beyond(frame, language)])


def of_periods(chosen: Selection, frame: pd.DataFrame, edges: Sequence[float], width: int) -> pd.DataFrame:
    """Return the classes that all periods share, lowest first, what is off the ramp last: columns class, text, fill, x, y in
    pixels, lines no longer than width.
    """
    texts = ranges(edges, chosen.language)
    rows = [(index, text, theme.SEQUENTIAL[index]) for index, text in enumerate(texts)]
    if (frame["class"] == classes.NO_DATA).any():
        rows.append((classes.NO_DATA, dataset().say("legend.no_data", chosen.language), ""))
    if (frame["status"] == merging.DERIVED).any():
        rows.append((choropleth.DOTTED, dataset().say("legend.derived", chosen.language), "transparent"))
    frame = pd.DataFrame(rows, columns=["class", "text", "fill"])
    taken, places = [(len(text) + 0.0) * LETTER + APART for text in frame["text"]], [(8.0, 8.0)]
    for one, following in pairwise(taken):
        x, y = places[-1][0] + one, places[-1][1]
        places.append((x, y) if x + following <= width + APART else (8.0, y + choropleth.LEGEND_STEP))
    return frame.assign(x=[x for x, _ in places], y=[y for _, y in places])
