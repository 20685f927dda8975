"""Figures of the comparison at one time: two indicators of all units, and regions against regions."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from components import compare_words, lettering, regions, scatter, slots
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from components.map_figures import basis_words, used_sources
from components.province_figures import value_text
from indicators import comparing, merging, relating, views
from indicators import format as labels
from indicators.selection import Selection

PAIR_COLUMNS = (
    "unit", "name", "region", "x", "period_x", "status_x", "source_x", "y", "period_y", "status_y", "source_y",
)  # fmt: skip
REGION_COLUMNS = ("region", "unit", "name", "period", "value", "region_mean", "region_count", "status", "source")


# The width in which names over near neighbours must not meet, and the space between two of them, in points.
PLOT, PLOT_HIGH, APART, LINE = 560, 280, 10, 16


@lru_cache(maxsize=4)
def _spec(kind: str, is_dark: bool) -> dict:
    return scatter.scatter(is_dark) if kind == "scatter" else regions.regions(is_dark)


def slotted(frame: pd.DataFrame, chosen: Selection, units: tuple[str, ...]) -> pd.DataFrame:
    """Return a frame of units with name, region and slot, the compared units last so that they lie on top."""
    place = {unit: slot for slot, unit in enumerate(units)}
    frame = frame.assign(
        slot=frame["unit"].map(place).fillna(slots.REST).astype(int), name=frame[f"name_{chosen.language}"],
        region=frame[f"region_{chosen.language}"],
    )  # fmt: skip
    return frame.sort_values(["slot", "unit"]).reset_index(drop=True)


def drawn_pairs(chosen: Selection, second: str, units: tuple[str, ...]) -> tuple[pd.DataFrame, relating.Relation]:
    """Return the points of the scatter with their words, and how the two indicators go together."""
    data, language = dataset(), chosen.language
    frame = relating.paired(data, chosen.indicator, second, chosen.basis, chosen.period)
    found = relating.relation(frame)
    frame = slotted(frame, chosen, units)
    frame["named"] = frame["unit"].isin(found.outliers) | (frame["slot"] >= 0)
    frame = frame.assign(indicator_x=chosen.indicator, indicator_y=second, dy=downs(frame))
    frame["derived"] = (frame["status_x"] == merging.DERIVED) | (frame["status_y"] == merging.DERIVED)
    frame["hover"] = [
        data.say(
            "compare.pair", language, name=row.name, x=data.indicators.at[chosen.indicator, f"short_{language}"],
            y=data.indicators.at[second, f"short_{language}"], x_label=value_text(chosen.indicator, row.x, language, row.status_x),
            y_label=value_text(second, row.y, language, row.status_y),
        )
        for row in frame.itertuples()
    ]  # fmt: skip
    return frame, found


def measured(found: relating.Relation, chosen: Selection) -> str:
    """Return the correlations and the count of units in one line."""
    data, language = dataset(), chosen.language
    if pd.isna(found.pearson):
        return data.say("compare.too_few", language, count=found.count, least=relating.LEAST_UNITS)
    return data.say(
        "compare.correlation", language, pearson=labels.number(found.pearson, 2, language),
        spearman=labels.number(found.spearman, 2, language), count=found.count,
    )  # fmt: skip


def downs(frame: pd.DataFrame) -> pd.Series:
    """Return how far below its mark (mostly above: negative) each name stands, in pixels, so that near names do not lie on each other."""
    found = pd.Series(0.0, frame.index)
    x, y = ((frame[name] - frame[name].min()) / ((frame[name].max() - frame[name].min()) or 1.0) for name in "xy")
    held: list[tuple[float, float, float]] = []
    for index in frame.index[frame["named"]][y[frame["named"]].argsort()]:
        left, top = x[index] * PLOT, (1 - y[index]) * PLOT_HIGH
        wide, place = lettering.width(frame.at[index, "name"], 13) + APART, top
        for start, width, other in held:
            if left < start + width and start < left + wide and place > other - LINE:
                place = other - LINE
        held = sorted([*held, (left, wide, place)], key=lambda one: -one[2])
        found[index] = place - top
    return found


def axes(chosen: Selection, second: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the titles of both axes: indicator, unit of measure, period."""
    data, language = dataset(), chosen.language
    near = frame["period_y"].iloc[0] if len(frame) else chosen.period
    rows = []
    for kind, name, period in (("x", chosen.indicator, chosen.period), ("y", second, near)):
        row = data.about(name)
        unit = data.say(f"unit.{row['unit']}", language)
        period = compare_words.period_words(period, language)
        text = data.say("compare.axis", language, indicator=row[f"short_{language}"], unit=unit, period=period)
        rows.append({"kind": kind, "text": text})
    return pd.DataFrame(rows)


