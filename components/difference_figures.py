"""Figures of two periods: change of value within one method, moves in rank within one basis, each as map and as list."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import (
    anchors,
    changes,
    choropleth,
    former_borders,
    legend,
    live,
    map_figures,
    merger_words,
    rank_firmness,
    ranking,
    shades,
    theme,
)
from components.dataset import dataset
from components.edition_words import edition_words
from components.figure import ANOTHER, Figure, dark
from indicators import classes, differences, merging, views
from indicators import format as labels
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

VALUE, RANK = "change", "move"
COLUMNS = {
    VALUE: ("unit", "name", "value_earlier", "value", "change", "status_earlier", "status", "source"),
    RANK: ("unit", "name", "rank_earlier", "rank", "move", "rank_status", "status_earlier", "status", "source"),
}
DRAWN = ("period_earlier", "period", "label", "derived", "hover", "class", "fill", "size", "line")


def periods(chosen: Selection) -> tuple[str, str]:
    """Return the earlier and the later period of a selection; the earlier is "" where there is none."""
    return (
        differences.earlier_of(dataset(), chosen.indicator, chosen.basis, chosen.period, chosen.earlier),
        chosen.period,
    )


def comparable(chosen: Selection) -> bool:
    """Return whether one method made both periods of a selection."""
    return views.comparable(dataset(), chosen.indicator, *periods(chosen))


def reason(chosen: Selection) -> str:
    """Return why no difference is stated: no earlier period, or another method with both editions named; "" where it is."""
    data, language = dataset(), chosen.language
    earlier, later = periods(chosen)
    if not earlier:
        return data.say("difference.no_earlier", language)
    if comparable(chosen):
        return ""
    names = edition_words(chosen, earlier), edition_words(chosen, later)
    return data.say("difference.refused", language, earlier=earlier, later=later, one=names[0], other=names[1])


def _key(chosen: Selection) -> Selection:
    return map_figures.key(chosen).but(earlier=periods(chosen)[0], classes="")


@remembered(128)
def _drawn(data: Dataset, chosen: Selection, kind: str) -> pd.DataFrame:
    language, decimals = chosen.language, int(data.indicators.at[chosen.indicator, "decimals"])
    earlier = chosen.earlier or chosen.period
    frame = differences.pair(data, chosen.indicator, chosen.basis, earlier, chosen.period)
    if not chosen.earlier:
        frame = frame.assign(change=float("nan"), move=float("nan"))
    places = 0 if kind == RANK else decimals
    edges = _edges(frame, kind, decimals)
    whole = {name: frame[name].astype("Int64") for name in ("rank_earlier", "rank", "move")}
    frame = frame.assign(
        name=frame[f"name_{language}"], size=frame[kind], **whole,
        derived=frame[["status_earlier", "status"]].eq(merging.DERIVED).any(axis=1),
    )  # fmt: skip
    frame["label"] = [labels.number(value, places, language, signed=True) for value in frame["size"]]
    starred = [data.say("map.label_derived", language, label=label) if label else "" for label in frame["label"]]
    frame["label"] = frame["label"].where(~frame["derived"], starred)
    frame["class"] = differences.class_of(frame["size"], edges)
    frame["fill"] = shades.of_classes(frame["class"], theme.DIVERGING)
    frame["line"] = frame["name"]
    if kind == RANK:
        where = (chosen.period, language)
        frame["line"] = [rank_firmness.after(row.name, row.rank, chosen.indicator, row.unit, *where) for row in frame.itertuples(index=False)]  # fmt: skip
    frame["hover"] = [_sentence(data, chosen, row, kind, decimals) for row in frame.itertuples(index=False)]
    frame = frame[list(dict.fromkeys((*COLUMNS[kind], *DRAWN)))]
    return frame if kind == VALUE else rank_firmness.of_two(frame, chosen)


def _edges(frame: pd.DataFrame, kind: str, decimals: int) -> tuple[float, ...]:
    return differences.move_breaks(frame["move"]) if kind == RANK else differences.breaks(frame["change"], decimals)


def _sentence(data: Dataset, chosen: Selection, row, kind: str, decimals: int) -> str:
    language = chosen.language
    if not row.label:
        return data.say("difference.hover_none", language, name=row.name)
    ends = (row.rank_earlier, row.rank) if kind == RANK else (row.value_earlier, row.value)
    texts = [
        merger_words.signed(labels.number(float(end), 0 if kind == RANK else decimals, language), status == merging.DERIVED, language)
        for end, status in zip(ends, (row.status_earlier, row.status), strict=True)
    ]  # fmt: skip
    if kind == RANK:
        texts = [
            rank_firmness.beside(text, chosen.indicator, row.unit, period, language)
            for text, period in zip(texts, (chosen.earlier, chosen.period), strict=True)
        ]
    return data.say(f"difference.hover_{kind}", language, name=row.name, label=row.label, earlier=texts[0], later=texts[1],
                    first=chosen.earlier, last=chosen.period)  # fmt: skip


def _legend(data: Dataset, chosen: Selection, frame: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The classes about the midpoint, which is named; what is off the ramp after them."""
    language, decimals = chosen.language, int(data.indicators.at[chosen.indicator, "decimals"])
    edges = _edges(frame, kind, decimals)
    counts, rows = frame["class"].value_counts(), []
    for index in range(len(edges), -1, -1) if edges else [differences.SIDES]:
        text = _range(data, index, edges, kind, language)
        rows.append((index, legend.counted(text, int(counts.get(index, 0)), language), theme.DIVERGING[index]))
    title = data.say(f"difference.legend_{kind}", language)
    return choropleth.legend_rows(title, [*rows, *legend.beyond(frame, language)])


