"""A page of the atlas run without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from components.register import PAGES

ROOT = Path(__file__).resolve().parent.parent
BUILT = [path for path, page in PAGES.items() if "being built" not in (ROOT / f"pages/{path}.py").read_text("utf-8")]


def opened(path: str, **parameters: str) -> AppTest:
    """Return a page as it stands after its first run with the parameters of an address."""
    screen = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=30)
    screen.switch_page(str(ROOT / "pages" / f"{path}.py"))
    screen.query_params.update(parameters)
    return screen.run()


def words(screen: AppTest) -> str:
    """Return all running text of a screen."""
    parts = [
        *screen.markdown,
        *screen.caption,
        *screen.text,
        *screen.info,
        *screen.warning,
        *screen.error,
        *screen.code,
    ]
    return "\n".join(str(part.value) for part in parts)
