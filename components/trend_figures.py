"""Figures of one unit over time: the trend of one indicator and the small trends of the index."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import lettering, panel_layout, panels, rank_firmness, trend
from components.dataset import dataset
from components.figure import Figure, Native, dark
from components.kept import kept
from components.map_figures import used_sources
from components.province_figures import title, value_text
from components.strip_figures import INDEX_TOPICS
from indicators import format as labels
from indicators import merging, periods, profile
from indicators.selection import Selection

COLUMNS = ("indicator", "unit", "name", "period", "value", "rank", "rank_of", "rank_status", "status", "source")
PANELS, ACROSS, PANEL_HEIGHT = 8, 2, 118
# More labels than this would touch each other: long ones (characters) sooner than short ones.
LONG, MOST_LONG, MOST_SHORT = 8, 3, 5
# Where a label stands from its point (pixels): over it with one line, two or three, and under it.
OVER, UNDER = (-15, -31, -46), 16
# Words that lean away from their line begin so near to the point (pixels); wider ones than this would leave the picture.
ASIDE, WIDEST, SIZE = 6, 70, 13


@lru_cache(maxsize=4)
def _spec(kind: str, is_dark: bool) -> dict:
    return {"trend": trend.trend, "panels": panels.panels}[kind](is_dark)


def columns(frame: pd.DataFrame, language: str) -> dict[str, str]:
    """Return the columns of the table and the file of a trend with their titles."""
    return {name: dataset().say(f"column.{name}", language) for name in COLUMNS} | rank_firmness.titles(frame, language)


def lines(chosen: Selection, indicator: str) -> pd.DataFrame:
    """Return the rows that a trend draws: the unit's own points, and the mean of all units as computed rows."""
    data, language = dataset(), chosen.language
    held = profile.history(data, indicator, chosen.unit)
    held = held[held["value"].notna()].reset_index(drop=True)
    own = held.assign(own=True, name=held[f"name_{language}"], derived=held["status"] == merging.DERIVED)
    mean = held.assign(
        own=False, unit="", value=held["mean"], rank=float("nan"), rank_of=float("nan"), rank_status="", status=held["mean_status"],
        derived=held["mean_status"] == merging.OF_DERIVED, name=data.say("province.all_units", language),
    )  # fmt: skip
    over = pd.concat([held["mean"] > held["value"], ~(held["value"] < held["mean"])], ignore_index=True)
    frame = pd.concat([mean, own], ignore_index=True).assign(indicator=indicator, over=over)
    frame = frame[frame["value"].notna()].reset_index(drop=True)
    frame["part"] = frame["own"].map({True: "own ", False: "mean "}) + frame["edition"]
    frame[["rank", "rank_of"]] = frame[["rank", "rank_of"]].astype("Int64")
    frame["hover"] = [
        data.say("province.point", language, name=row.name, label=value_text(indicator, row.value, language, row.status),
                 status=data.say(f"status.{row.status}", language), period=labels.period_label(row.period, data.words, language))
        for row in frame.itertuples(index=False)
    ]  # fmt: skip
    return rank_firmness.joined(frame, chosen)


def plain(row, language: str) -> str:
    """Return a point's value as a label without its unit; a derived one bears its sign."""
    data = dataset()
    text = labels.number(row.value, int(data.indicators.at[row.indicator, "decimals"]), language)
    return data.say("map.label_derived", language, label=text) if row.derived else text


def rank_text(row, language: str, between: str = " ") -> str:
    """Return a point's rank as a label with its interval where there is one, behind it or on a line of its own."""
    text = dataset().say("province.rank_short", language, rank=row.rank, of=row.rank_of)
    return rank_firmness.beside(text, row.indicator, row.unit, row.period, language, between)


