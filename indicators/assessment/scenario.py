"""Changes of single indices as they stand in a link, and as a plan."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.assessment.scores import Scores

PLAN_COLUMNS = ["index", "from", "to", "points", "measure", "in_charge", "deadline"]
TYPED = ["measure", "in_charge", "deadline"]


def written(changes: Mapping[str, float]) -> str:
    """Return changes as the part of a link: index:value pairs with commas between."""
    return ",".join(f"{name}:{value:g}" for name, value in changes.items())


def read(text: str, known) -> tuple[dict[str, float], list[str]]:
    """Return the changes that a link names and the parts that could not be read; known are the components of the unit."""
    changes: dict[str, float] = {}
    wrong = []
    for part in text.split(","):
        name, _, value = part.partition(":")
        number = _value(value)
        if name in known and number is not None and 0 <= number <= 1:
            changes[name] = number
        elif part.strip():
            wrong.append(part.strip())
    return changes, wrong


def _value(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def prices(text: str, known) -> tuple[dict[str, float], dict[str, float], list[str]]:
    """Return costs and ceilings by component from a link (`name:cost` or `name:cost/ceiling`), and the parts not understood."""
    costs: dict[str, float] = {}
    ceilings: dict[str, float] = {}
    wrong = []
    for part in text.split(","):
        name, _, rest = part.partition(":")
        cost, _, ceiling = rest.partition("/")
        price, top = _value(cost), _value(ceiling) if ceiling else None
        sound = (
            name in known and price is not None and price >= 0 and (not ceiling or (top is not None and 0 <= top <= 1))
        )
        if sound and price is not None:
            costs[name] = price
            if top is not None:
                ceilings[name] = top
        elif part.strip():
            wrong.append(part.strip())
    return costs, ceilings, wrong


def goal_of(text: str) -> tuple[str, float] | None:
    """Return kind ("rank" or "value") and number of a goal in a link (`rank:10`, `value:0.75`); None where it names none."""
    kind, _, number = text.partition(":")
    value = _value(number)
    if (
        value is None
        or (kind == "rank" and (value < 1 or value != int(value)))
        or (kind == "value" and not 0 < value <= 1)
    ):
        return None
    return (kind, value) if kind in ("rank", "value") else None


def plan(held: Scores, unit: str, changes: Mapping[str, float]) -> pd.DataFrame:
    """Return the plan table of changes (PLAN_COLUMNS), the most points first; the typed columns are blank."""
    values, weights = held.components(held.missing(unit))
    rows = [
        {"index": name, "from": float(values.at[unit, name]), "to": new, "points": float((new - values.at[unit, name]) * weights[name])}
        for name, new in changes.items()
        if name in weights.index
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=PLAN_COLUMNS[:4]).assign(**dict.fromkeys(TYPED, ""))
    return frame.sort_values("points", ascending=False, kind="stable").reset_index(drop=True)
