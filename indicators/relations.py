"""What must hold between rows and between tables: keys of others, ranges of indicators, one preferred figure."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators import coded
from indicators.faults import Fault
from indicators.tables import ROW, Raw

GROUP = ["indicator", "unit", "period"]
FIGURES = ("value", "value_low", "value_high")


def check(schemas: dict[str, dict], raws: dict[str, Raw], bad: dict[str, set[int]]) -> list[Fault]:
    """Return the faults between tables and enter the rows at fault into `bad`."""
    found: list[Fault] = []
    for name, resource in schemas.items():
        for key in resource["schema"].get("foreignKeys", []):
            found += _foreign(name, key, schemas, raws, bad)
    for name in ("observations", "targets"):
        if _usable(raws, name) and _usable(raws, "indicators"):
            found += _ranges(name, schemas[name]["path"], raws, bad)
    if _usable(raws, "observations"):
        found += _figures(schemas["observations"]["path"], raws["observations"].frame, bad["observations"])
    if _usable(raws, "indicators"):
        found += _catalogue(schemas["indicators"]["path"], raws, bad["indicators"])
    if _usable(raws, "units"):
        found += _bases(schemas["units"]["path"], coded.plain_frame(raws["units"].frame), bad["units"])
    return found


def _usable(raws: dict[str, Raw], name: str) -> bool:
    return name in raws and raws[name].readable and not raws[name].frame.empty


def _faults(
    path: str, frame: pd.DataFrame, wrong: pd.Series, column: str, code: str, expected: pd.Series | str
) -> list[Fault]:
    rows = frame[wrong]
    wanted = expected[wrong] if isinstance(expected, pd.Series) else [expected] * len(rows)
    return [
        Fault(path, int(row), column, value, text, code)
        for row, value, text in zip(rows[ROW], rows[column], wanted, strict=True)
    ]


def _foreign(
    name: str, key: dict, schemas: dict[str, dict], raws: dict[str, Raw], bad: dict[str, set[int]]
) -> list[Fault]:
    column, other = key["fields"], key["reference"]["resource"]
    # where the other table cannot be read, one fault there says enough
    if not _usable(raws, other) or not _usable(raws, name):
        return []
    frame, known = raws[name].frame, raws[other].frame[key["reference"]["fields"]]
    ids = set(known)
    # a cell may name several, parted by spaces: a unit that was split has several successors
    wrong = ~coded.judged(frame[column], lambda cell: ids.issuperset(cell.split()))
    if not wrong.any():
        return []
    wrong &= ~frame.index.isin(bad[name])
    bad[name].update(frame.index[wrong])
    return _faults(
        schemas[name]["path"], frame, wrong, column, f"unknown_{other.removesuffix('s')}", schemas[other]["path"]
    )


def _ranges(name: str, path: str, raws: dict[str, Raw], bad: dict[str, set[int]]) -> list[Fault]:
    frame = raws[name].frame
    catalogue = coded.plain_frame(raws["indicators"].frame).drop_duplicates("indicator").set_index("indicator")
    low, high = (coded.mapped(frame["indicator"], coded.numbers(catalogue[side])) for side in ("min", "max"))
    # a target "gain five places" is a difference, not a value of the indicator
    relative = frame["comparator"].eq("improve") if "comparator" in frame else pd.Series(False, index=frame.index)
    found: list[Fault] = []
    for column in (one for one in FIGURES if one in frame):
        value = coded.numbers(frame[column])
        wrong = ((value < low) | (value > high)) & ~relative
        if wrong.any():
            span = low.map("{:g}".format) + " … " + high.map("{:g}".format)
            found += _faults(path, frame, wrong, column, "out_of_range", span.str.replace("nan", ""))
            bad[name].update(frame.index[wrong])
    return found


def _figures(path: str, frame: pd.DataFrame, bad: set[int]) -> list[Fault]:
    empty = pd.Series(np.logical_and.reduce([frame[name].eq("") for name in (*FIGURES, "rank")]), index=frame.index)
    bad.update(frame.index[empty])
    found = _faults(path, frame, empty, "value", "no_figure", "value, value_low, value_high, rank")
    low, high = (coded.numbers(frame[side]) for side in ("value_low", "value_high"))
    wrong = low > high
    bad.update(frame.index[wrong])
    found += _faults(path, frame, wrong, "value_low", "range_reversed", frame["value_high"])
    return found + _preferred(path, frame, bad)


def _preferred(path: str, frame: pd.DataFrame, bad: set[int]) -> list[Fault]:
    """Put right, and name, what several rows of a figure prefer: exactly one is shown."""
    group = pd.Series(coded.groups(frame[GROUP]), index=frame.index)
    yes = frame["preferred"].eq("yes")
    chosen = yes & ~frame.index.isin(bad) if bad else yes
    second = chosen & group[chosen].duplicated().reindex(frame.index, fill_value=False)
    found = _faults(path, frame, second, "preferred", "several_preferred", "no")
    first = ~group.isin(group[yes & ~second]) & ~group.duplicated()
    found += _faults(path, frame, first, "preferred", "none_preferred", "yes")
    if found:
        frame["preferred"] = coded.plain(frame["preferred"]).mask(second, "no").mask(first, "yes")
    return found


def _catalogue(path: str, raws: dict[str, Raw], bad: set[int]) -> list[Fault]:
    frame = coded.plain_frame(raws["indicators"].frame)
    found: list[Fault] = []
    if _usable(raws, "text"):
        words = set(raws["text"].frame["key"])
        silent = frame["unit"].ne("") & ~("unit." + frame["unit"]).isin(words)
        found += _faults(path, frame, silent, "unit", "unknown_word", "unit." + frame["unit"])
        found += _reasons(path, frame, words)
    known = set(frame["indicator"])
    stray = frame["weight"].map(lambda cell: bool(cell) and not known.issuperset(cell.split("/")))
    found += _faults(path, frame, stray, "weight", "unknown_indicator", path)
    low, high = (coded.numbers(frame[side]) for side in ("min", "max"))
    wrong = low > high
    bad.update(frame.index[wrong])
    return found + _faults(path, frame, wrong, "min", "range_reversed", frame["max"])


def _reasons(path: str, frame: pd.DataFrame, words: set[str]) -> list[Fault]:
    """A refusal to combine figures says why, and nothing else does."""
    refused, keys = frame["merge_rule"].eq("none"), "merge_none." + frame["no_merge_reason"]
    found = _faults(path, frame, refused & ~keys.isin(words), "no_merge_reason", "no_reason", keys)
    stray = ~refused & frame["no_merge_reason"].ne("")
    return found + _faults(path, frame, stray, "no_merge_reason", "stray_reason", frame["merge_rule"])


def _bases(path: str, frame: pd.DataFrame, bad: set[int]) -> list[Fault]:
    """A unit of a numbered basis bears it: a bare code never names a place."""
    wanted = frame["basis"] + "-" + frame["code"]
    wrong = frame["basis"].str.isdigit() & frame["unit"].ne(wanted) & ~frame.index.isin(bad)
    bad.update(frame.index[wrong])
    return _faults(path, frame, wrong, "unit", "not_its_basis", wanted)


def drop_orphans(schemas: dict[str, dict], raws: dict[str, Raw], tables: dict[str, pd.DataFrame]) -> None:
    """Take out of the frames the rows whose unit, indicator or source was itself left out for a fault."""
    for name, resource in schemas.items():
        needed = {
            field["name"] for field in resource["schema"]["fields"] if field.get("constraints", {}).get("required")
        }
        for key in resource["schema"].get("foreignKeys", []):
            other, wanted = key["reference"]["resource"], key["reference"]["fields"]
            if key["fields"] in needed and _usable(raws, other) and _usable(raws, name):
                if len(tables[other]) == len(raws[other].frame):
                    continue
                frame = tables[name]
                tables[name] = frame[frame[key["fields"]].isin(tables[other][wanted])].reset_index(drop=True)