def labelled(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the rows of a trend with label, dx, dy and align: the unit's values with their ranks and intervals (below each other but for the newest), the mean at its end alone."""
    data = dataset()
    own = frame[frame["own"]]
    words = {index: plain(row, language) for index, row in zip(own.index, own.itertuples(index=False), strict=True)}
    most = MOST_LONG if max(map(len, words.values()), default=0) > LONG else MOST_SHORT
    kept = set(words) if len(words) <= most else {own.index[0], own.index[-1]}
    texts, shifts = [], []
    newest = own["position"].max()
    for index, row in zip(frame.index, frame.itertuples(index=False), strict=True):
        text = words[index] if index in kept else ""
        if text and pd.notna(row.rank):
            text += "\n" + rank_text(row, language, " " if row.position == newest else "\n")
        if not row.own and row.position == newest:
            text = data.say("province.mean_short", language, value=plain(row, language))
        texts.append(text)
        shifts.append(OVER[text.count("\n")] if row.over else UNDER)
    return leaning(frame.assign(label=texts, dy=shifts))


def leaning(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with align and dx: words below a rising line or above a falling one stand at its right, else at its left."""
    values = frame.groupby("part")["value"]
    steps = pd.concat([values.diff(), -values.diff(-1)], axis=1)
    rising, falling = (
        (steps > 0).any(axis=1) & ~(steps < 0).any(axis=1),
        (steps < 0).any(axis=1) & ~(steps > 0).any(axis=1),
    )
    narrow = [max(lettering.width(line, SIZE) for line in text.split("\n")) <= WIDEST for text in frame["label"]]
    free = frame["own"].astype(bool) & (rising | falling) & pd.Series(narrow, frame.index, dtype=bool)
    right = rising != frame["over"].astype(bool)
    align = right.map({True: "left", False: "right"}).where(free, "center")
    return frame.assign(align=align, dx=align.map({"left": -ASIDE, "right": ASIDE, "center": 0}))


def breaks(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return where the method changed between two drawn points: position between them, the words, their line."""
    own = frame[frame["own"]].reset_index(drop=True)
    rows = []
    for index in range(1, len(own)):
        if own.at[index, "edition"] != own.at[index - 1, "edition"]:
            place = (own.at[index, "position"] + own.at[index - 1, "position"]) / 2
            rows.append({"position": place, "text": dataset().say("province.break", language), "row": len(rows) % 2})
    return pd.DataFrame(rows, columns=["position", "text", "row"])


def rank_only(chosen: Selection, indicator: str) -> list[str]:
    """Return a sentence for each period in which only a rank of the unit was published."""
    data, language = dataset(), chosen.language
    held = profile.history(data, indicator, chosen.unit)
    held = held[held["value"].isna() & held["rank"].notna()]
    return [
        data.say("province.rank_only", language, period=labels.period_label(row.period, data.words, language),
                 rank=int(row.rank), of=int(row.rank_of))
        for row in held.itertuples()
    ]  # fmt: skip


@kept
def trend_figure(chosen: Selection) -> Figure:
    """Return the trend of the chosen indicator for the chosen unit, beside the mean of all units."""
    data, language = dataset(), chosen.language
    frame = labelled(lines(chosen, chosen.indicator), language)
    about = data.about(chosen.indicator)
    words = title(chosen, "province.trend_title", indicator=about[f"title_{language}"])
    own = frame[frame["own"]]
    edges, ranks = breaks(frame, language), rank_only(chosen, chosen.indicator)
    notes = [*ranks, *([data.say("province.break_note", language)] if len(edges) else [])]
    under = " · ".join([data.say(f"unit.{about['unit']}", language), *(rank.rstrip(".") for rank in ranks[:2])])
    return Figure(
        id="trend", title=words, subtitle=under, alt=" ".join([trend_words(own, words, language), *notes]), frame=frame,
        columns=columns(frame, language), spec=_spec("trend", dark()), selection=chosen,
        extra={"breaks": edges}, sources=used_sources(frame.assign(rank_source="")), notes=tuple(notes), basis=chosen.basis, height=250,
        native=Native("line", "period", "value", "name"),
    )  # fmt: skip


def trend_words(own: pd.DataFrame, words: str, language: str) -> str:
    """Return the takeaway of a trend: its first and last value with their ranks."""
    data = dataset()
    if own.empty:
        return data.say("province.trend_empty", language, title=words)
    ends = []
    for row in own.iloc[[0, -1]].itertuples(index=False):
        text = value_text(row.indicator, row.value, language, row.status)
        rank = rank_text(row, language) if pd.notna(row.rank) else ""
        ends.append(", ".join(part for part in (text, rank) if part))
    return data.say(
        "province.trend_alt", language, title=words, first=ends[0], earlier=own.iloc[0]["period"], last=ends[1],
        later=own.iloc[-1]["period"], count=len(own),
    )  # fmt: skip


def index_blocks(chosen: Selection) -> list[pd.DataFrame]:
    """Return the lines of the index, its pillars and parts that hold at least two values of the unit."""
    rows = dataset().indicators
    found = (lines(chosen, name) for name in rows.index[rows["topic"].isin(INDEX_TOPICS)])
    return [frame for frame in found if frame["own"].sum() > 1][:PANELS]


@kept
def panels_figure(chosen: Selection) -> Figure:
    """Return small trends of the index, its pillars and parts: those with at least two values of the unit."""
    data, language = dataset(), chosen.language
    blocks = index_blocks(chosen)
    held = pd.concat(blocks, ignore_index=True) if blocks else lines(chosen, data.indicators.index[0])[:0]
    grid = panel_layout.grid(held, len(blocks), ACROSS)
    placed = [placed_panel(block, grid, panel, language) for panel, block in enumerate(blocks)]
    frame = pd.concat(placed, ignore_index=True) if placed else placed_panel(held, grid, 0, language)
    guides, ticks = panel_layout.guides(grid, language)
    names = [data.indicators.at[block["indicator"].iloc[0], f"short_{language}"] for block in blocks]
    words = title(chosen, "province.pillars_title")
    span = periods.ordered(frame["period"]) or [""]
    key = "province.pillars_alt" if blocks else "province.pillars_none"
    notes = [data.say("province.break_note", language)]
    return Figure(
        id="pillars", title=words, subtitle=data.say("province.pillars_subtitle", language),
        alt=data.say(key, language, title=words, count=len(blocks), first=span[0], last=span[-1]), frame=frame,
        columns=columns(frame, language), spec=_spec("panels", dark()), selection=chosen,
        extra={"guides": guides, "ticks": ticks, "years": panel_layout.years(grid), "spans": panel_layout.NO_SPANS,
               "titles": panel_layout.titles(grid, names)},
        sources=used_sources(frame.assign(rank_source="")), notes=tuple(notes), basis=chosen.basis, height=PANEL_HEIGHT * grid.rows,
    )  # fmt: skip


def placed_panel(frame: pd.DataFrame, grid: panel_layout.Grid, panel: int, language: str) -> pd.DataFrame:
    """Return the lines of one panel with their places; the unit's newest point bears its value."""
    newest = frame.loc[frame["own"].astype(bool), "position"].max()
    return frame.assign(
        across=[grid.moment(panel, position) for position in frame["position"]],
        level=[grid.height(panel, value) for value in frame["value"]],
        part=[f"{panel} {part}" for part in frame["part"]],
        label=[plain(row, language) if row.own and row.position == newest else "" for row in frame.itertuples(index=False)],
        dy=[-12 if over else 12 for over in frame["over"]],
    )  # fmt: skip


FIGURES = {"trend": trend_figure, "pillars": panels_figure}
