"""What the targets page shows besides its figures: the sentence, whose targets, filters, the list of the chosen indicator, the rule."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from components import current, figure, target_key, target_lists, target_words, targets_figures
from components.dataset import dataset
from components.device import phone
from components.target_trajectory import subject_of
from indicators import format as labels
from indicators import goals, progress
from indicators.load import NATION, ROOT
from indicators.selection import Selection

RULE = ROOT / "docs" / "progress-method.md"
WHOSE, SHOWN, DOCUMENT, CHOSEN = "whose", "shown", "document", "way"
TALL = target_lists.LEAST


def possible(chosen: Selection) -> bool:
    """Return whether any target can be shown; without one, draw the sentence that the table is lost."""
    if len(goals.shown(dataset(), chosen)):
        return True
    st.error(dataset().say("targets.lost", chosen.language), icon=":material/report:")
    return False


def summary(chosen: Selection) -> str:
    """Return the sentence "n of m targets reached, k on track, …" of the shown targets."""
    data, language = dataset(), chosen.language
    frame = goals.counted(data, chosen)
    words = target_words.counted(frame, language)
    return f"{words} :small[:gray[{context(chosen)}]]"


def context(chosen: Selection) -> str:
    """Return the line under the title: up to which day the atlas holds figures, how many documents, and whose targets these are."""
    data, language = dataset(), chosen.language
    frame = goals.shown(data, chosen)
    documents = {name for names in frame["documents"] for name in names.split("; ")}
    words = data.say(
        "targets.context",
        language,
        day=labels.date_label(progress.day_of(data).isoformat(), language),
        documents=len(documents),
    )
    unit = chosen.unit
    if (
        unit
        and chosen.mode != goals.PROVINCES
        and not len(goals.standing(data, unit))
        and data.units.at[unit, "basis"] != NATION
    ):
        name = target_words.unit_name(unit, language)
        words = data.say("targets.none_of_unit", language, name=name, words=words)
    return words


def controls(chosen: Selection) -> None:
    """Draw whose targets are shown, which category or year, which document, and the rule."""
    # Columns, which stand below each other on a phone: a box beside another one would cut its words there.
    places = st.columns([4, 4, 4, 2.3], gap="small", vertical_alignment="bottom")
    for place, control in zip(places, (whose, shown, document, rule), strict=True):
        with place:
            control(chosen)


def _select(name: str, options: list[str], held: str, say, write: Callable[[str], None]) -> None:
    widget = current.named(name)
    current.give(widget, held if held in options else options[0])
    st.selectbox(
        dataset().say(f"targets.control_{name}", current.selection().language), options, key=widget, format_func=say,
        on_change=lambda: write(st.session_state[widget]), filter_mode="fuzzy", label_visibility="collapsed", width="stretch",
    )  # fmt: skip


def whose(chosen: Selection) -> None:
    """Draw the choice of whose targets are shown: the nation's, all provinces' own, or one unit's own."""
    data, language = dataset(), chosen.language
    options = ["", goals.PROVINCES, *goals.owners(data)]
    held = goals.PROVINCES if chosen.mode == goals.PROVINCES else chosen.unit

    def say(name: str) -> str:
        key = {"": "targets.whose_nation", goals.PROVINCES: "targets.whose_provinces"}.get(name)
        if key:
            return data.say(key, language)
        return data.say("targets.whose_unit", language, name=target_words.unit_name(name, language))

    def write(given: str) -> None:
        wide = given == goals.PROVINCES
        current.put_all({"mode": given if wide else "", "unit": "" if wide else given, "topic": "", "document": ""})

    _select(WHOSE, options, held, say, write)


