"""A short table of words as Markdown: it wraps on a phone, where a grid cuts its columns."""

from __future__ import annotations

import pandas as pd


def table(frame: pd.DataFrame, left: int) -> str:
    """Return a table in Markdown with the frame's own titles; the first columns stand to the left, the others, numbers, to the right."""
    rules = [":--" if place < left else "--:" for place in range(frame.shape[1])]
    rows = [list(frame.columns), rules, *frame.astype(str).to_numpy().tolist()]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows)
