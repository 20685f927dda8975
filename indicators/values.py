"""The table of values that the command and the API give."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

import pandas as pd

from indicators import merging, origin, views
from indicators.load import NATION, Dataset
from indicators.text import LANGUAGES

COLUMNS = ["unit", "name", "period", "value", "rank", "rank_of", "rank_status", "status", "source"]

MOST = 12  # known values that a reason names


class BadArgument(ValueError):
    """An argument that names nothing in the data; its text is the reason in words."""


def _known(dataset: Dataset, key: str, given: str, known: Collection[str], language: str) -> None:
    if given in known:
        return
    near = get_close_matches(given[:80], known, n=MOST)
    names = list(dict.fromkeys([*near, *known]))
    choices = ", ".join(names[:MOST])
    if len(names) > MOST:
        choices = dataset.say("argument.some", language, known=choices, count=len(names) - MOST)
    raise BadArgument(dataset.say("argument.unknown", language, name=key, given=given[:80], known=choices))


def values_frame(
    dataset: Dataset, indicator: str, basis: str, period: str, language: str = "vi", parts: bool = False
) -> pd.DataFrame:
    """Return one row for each unit of the basis with COLUMNS; value and rank missing where nothing was published.

    parts adds what each derived value is made of: rule, parts and weights (origin.COLUMNS).

    Raises BadArgument for an unknown indicator, basis, period or language, and for a period without any figure.
    """
    if language not in LANGUAGES:
        raise BadArgument(
            dataset.say("argument.unknown", "vi", name="lang", given=language[:80], known=", ".join(LANGUAGES))
        )
    _known(dataset, "indicator", indicator, dataset.indicators.index, language)
    _known(dataset, "basis", basis, [*dataset.bases, NATION], language)
    held = dataset.periods_of(indicator, basis)
    if not held:
        raise BadArgument(dataset.say("argument.no_values", language, indicator=indicator, basis=basis))
    _known(dataset, "period", period, held[::-1], language)
    frame = views.observed(dataset, indicator, basis, period).rename(columns={f"name_{language}": "name"})
    frame = frame.assign(rank=frame["rank"].astype("Int64"), rank_of=frame["rank_of"].astype("Int64"))
    found = frame[COLUMNS].reset_index(drop=True)
    if not parts:
        return found
    made = found["status"] == merging.DERIVED
    places = pd.DataFrame({"indicator": indicator, "unit": found["unit"][made], "period": period})
    return found.join(origin.columns(dataset, places, basis)).fillna(dict.fromkeys(origin.COLUMNS, ""))