def shown(chosen: Selection) -> None:
    """Draw the choice of a category or of the year in which targets fall due."""
    data, language = dataset(), chosen.language
    frame = goals.filtered(data, chosen.but(topic=""))
    counts = goals.tally(frame)
    years = frame["period"].value_counts()
    options = ["", *(name for name, count in counts.items() if count), *sorted(years.index)]

    def say(name: str) -> str:
        if not name:
            return data.say("targets.shown_all", language)
        if name in counts:
            word = data.say(f"progress.{name}", language)
            return data.say("targets.segment", language, word=word, count=counts[name])
        return data.say("targets.shown_year", language, year=name, count=int(years[name]))

    _select(SHOWN, options, chosen.topic, say, lambda given: current.put("topic", given))


def document(chosen: Selection) -> None:
    """Draw the choice of a document."""
    data, language = dataset(), chosen.language
    names = goals.shown(data, chosen)["documents"].str.split("; ").explode().value_counts()
    options = ["", *names.index]

    def say(name: str) -> str:
        if not name:
            return data.say("targets.document_all", language)
        return data.say(
            "targets.segment", language, word=target_words.documents(name, language), count=int(names[name])
        )

    _select(DOCUMENT, options, chosen.document, say, lambda given: current.put("document", given))


def bars(chosen: Selection) -> None:
    """Draw the bullet bars with their key, or the sentence that no target of this choice can be compared."""
    drawn = targets_figures.bars_figure(chosen)
    if drawn.frame.empty:
        st.info(dataset().say("targets.nothing_compares", chosen.language), icon=":material/info:")
        return
    figure.head(drawn.but(subtitle=dataset().say("targets.bars_hint", chosen.language)))
    st.html(target_key.bars(chosen.language))
    with st.container(height=min(drawn.height or TALL, TALL if phone() else target_lists.beside(chosen)), border=False):
        figure.show(drawn, on_select=lambda: picked("bars"), heading=False)


def count(chosen: Selection) -> None:
    """Draw the count of targets by category, where any can be compared."""
    drawn = targets_figures.tally_figure(chosen)
    if len(drawn.frame):
        figure.show(drawn, on_select=lambda: picked("tally"), heading=False, source=False)


def way(chosen: Selection) -> None:
    """Draw the choice of an indicator of the shown owner, those that compare first, and its way to its targets."""
    data, language = dataset(), chosen.language
    indicator, held = subject_of(chosen)
    frame = goals.shown(data, chosen)
    frame = frame[frame["owner"] == held["owner"].iloc[0]]
    known = set(frame.loc[frame["category"] != progress.NONE, "indicator"])
    options = sorted(dict.fromkeys(frame["indicator"]), key=lambda name: name not in known)
    _select(CHOSEN, options, indicator, lambda name: data.indicators.at[name, f"title_{language}"],
            lambda given: current.put("indicator", given))  # fmt: skip
    drawn = targets_figures.FIGURES["trajectory"](chosen)
    figure.head(drawn)
    st.html(target_key.way(language))
    figure.show(drawn, heading=False)


def picked(figure_id: str) -> None:
    """Write what was clicked to the address: the indicator (and unit) of a bar, the category of a segment; a second click takes that away."""
    event = st.session_state.get(f"figure_{figure_id}")
    points = event.selection.get("pick", []) if event else []
    if not points:
        return
    chosen, point = current.selection(), points[0]
    if point.get("category"):
        current.put_all({"topic": "" if chosen.topic == point["category"] else point["category"]})
    elif point.get("indicator"):
        unit = point["owner"] if chosen.mode == goals.PROVINCES else chosen.unit
        current.put_all({"indicator": point["indicator"], "unit": unit})


@lru_cache(maxsize=4)
def rule_text(language: str) -> str:
    """Return the published rule in a language: its part of docs/progress-method.md; "" where the file is missing."""
    if not RULE.exists():
        return ""
    return RULE.read_text(encoding="utf-8").partition(f"<!-- {language} -->")[2].partition("<!--")[0].strip()


def rule(chosen: Selection) -> None:
    """Draw the published rule of the categories, opened by a button."""
    with st.popover(dataset().say("targets.rule", chosen.language), icon=":material/rule:", width="stretch"):
        st.markdown(rule_text(chosen.language))
