"""The shape of the project: imports run one way, drawing and meaning stay apart, files stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Each layer and what it may import of the project: the way of ARCHITECTURE, app.py and server/ at the top.
MAY_IMPORT = {
    "app.py": {"server", "components", "indicators"},
    "export.py": {"components", "indicators"},
    "server": {"server", "components", "indicators"},
    "pages": {"components", "indicators"},
    "components": {"components", "indicators"},
    "indicators": {"indicators"},
    "geo": {"indicators"},
}
LAYERS = {"app", "server", "pages", "components", "indicators", "geo", "tools", "tests", "bench"}
DRAWING = {"streamlit", "altair", "folium", "streamlit_folium", "starlette"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc"}
LONGEST, LONGEST_PAGE, LONGEST_FUNCTION = 250, 80, 40


def files_of(layer: str) -> list[Path]:
    """Return the Python files of a layer."""
    path = ROOT / layer
    return sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Return line and dotted name of every import of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.relative_to(ROOT)}:{node.lineno}: a relative import hides the layer"
            yield node.lineno, node.module or ""


def line(path: Path, number: int) -> str:
    """Return a line of a file as an editor finds it."""
    text = path.read_text(encoding="utf-8").splitlines()[number - 1].strip()
    return f"{path.relative_to(ROOT)}:{number}: {text}"


CODE = [path for layer in MAY_IMPORT for path in files_of(layer)]


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_imports_run_one_way(layer: str):
    wrong = [
        line(path, number)
        for path in files_of(layer)
        for number, name in imports(path)
        if name.split(".")[0] in LAYERS - MAY_IMPORT[layer]
    ]
    assert not wrong, "imports against the direction of the layers:\n" + "\n".join(wrong)


def test_indicators_draw_nothing():
    wrong = [
        line(path, number)
        for path in files_of("indicators")
        for number, name in imports(path)
        if name.split(".")[0] in DRAWING
    ]
    assert not wrong, "indicators/ must be usable without a screen:\n" + "\n".join(wrong)


def test_no_catch_all_modules():
    wrong = [path.relative_to(ROOT) for path in CODE if VAGUE & {path.stem, *path.relative_to(ROOT).parts}]
    assert not wrong, f"name the module by what it holds: {wrong}"


def test_files_stay_small():
    wrong = []
    for path in CODE:
        most = LONGEST_PAGE if path.parent == ROOT / "pages" else LONGEST
        count = len(path.read_text(encoding="utf-8").splitlines())
        if count > most:
            wrong.append(f"{path.relative_to(ROOT)}: {count} lines, at most {most}")
    assert not wrong, "\n".join(wrong)


def test_functions_stay_small():
    wrong = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                count = (node.end_lineno or node.lineno) - node.lineno + 1
                if count > LONGEST_FUNCTION:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has {count} lines")
    assert not wrong, "\n".join(wrong)


def test_no_indicator_is_a_special_case():
    """A new indicator costs rows, not code: no comparison of an indicator with a literal."""
    wrong = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Compare):
                continue
            sides = [node.left, *node.comparators]
            named = any(
                (isinstance(side, ast.Name) and side.id == "indicator")
                or (isinstance(side, ast.Attribute) and side.attr == "indicator")
                for side in sides
            )
            literal = any(
                isinstance(side, ast.Constant) and isinstance(side.value, str) and side.value for side in sides
            )
            if named and literal:
                wrong.append(line(path, node.lineno))
    assert not wrong, "\n".join(wrong)


def test_data_hold_no_python():
    assert not list((ROOT / "data").rglob("*.py"))
