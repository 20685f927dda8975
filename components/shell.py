"""The Streamlit script: page register, menu, frame, language, footer."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


from components import frame  # noqa: E402

frame.run()
