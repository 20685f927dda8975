"""Link and citation of a screen."""

from indicators.selection import Selection


def show(chosen: Selection) -> None:
    """Draw the link and the citation of a screen."""
