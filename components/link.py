"""A link read strictly: the selection and the figure that it names, or the reason in words why it names none."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from components import gallery, known
from components.dataset import dataset
from components.figure import Figure, on_paper
from components.register import PAGES
from indicators.selection import FOREIGN, LONGEST, Notice, Selection
from indicators.text import LANGUAGES
from indicators.values import BadArgument

LONGEST_LINK = 2000


def _known(language: str, name: str, given: str, known) -> None:
    if given not in known:
        words = {"name": name, "given": given[:80], "known": ", ".join(list(known)[:20])}
        raise BadArgument(dataset().say("argument.unknown", language, **words))


def _refusal(notice: Notice, language: str) -> str:
    """What a page would tell a visitor who sees it all the same, told to who gets nothing."""
    own = notice.key.replace("notice.", "refused.")
    return dataset().say(own if dataset().words.has(own) else notice.key, language, **notice.names)


def language_of(given: Mapping[str, str]) -> str:
    """Return the language that arguments ask for, the first one where they ask for none that is known."""
    return given.get("lang", "") if given.get("lang") in LANGUAGES else LANGUAGES[0]


def selection(page: str, given: Mapping[str, str]) -> Selection:
    """Return the selection that a page's arguments ask for; BadArgument, in their language, where a part cannot be met."""
    language = language_of(given)
    _known(language, "page", page, [name for name in PAGES if gallery.figures(name)])
    if "lang" in given:
        _known(language, "lang", given["lang"], LANGUAGES)
    wanted = {name: value for name, value in given.items() if name not in FOREIGN}
    chosen, notices = Selection.parse(wanted, dataset(), page)
    if chosen.figure:
        _known(language, "figure", chosen.figure, gallery.figures(page))
    chosen, more = known.met(chosen)
    # a figure is named apart from the view that a page opens
    notices = [one for one in (*notices, *more) if one.key != known.NO_VIEW]
    if notices:
        raise BadArgument(" ".join(_refusal(one, language) for one in notices)[: 4 * LONGEST])
    return chosen.but(figure=chosen.figure or next(iter(gallery.figures(page))))


def read(link: str) -> Selection:
    """Return the selection of a link ("/map?indicator=dti&lang=en&figure=map"), of this or any other server."""
    parts = urlsplit(link.strip()[:LONGEST_LINK])
    return selection(parts.path.strip("/").split("/")[-1], dict(parse_qsl(parts.query)))


def figure(chosen: Selection) -> Figure:
    """Return the figure of a selection, drawn for paper; BadArgument for areas in the colours of a total."""
    with on_paper():
        made = gallery.build(chosen)
    coloured = bool(made.geometry) and "legend" in made.extra
    if coloured and dataset().indicators.at[chosen.indicator, "display"] != "map":
        raise BadArgument(dataset().say("argument.total", chosen.language))
    return made
