"""What is known of one unit alone: its place in the merger, targets, events, figures that only it publishes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import target_words
from components.dataset import dataset
from indicators import bases, goals, merger_effect, merging, profile, progress
from indicators import format as labels
from indicators.selection import Selection


def heading(chosen: Selection) -> tuple[str, str]:
    """Return the title of the page and its line of context: the unit, its region, what it was merged into or made of."""
    data, language = dataset(), chosen.language
    row = data.units.loc[chosen.unit]
    words = [row[f"region_{language}"]]
    names = [data.units.at[name, f"name_{language}"] for name in profile.predecessors(data, chosen.unit)]
    if len(names) > 1:
        date = labels.date_label(row["valid_from"], language)
        words.append(data.say("province.made_of", language, names=", ".join(names), date=date))
    following = merging.successors(data, chosen.unit)
    if following:
        into = ", ".join(data.units.at[name, f"name_{language}"] for name in following)
        since = labels.date_label(data.units.at[following[0], "valid_from"], language)
        merged = len(following) > 1 or len(profile.predecessors(data, following[0])) > 1
        words.append(data.say("province.merged_into" if merged else "province.kept", language, name=into, date=since))
    return row[f"name_{language}"], " · ".join(words)


def relatives(chosen: Selection) -> None:
    """Draw the links to the units that follow this one and to those that it was made of."""
    data, language = dataset(), chosen.language
    linked = [*merging.successors(data, chosen.unit), *profile.predecessors(data, chosen.unit)]
    if linked:
        later = bool(merging.successors(data, chosen.unit))
        merged = bool(merger_effect.whole_of(data, chosen.unit))
        key = ("province.see_after" if later else "province.see_before") if merged else "province.see_other"
        st.caption(data.say(key, language))
    with st.container(horizontal=True, gap="small"):
        for name in linked:
            there, _ = Selection.parse({"unit": name, "lang": language}, data, "province")
            label = data.say(
                "province.of_basis", language, name=data.units.at[name, f"name_{language}"],
                basis=bases.short(data, data.units.at[name, "basis"], language),
            )  # fmt: skip
            st.page_link(st.Page("../pages/province.py", url_path="province"),
                         label=label, query_params=there.query(), icon=":material/account_tree:")  # fmt: skip


def targets(chosen: Selection) -> None:
    """Draw the targets that the unit set for itself and the nation's on the same subjects, each with its document and where it stands."""
    data, language = dataset(), chosen.language
    own, shared = goals.standing(data, chosen.unit), goals.standing(data)
    nation = shared[shared["indicator"].isin(set(own["indicator"])) | (shared["scope"] == progress.EVERYONE)]
    st.markdown(f"**{data.say('province.targets', language)}**")
    if own.empty:
        name = data.units.at[chosen.unit, f"name_{language}"]
        st.caption(data.say("province.targets_none", language, name=name))
    rows = [
        {
            "owner": target_words.owner(row, language), "indicator": data.indicators.at[row["indicator"], f"title_{language}"],
            "period": row["period"], "target": target_words.asked(row, language), "attained": own_progress(row, language),
            "document": target_words.documents(row["documents"], language),
            "link": data.sources["url"].get(row["document_sources"].split()[0], ""),
        }
        for _, row in pd.concat([own, nation]).iterrows()
    ]  # fmt: skip
    names = ("owner", "indicator", "target", "period", "attained", "link", "document")
    _listed(rows, names, "province.targets", language, height=460)
    st.caption(data.say("province.targets_nation", language))


def own_progress(row: pd.Series, language: str) -> str:
    """Return where a target stands, in words, with the deciding figure; a figure of the nation says that it is the nation's."""
    words, held = target_words.category(row, language), target_words.figure(row, language)
    if not held:
        return words
    key = "province.progress" if row["scope"] == row["owner"] else "province.progress_nation"
    return dataset().say(key, language, category=words, figure=held)


def _listed(rows: list[dict], names: tuple[str, ...], key: str, language: str, height: int = 260) -> None:
    data = dataset()
    config = {name: st.column_config.TextColumn(data.say(f"column.{name}", language)) for name in names}
    config["link"] = st.column_config.LinkColumn(
        data.say("column.link", language), display_text=data.say("province.source", language)
    )
    frame = pd.DataFrame(rows, columns=list(names))
    tall = min(height, 38 + 35 * max(1, len(frame)))
    st.dataframe(frame, hide_index=True, column_config=config, height=tall, alt=data.say(key, language))


def events(chosen: Selection) -> None:
    """Draw the events of the unit, the newest first, each with its source."""
    data, language = dataset(), chosen.language
    held = profile.events_of(data, chosen.unit)
    if held.empty:
        return
    st.markdown(f"**{data.say('province.events', language)}**")
    for row in held.to_dict("records"):
        url = data.sources["url"].get(row["source"], "")
        day = labels.date_label(row["date"], language)
        st.markdown(f":small[**{day}** · {row[f'text_{language}']} [{data.say('province.source', language)}]({url})]")
