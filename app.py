"""The entry of the atlas: `streamlit run app.py`."""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402 - the project's folder must be importable first
from starlette.middleware import Middleware  # noqa: E402

from components import mishap  # noqa: E402
from server import api, charts, files, live, middleware, stage, start  # noqa: E402


@asynccontextmanager
async def lifespan(app):
    """Make ready before the first answer."""
    start.ready()
    yield {}


app = st.App(
    ROOT / "components" / "shell.py",
    routes=[*files.routes(), *live.routes(), *stage.routes(), *charts.routes(), *api.routes()],
    middleware=[Middleware(part) for part in middleware.STACK],
    lifespan=lifespan,
    on_script_error=mishap.show,
)
