"""Similar provinces: who they are, how they stand on the chosen indicator, and by which rule they were found."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import streamlit as st

from components import figure, peers, rank_firmness
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from components.map_figures import used_sources
from components.province_figures import title, value_text
from components.strip import ROW
from indicators import format as labels
from indicators import merging, profile, similarity, views
from indicators.selection import MOST_UNITS, Selection

COLUMNS = ("unit", "name", "distance", "period", "value", "rank", "rank_of", "rank_status", "status", "source")
SHOWN_DISTANCE, SHOWN_SHARE = 2, 1


@lru_cache(maxsize=2)
def _spec(is_dark: bool) -> dict:
    return peers.peers(is_dark)


def peers_of(chosen: Selection) -> pd.DataFrame:
    """Return the unit and its neighbours with the chosen indicator's newest figures, the unit first, then the nearest."""
    data = dataset()
    near = similarity.neighbours(data, chosen.unit)
    period = profile.period_of(data, chosen.indicator, chosen.unit)
    if near.empty or not period:
        return pd.DataFrame(columns=[*COLUMNS, "name_vi", "name_en", "rank_source", "least", "most"])
    frame = views.observed(data, chosen.indicator, chosen.basis, period)
    least, most = frame["value"].min(), frame["value"].max()
    own = pd.DataFrame([{"unit": chosen.unit, "distance": 0.0, "shared": similarity.known(data, chosen.unit)[0]}])
    near = pd.concat([own, near], ignore_index=True).merge(frame, on="unit", how="left")
    return near.assign(least=least, most=most, name=near[f"name_{chosen.language}"])


def placed(chosen: Selection) -> pd.DataFrame:
    """Return the rows that the picture draws, with their places and sentences."""
    data, language = dataset(), chosen.language
    frame = peers_of(chosen).reset_index(drop=True)
    turned = views.polarity_of(data, chosen.indicator) < 0
    width = frame["most"] - frame["least"]
    share = ((frame["value"] - frame["least"]) / width).where(width > 0, 0.5).where(frame["value"].notna())
    share = 1 - share if turned else share
    own = share.iloc[0] if len(share) else float("nan")
    frame = frame.assign(
        line=range(len(frame)),
        share=share,
        own_share=own,
        better=(share > own),
        derived=frame["status"] == merging.DERIVED,
    )
    frame[["rank", "rank_of"]] = frame[["rank", "rank_of"]].astype("Int64")
    frame["hover"] = [
        data.say("province.similar_hover", language, name=row.name, label=label_of(chosen, row), distance=labels.number(row.distance, SHOWN_DISTANCE, language))
        for row in frame.itertuples(index=False)
    ]  # fmt: skip
    return rank_firmness.joined(frame, chosen)


def label_of(chosen: Selection, row) -> str:
    """Return value and rank of one row in words; that nothing was published where there is no value."""
    data, language = dataset(), chosen.language
    text = value_text(chosen.indicator, row.value, language, row.status)
    if not text:
        return data.say("province.not_published", language)
    if pd.isna(row.rank):
        return text
    text = data.say("province.ranked", language, label=text, rank=int(row.rank), of=int(row.rank_of))
    return rank_firmness.beside(text, chosen.indicator, row.unit, row.period, language)


@kept
def similar_figure(chosen: Selection) -> Figure:
    """Return the similar provinces with the chosen indicator's values beside the unit's own."""
    data, language = dataset(), chosen.language
    frame = placed(chosen)
    about = data.about(chosen.indicator)
    period = labels.period_label(frame["period"].iloc[0], data.words, language) if len(frame) else ""
    rows = pd.DataFrame(
        [{"line": row.line, "label": label_of(chosen, row), "hover": row.hover,
          "name": row.name if row.line == 0 else data.say("province.similar_row", language, place=row.line, name=row.name,
                                                          distance=labels.number(row.distance, SHOWN_DISTANCE, language))}
         for row in frame.itertuples(index=False)],
        columns=["line", "name", "label", "hover"],
    )  # fmt: skip
    words = title(chosen, "province.similar_title")
    under = data.say("province.similar_subtitle", language, indicator=about[f"short_{language}"], period=period)
    notes = [rule_words(language)]
    names = ", ".join(frame["name"].iloc[1:])
    alt = data.say("province.similar_alt", language, title=words, names=names) if len(frame) else too_few(chosen)
    return Figure(
        id="similar", title=words, subtitle=under, alt=alt, frame=frame,
        columns={name: data.say(f"column.{name}", language) for name in COLUMNS} | rank_firmness.titles(frame, language), spec=_spec(dark()), selection=chosen,
        extra={"rows": rows}, sources=used_sources(frame), notes=tuple(notes), basis=chosen.basis, height=max(60, ROW * len(frame) + 6),
    )  # fmt: skip


