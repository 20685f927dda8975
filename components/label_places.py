"""Where the words beside the marks of a trajectory stand: the place around each mark that covers least of what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from components import lettering

# The picture that places are weighed in, as a screen of 1280 points draws it; a narrower one keeps the sides.
WIDE, HIGH, PADDING = 430.0, 254.0, 30.0
SIZE, LINE = 12.0, 14.0
ASIDE = 10.0
MARK = 9.0
STEP = 5.0
# What lies under words, by how much it hurts: other words, a mark or a figure, a step of a line, a step out of the frame.
WORDS, POINT, PATH, OUTSIDE = 40.0, 12.0, 1.0, 3.0
# The places in the order of liking: side, and whether the words stand level with the mark (0), from its line upwards (-1) or
# downwards (1), or clear of its line (-2, 2).
PLACES = [(side, level) for level in (0, 1, -1, 2, -2) for side in ("right", "left")]

Box = tuple[float, float, float, float]
Spot = tuple[float, float]


def placed(marks: pd.DataFrame, points: pd.DataFrame, lines: list[pd.DataFrame], reverse: bool) -> pd.DataFrame:
    """Return the marks (position, value, label) with the side (left, right) and the lift (points, of the first line's middle) of their labels.

    points: what was observed (position, value, label); lines: frames of drawn lines, each of one line's corners in order.
    """
    scale = _scale(pd.concat([frame[["position", "value"]] for frame in (marks, points, *lines)]), reverse)
    spots = [scale(row.position, row.value) for frame in (marks, points) for row in frame.itertuples()]
    trodden = [spot for line in lines for spot in _steps([scale(row.position, row.value) for row in line.itertuples()])]
    trodden += _steps([scale(row.position, row.value) for row in points.itertuples()])
    taken = [_under(scale(row.position, row.value), row.label) for row in points.itertuples() if row.label]
    chosen = []
    for row in marks.itertuples():
        at = scale(row.position, row.value)
        if not row.label:
            chosen.append(("right", 0.0))
            continue
        boxes = [_box(at, row.label, *place) for place in PLACES]
        costs = [_cost(box, spots, trodden, taken) + liking for liking, box in enumerate(boxes)]
        best = costs.index(min(costs))
        taken.append(boxes[best])
        chosen.append((PLACES[best][0], boxes[best][1] + LINE / 2 - at[1]))
    return marks.assign(side=[side for side, _ in chosen], lift=[lift for _, lift in chosen])


def _scale(frame: pd.DataFrame, reverse: bool):
    low, high = frame.min(), frame.max()
    wide, tall = (high["position"] - low["position"]) or 1.0, (high["value"] - low["value"]) or 1.0

    def place(position: float, value: float) -> Spot:
        up = (value - low["value"]) / tall
        x = PADDING + (position - low["position"]) / wide * (WIDE - 2 * PADDING)
        return x, PADDING + (up if reverse else 1 - up) * (HIGH - 2 * PADDING)

    return place


def _size(label: str) -> tuple[float, float]:
    lines = label.split("\n")
    return max(lettering.width(line, SIZE) for line in lines), LINE * len(lines)


def _box(at: Spot, label: str, side: str, level: int) -> Box:
    """Return left, top, right and bottom of the words at one place beside a mark."""
    wide, high = _size(label)
    left = at[0] + ASIDE if side == "right" else at[0] - ASIDE - wide
    top = {
        -2: at[1] - high - 2, -1: at[1] - high + LINE / 2, 0: at[1] - high / 2, 1: at[1] - LINE / 2, 2: at[1] + 2,
    }[level]  # fmt: skip
    return left, top, left + wide, top + high


def _under(at: Spot, label: str) -> Box:
    wide, high = _size(label)
    return at[0] - wide / 2, at[1] + MARK, at[0] + wide / 2, at[1] + MARK + high


def _steps(corners: list[Spot]) -> list[Spot]:
    return [spot for one, two in pairwise(corners) for spot in _between(one, two)]


def _between(one: Spot, two: Spot) -> Iterator[Spot]:
    many = max(1, round(max(abs(two[0] - one[0]), abs(two[1] - one[1])) / STEP))
    for step in range(many + 1):
        yield one[0] + (two[0] - one[0]) * step / many, one[1] + (two[1] - one[1]) * step / many


def _cost(box: Box, spots: list[Spot], trodden: list[Spot], taken: list[Box]) -> float:
    left, top, right, bottom = box
    words = sum(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in taken)
    marks = sum(left - MARK / 2 < x < right + MARK / 2 and top - MARK / 2 < y < bottom + MARK / 2 for x, y in spots)
    steps = sum(left < x < right and top < y < bottom for x, y in trodden)
    # Words may leave the plot at its right, where the picture makes room.
    outside = max(0.0, -left) + max(0.0, -top) + max(0.0, bottom - HIGH)
    return WORDS * words + POINT * marks + PATH * steps + OUTSIDE * outside / STEP