def _range(data: Dataset, index: int, edges: tuple[float, ...], kind: str, language: str) -> str:
    """Words of one class about the midpoint."""
    middle = differences.SIDES
    if index == middle:
        low = labels.number(edges[middle], classes.places(edges), language) if edges and kind == VALUE else ""
        return data.say(f"difference.middle_{kind}", language, edge=low)
    side = "up" if index > middle else "down"
    inner, outer = (index - 1, index) if index > middle else (index, index - 1)
    near = abs(edges[inner])
    far = abs(edges[outer]) if 0 <= outer < len(edges) else None
    if kind == RANK:
        near, far, places = near + 0.5, None if far is None else far - 0.5, 0
    else:
        places = classes.places(edges)
    texts = {"near": labels.number(near, places, language), "far": labels.number(far, places, language)}
    if far is not None and texts["near"] == texts["far"]:
        return data.say(f"difference.{side}_one_{kind}", language, **texts)
    return data.say(f"difference.{side}{'' if far is not None else '_most'}_{kind}", language, **texts)


def _titles(data: Dataset, chosen: Selection, kind: str) -> tuple[str, str]:
    language = chosen.language
    names = [labels.period_label(period, data.words, language) for period in (chosen.earlier, chosen.period)]
    title = data.say(f"difference.title_{kind}", language, indicator=data.indicators.at[chosen.indicator, f"title_{language}"],
                     earlier=names[0] or data.say("difference.nothing", language), later=names[1])  # fmt: skip
    basis = map_figures.basis_words(chosen.basis, language)
    return title, data.say(f"difference.subtitle_{kind}", language, subtitle=map_figures.subtitle(chosen), basis=basis)


def _notes(data: Dataset, chosen: Selection, kind: str) -> tuple[str, ...]:
    said = reason(chosen)
    if kind == RANK and said and chosen.earlier:
        said = data.say("difference.ranks_only", chosen.language, reason=said)
    return (said,) if said else ()


