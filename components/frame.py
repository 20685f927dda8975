"""The frame around every page: name of the atlas, menu, language, the page itself, footer."""

from __future__ import annotations

import streamlit as st

from components import current, heading, share
from components.dataset import dataset, ensure, failure
from components.register import DEFAULT, PAGES
from indicators.selection import FOREIGN, Selection
from indicators.text import LANGUAGES

LANGUAGE = "language"


def _language() -> str:
    given = st.query_params.get("lang", LANGUAGES[0])
    return given if given in LANGUAGES else LANGUAGES[0]


def _home() -> None:
    st.switch_page(_pages(_language())[DEFAULT], query_params=st.query_params.to_dict())


def _pages(language: str) -> dict[str, object]:
    words = dataset()
    return {
        path: st.Page(page.file, title=words.say(page.title_key, language), url_path=path)
        for path, page in PAGES.items()
    }


def _menu(place, pages: dict, chosen: Selection) -> None:
    data, language = dataset(), chosen.language
    with place:
        st.markdown(f"**{data.say('atlas.short', language)}**", width="content")
        for path, page in pages.items():
            if not PAGES[path].menu:
                continue
            there, _ = Selection.parse(chosen.query() if path == chosen.page else chosen.onward(), data, path)
            st.page_link(page, query_params=there.query(), width="content")
        st.space("stretch")
        share.show(chosen)
        current.give(LANGUAGE, language)
        st.segmented_control(
            data.say("control.language", language), LANGUAGES, required=True,
            format_func=str.upper, label_visibility="collapsed", key=LANGUAGE, on_change=lambda: current.put("lang", st.session_state[LANGUAGE]),
        )  # fmt: skip


def _fault(reason: BaseException) -> None:
    st.title("Atlas Chuyển đổi số Việt Nam · Vietnam Digital Transformation Atlas")
    st.error(str(reason))


def run() -> None:
    """Draw the running page inside the frame."""
    ensure()
    if failure() is not None:
        st.set_page_config(page_title="Atlas", layout="wide")
        pages = [st.Page(lambda: _fault(failure()), title="Atlas", url_path=path) for path in ("", *PAGES)]
        st.navigation(pages, position="hidden").run()
        return
    data, language = dataset(), _language()
    st.set_page_config(
        page_title=data.say("atlas.name", language),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    pages = _pages(language)
    start = st.Page(_home, title=data.say("atlas.name", language), default=True)
    page = st.navigation([start, *pages.values()], position="hidden")
    if page is start:
        page.run()
        return
    chosen = current.read(page.url_path)
    st.query_params.from_dict({**_kept(), **chosen.query()})
    if PAGES[page.url_path].bare:
        page.run()
        return
    if st.context.is_embedded:
        # In another site's page the picture stands alone: that site has its own menu and foot.
        _page(page, chosen)
        return
    # The page first, for it is what a visitor waits for; the menu stands above it all the same.
    menu = st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="menu")
    try:
        _page(page, chosen)
    finally:
        _menu(menu, pages, chosen)
    _footer(chosen)


def _page(page, chosen: Selection) -> None:
    """Draw the page itself, or why it has no figures."""
    if chosen.indicator or not PAGES[chosen.page].modules:
        page.run()
    else:
        _without(chosen)


def _without(chosen: Selection) -> None:
    """Say, in place of a page that draws figures, that the tables hold none for it."""
    heading.notices(chosen)
    st.info(dataset().say("notice.no_figures", chosen.language), icon=":material/info:")


def _kept() -> dict[str, str]:
    return {key: value for key, value in st.query_params.to_dict().items() if key in FOREIGN}


def _footer(chosen: Selection) -> None:
    data, language = dataset(), chosen.language
    st.divider()
    st.caption(data.say("frame.footer", language, version=data.version))
