"""What the visitor looks at the atlas with."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx


def phone() -> bool:
    """Return whether the visitor's browser says that it is a phone's; False outside a visit."""
    return get_script_run_ctx(suppress_warning=True) is not None and "Mobi" in st.context.headers.get("User-Agent", "")
