"""Colours of values: of a class, of a place on a continuous ramp."""

from __future__ import annotations

import numpy as np
import pandas as pd

from components import theme
from indicators import classes


def of_classes(held: pd.Series, ramp: tuple[str, ...] = theme.SEQUENTIAL) -> list[str]:
    """Return the colour of each class, "" for no data."""
    return ["" if one == classes.NO_DATA else ramp[int(one)] for one in held]


def continuous(values: pd.Series, low: float, high: float, ramp: tuple[str, ...] = theme.SEQUENTIAL) -> list[str]:
    """Return the colour of each value on a ramp from low to high, "" for a missing one; straight lines in RGB between its colours."""
    corners = np.array([[int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in ramp], dtype=float)
    share = np.clip((values.to_numpy(dtype=float) - low) / ((high - low) or 1.0), 0, 1) * (len(ramp) - 1)
    marks = np.arange(len(ramp))
    mixed = np.stack([np.interp(np.nan_to_num(share), marks, corners[:, part]) for part in range(3)], axis=1)
    return [
        "" if np.isnan(one) else "#{:02x}{:02x}{:02x}".format(*row)
        for one, row in zip(share, mixed.round().astype(int), strict=True)
    ]
