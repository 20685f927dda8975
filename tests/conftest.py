"""What every test may ask for."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from indicators.load import Dataset, load  # noqa: E402


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The atlas's own data."""
    return load()
