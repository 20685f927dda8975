"""The pages of the atlas in the order of the menu: path, file, icon and the figures each can give."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page: its path in the address, its file, its icon, the stable ids of its figures (the first is its default)."""

    path: str
    icon: str
    figures: tuple[str, ...]

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
        Page("overview", ":material/home:", ("map", "list", "movers")),
        Page("map", ":material/map:", ("map", "list")),
        Page("province", ":material/location_on:", ("strips", "trend", "pillars", "locator")),
        Page("targets", ":material/flag:", ("bars", "trajectory")),
        Page("data", ":material/database:", ("coverage",)),
    )
}
DEFAULT = next(iter(PAGES))