def scatter_notes(
    chosen: Selection, frame: pd.DataFrame, found: relating.Relation, units: tuple[str, ...]
) -> list[str]:
    """Return what must be known of a scatter: who stands out by which rule, other periods, no cause, who lacks a value."""
    data, language = dataset(), chosen.language
    notes = []
    if not pd.isna(found.pearson):
        rule = labels.number(relating.OUTLYING, 0, language)
        names = compare_words.names(found.outliers, language)
        key = "compare.outliers" if names else "compare.no_outliers"
        notes += [data.say(key, language, names=names, rule=rule), data.say("compare.no_cause", language)]
    if len(frame) and frame["period_y"].iloc[0] != chosen.period:
        near = compare_words.period_words(frame["period_y"].iloc[0], language)
        notes.append(data.say("compare.other_period", language, period=near))
    return [*notes, *compare_words.without_both(chosen, units, set(frame["unit"]))]


def fitted(frame: pd.DataFrame, found: relating.Relation) -> pd.DataFrame:
    """Return the two ends of the fitted line; none where nothing was fitted."""
    if pd.isna(found.slope):
        return pd.DataFrame(columns=["x", "y"])
    ends = pd.Series([frame["x"].min(), frame["x"].max()])
    return pd.DataFrame({"x": ends, "y": found.intercept + found.slope * ends})


@kept
def scatter_figure(chosen: Selection) -> Figure:
    """Return two indicators of all units of the basis, with correlation, fitted line and outlying units."""
    data, language = dataset(), chosen.language
    units = comparing.shown(data, chosen)
    second = relating.second_of(data, chosen.indicator, chosen.basis, chosen.second)
    frame, found = drawn_pairs(chosen, second, units)
    notes = scatter_notes(chosen, frame, found, units)
    title = data.say(
        "compare.scatter_title", language, x=data.indicators.at[chosen.indicator, f"title_{language}"],
        y=data.indicators.at[second, f"title_{language}"],
    )  # fmt: skip
    line = measured(found, chosen)
    sources = used_sources(frame.assign(source=frame["source_x"], rank_source=frame["source_y"]))
    return Figure(
        id="scatter", title=title, subtitle=f"{line} · {basis_words(chosen.basis, language)}", alt=" ".join([f"{title}.", line + ".", *notes]),
        frame=frame, columns=compare_words.columns(PAIR_COLUMNS, language), spec=_spec("scatter", dark()), selection=chosen,
        extra={"fit": fitted(frame, found), "axes": axes(chosen, second, frame)}, sources=sources, notes=tuple(notes),
        basis=chosen.basis, height=390,
    )  # fmt: skip


