"""The state of a screen and its form in a URL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from indicators import bases, merging, search
from indicators.assessment import scheme
from indicators.load import NATION, Dataset
from indicators.remembered import remembered
from indicators.text import LANGUAGES

VERSION = "1"
MOST_UNITS = 5
LONGEST = 120
KEPT_LENGTH = 1000
# Parts of an address that are made of several values.
LONG = {"scenario": 600, "costs": 300, "units": 200}
# URL key -> field, in the order in which they stand in an address.
KEYS = {
    "indicator": "indicator", "basis": "basis", "period": "period", "unit": "unit", "units": "units", "from": "earlier",
    "y": "second", "mode": "mode", "classes": "classes", "borders": "borders", "topic": "topic", "document": "document",
    "q": "typed", "edition": "edition", "scenario": "scenario", "goal": "goal", "others": "others", "costs": "costs",
    "story": "story", "slide": "slide",
    "figure": "figure", "lang": "language", "v": "version",
}  # fmt: skip
FREE = (
    "mode", "classes", "borders", "topic", "document", "typed", "edition", "scenario", "goal", "others", "costs", "story",
    "slide", "figure",
)  # fmt: skip
# Pages about one unit: without one in the address they show the first of the basis.
OF_ONE_UNIT = {"province", "assessment"}
# Pages whose unit brings its own basis.
OF_ANY_BASIS = OF_ONE_UNIT | {"stories", "stage"}
# Pages that set units side by side: all of one basis, that of the units where the address names none.
OF_SEVERAL_UNITS = {"compare"}
# Parameters that belong to the server and the frame, not to the state of a screen.
FOREIGN = {"embed", "embed_options", "missing", "kiosk", "presenter"}


@dataclass(frozen=True)
class Notice:
    """A sentence owed to the visitor: its key in text.csv and the names that fill it."""

    key: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Selection:
    """Everything that a screen depends on."""

    page: str = "overview"
    language: str = LANGUAGES[0]
    basis: str = ""
    indicator: str = ""
    period: str = ""
    unit: str = ""
    units: tuple[str, ...] = ()
    earlier: str = ""
    second: str = ""
    mode: str = ""
    classes: str = ""
    borders: str = ""
    topic: str = ""
    document: str = ""
    typed: str = ""
    edition: str = ""
    scenario: str = ""
    goal: str = ""
    others: str = ""
    costs: str = ""
    story: str = ""
    slide: str = ""
    figure: str = ""
    version: str = VERSION

    def query(self) -> dict[str, str]:
        """Return the parameters of the screen's address; blank fields are left out."""
        held = {key: getattr(self, name) for key, name in KEYS.items()}
        held["units"] = ",".join(self.units)
        return {key: value for key, value in held.items() if value}

    def onward(self) -> dict[str, str]:
        """Return what a link to another page takes along: what is looked at, not how this page shows it."""
        return self.but(**dict.fromkeys(FREE, "")).query()

    def but(self, **changed) -> Selection:
        """Return the selection with some fields changed."""
        return replace(self, **changed)

    @classmethod
    def parse(cls, params: Mapping[str, str], dataset: Dataset, page: str) -> tuple[Selection, list[Notice]]:
        """Return the selection that an address asks for and a notice for every part that could not be met."""
        given = tuple((str(key), str(value)) for key, value in params.items())
        # A long address is read and not kept: the cache stays small whatever is sent.
        short = sum(len(value) for _, value in given) <= KEPT_LENGTH and len(given) <= len(KEYS)
        chosen, notices = _kept(dataset, given, page) if short else _Reader(dict(given), dataset, page).read()
        return chosen, list(notices)


@remembered(2048)
def _kept(dataset: Dataset, given: tuple[tuple[str, str], ...], page: str) -> tuple[Selection, list[Notice]]:
    return _Reader(dict(given), dataset, page).read()


def catalogue(dataset: Dataset, page: str) -> list[str]:
    """Return the indicators that a page can be asked for, its default first."""
    return list(_catalogue(dataset, page))


@remembered(64)
def _catalogue(dataset: Dataset, page: str) -> list[str]:
    if page == "targets":
        targeted = set(dataset.tables["targets"]["indicator"])
        paired = set(dataset.tables["pairs"]["target_indicator"])
        known = [name for name in dataset.indicators.index if name in targeted]
        heads = list(dataset.tables["headlines"].sort_values("position")["indicator"])
        order = {name: place for place, name in enumerate(heads)}
        return sorted(known, key=lambda name: (name not in paired, order.get(name, len(heads))))
    if page == "assessment":
        return scheme.totals(dataset)
    rows = dataset.indicators
    if page == "data":
        return list(rows.index)
    provincial = {name for name, basis in dataset.periods_by if basis != NATION}
    shown = ["map"] if page == "overview" else ["map", "list"]  # totals must not colour areas
    return [name for name in rows.index[rows["display"].isin(shown)] if name in provincial]


