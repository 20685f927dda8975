"""Only what a specification reads travels to the browser."""

import re

import pandas as pd
import pytest

from components import wire
from tests.golden.cases import CASES


def test_columns_that_the_specification_reads_travel_and_no_others():
    names = ["unit", "hover", "note_vi", "class", "own", "value", "key_of_lookup", "group"]
    frame = pd.DataFrame({name: ["a"] for name in names})
    spec = {
        "encoding": {
            "tooltip": {"field": "hover"},
            "fill": {"condition": {"test": "datum['class'] === 1", "value": 3}},
        },
        "transform": [
            {"filter": "datum.own"},
            {
                "lookup": "properties.unit",
                "from": {"data": {"name": "frame"}, "key": "key_of_lookup", "fields": ["unit"]},
            },
            {"aggregate": [], "groupby": ["group"]},
        ],
    }
    assert list(wire.sent(spec, frame)) == ["unit", "hover", "class", "own", "key_of_lookup", "group"]
    assert len(frame.columns) == len(names)


@pytest.mark.parametrize("name", CASES)
def test_no_field_of_any_chart_is_left_behind(name):
    """Every field that a chart's specification encodes would travel, were it a column."""
    spec = CASES[name]()
    fields = set(re.findall(r"'field': '(\w+)'", str(spec))) | set(re.findall(r"datum\.(\w+)", str(spec)))
    frame = pd.DataFrame({field: [0] for field in sorted(fields)})
    assert set(wire.sent(spec, frame)) == fields
