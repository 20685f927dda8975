"""What a visitor takes away of a figure: files in a chosen size, made when asked for, and the lines to embed it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from components import drawing, export
from components.dataset import dataset
from components.framing import SIZES
from indicators.selection import Selection
from indicators.values import BadArgument

if TYPE_CHECKING:
    from components.figure import Figure

FRAME_HEIGHT = 640
# The scale of a picture that is downloaded: points of the picture for one of the size's own.
SCALES = {"report": 3}


def show(figure: Figure) -> None:
    """Draw the choice of size, one button a format, and the embedding."""
    data, language = dataset(), figure.selection.language
    size = st.segmented_control(
        data.say("export.size", language), list(SIZES), default=export.DEFAULT_SIZE, key=f"size_{figure.id}", required=True,
        format_func=lambda name: data.say(f"export.size_{name}", language),
    )  # fmt: skip
    name = export.file_name(figure)
    with st.container(horizontal=True, gap="xsmall"):
        for kind, mime in export.KINDS.items():
            ending = f"{size}.{kind}" if kind in export.PICTURES else kind
            st.download_button(
                data.say(f"figure.{kind}", language), data=lambda kind=kind: made(figure, kind, size), key=f"{kind}_{figure.id}",
                file_name=f"{name}.{ending}" if kind not in export.PICTURES else f"{name}-{ending}", mime=mime, on_click="ignore",
                icon=":material/download:", help=data.say(f"export.help_{kind}", language),
            )  # fmt: skip
    with st.expander(data.say("export.embed", language), icon=":material/code:"):
        st.caption(data.say("export.embed_help", language))
        st.code(snippet(figure), language="html", wrap_lines=True)


def made(figure: Figure, kind: str, size: str) -> bytes:
    """Return a figure as a file, a picture drawn for paper whatever the visitor's screen looks like, beside the server."""
    from components import gallery, workshop  # they import every figure, and figures have downloads

    chosen = figure.selection.but(figure=figure.id)
    scale = SCALES.get(size, 1)
    if kind not in export.PICTURES:
        return export.made(on_white(figure), kind)
    try:
        if figure.id in gallery.figures(chosen.page):
            return workshop.answer(workshop.picture, export.address(chosen), kind, size, scale, figure.height)
        return workshop.answer(export.made, figure, kind, size, scale)
    except (workshop.Busy, TimeoutError, BadArgument):
        # Drawn here after a minute's wait: slower for others, but the visitor gets the file.
        return export.made(on_white(figure), kind, size, scale)


def on_white(figure: Figure) -> Figure:
    """Return the figure as its page builds it for paper; the figure itself where no page names it."""
    from components import gallery
    from components.figure import on_paper

    builder = gallery.figures(figure.selection.page).get(figure.id)
    if builder is None:
        return figure
    with on_paper():
        return drawing.sized(builder(figure.selection.but(figure=figure.id)), figure.height)


def embedded(chosen: Selection) -> str:
    """Return the address of a page's embedded form below the atlas's root."""
    return f"{export.address(chosen)}&embed=true"


def snippet(figure: Figure) -> str:
    """Return the HTML that shows a figure's page in another site, with its title for screen readers."""
    root = (st.context.url or "").rstrip("/").removesuffix(f"/{figure.selection.page}")
    address = root + embedded(figure.selection.but(figure=figure.id))
    return (
        f'<iframe src="{escape(address)}" title="{escape(figure.title)}" width="100%" height="{FRAME_HEIGHT}" '
        f'style="border:0" loading="lazy"></iframe>'
    )
