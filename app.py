"""The entry of the atlas: `streamlit run app.py`."""

from __future__ import annotations

import gc
import sys
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402 - the project's folder must be importable first
from starlette.middleware import Middleware  # noqa: E402

from components import dataset  # noqa: E402
from server import api, compression, files, middleware  # noqa: E402

# Imported at start so that no visitor waits for them.
WARM = ("altair", "vl_convert", "components.gallery")


@asynccontextmanager
async def lifespan(app):
    """Load the dataset and what pages need, then take it out of the garbage collector's rounds."""
    dataset.ensure()
    for name in WARM:
        import_module(name)
    gc.collect()
    # Streamlit collects after every rerun; frozen objects are not walked again.
    gc.freeze()
    yield {}


app = st.App(
    ROOT / "components" / "shell.py",
    routes=[*files.routes(), *api.routes()],
    middleware=[
        Middleware(middleware.Protection),
        Middleware(compression.Compression),
        Middleware(middleware.Addresses),
    ],
    lifespan=lifespan,
)
