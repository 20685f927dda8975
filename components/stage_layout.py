"""A figure as it fits a stage: lists cut to the rows that are read, words moved apart, small maps beside each other."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import replace

from components import anchors, legend, lines, numerals, period_figures
from components.dataset import dataset
from components.figure import Figure
from indicators import classes

# Letters of a line over the whole width of a slide.
LETTERS = 118
# Letters of a line over a small map; what its archipelagos' names lose there.
NARROW, SHORTENED = 21, "Quần đảo "
# Rows of a map's legend that stand in the sea above the first archipelago, and how far a longer one is drawn together.
IN_THE_SEA, TOGETHER = 6, 0.76
# Half the height of a row that is placed in pixels.
HALF = 16
LARGEST = 1.35
# Width of a chart on a wide slide, in its points.
WIDE = 814
# Columns, rows and size of type of tiles by how many they are.
TILES = ((2, 2, 1, 1.9), (3, 3, 1, 1.6), (4, 2, 2, 1.6), (6, 3, 2, 1.35), (9, 3, 3, 1.0))
# Letters of a line of a tile of a third of the slide at the smallest size.
TILE = 36
# Small maps that a slide can show.
PANELS = 5


def fitted(figure: Figure, width: float, height: float) -> Figure:
    """Return a figure for a picture of a size in chart points; one that fits comes back as it is."""
    for known, change in LAYOUTS:
        if known(figure):
            return change(figure, width, height)
    return figure


def larger(figure: Figure, width: float, height: float) -> float:
    """Return how many times larger than needed a figure of few rows is drawn, so that it fills its place: 1 to LARGEST."""
    rows = "rows" in figure.extra and not is_upright(figure)
    return max(1.0, min(LARGEST * width / WIDE, height / figure.height)) if rows else 1.0


def is_upright(figure: Figure) -> bool:
    """Whether a figure stands beside its words: a map, in areas or in cells."""
    return (bool(figure.geometry) and not is_panels(figure)) or is_cells(figure)


def is_cells(figure: Figure) -> bool:
    """Whether a figure is a map of equal cells."""
    return {"left", "right", "stacked"} <= set(figure.frame)


def is_panels(figure: Figure) -> bool:
    """Whether a figure is a row of small maps."""
    return bool(figure.geometry) and "panel" in figure.frame


def _is_map(figure: Figure) -> bool:
    return bool(figure.geometry) and len(figure.extra.get("legend", ())) > IN_THE_SEA


def _is_strips(figure: Figure) -> bool:
    return {"rows", "means"} <= set(figure.extra) and "line" in figure.frame


def _is_list(figure: Figure) -> bool:
    return {"line", "unit", "rank"} <= set(figure.frame) and not figure.frame["line"].duplicated().any()


def _is_placed(figure: Figure) -> bool:
    return "y" in figure.frame and figure.frame["y"].dtype.kind in "fi" and "axes" not in figure.extra


def _is_ended(figure: Figure) -> bool:
    return {"value", "place", "slot"} <= set(figure.extra.get("labels", ()))


def _is_told(figure: Figure) -> bool:
    return {"line", "counts", "title"} <= set(figure.frame)


def _map(figure: Figure, width: float, height: float) -> Figure:
    """A long legend is drawn together, so that it ends above the first archipelago."""
    rows = figure.extra["legend"]
    return replace(figure, extra={**figure.extra, "legend": rows.assign(y=rows["y"] * TOGETHER)})


def _strips(figure: Figure, width: float, height: float) -> Figure:
    """Strips: the first that fit."""
    if figure.height <= height:
        return figure
    fits = int(height / (figure.height / len(figure.extra["rows"])))
    kept = {name: rows[rows["line"] < fits] if "line" in rows else rows for name, rows in figure.extra.items()}
    return replace(figure, frame=figure.frame[figure.frame["line"] < fits], extra=kept, height=int(height))


def _list(figure: Figure, width: float, height: float) -> Figure:
    """An ordered list: the best, the chosen one, the last."""
    frame = figure.frame
    if figure.height <= height:
        return figure
    fits = max(4, int((height - 10) / (figure.height / len(frame))))
    chosen = frame[frame["on"]] if "on" in frame else frame.iloc[0:0]
    kept = frame[frame.index.isin([*frame.index[: fits - 1 - len(chosen)], *chosen.index, frame.index[-1]])]
    return replace(figure, frame=kept, height=int(height))


def _placed(figure: Figure, width: float, height: float) -> Figure:
    """Rows placed in pixels: from the chosen block on, whole rows only."""
    if figure.height <= height:
        return figure
    block = figure.extra.get("chosen")
    above = float(block["top"].iloc[0]) if block is not None and "top" in block and len(block) else 0.0
    extra = {}
    for name, rows in figure.extra.items():
        if name == "chosen" and "top" in rows:
            rows = rows.iloc[0:0]
        elif "y" in rows and rows["y"].dtype.kind in "fi":
            rows = rows[(rows["y"] >= above) & (rows["y"] <= above + height - HALF)]
            rows = rows.assign(y=rows["y"] - above)
        extra[name] = rows
    frame = figure.frame
    frame = frame[(frame["y"] >= above) & (frame["y"] <= above + height - HALF)]
    return replace(figure, frame=frame.assign(y=frame["y"] - above), extra=extra, height=int(height))


def _ended(figure: Figure, width: float, height: float) -> Figure:
    """Lines with words at their ends: moved apart for the lower picture."""
    held, values = figure.extra["labels"], figure.frame["value"]
    many = max((str(text).count("\n") for text in held["label"]), default=0)
    room = lines.LABEL + lines.LINE * many
    place = lines.apart(list(held["value"]), values.min(), values.max(), room, height)
    return replace(figure, extra={**figure.extra, "labels": held.assign(place=place)})


def _told(figure: Figure, width: float, height: float) -> Figure:
    """A list of single figures: as many as fit, long explanations cut at a word."""
    fits = max(1, int(height / (figure.height / max(1, len(figure.frame)))))
    frame = figure.frame.head(fits)
    short = [textwrap.shorten(str(words), LETTERS, placeholder=" …") for words in frame["counts"]]
    return replace(figure, frame=frame.assign(counts=short), height=int(min(height, figure.height)))


def _panels(figure: Figure, width: float, height: float) -> Figure:
    """Small maps: the newest beside each other over the whole width, their archipelagos by their short names."""
    frame = figure.frame
    last = frame["order"].max()
    frame = frame[frame["order"] > last - PANELS]
    chosen, columns = figure.selection, frame["order"].nunique()
    wide = int(width / columns - 14)
    edges = classes.common(dataset(), chosen.indicator, chosen.basis, chosen.classes)
    words = legend.of_periods(chosen, frame, edges, wide * columns)
    names = anchors.archipelagos(figure.basis, chosen.language)
    names = names.assign(text=[text.split("\n")[0].replace(SHORTENED, "") for text in names["text"]])
    heads = {head: _rewrapped(head) for head in frame["panel"].unique()}
    most = max(head.count("|") for head in heads.values())
    frame = frame.assign(panel=[heads[head] + "|\u00a0" * (most - heads[head].count("|")) for head in frame["panel"]])
    spec = period_figures.periods_spec(figure.basis, False, columns, wide, words["y"].nunique())
    return replace(figure, frame=frame, spec=spec, extra={**figure.extra, "legend": words, "labels": names})


def _is_tiles(figure: Figure) -> bool:
    return {"label", "words", "left", "top", "name"} <= set(figure.frame) and not is_cells(figure)


def _tiles(figure: Figure, width: float, height: float) -> Figure:
    """Tiles of large numbers: few of them larger, so that they fill the slide."""
    frame = figure.frame.reset_index(drop=True)
    columns, rows, size = next((rest for most, *rest in TILES if len(frame) <= most), TILES[-1][1:])
    frame = frame.assign(left=frame.index % columns / columns, top=frame.index // columns / rows)
    size = max(1.0, size * width / WIDE)
    wide = int(TILE * width / WIDE * numerals.ACROSS / columns / size)
    words = ["\n".join(textwrap.wrap(name, wide)) for name in frame["name"]]
    frame = frame.assign(bottom=frame["top"] + numerals.FILLED / rows, words=words)
    return replace(figure, frame=frame, spec=_enlarged(figure.spec, size))


def _enlarged(node: object, size: float) -> object:
    """The specification with its type and the places of its words a size larger."""
    if isinstance(node, Mapping):
        return {
            key: value * size
            if key in ("fontSize", "lineHeight", "dx", "dy") and isinstance(value, int | float)
            else _enlarged(value, size)
            for key, value in node.items()
        }
    return [_enlarged(part, size) for part in node] if isinstance(node, list) else node


def _rewrapped(head: str) -> str:
    """The heading of a small map, its method in lines that its width holds."""
    period, *method = head.split("|")
    return "|".join([period, *textwrap.wrap(" ".join(method).replace("\u00a0", " "), NARROW)])


Known, Change = Callable[[Figure], bool], Callable[[Figure, float, float], Figure]
LAYOUTS: tuple[tuple[Known, Change], ...] = (
    (is_panels, _panels), (_is_tiles, _tiles), (_is_map, _map), (_is_strips, _strips), (_is_told, _told), (_is_placed, _placed),
    (_is_list, _list), (_is_ended, _ended),
)  # fmt: skip