def _alternative(data: Dataset, chosen: Selection, frame: pd.DataFrame, kind: str) -> str:
    language = chosen.language
    title, _ = _titles(data, chosen, kind)
    held = frame[frame["size"].notna()].sort_values("size", ascending=False)
    if held.empty:
        return f"{title}. {reason(chosen)}" if reason(chosen) else data.say("alt.empty", language, title=title)
    first, last = held.iloc[0], held.iloc[-1]
    return data.say("difference.alt", language, title=title, first=first["name"], first_label=first["label"], last=last["name"],
                    last_label=last["label"], up=int((held["size"] > 0).sum()), down=int((held["size"] < 0).sum()),
                    missing=len(frame) - len(held))  # fmt: skip


@remembered(128)
def _made(data: Dataset, chosen: Selection, kind: str, listed: bool, is_dark: bool) -> Figure:
    frame = _drawn(data, chosen, kind)
    title, subtitle = _titles(data, chosen, kind)
    shared = {
        "title": title, "subtitle": subtitle, "alt": _alternative(data, chosen, frame, kind), "selection": chosen,
        "columns": {name: data.say(f"column.{name}", chosen.language) for name in COLUMNS[kind]} | rank_firmness.titles_of_two(frame, chosen.language),
        "sources": tuple(frame["source"][frame["source"] != ""].value_counts().index), "basis": chosen.basis,
        "notes": _notes(data, chosen, kind), "selectable": "pick",
    }  # fmt: skip
    if not listed:
        extra = {
            "legend": _legend(data, chosen, frame, kind),
            "labels": anchors.archipelagos(chosen.basis, chosen.language),
        }
        name = "difference" if kind == VALUE else "moves"
        return Figure(id=name, frame=frame, spec=map_figures.map_spec(chosen.basis, is_dark), extra=extra, height=map_figures.HEIGHT,
                      geometry=chosen.basis, live=live.SAID, **shared)  # fmt: skip
    held = frame[frame["size"].notna()].sort_values("size", ascending=False, kind="stable").reset_index(drop=True)
    middle = pd.DataFrame({"value": [0.0], "text": [data.say(f"difference.zero_{kind}", chosen.language)]})
    name = "changes" if kind == VALUE else "places"
    return Figure(id=name, frame=held, spec=list_spec(is_dark), extra={"middle": middle}, spoken=ANOTHER,
                  height=ranking.height(len(held)), **shared)  # fmt: skip


@lru_cache(maxsize=4)
def list_spec(is_dark: bool) -> dict:
    """Return the specification of the list of changes, built once."""
    return changes.changes(is_dark)


def _figure(chosen: Selection, kind: str, listed: bool) -> Figure:
    made = _made(dataset(), _key(chosen), kind, listed, dark())
    frame = map_figures.marked(made.frame, chosen)
    if listed:
        return made.but(frame=frame, selection=chosen)
    extra = {**made.extra, "chosen": anchors.of_chosen(frame, chosen), **former_borders.rows(chosen)}
    return made.but(frame=frame, selection=chosen, extra=extra)


def difference_figure(chosen: Selection) -> Figure:
    """Return the map of change between two periods of one method; empty, with the reason in its notes, across methods."""
    return _figure(chosen, VALUE, listed=False)


def changes_figure(chosen: Selection) -> Figure:
    """Return the ordered list of change between two periods of one method."""
    return _figure(chosen, VALUE, listed=True)


def moves_figure(chosen: Selection) -> Figure:
    """Return the map of places gained and lost between two periods of one basis."""
    return _figure(chosen, RANK, listed=False)


def places_figure(chosen: Selection) -> Figure:
    """Return the ordered list of places gained and lost between two periods of one basis."""
    return _figure(chosen, RANK, listed=True)


def pictures(chosen: Selection) -> tuple[Figure, Figure] | None:
    """Return map and list of the change of value; across methods those of the moves in rank; None where there is neither."""
    if not reason(chosen):
        return difference_figure(chosen), changes_figure(chosen)
    moves = moves_figure(chosen)
    return (moves, places_figure(chosen)) if moves.frame["move"].notna().any() else None


FIGURES = {"difference": difference_figure, "changes": changes_figure, "moves": moves_figure, "places": places_figure}
