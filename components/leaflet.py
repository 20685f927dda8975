"""Leaflet for folium: our own server's files on screen, everything inside in a file that is mailed; never a public server."""

from __future__ import annotations

import base64

import folium
from branca.element import Element, MacroElement
from jinja2 import Template

from components import theme
from indicators.load import ROOT

ADDRESS = "/assets/leaflet"
ASSETS = ROOT / "assets"
FONT = "fonts/BeVietnamPro-Regular.woff2"
START = {
    "location": (15.5, 108.2),
    "zoom_start": 5,
    "zoom_snap": 0.25,
    "zoom_delta": 0.5,
    "min_zoom": 4,
    "max_zoom": 12,
}


class OfflineMap(folium.Map):
    """A folium map whose script and style come from our own server."""

    default_js = [("leaflet", f"{ADDRESS}/leaflet.js")]  # noqa: RUF012 - folium's own form
    default_css = [("leaflet_css", f"{ADDRESS}/leaflet.css")]  # noqa: RUF012


class WholeMap(folium.Map):
    """A folium map that asks nobody for anything: `inlined` writes script and style into its page."""

    default_js = []  # noqa: RUF012
    default_css = []  # noqa: RUF012


class Corner(MacroElement):
    """A box of words in a corner of the map, which takes the place of the box that stood there before."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        (function (map) {
            map.atlasCorners = map.atlasCorners || {};
            if (map.atlasCorners[{{ this.place|tojson }}]) { map.atlasCorners[{{ this.place|tojson }}].remove(); }
            // On a narrow map the lower left is land: the box goes into the sea above the archipelagos.
            var box = L.control({position: map.getSize().x < 480 ? 'topright' : {{ this.place|tojson }}});
            box.onAdd = function () {
                var held = L.DomUtil.create('div', 'atlas-corner');
                held.innerHTML = {{ this.html|tojson }};
                return held;
            };
            box.addTo(map);
            map.atlasCorners[{{ this.place|tojson }}] = box;
        })({{ this.held_by.get_name() }});
        {% endmacro %}
    """)

    def __init__(self, html: str, place: str, held_by: folium.Map) -> None:
        """Hold the words, as escaped HTML, their corner in Leaflet's words and the map (its name in the page is settled late)."""
        super().__init__()
        self._name = "Corner"
        self.html, self.place, self.held_by = html, place, held_by


def face(dark: bool, font: str) -> str:
    """Return the style of a map: the atlas' type and colours; font is the address of the type, inside the file or on our server."""
    colours = theme.palette(dark)
    return f"""
        @font-face {{ font-family: "Be Vietnam Pro"; src: url("{font}") format("woff2"); }}
        .leaflet-container.leaflet-container {{ background: {colours.panel}; font: 12.5px/1.5 {theme.FONT}; color: {colours.ink}; }}
        .leaflet-interactive:focus {{ outline: none; }}
        .atlas-corner {{ background: {colours.paper}; border: 1px solid {colours.line}; border-radius: 6px; padding: 6px 10px; line-height: 1.55; max-width: 46vw; }}
        .atlas-corner i {{ display: inline-block; width: 12px; height: 12px; margin-right: 7px; border: 1px solid {colours.outline}; vertical-align: -1px; }}
        @media (max-width: 480px) {{ .atlas-corner {{ font-size: 10px; line-height: 1.25; padding: 3px 6px; max-width: none; }} .atlas-corner i {{ width: 9px; height: 9px; margin-right: 4px; }} }}
        .atlas-name {{ font-style: italic; white-space: nowrap; color: {colours.quiet}; text-align: center; line-height: 1.3; }}
        .leaflet-attribution-flag {{ display: none !important; }}
        .atlas-page {{ padding: 10px 16px; font-size: 15px; color: {colours.ink}; font-family: {theme.FONT}; }}
        .atlas-foot {{ position: fixed; bottom: 0; left: 0; right: 0; padding-top: 0; }}
        .atlas-page small {{ color: {colours.quiet}; }}
        .leaflet-tooltip {{ font-family: {theme.FONT}; font-size: 13px; color: #14213d; }}
    """


def styled(made: folium.Map, dark: bool, font: str) -> None:
    """Write the style of the atlas into the head of a map's page."""
    made.get_root().header.add_child(_raw(f"<style>{face(dark, font)}</style>"), name="atlas_style")


def inlined(made: WholeMap, dark: bool = False) -> None:
    """Write Leaflet's script and style, and the type, into the head of a map's page."""
    head = made.get_root().header
    style = (ASSETS / "leaflet" / "leaflet.css").read_text(encoding="utf-8")
    script = (
        (ASSETS / "leaflet" / "leaflet.js")
        .read_text(encoding="utf-8")
        .replace("//# sourceMappingURL=leaflet.js.map", "")
    )
    head.add_child(_raw(f"<style>{style}</style>"), name="leaflet_css")
    head.add_child(_raw(f"<script>{script}</script>"), name="leaflet_js")
    packed = base64.b64encode((ASSETS / FONT).read_bytes()).decode()
    styled(made, dark, f"data:font/woff2;base64,{packed}")


def words(made: folium.Map, html: str, first: bool) -> None:
    """Write a block of escaped HTML into the page of a map, above the map or below it."""
    place = "atlas-head" if first else "atlas-foot"
    made.get_root().html.add_child(_raw(f'<div class="atlas-page {place}">{html}</div>'), name=place)


def _raw(text: str) -> Element:
    """An element that writes its text as it stands, whatever braces it holds."""
    element = Element("{{ this.text }}")
    element.text = text
    return element