class _Reader:
    """Reads one address field by field; what cannot be met becomes a notice and a default."""

    def __init__(self, params: Mapping[str, str], dataset: Dataset, page: str) -> None:
        self.given = {key: str(value)[: LONG.get(key, LONGEST)].strip() for key, value in params.items()}
        self.dataset = dataset
        self.page = page
        self.notices: list[Notice] = []
        self.language = LANGUAGES[0]

    def refuse(self, name: str, given: str) -> None:
        self.notices.append(Notice("notice.unknown", {"name": name, "given": given}))

    def choice(self, key: str, known, default: str) -> str:
        given = self.given.get(key, "")
        if given and given not in known:
            self.refuse(key, given)
        return given if given in known else default

    def place(self, given: str) -> str:
        if not given or given in self.dataset.units.index:
            return given
        places = self.dataset.units[self.dataset.units["basis"] != NATION]
        exact = search.named(places, given)
        exact = [name for name in exact if self.dataset.units.at[name, "basis"] == self.given.get("basis")] or exact
        if exact:
            return exact[-1]
        if given:
            self.refuse("unit", given)
        return ""

    def basis_for(self, indicator: str, unit: str) -> str:
        known = self.dataset.bases
        given = self.given.get("basis", "")
        if given and given not in known:
            self.refuse("basis", given)
        own = self.dataset.units.at[unit, "basis"] if unit else ""
        if self.page in OF_ANY_BASIS and own in known:
            return own
        holding = [basis for basis in known if self.dataset.periods_of(indicator, basis)]
        if own in holding and self.page in OF_SEVERAL_UNITS and not given:
            return own
        if given in known:
            if holding and given not in holding and self.page != "data":
                self.no_basis(indicator, given, holding[-1])
                return holding[-1]
            return given
        return self.dataset.basis_now if self.dataset.basis_now in holding or not holding else holding[-1]

    def no_basis(self, indicator: str, given: str, shown: str) -> None:
        """Say that a basis has no figures, and why where they cannot be derived from the units before."""
        names = {
            "given": bases.short(self.dataset, given, self.language),
            "shown": bases.short(self.dataset, shown, self.language),
        }
        self.notices.append(Notice("notice.no_basis", names))
        if self.dataset.bases.index(given) > self.dataset.bases.index(shown):
            self.notices.append(Notice(merging.refusal(self.dataset, indicator) or "notice.no_parts"))

    def together(self, units: list[str], basis: str) -> tuple[str, ...]:
        """The units of one basis: one of another is carried over to what it became or was made of, with a notice."""
        groups = [merging.counterparts(self.dataset, unit, basis) for unit in units]
        # Where there are more than may be compared, each unit's namesake comes before the others.
        first = [group[0] for group in groups if group]
        held = [unit for group in groups for unit in group]
        kept = list(dict.fromkeys(held if len(set(held)) <= MOST_UNITS else [*first, *held]))[:MOST_UNITS]
        moved = [unit for unit in units if self.dataset.units.at[unit, "basis"] != basis]
        if moved:
            names = ", ".join(self.dataset.units.at[unit, f"name_{self.language}"] for unit in moved)
            shown = bases.short(self.dataset, basis, self.language)
            self.notices.append(Notice("notice.carried", {"names": names, "shown": shown}))
        return tuple(kept)

    def several(self) -> list[str]:
        """The units that the address names, at most MOST_UNITS, with a notice where it names more."""
        given = [part for part in self.given.get("units", "").split(",") if part.strip()]
        if len(given) > MOST_UNITS:
            self.notices.append(Notice("notice.most_units", {"most": str(MOST_UNITS), "count": str(len(given))}))
        units = [self.place(part.strip()) for part in given][:MOST_UNITS]
        return [part for part in dict.fromkeys(units) if part]

    def period_for(self, indicator: str, basis: str, key: str = "period") -> str:
        held, given, own = self.dataset.periods_of(indicator, basis), self.given.get(key, ""), self.page != "targets"
        default = held[-1] if held and key == "period" else ""
        if given and given not in (held if own else self.dataset.period_names):
            said = "notice.no_period" if default and own else "notice.unknown"
            self.notices.append(Notice(said, {"name": key, "given": given, "shown": default}))
        return given if given in held else default

    def read(self) -> tuple[Selection, list[Notice]]:
        self.language = self.choice("lang", LANGUAGES, LANGUAGES[0])
        known = catalogue(self.dataset, self.page)
        default = known[0] if known else ""
        indicator = self.choice("indicator", known, default)
        unit = self.place(self.given.get("unit", ""))
        units = self.several()
        of_several = self.page in OF_SEVERAL_UNITS
        basis = self.basis_for(indicator, units[0] if of_several and units else unit)
        if self.page in OF_ONE_UNIT and (not unit or self.dataset.units.at[unit, "basis"] == NATION):
            unit = next(iter(self.dataset.units_of(basis)["unit"]), "")
        elif unit and self.page != "targets" and self.dataset.units.at[unit, "basis"] != basis:
            unit = ""
        chosen = Selection(
            page=self.page,
            language=self.language,
            basis=basis,
            indicator=indicator,
            period=self.period_for(indicator, basis),
            unit=unit,
            units=self.together(units, basis) if of_several else tuple(units),
            earlier=self.period_for(indicator, basis, "from"),
            second=self.choice("y", catalogue(self.dataset, "map"), ""),
            **{name: self.given.get(key, "") for key, name in KEYS.items() if name in FREE},
        )
        if self.given.get("v", VERSION) != VERSION:
            self.notices.append(Notice("notice.version"))
        unused = sorted({*self.given} - {*KEYS} - FOREIGN)
        self.notices += [Notice("notice.parameter", {"name": key[:40]}) for key in unused]
        return chosen, self.notices
