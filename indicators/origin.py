"""What derived values are made of, as cells of a file: the rule, the parts with their values, the weights with their period."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators import merging
from indicators.load import Dataset
from indicators.remembered import remembered

COLUMNS = ["merge_rule", "merge_parts", "merge_weights"]
DIGITS = 10  # significant: more than any source prints


@remembered(512)
def of_units(dataset: Dataset, indicator: str, basis: str, period: str) -> pd.DataFrame:
    """Return COLUMNS for every unit of a basis whose value of a period is derived; index unit. Not to be changed in place.

    merge_parts: "63-24 = 0.5123; 63-27 = 0.4876", empty after the sign where a part has none; of a ratio the numerators.
    merge_weights: "population 2018: 63-24 = 1875000; …", of a ratio the denominators; empty where all weigh the same.
    """
    made = merging.derived(dataset, indicator, basis, period)["unit"]
    rows = merging.breakdown(dataset, indicator, basis, period)
    rows = rows[rows["unit"].isin(made)]
    blocks = {unit: _cells(block) for unit, block in rows.groupby("unit", sort=False)}
    return pd.DataFrame.from_dict(blocks, orient="index", columns=COLUMNS)


def _cells(block: pd.DataFrame) -> tuple[str, str, str]:
    rule, name, at = (str(block[column].iloc[0]) for column in ("rule", "weight_name", "weight_period"))
    top, _, bottom = name.partition("/")
    parts = _listed(block["part"], block["value"])
    if not name:
        return rule, parts, ""
    weights = f"{bottom or top} {at}: {_listed(block['part'], block['weight'])}"
    return rule, f"{top} {at}: {parts}" if bottom else parts, weights


def _listed(parts: pd.Series, numbers: pd.Series) -> str:
    texts = ["" if np.isnan(number) else np.format_float_positional(number, DIGITS, fractional=False, trim="-") for number in numbers]  # fmt: skip
    return "; ".join(f"{part} = {text}".rstrip() for part, text in zip(parts, texts, strict=True))


def columns(dataset: Dataset, places: pd.DataFrame, basis: str) -> pd.DataFrame:
    """Return COLUMNS for rows that name indicator, unit and period, in their order; "" where a value is not derived.

    A row without a unit is a mean of derived values: it has the rule alone.
    """
    found = pd.DataFrame("", index=places.index, columns=COLUMNS)
    for (indicator, period), rows in places.groupby(["indicator", "period"], sort=False):
        held = of_units(dataset, str(indicator), basis, str(period))
        cells = held.reindex(rows["unit"]).fillna("").set_axis(rows.index)
        if len(held):
            cells.loc[rows["unit"] == "", "merge_rule"] = merging.rule_of(dataset, str(indicator))
        found.loc[rows.index] = cells
    return found
