"""Every chart's specification against its golden file; ATLAS_GOLDEN=write makes the files anew."""

import json
import os
from pathlib import Path

import pytest

from tests.golden.cases import CASES

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", CASES)
def test_a_specification_is_as_it_was_agreed(name):
    text = json.dumps(CASES[name](), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    path = HERE / "golden" / f"{name}.json"
    if os.environ.get("ATLAS_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"no golden file for {name}: run with ATLAS_GOLDEN=write and read it"
    assert text == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over():
    assert {path.stem for path in (HERE / "golden").glob("*.json")} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_specification_holds_no_data_and_no_outside_address(name):
    text = json.dumps(CASES[name]())
    assert "http" not in text.replace("https://vega.github.io/schema", "")
    assert len(text) < 40_000
