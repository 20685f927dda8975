"""The pages of the atlas in the order of the menu: path, file and the modules that make their figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page: its path in the address, the modules of components/ whose FIGURES it can give (the first figure is its default).

    menu says whether the page stands in the menu; bare pages show nothing but themselves (no menu, no footer);
    one_subject says whether a screen is about the chosen indicator, which its citation then names.
    """

    path: str
    modules: tuple[str, ...] = ()
    menu: bool = True
    bare: bool = False
    one_subject: bool = True

    @property
    def file(self) -> str:
        """The page's file, seen from components/."""
        return f"../pages/{self.path}.py"

    @property
    def title_key(self) -> str:
        """The key of the page's name in the menu."""
        return f"page.{self.path}"


PAGES = {
    page.path: page
    for page in (
        Page("overview", ("overview_figures", "nation_figures")),
        Page("map", ("map_figures", "difference_figures", "period_figures", "tile_figures")),
        Page(
            "province",
            (
                "strip_figures",
                "trend_figures",
                "parts_figures",
                "moved_figures",
                "similar_figures",
                "local_figures",
                "province_figures",
                "numeral_figures",
            ),
        ),
        Page("compare", ("compare_figures", "relation_figures")),
        Page("targets", ("targets_figures", "ambition_figures")),
        Page("assessment", ("assessment_figures", "scenario_figures", "edition_figures")),
        Page("stories", one_subject=False),
        Page("data", ("data_figures",), one_subject=False),
        Page("stage", menu=False, bare=True),
    )
}
DEFAULT = next(iter(PAGES))