def rule_words(language: str) -> str:
    """Return the rule in one paragraph: conditions, scaling, distance."""
    data = dataset()
    names = "; ".join(similarity.rule(data)[f"title_{language}"])
    return data.say("province.similar_rule", language, names=names, count=similarity.NEIGHBOURS)


def too_few(chosen: Selection) -> str:
    """Return why a unit has no similar provinces: how many of the conditions it holds."""
    data, language = dataset(), chosen.language
    count, of = similarity.known(data, chosen.unit)
    name = data.units.at[chosen.unit, f"name_{language}"]
    return data.say("province.similar_few", language, name=name, count=count, of=of)


def condition_rows(chosen: Selection, units: list[str]) -> pd.DataFrame:
    """Return the conditions of some units as a table of words: one row a condition with its period, one column a unit."""
    data, language = dataset(), chosen.language
    held = similarity.conditions(data, chosen.basis).set_index(["measure", "unit"])
    rows = []
    for rule in similarity.rule(data).to_dict("records"):
        known = held.loc[rule["measure"], "period"] if rule["measure"] in held.index else pd.Series([""])
        period = labels.period_label(known.iloc[0], data.words, language)
        row = {data.say("province.condition", language): f"{rule[f'title_{language}']} · {period}"}
        for unit in units:
            name = data.units.at[unit, f"name_{language}"]
            known = (rule["measure"], unit) in held.index
            row[name] = condition_text(held.loc[(rule["measure"], unit)], rule, language) if known else ""
        rows.append(row)
    return pd.DataFrame(rows)


def condition_text(cell: pd.Series, rule: dict, language: str) -> str:
    """Return one condition of one unit as a number; a derived one bears its sign, a missing one a dash."""
    data = dataset()
    if pd.isna(cell["value"]):
        return "–"
    share = (
        rule["denominator"]
        and data.indicators.at[rule["indicator"], "unit"] == data.indicators.at[rule["denominator"], "unit"]
    )
    value, unit = (cell["value"] * 100, "percent") if share else (cell["value"], "")
    text = labels.with_unit(labels.number(value, SHOWN_SHARE, language), unit, data.words, language)
    return data.say("map.label_derived", language, label=text) if cell["derived"] else text


def show(chosen: Selection) -> None:
    """Draw the similar provinces, their conditions, the ways to them, and the rule."""
    data, language = dataset(), chosen.language
    near = similarity.neighbours(data, chosen.unit)
    if near.empty:
        st.info(too_few(chosen), icon=":material/info:")
        return
    left, right = st.columns([2, 3], gap="large")
    with left:
        figure.show(similar_figure(chosen))
        links(chosen, list(near["unit"]))
    with right:
        st.markdown(
            f"**{data.say('province.conditions', language)}**  \n:small[:gray[{data.say('province.conditions_note', language)}]]"
        )
        st.table(
            condition_rows(chosen, [chosen.unit, *near["unit"]]).set_index(data.say("province.condition", language)),
            border="horizontal",
        )
        with st.popover(data.say("province.similar_how", language), icon=":material/rule:"):
            st.markdown(rule_words(language))
            st.caption(data.say("province.similar_doc", language))


def links(chosen: Selection, units: list[str]) -> None:
    """Draw the ways to the pages of the similar provinces and to their comparison."""
    data, language = dataset(), chosen.language
    with st.container(horizontal=True, gap="small"):
        for name in units:
            there, _ = Selection.parse({**chosen.query(), "unit": name}, data, "province")
            st.page_link(
                st.Page("../pages/province.py", url_path="province"),
                label=data.units.at[name, f"name_{language}"],
                query_params=there.query(),
            )
    group = ",".join([chosen.unit, *units][:MOST_UNITS])
    there, _ = Selection.parse(
        {"units": group, "indicator": chosen.indicator, "basis": chosen.basis, "lang": language}, data, "compare"
    )
    st.page_link(
        st.Page("../pages/compare.py", url_path="compare"), label=data.say("province.similar_compare", language),
        icon=":material/compare_arrows:", query_params=there.query(),
    )  # fmt: skip


FIGURES = {"similar": similar_figure}
