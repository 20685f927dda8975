"""Strips, dots and stacked bars of a figure as charts that Office draws itself."""

from __future__ import annotations

import math

import pandas as pd

from components import merger_words
from components.dataset import dataset
from components.figure import Figure
from indicators.export.pptx import Chart, Dots

# Rows of one chart that the last row of a hall can read.
MOST_ROWS = 14


def of(figure: Figure, decimals: int) -> Chart | Dots | None:
    """Return the native chart of a figure that is drawn as dots or stacked bars, by the columns of its frame; None for any other."""
    columns, extra = set(figure.frame), figure.extra
    if {"x", "y", "name"} <= columns and "axes" in extra:
        return _against(figure)
    if {"line", "share"} <= columns and "rows" in extra:
        return strips(figure)
    if {"line", "value", "region"} <= columns and "rows" in extra:
        return _values(figure, decimals, figure.extra["rows"])
    if {"line", "value", "kind"} <= columns:
        return _values(figure, decimals, _rows(figure.frame))
    if {"line", "name", "category", "count"} <= columns:
        return _counted(figure.frame)
    if {"line", "reached", "lost"} <= columns:
        held = {
            dataset().say(f"native.{key}", figure.selection.language): list(figure.frame[key])
            for key in ("reached", "lost")
        }
        places = [place for place, one in enumerate(merger_words.made(figure.frame)) if one]
        return Chart("stacked", list(figure.frame["line"]), held, 1, derived=dict.fromkeys(held, places))
    return None


def _say(key: str, figure: Figure) -> str:
    return dataset().say(f"native.{key}", figure.selection.language)


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a figure whose axis names them: line, name, and the values of the row in words."""
    held = frame.groupby("line", sort=False)["label"].agg(lambda words: " · ".join(dict.fromkeys(map(str, words))))
    return pd.DataFrame({"line": held.index, "name": held.index, "label": held.to_numpy()})


def strips(figure: Figure, most: int = MOST_ROWS) -> Dots:
    """Return distribution strips: places between the least and the greatest of each row, better to the right; the values in words."""
    rows = figure.extra["rows"].head(most)
    frame = figure.frame[figure.frame["line"].isin(rows["line"])]
    own = frame[frame["own"].astype(bool)] if "own" in frame else frame.assign(share=frame["own_share"])
    rest = frame[~frame["own"].astype(bool)] if "own" in frame else frame
    means = figure.extra.get("means", frame.iloc[0:0])
    places = {name: place for place, name in enumerate(rows["line"])}
    series, chosen = {_say("others", figure): _points(rest, "share", places)}, ""
    if len(means):
        held = means[means["line"].isin(rows["line"]) & (means["kind"] != "region")]
        series[_say("mean", figure)] = _points(held, "share", places)
    if len(own):
        data, unit = dataset(), figure.selection.unit
        known = unit in data.units.index
        chosen = data.units.at[unit, f"name_{figure.selection.language}"] if known else _say("chosen", figure)
        series[chosen] = _points(own, "share", places)
    words = list(zip(rows["name"], rows["label"], strict=True))
    return Dots(series, words, 0.0, 1.0, 3, chosen=chosen, scaled=True)


def _values(figure: Figure, decimals: int, rows: pd.DataFrame) -> Dots:
    """Values on one axis, a row a line: regions, targets of one's own, a scenario beside its neighbours."""
    frame = figure.frame[figure.frame["value"].notna()]
    places = {name: place for place, name in enumerate(rows["line"].head(MOST_ROWS))}
    frame = frame[frame["line"].isin(places)]
    own = (
        frame["own"].astype(bool)
        if "own" in frame
        else frame["slot"] >= 0
        if "slot" in frame
        else frame["value"].isna()
    )
    named = _kinds(figure, frame[~own])
    series = {name: _points(block, "value", places) for name, block in named}
    chosen = ""
    if own.any():
        chosen = str(", ".join(dict.fromkeys(frame.loc[own, "name"])))
        series[chosen] = _points(frame[own], "value", places)
    words = [
        (str(row.place), str(row.label)) for row in rows.rename(columns={"name": "place"}).head(MOST_ROWS).itertuples()
    ]
    low, high = float(frame["value"].min()), float(frame["value"].max())
    step = 10 ** math.floor(math.log10(high - low or abs(high) or 1)) / 2
    least, greatest = math.floor(low / step - 0.2) * step, math.ceil(high / step + 0.2) * step
    return Dots(series, words, least, greatest, decimals, chosen=chosen)


def _kinds(figure: Figure, frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """The dots of a figure by what they are, where it tells several kinds apart."""
    if "kind" not in frame or frame["kind"].nunique() < 2:
        return [(_say("others", figure), frame)]
    known = dataset().words.has
    return [
        (_say(kind, figure) if known(f"native.{kind}") else kind, block)
        for kind, block in frame.groupby("kind", sort=False)
    ]


def _points(frame: pd.DataFrame, column: str, places: dict) -> list[tuple[float, float]]:
    held = frame[frame[column].notna()]
    return [(float(value), places[line]) for value, line in zip(held[column], held["line"], strict=True)]


def _against(figure: Figure) -> Dots:
    """Two indicators against each other, the chosen units by name."""
    frame = figure.frame.dropna(subset=["x", "y"])
    own = frame["slot"] >= 0
    series = {_say("others", figure): list(zip(frame.loc[~own, "x"], frame.loc[~own, "y"], strict=True))}
    names = {_say("others", figure): list(frame.loc[~own, "name"].where(frame.loc[~own, "named"], ""))}
    chosen = _say("chosen", figure) if own.any() else ""
    if chosen:
        series[chosen] = list(zip(frame.loc[own, "x"], frame.loc[own, "y"], strict=True))
        names[chosen] = list(frame.loc[own, "name"])
    titles = dict(zip(figure.extra["axes"]["kind"], figure.extra["axes"]["text"], strict=True))
    return Dots(series, titles=(titles.get("x", ""), titles.get("y", "")), decimals=2, chosen=chosen, names=names)


def _counted(frame: pd.DataFrame) -> Chart:
    """Counts of each kind, one bar a row."""
    rows, kinds = list(dict.fromkeys(frame["name"])), list(dict.fromkeys(frame["word"]))
    held = frame.drop_duplicates(["name", "word"]).set_index(["name", "word"])["count"]
    series = {kind: [float(held[row, kind]) if (row, kind) in held else None for row in rows] for kind in kinds}
    alike = list(dict.fromkeys(frame["category"]))
    of_kind = frame.drop_duplicates("word").set_index("word")["category"]
    return Chart("stacked", rows, series, 0, shades=[alike.index(of_kind[kind]) for kind in kinds])
