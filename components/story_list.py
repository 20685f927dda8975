"""The stories that the atlas ships: what each tells, how long it lasts, the ways to show it and take it along."""

from __future__ import annotations

import streamlit as st

from components import controls, handout, slides, workshop
from components.dataset import dataset
from indicators import stories
from indicators.faults import sentence
from indicators.selection import Selection


def show(chosen: Selection) -> None:
    """Draw one card for each story; a story of any unit has the choice of its province."""
    data = dataset()
    for name in stories.listed(data):
        with st.container(border=True):
            if stories.story(data, name).of_any_unit:
                _of_unit(chosen, name)
            else:
                _card(chosen, name, "")


def _of_unit(chosen: Selection, name: str) -> None:
    data, language = dataset(), chosen.language
    st.markdown(
        f"**{data.say('stories.province', language)}**  \n:small[{data.say('stories.province_hint', language)}]"
    )
    controls.unit(chosen, everywhere=True)
    if chosen.unit:
        _card(chosen, name, chosen.unit)


def _card(chosen: Selection, name: str, unit: str) -> None:
    data, language = dataset(), chosen.language
    held = stories.story(data, name)
    # read from the table alone: telling a story builds every figure of it
    minutes = max(1, round(held.rows["seconds"].astype(int).sum() / 60)) if len(held.rows) else 0
    count = data.say("stories.count", language, count=len(held.rows), minutes=minutes)
    st.markdown(f"**{slides.title(name, language, unit)}**  \n:small[:gray[{count}]]")
    for fault in stories.link_faults(data, held, language, unit, slides.figures()):
        st.warning(sentence(fault, language))
    with st.container(horizontal=True, vertical_alignment="center"):
        there, _ = Selection.parse({"story": name, "unit": unit, "slide": "1", "lang": language}, data, "stage")
        page = st.Page("../pages/stage.py", url_path="stage")
        for key, more, icon in (("play", {}, "present_to_all"), ("kiosk", {"kiosk": "1"}, "tv")):
            label = data.say(f"stories.{key}", language)
            st.page_link(page, label=label, icon=f":material/{icon}:", query_params={**there.query(), **more})
    with st.container(horizontal=True, vertical_alignment="center"):
        path = data.folder / stories.FOLDER / f"{name}.csv"
        st.download_button(
            data.say("stories.table", language), data=path.read_bytes, file_name=path.name, mime="text/csv", key=f"table_{name}",
            on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        st.download_button(
            data.say("stories.handout", language), data=lambda: workshop.answer(handout.made, handout.WHOLE, held, language, unit),
            file_name=f"{handout.file_name(name, language, unit)}.{handout.WHOLE}", mime=handout.MIMES[handout.WHOLE],
            key=f"handout_{name}", on_click="ignore", icon=":material/folder_zip:",
        )  # fmt: skip
