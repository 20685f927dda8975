"""What a server does before its first answer."""

from __future__ import annotations

import gc
import logging
import threading
from importlib import import_module
from types import ModuleType

from streamlit import runtime
from streamlit.components.v1.custom_component import CustomComponent

from components import dataset
from indicators import coverage
from server import compression

# Imported at start so that no visitor waits for them (a first folium page took 1.7 s without).
WARM = ("altair", "vl_convert", "folium", "streamlit_folium", "sklearn.neighbors", "components.gallery")


def register(module: ModuleType) -> None:
    """Make known the Streamlit components that a module declares: outside a running page the import alone does not."""
    if runtime.exists():
        for part in vars(module).values():
            if isinstance(part, CustomComponent):
                runtime.get_instance().component_registry.register_component(part)


def ready() -> None:
    """Load the dataset and what pages need, then take it out of the garbage collector's rounds.

    No failure ends the server: the data's is kept for the fault page, a module's shows where a page needs it.
    """
    dataset.ensure()
    for name in WARM:
        try:
            register(import_module(name))
        except Exception:
            logging.getLogger(__name__).exception("could not import %s", name)
    gc.collect()
    # Streamlit collects after every rerun; frozen objects are not walked again.
    gc.freeze()
    threading.Thread(target=warm, name="warm", daemon=True).start()


def warm() -> None:
    """Work out beside the first visitors what would keep one of them waiting: compressed scripts, the grid of the data page."""
    compression.warm()
    try:
        for basis in dataset.dataset().bases:
            coverage.counts(dataset.dataset(), basis)
    except Exception:  # tables with faults; the page then says so
        logging.getLogger(__name__).exception("the coverage of the data could not be counted")
