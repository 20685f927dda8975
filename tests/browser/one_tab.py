"""Steps in the page that a whole module shares (fixture tab)."""

from tests.browser.conftest import settled


def opened(tab, server, path: str, dark: bool = False):
    """Open a path in the shared page at its usual size, in the light theme if not asked otherwise."""
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
    tab.goto(server + path)
    settled(tab)
    return tab


def darken(tab) -> None:
    """Switch the shared page to the dark theme; Streamlit's key R runs the script again, which a change of scheme does not."""
    tab.emulate_media(color_scheme="dark", reduced_motion="reduce")
    tab.wait_for_timeout(150)
    tab.keyboard.press("r")
    settled(tab)
