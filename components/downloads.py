"""Every table as it stands, all of them in one file, the addresses for programs, and the licences."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.dataset import dataset
from indicators import archive
from indicators import format as labels
from indicators.contract import package
from indicators.selection import Selection

KILO = 1000
TERMS = ("software", "figures", "boundaries", "font", "credit")


def show(chosen: Selection) -> None:
    """Draw the downloads, then terms and credits."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        tables(chosen.language)
    with right:
        everything(chosen.language)
        terms(chosen.language)
        addresses(chosen)


def terms(language: str) -> None:
    """Draw under which terms software, figures, boundaries and typeface stand, and how to credit them."""
    data = dataset()
    st.markdown(f"##### {data.say('data.terms_title', language)}")
    st.markdown("\n".join(f"- {data.say(f'data.terms_{part}', language)}" for part in TERMS))


def size(path: Path, language: str) -> str:
    """Return the size of a file in words."""
    return dataset().say("data.size", language, size=labels.number(path.stat().st_size / KILO, 0, language))


def tables(language: str) -> None:
    """Draw one row a table: what it holds, how many rows, and its file."""
    data = dataset()
    for resource in package(data.folder)["resources"]:
        path = data.folder / resource["path"]
        if not path.exists():
            continue
        count = labels.number(len(data.tables[resource["name"]]), 0, language)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            words = data.say("data.table_rows", language, file=path.name, count=count, size=size(path, language))
            st.markdown(f"**{resource[f'title_{language}']}**  \n:small[:gray[{words}]]", width="stretch")
            st.download_button(
                data.say("figure.csv", language), data=path.read_bytes, file_name=path.name, mime="text/csv", on_click="ignore",
                icon=":material/download:", key=f"table_{resource['name']}",
            )  # fmt: skip


def everything(language: str) -> None:
    """Draw the download of all tables, their contract and their guide in one file."""
    data = dataset()
    st.download_button(
        data.say("data.zip", language), data=lambda: archive.packed(data.folder), mime="application/zip", on_click="ignore",
        file_name=f"atlas-data-{data.version}.zip", icon=":material/folder_zip:", key="table_zip", width="stretch",
    )  # fmt: skip
    st.caption(data.say("data.zip_words", language, version=data.version))


def addresses(chosen: Selection) -> None:
    """Draw the addresses for programs and the command, for the chosen indicator."""
    asked = {"indicator": chosen.indicator, "basis": chosen.basis, "period": chosen.period}
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    words = " ".join(f"--{key} {value}" for key, value in asked.items())
    st.markdown(f"##### {dataset().say('data.api_title', chosen.language)}")
    st.caption(dataset().say("data.api_words", chosen.language))
    root = (st.context.url or "").rstrip("/").removesuffix(f"/{chosen.page}")
    st.code(
        f"{root}/api/catalog.json\n{root}/api/values.csv?{query}\npython -m indicators values {words}",
        language=None,
        wrap_lines=True,
    )
