"""Every chart's specification against its golden file; ATLAS_GOLDEN=write makes the files anew."""

import ast
import json
import os
from pathlib import Path

import pytest

from tests.golden.cases import CASES

HERE = Path(__file__).parent
COMPONENTS = HERE.parent / "components"


@pytest.mark.parametrize("name", CASES)
def test_a_specification_is_as_it_was_agreed(name):
    text = json.dumps(CASES[name](), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    path = HERE / "golden" / f"{name}.json"
    if os.environ.get("ATLAS_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"no golden file for {name}: run with ATLAS_GOLDEN=write and read it"
    assert text == path.read_text(encoding="utf-8")


def test_every_chart_has_a_golden_file():
    """A file of components/ whose function bears its name and takes `dark` draws a chart."""
    missing = []
    for path in sorted(COMPONENTS.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            named = isinstance(node, ast.FunctionDef) and node.name == path.stem
            if named and "dark" in [argument.arg for argument in node.args.args] and path.stem not in CASES:
                missing.append(path.stem)
    assert not missing


@pytest.mark.parametrize("name", CASES)
def test_a_specification_holds_no_data_and_no_outside_address(name):
    text = json.dumps(CASES[name]())
    assert "http" not in text.replace("https://vega.github.io/schema", "")
    assert len(text) < 40_000
