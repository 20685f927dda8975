"""What a server does before its first answer."""

from __future__ import annotations

import gc
import logging
import threading
import time
from importlib import import_module
from types import ModuleType
from urllib.parse import parse_qsl, urlsplit

from streamlit import runtime
from streamlit.components.v1.custom_component import CustomComponent

from components import dataset, gallery, slides, stage_picture
from components.register import PAGES
from indicators import coverage, stories
from indicators.selection import Selection, catalogue
from indicators.text import LANGUAGES
from server import compression, stage

# Imported at start so that no visitor waits for them (a first folium page took 1.7 s without).
WARM = ("altair", "vl_convert", "folium", "streamlit_folium", "sklearn.neighbors", "components.gallery")

PAUSE = 0.02  # seconds between two maps made beside the first visitors, who go first
WARMED = 3  # figures of each page that are made at start: those of its first screen


def register(module: ModuleType) -> None:
    """Make known the Streamlit components that a module declares: outside a running page the import alone does not."""
    if runtime.exists():
        for part in vars(module).values():
            if isinstance(part, CustomComponent):
                runtime.get_instance().component_registry.register_component(part)


def warm_figures() -> None:
    """Import every page's figures and make the first of each page, so that no visitor waits and all of it is frozen."""
    if dataset.failure() is not None:
        return
    for page in PAGES:
        try:
            held = gallery.figures(page)
            chosen, _ = Selection.parse({}, dataset.dataset(), page)
            for build in list(held.values())[:WARMED]:
                build(chosen)
        except Exception:
            logging.getLogger(__name__).exception("figures of %s could not be made at start", page)


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
    warm_figures()
    gc.collect()
    # What lives by now is not walked again; without this and with Streamlit's round after every rerun (switched off in
    # .streamlit/config.toml) a rerun of the map took 37 ms, 25 of them in the collector.
    gc.freeze()
    threading.Thread(target=warm, name="warm", daemon=True).start()


def warm_story() -> None:
    """Tell the first story in the first language and draw its first slides: a hall waits for these."""
    name = stories.first(dataset.dataset())
    told = slides.story(name, LANGUAGES[0])["slides"] if name else []
    for one in told[:WARMED]:
        for last in one["pictures"][-1:]:
            query = slides.asked(dict(parse_qsl(urlsplit(last["address"]).query)))
            shape = next(iter(stage_picture.AREAS))
            stage.SHELF.put((query, shape), slides.picture(query, shape))


def warm_maps() -> None:
    """Make the newest map of every indicator and basis: the limits of its natural classes take 0.15 s, a choice shall not wait for them."""
    data = dataset.dataset()
    build = gallery.figures("map")["map"]
    for name in catalogue(data, "map"):
        for basis in data.bases:
            if data.indicators.at[name, "display"] == "map" and data.periods_of(name, basis):
                build(Selection.parse({"indicator": name, "basis": basis}, data, "map")[0])
                time.sleep(PAUSE)


def warm() -> None:
    """Work out beside the first visitors what would keep one of them waiting: compressed scripts, maps, the grid of the data page."""
    compression.warm()
    try:
        warm_story()
        for basis in dataset.dataset().bases:
            coverage.counts(dataset.dataset(), basis)
        warm_maps()
    except Exception:  # tables with faults; the page then says so
        logging.getLogger(__name__).exception("a story, the coverage of the data or a map could not be made at start")
