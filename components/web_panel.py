"""The web map on the page: the zoomable map, click and hover in step with the address."""

from __future__ import annotations

import streamlit as st
import streamlit_folium
from streamlit.components.v1.component_registry import ComponentRegistry

from components import current, figure, leaflet, map_figures, web_map
from components.dataset import dataset
from indicators.selection import Selection
from indicators.settings import setting

KEY = "web_map"
STREET = "web_street"


def show(chosen: Selection) -> None:
    """Draw the web map and its switches."""
    _map(chosen)
    switches(chosen)


def _map(chosen: Selection) -> None:
    # The map itself never changes, only the group of its layers: new data leave zoom and place as they are.
    base = leaflet.OfflineMap(tiles=None, **leaflet.START)
    leaflet.styled(base, figure.dark(), f"/assets/{leaflet.FONT}")
    street = setting(dataset(), "street_tiles") if st.session_state.get(STREET) else ""
    group = web_map.layers(chosen, base, figure.dark(), street)
    # A component that was imported before any visitor came, as the start of the server does, is known to no page.
    ComponentRegistry.instance().register_component(streamlit_folium._component_func)
    streamlit_folium.st_folium(
        base, key=KEY, height=map_figures.HEIGHT - 56, use_container_width=True, feature_group_to_add=group,
        returned_objects=["last_active_drawing"], on_change=_picked,
    )  # fmt: skip


def _picked() -> None:
    """Write the province that was clicked to the address."""
    drawn = (st.session_state.get(KEY) or {}).get("last_active_drawing") or {}
    unit = drawn.get("properties", {}).get("unit", "")
    if unit:
        current.put("unit", unit)


def switches(chosen: Selection) -> None:
    """Draw the switch of the street map, which names the outside server, and the file of the map."""
    data, language = dataset(), chosen.language
    address = setting(data, "street_tiles")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if address:
            st.toggle(
                data.say("web.street", language),
                key=STREET,
                help=data.say("web.street_help", language, host=address.split("/")[2]),
            )
        st.download_button(
            data.say("web.file", language), data=lambda: web_map.page(chosen), file_name="map.html", mime="text/html",
            key="web_file", on_click="ignore", icon=":material/download:", type="tertiary",
        )  # fmt: skip
    if address and st.session_state.get(STREET):
        st.caption(f":material/public: {data.say('web.street_on', language, host=address.split('/')[2])}")
