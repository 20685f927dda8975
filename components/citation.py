"""Link, citation and report of an error: what a visitor takes away from a screen."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlencode

import streamlit as st

from components.copy_button import copy_buttons
from components.dataset import dataset
from components.register import PAGES
from indicators import format as labels
from indicators.selection import Selection
from indicators.settings import setting

WEB = ("http://", "https://")


def link(chosen: Selection) -> str:
    """Return the absolute address of a screen, as the visitor's browser sees this server."""
    root = (st.context.url or "").rstrip("/").removesuffix(f"/{chosen.page}")
    return f"{root}/{chosen.page}?{urlencode(chosen.query(), safe=',')}"


def subject(chosen: Selection) -> str:
    """Return what a screen shows in a few words: page, province, indicator, period."""
    data, language = dataset(), chosen.language
    parts = [data.say(PAGES[chosen.page].title_key, language)]
    if chosen.unit and PAGES[chosen.page].one_subject:
        parts.append(data.units.at[chosen.unit, f"name_{language}"])
    if chosen.indicator and PAGES[chosen.page].one_subject:
        period = labels.period_label(chosen.period, data.words, language) if chosen.period else ""
        parts.append(
            " ".join(part for part in (data.indicators.at[chosen.indicator, f"title_{language}"], period) if part)
        )
    return " · ".join(parts)


def citation(chosen: Selection, title: str = "") -> str:
    """Return a screen's citation: atlas, subject, data version, address, day of access."""
    data, language = dataset(), chosen.language
    return data.say(
        "citation.text", language, atlas=data.say("atlas.name", language), title=title or subject(chosen), version=data.version,
        link=link(chosen), date=labels.date_label(date.today().isoformat(), language),
    )  # fmt: skip


def report(chosen: Selection) -> str:
    """Return the text of a report with the figure's key filled in, a line left for what is wrong."""
    from components import gallery  # it imports every figure, and figures report errors too

    data, language = dataset(), chosen.language
    figure = chosen.figure or next(iter(gallery.figures(chosen.page)), "")
    key = {
        "page": chosen.page, "figure": figure, "indicator": chosen.indicator, "unit": chosen.unit, "period": chosen.period,
        "basis": chosen.basis, "version": data.version, "link": link(chosen.but(figure=figure)),
    }  # fmt: skip
    lines = [
        data.say("citation.key_line", language, name=data.say(f"citation.key_{name}", language), value=value)
        for name, value in key.items()
        if value
    ]
    return "\n".join([*lines, "", data.say("citation.report_question", language), ""])


def report_link(address: str, chosen: Selection) -> str:
    """Return what a click on "report" opens: a letter to the address with the text in it, or the web page as it stands."""
    if address.startswith(WEB):
        return address
    title = dataset().say("citation.report_title", chosen.language, subject=subject(chosen))
    return f"mailto:{address}?subject={quote(title)}&body={quote(report(chosen))}"


def show(chosen: Selection) -> None:
    """Draw the buttons that copy the link and the citation of a screen."""
    data, language = dataset(), chosen.language
    say = lambda key: data.say(f"citation.{key}", language)  # noqa: E731
    copy_buttons(
        {say("copy_link"): link(chosen), say("copy_citation"): citation(chosen)}, done=say("copied"), key="copy_screen"
    )


def report_panel(chosen: Selection) -> None:
    """Draw the report of an error: its text, and the way to send it where an address is configured."""
    data, language = dataset(), chosen.language
    address = setting(data, "report_address")
    st.markdown(data.say("citation.report_send" if address else "citation.report_copy", language, address=address))
    st.code(report(chosen), language=None, wrap_lines=True)
    if address:
        st.link_button(
            data.say("citation.report_open_letter", language), report_link(address, chosen), icon=":material/mail:"
        )


def report_figure(chosen: Selection) -> None:
    """Draw, inside a figure's panel, the report of an error in that figure: copied, or as a letter where an address is set."""
    data, language = dataset(), chosen.language
    address = setting(data, "report_address")
    words = data.say("citation.report_open", language)
    if address:
        st.markdown(f":small[[{words}]({report_link(address, chosen)})]")
    else:
        label = data.say("citation.report_figure", language)
        copy_buttons({label: report(chosen)}, data.say("citation.copied", language), key=f"report_{chosen.figure}")
