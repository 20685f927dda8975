"""What a yardstick page shares with the atlas: the tuned server, its imports, frozen collector and files."""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from starlette.middleware import Middleware  # noqa: E402 - the project's folder must be importable first

from server import files, start  # noqa: E402
from server.compression import Compression  # noqa: E402


@asynccontextmanager
async def lifespan(app):
    """Make ready as the atlas does."""
    start.ready()
    yield {}


def shared() -> dict:
    """Return the arguments of st.App that make a yardstick's server the atlas's own."""
    return {"routes": files.routes(), "middleware": [Middleware(Compression)], "lifespan": lifespan}
