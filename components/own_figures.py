"""A province's own figures for the coming year: form and file, their sheet and place; never written anywhere."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import assessment_words as words
from components import cards, current, export, word_table
from components.dataset import dataset
from indicators.assessment import own, scenario, whatif
from indicators.assessment.scores import BLOCK, Scores
from indicators.export import cells, xlsx
from indicators.export.names import moment
from indicators.selection import Selection
from indicators.text import LANGUAGES

KEPT = "own_kept"  # cells by unit, kept while other parts of the page are shown


def _cell(unit: str, name: str) -> str:
    """The widget key of one cell."""
    return f"own_cell_{unit}_{name}"


def names(found: Scores, chosen: Selection) -> dict[str, str]:
    """Return the words of every index of the edition."""
    return {name: dataset().indicators.at[name, f"short_{chosen.language}"] for name in found.scheme.weights.index}


def _template(found: Scores, chosen: Selection) -> None:
    frame = own.template(found.scheme, names(found, chosen))
    title = words.say("template_xlsx", chosen)
    book = xlsx.workbook(
        [xlsx.Sheet("atlas", frame)], title, dataset().say("atlas.name", chosen.language), moment(dataset().version)
    )
    with st.container(horizontal=True):
        for kind, content in (("csv", cells.csv(frame)), ("xlsx", book)):
            st.download_button(words.say(f"template_{kind}", chosen), content, file_name=f"atlas-own-figures.{kind}", mime=export.KINDS[kind],
                               on_click="ignore", icon=":material/download:", key=f"own_template_{kind}")  # fmt: skip


def _upload(found: Scores, chosen: Selection) -> None:
    """Take the cells of an uploaded file into the form, once a file."""
    given = st.file_uploader(words.say("own_upload", chosen), type=["csv", "xlsx"], key="own_file", max_upload_size=1)
    if given is None or st.session_state.get("own_taken") == given.file_id:
        return
    read = own.read_file(
        given.getvalue(), given.name, found.scheme, *(names(found, chosen.but(language=one)) for one in LANGUAGES)
    )
    st.session_state["own_taken"] = given.file_id
    st.session_state["own_file_problems"] = [
        problem for problem in read.problems if not read.given or problem.key == "own.unknown_index"
    ]
    for name, cell in read.given.items():
        if cell.strip():  # an empty cell of the file takes nothing away from the form
            st.session_state[_cell(chosen.unit, name)] = cell


def _form(found: Scores, chosen: Selection) -> own.Own:
    """Draw one text field an index; what is typed stays as it is, whatever is wrong with it."""
    last = found.values.loc[chosen.unit]
    kept = st.session_state.setdefault(KEPT, {}).get(chosen.unit, {})
    typed = {}
    st.caption(words.say("own_range", chosen))
    columns = st.columns(2, gap="small")
    for place, (name, label) in enumerate(names(found, chosen).items()):
        st.session_state.setdefault(_cell(chosen.unit, name), kept.get(name, ""))
        hint = "" if pd.isna(last[name]) else words.known(float(last[name]), chosen)
        typed[name] = columns[place % 2].text_input(
            label, key=_cell(chosen.unit, name), placeholder=words.say("own_last", chosen, value=hint) if hint else words.say("own_unknown", chosen),
        )  # fmt: skip
    st.session_state[KEPT] = {**st.session_state[KEPT], chosen.unit: typed}
    return own.read_cells(typed)


def _about_block(found: Scores, chosen: Selection) -> None:
    """Say which indices of the unit were not published singly, what is known of them and how they can be replaced."""
    lacking = found.missing(chosen.unit)
    if not lacking:
        return
    known, most = float(found.blocked(lacking)[chosen.unit]), float(found.scheme.weights[lacking].sum())
    said = {"count": len(lacking), "names": ", ".join(names(found, chosen)[name] for name in lacking)}
    st.markdown(words.say("own_about_block", chosen, name=words.name_of(chosen.unit, chosen), period=chosen.period,
                          points=words.points(min(known, most), chosen), most=words.points(most, chosen), **said))  # fmt: skip


def taken(found: Scores, unit: str, values: dict[str, float]) -> tuple[dict[str, float], list[str]]:
    """Return own values by component, and which indices of the unpublished block still lack one (the block needs all)."""
    lacking = found.missing(unit)
    inside = [name for name in lacking if name in values]
    made = {name: value for name, value in values.items() if name not in lacking}
    if not inside:
        return made, []
    if len(inside) < len(lacking):
        return made, [name for name in lacking if name not in values]
    weights = found.scheme.weights[lacking]
    return {**made, BLOCK: float((pd.Series(values)[lacking] * weights).sum() / weights.sum())}, []


def show(chosen: Selection, found: Scores) -> None:
    """Draw form, file and result of a province's own figures, marked as its own."""
    st.info(words.say("own_intro", chosen), icon=":material/lock:")
    left, right = st.columns([2, 3], gap="large")
    with left:
        _about_block(found, chosen)
        _template(found, chosen)
        _upload(found, chosen)
        read = _form(found, chosen)
    with right:
        for problem in [*st.session_state.get("own_file_problems", []), *read.problems]:
            given = dict(problem.names)
            if given.get("index") in dataset().indicators.index:
                given["index"] = dataset().indicators.at[given["index"], f"short_{chosen.language}"]
            st.warning(dataset().say(problem.key, chosen.language, **given), icon=":material/report:")
        made, short = taken(found, chosen.unit, dict(read.values))
        if short:
            st.warning(words.say("own_block", chosen, names=", ".join(names(found, chosen)[name] for name in short)))
        _result(chosen, found, made)


def _result(chosen: Selection, found: Scores, made: dict[str, float]) -> None:
    if not made:
        st.caption(words.say("own_nothing", chosen))
        return
    result = whatif.outcome(dataset(), found, chosen.unit, made, chosen.others or whatif.STILL)
    cards.show([
        {"name": words.say("own_total", chosen), "value": words.value(result.after, chosen), "url": "",
         "target": words.say("delta", chosen, change=words.value(result.after - result.before, chosen, signed=True)), "change": ""},
        {"name": words.say("own_rank", chosen, period=chosen.period), "value": words.say("rank_of", chosen, rank=result.rank_after, of=result.rank_of),
         "url": "", "target": words.say("own_mark", chosen), "change": ""},
    ])  # fmt: skip
    st.markdown(words.place(result, chosen))
    table = scenario.plan(found, chosen.unit, made).iloc[:, :4]
    table["index"] = [words.component(name, found.missing(chosen.unit), chosen) for name in table["index"]]
    table["from"] = [words.known(value, chosen) for value in table["from"]]
    table["to"] = [words.value(value, chosen) for value in table["to"]]
    table["points"] = [words.points(value, chosen, signed=True) for value in table["points"]]
    titles = {name: words.say(f"column.{name}", chosen) for name in table}
    st.markdown(word_table.table(table.rename(columns=titles), left=1))
    file = pd.DataFrame(
        {
            "index": list(made),
            "name": [words.component(name, found.missing(chosen.unit), chosen) for name in made],
            "value": list(made.values()),
        }
    )
    st.download_button(words.say("own_keep", chosen), cells.csv(file), file_name="atlas-own-figures.csv",
                       mime=export.KINDS["csv"], on_click="ignore", icon=":material/download:", key="own_keep")  # fmt: skip
    if st.button(words.say("own_link", chosen), icon=":material/link:", key="own_to_link"):
        current.put_all({"scenario": scenario.written(made), "mode": "whatif"})
        st.rerun()
    st.caption(words.say("own_link_help", chosen))
