"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def written(path: Path, body: bytes) -> None:
    """Write a file under another name, then give it its own: a reader never meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    half.write_bytes(body)
    half.replace(path)