def drawn_regions(chosen: Selection, units: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the ticks of the units, and the rows of the regions with their mean, count and words."""
    data, language = dataset(), chosen.language
    made = relating.regions(data, chosen.indicator, chosen.basis, chosen.period)
    made = made.assign(line=range(len(made)), name=made[f"region_{language}"])
    made["label"] = [
        data.say("compare.region", language, mean=value_text(chosen.indicator, mean, language, status), count=count, of=of)
        if count else data.say("compare.region_none", language, of=of)
        for mean, status, count, of in zip(made["mean"], made["mean_status"], made["count"], made["units"], strict=True)
    ]  # fmt: skip
    made["short"] = [
        f"{value_text(chosen.indicator, mean, language, status)} · {count}/{of}" if count else f"{count}/{of}"
        for mean, status, count, of in zip(made["mean"], made["mean_status"], made["count"], made["units"], strict=True)
    ]  # fmt: skip
    made["derived"] = made["mean_status"] == merging.OF_DERIVED
    made["hover"] = [f"{name}: {label}" for name, label in zip(made["name"], made["label"], strict=True)]
    frame = views.observed(data, chosen.indicator, chosen.basis, chosen.period)
    frame = slotted(frame[frame["value"].notna()], chosen, units)
    by_region = made.set_index("region_vi")
    frame = frame.assign(
        line=frame["region_vi"].map(by_region["line"]), region_mean=frame["region_vi"].map(by_region["mean"]),
        region_count=frame["region_vi"].map(by_region["count"]), derived=frame["status"] == merging.DERIVED,
    )  # fmt: skip
    frame[["rank", "rank_of"]] = frame[["rank", "rank_of"]].astype("Int64")
    frame["hover"] = [compare_words.point(row, chosen) for row in frame.itertuples()]
    return frame, made


def tags(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the names over the compared units (line, value, text), those of near neighbours in one, in their order from the left."""
    span = (frame["value"].max() - frame["value"].min()) or 1.0
    rows: list[dict] = []
    for line, part in frame[frame["slot"] >= 0].sort_values(["line", "value"], kind="stable").groupby("line"):
        end = float("-inf")
        for row in part.itertuples():
            wide = lettering.width(row.name, regions.TAG) + APART
            place = (row.value - frame["value"].min()) / span * PLOT
            if rows and rows[-1]["line"] == line and place - wide / 2 < end:
                held = rows[-1]
                held["values"].append(row.value)
                held["text"] = f"{held['text']} · {row.name}"
                end += wide
                continue
            rows.append({"line": line, "values": [row.value], "text": row.name})
            end = place + wide / 2
    found = pd.DataFrame(rows, columns=["line", "values", "text"])
    return found.assign(value=[sum(held) / len(held) for held in found["values"]]).drop(columns="values")


@kept
def regions_figure(chosen: Selection) -> Figure:
    """Return the regions of the basis side by side, each with its units, mean and count."""
    data, language = dataset(), chosen.language
    units = comparing.shown(data, chosen)
    frame, made = drawn_regions(chosen, units)
    held = made[made["count"] > 0]
    title = data.say(
        "compare.regions_title", language, indicator=data.indicators.at[chosen.indicator, f"title_{language}"],
        period=compare_words.period_words(chosen.period, language),
    )  # fmt: skip
    notes = [
        data.say("compare.regions_note", language),
        *compare_words.without_value(chosen, units, set(frame["unit"])),
    ]
    whole = pd.DataFrame({"value": [frame["value"].mean()] if len(frame) else []})
    status = views.computed_status(frame["status"])
    words = value_text(chosen.indicator, frame["value"].mean(), language, status) if len(frame) else ""
    return Figure(
        id="regions", title=title, subtitle=compare_words.subtitle(chosen), alt=" ".join([f"{title}.", *(f"{text}." for text in held["hover"]), *notes]),
        frame=frame, columns=compare_words.columns(REGION_COLUMNS, language), spec=_spec("regions", dark()), selection=chosen,
        extra={"rows": made[["line", "mean", "name", "label", "short", "derived", "hover"]], "all": whole, "tags": tags(frame)},
        sources=used_sources(frame), notes=(data.say("compare.all_mean", language, mean=words), *notes), basis=chosen.basis,
        height=regions.ROW * len(made) + 40,
    )  # fmt: skip


FIGURES = {"scatter": scatter_figure, "regions": regions_figure}
