"""What a link may ask for beyond the data's own names: the views of a page, its figures, methods, stories; what else is named in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection

from components import gallery
from components.dataset import dataset
from indicators import classes, goals, progress, stories
from indicators.assessment import scenario, scheme, whatif
from indicators.assessment.scores import BLOCK
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import KEYS, Notice, Selection

FORMER = "former"
DOCUMENT = "method_document."
# Where the names of the views stand of pages that do not offer every view for everything.
NO_VIEW = "notice.no_view"
VIEW_WORDS = {"map": "map.mode.", "province": "province.section_"}


def modes(page: str) -> Collection[str]:
    """Return the views of a page that an address may name; empty for a page with one view."""
    # the pages' own modules import this one through the running screen
    from components import assessment_controls, data_controls, map_modes, sections

    held: dict[str, Callable[[], Collection[str]]] = {
        "map": lambda: map_modes.MODES, "province": lambda: sections.NAMES, "compare": lambda: gallery.figures("compare"),
        "targets": lambda: (goals.PROVINCES,), "assessment": lambda: assessment_controls.MODES, "data": lambda: data_controls.MODES,
    }  # fmt: skip
    return held[page]() if page in held else ()


def offered(chosen: Selection) -> Collection[str]:
    """Return the views that a page has for what is looked at, its first the one shown where an address names another."""
    from components import map_modes, sections

    held: dict[str, Callable[[], Collection[str]]] = {
        "map": lambda: map_modes.offered(chosen), "province": lambda: list(sections.held_by(chosen)),
    }  # fmt: skip
    return held[chosen.page]() if chosen.page in held and chosen.indicator else modes(chosen.page)


def _no_view(chosen: Selection) -> list[Notice]:
    """Return the sentence owed where a page has the asked view, but not for this indicator or unit; the address keeps it for the next."""
    data, held = dataset(), list(offered(chosen)) if chosen.mode in modes(chosen.page) else []
    if not held or chosen.mode in held:
        return []
    say = lambda name: data.say(f"{VIEW_WORDS[chosen.page]}{name}", chosen.language)  # noqa: E731
    of = data.units.at[chosen.unit, f"name_{chosen.language}"] if chosen.page == "province" else ""
    of = of or data.indicators.at[chosen.indicator, f"short_{chosen.language}"]
    return [Notice(NO_VIEW, {"given": say(chosen.mode), "of": of, "shown": say(held[0])})]


@remembered(1)
def _listed(data: Dataset) -> dict[str, frozenset[str]]:
    """The values of the parts that mean the same on every page."""
    targets, rows = data.tables["targets"], data.indicators
    read = [key.removeprefix(DOCUMENT) for key in data.tables["text"]["key"] if key.startswith(DOCUMENT)]
    lists = {
        "classes": classes.METHODS, "borders": (FORMER,), "edition": data.tables["editions"]["edition"], "others": (whatif.STILL, whatif.PACE),
        "topic": (*rows["topic"], *rows["group"], *targets["period"], *progress.CATEGORIES), "document": (*read, *targets["document"]),
        "story": (*stories.names(data), stories.OWN),
    }  # fmt: skip
    return {name: frozenset(values) for name, values in lists.items()}


@remembered(1)
def _components(data: Dataset) -> frozenset[str]:
    return frozenset([BLOCK, *(name for held in scheme.schemes(data).values() for name in held.weights.index)])


def _fits(name: str, chosen: Selection) -> bool:
    """Whether a page can meet the value of one part of its address."""
    given = getattr(chosen, name)
    if name == "mode":
        return given in modes(chosen.page)
    if name == "figure":
        return given in gallery.figures(chosen.page)
    if name == "slide":
        return given.isdecimal() and int(given) > 0
    if name == "goal":
        return scenario.goal_of(given) is not None
    return given in _listed(dataset())[name]


CHECKED = ("mode", "classes", "borders", "topic", "document", "edition", "goal", "others", "story", "slide", "figure")


def met(chosen: Selection) -> tuple[Selection, list[Notice]]:
    """Return a selection without the values that its page does not know, and a notice for each of them.

    Of a scenario and of costs only the parts that name nothing get a notice; the page itself says what does not fit its unit.
    """
    keys = {field: key for key, field in KEYS.items()}
    refused = [name for name in CHECKED if getattr(chosen, name) and not _fits(name, chosen)]
    said = {name: getattr(chosen, name) for name in refused}
    if chosen.costs:
        said["costs"] = ", ".join(scenario.prices(chosen.costs, _components(dataset()))[2])
    if chosen.scenario and chosen.page != "assessment":
        said["scenario"] = ", ".join(scenario.read(chosen.scenario, _components(dataset()))[1])
    notices = [
        Notice("notice.unknown", {"name": keys[name], "given": given[:60]}) for name, given in said.items() if given
    ]
    chosen = chosen.but(**dict.fromkeys(refused, "")) if refused else chosen
    return chosen, [*notices, *_no_view(chosen)]
