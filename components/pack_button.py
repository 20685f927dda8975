"""The button that makes a unit's briefing pack in the visitor's session, with its progress."""

from __future__ import annotations

import logging

import streamlit as st

from components import plan_kept, workshop
from components.dataset import dataset
from components.plan import Plan
from indicators.load import NATION
from indicators.selection import Selection

# Pages that are about one unit.
OF_A_UNIT = ("province", "assessment")


def show(chosen: Selection) -> None:
    """Draw the panel of the briefing pack of the chosen unit, with the plan of the link's scenario; of the nation on a page without a unit."""
    data, language = dataset(), chosen.language
    own = chosen.page in OF_A_UNIT and chosen.unit
    unit = chosen.unit if own else str(data.units_of(NATION)["unit"].iloc[0])
    with st.popover(
        data.say("pack.button", language), icon=":material/folder_zip:", key="pack", on_change="rerun"
    ) as panel:
        if panel.open:
            contents(unit, language, plan_kept.of_link(chosen) if own else None)


@st.fragment
def contents(unit: str, language: str, plan: Plan | None = None) -> None:
    """Draw what the pack is, with a plan or without, the button that makes it and, once made, the one that saves it."""
    say, kind = dataset().say, "_plan" if plan else ""
    st.markdown(say(f"pack.help{kind}", language, name=dataset().units.at[unit, f"name_{language}"]))
    if not st.button(say(f"pack.make{kind}", language), key="pack_make", icon=":material/build:"):
        return
    bar = st.progress(0.0)
    try:
        name, body = assembled(
            unit, language, lambda share, part: bar.progress(share, say(f"pack.step_{part}", language)), plan
        )
    except Exception:
        logging.getLogger(__name__).exception("the pack of %s could not be made", unit)
        bar.empty()
        st.error(say("pack.failed", language))
        return
    bar.progress(1.0, say("pack.done", language))
    st.download_button(
        say("pack.save", language), body, file_name=f"{name}.zip", mime="application/zip", key="pack_save", on_click="ignore",
        icon=":material/download:",
    )  # fmt: skip


def assembled(unit: str, language: str, told, plan: Plan | None = None) -> tuple[str, bytes]:
    """Return name and bytes of a pack, its parts made beside the server; told hears how far it is and what comes next."""
    from components import pack

    rest = (plan,) if plan else ()
    files: dict[str, bytes] = {}
    for place, part in enumerate(pack.PARTS):
        told(place / len(pack.PARTS), part)
        files |= workshop.answer(pack.made, unit, language, part, *rest)
    name = workshop.answer(pack.stem, unit, language, *rest)
    return name, workshop.answer(pack.whole, unit, language, files, *rest)
