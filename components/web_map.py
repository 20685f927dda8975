"""The zoomable map: the same view as the statistical map (values, colours, words), drawn by Leaflet."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import folium
import geopandas as gpd
import pandas as pd
from folium.utilities import JsCode

from components import anchors, choropleth, leaflet, map_figures, theme
from components.dataset import dataset
from components.figure import Figure, source_line
from components.former_borders import available
from components.known import FORMER
from indicators import boundaries
from indicators.load import Dataset
from indicators.remembered import remembered
from indicators.selection import Selection

PROJECTION = "+proj=laea +lat_0=16 +lon_0=106.5 +ellps=WGS84 +units=m"  # of geo/build.py
DIGITS = 3  # of a degree: a hundred metres, finer than the boundaries are
TOOLTIP = JsCode("function (feature, layer) { layer.bindTooltip(feature.properties.hover, {sticky: true}); }")
EMPTY = {"fillColor": "#ffffff", "fillOpacity": 0.35, "dashArray": "2 3"}


@remembered(16)
def shapes(data: Dataset, basis: str, feature: str) -> tuple[Mapping, ...]:
    """Return the features of one object of a basis' boundaries in degrees; none where the basis lacks it. Not to be changed in place."""
    path = boundaries.files(data.folder).get(f"{basis}.topojson")
    if path is None or not boundaries.holds(data, basis, feature):
        return ()
    frame = gpd.read_file(path, layer=feature).set_crs(PROJECTION, allow_override=True).to_crs(4326)
    frame["geometry"] = frame.geometry.set_precision(10.0**-DIGITS)
    return tuple(frame.__geo_interface__["features"])


def features(chosen: Selection, dark: bool = False, street: bool = False) -> list[dict]:
    """Return the areas of a view as GeoJSON features: unit, rev, hover sentence (escaped) and style in their properties."""
    data, colours = dataset(), theme.palette(dark)
    rows = map_figures.drawn(chosen).set_index("unit")
    held = []
    for feature in ("provinces", "islands"):
        for shape in shapes(data, chosen.basis, feature):
            unit = shape["properties"]["unit"]
            if unit not in rows.index:
                continue
            properties = {"unit": unit, "rev": chosen.unit, "hover": escape(rows.at[unit, "hover"]),
                          "style": style(rows.loc[unit], unit == chosen.unit, colours, street)}  # fmt: skip
            held.append({"type": "Feature", "geometry": shape["geometry"], "properties": properties})
    # The chosen one last: its outline lies over its neighbours'.
    return sorted(held, key=lambda one: one["properties"]["unit"] == chosen.unit)


def style(row: pd.Series, chosen: bool, colours: theme.Palette, street: bool = False) -> dict:
    """Return how Leaflet draws an area: its colour, dashes for derived values, a broken border without data, the mark of the choice."""
    drawn = {"fillColor": row["fill"], "fillOpacity": 0.7 if street else 1.0, "color": colours.outline, "weight": 0.8}
    if not row["fill"]:
        drawn |= EMPTY
    elif row["derived"]:
        drawn |= {"dashArray": "1 3", "color": colours.ink}
    return drawn | ({"color": colours.chosen, "weight": 2.6, "dashArray": ""} if chosen else {})


def layers(chosen: Selection, made: folium.Map, dark: bool = False, street: str = "") -> folium.FeatureGroup:
    """Return all that changes with a view as one group: areas, old borders, names of both archipelagos, legend; street: address of tiles."""
    group = folium.FeatureGroup(name="view")
    if street:
        folium.TileLayer(street, attr=escape(street.split("/")[2]), overlay=True, max_zoom=18).add_to(group)
    drawn = {"type": "FeatureCollection", "features": features(chosen, dark, bool(street))}
    folium.GeoJson(drawn, on_each_feature=TOOLTIP, smooth_factor=0.5).add_to(group)
    former = shapes(dataset(), chosen.basis, "former") if chosen.borders == FORMER and available(chosen.basis) else ()
    if former:
        line = {"color": theme.palette(dark).ink, "weight": 1, "dashArray": "4 3", "fill": False}
        lines = [{"type": "Feature", "geometry": one["geometry"], "properties": {"style": line}} for one in former]
        folium.GeoJson({"type": "FeatureCollection", "features": lines}, interactive=False).add_to(group)
    for x, y, text in names(chosen):
        icon = folium.DivIcon(html=f'<div class="atlas-name">{text}</div>', icon_size=(150, 34), icon_anchor=(75, 34))
        folium.Marker((y, x), icon=icon, interactive=False, keyboard=False).add_to(group)
    group.add_child(leaflet.Corner(legend_html(map_figures.map_figure(chosen), chosen), "bottomleft", made))
    return group


def names(chosen: Selection) -> list[tuple[float, float, str]]:
    """Return the labels of both archipelagos: longitude, latitude, escaped text with the province that they belong to."""
    rows = anchors.archipelagos(chosen.basis, chosen.language)
    if rows.empty:
        return []
    points = gpd.GeoSeries(gpd.points_from_xy(rows["x"], rows["y"]), crs=PROJECTION).to_crs(4326)
    return [(at.x, at.y, escape(text).replace("\n", "<br>")) for at, text in zip(points, rows["text"], strict=True)]


def legend_html(figure: Figure, chosen: Selection) -> str:
    """Return the legend of a map as HTML: the rows of the statistical map, in its words and colours."""
    parts = []
    for row in figure.extra["legend"].itertuples(index=False):
        text = escape(row.text)
        if row[0] == choropleth.TITLE:
            parts.append(f"<b>{text}</b>")
        elif text:
            dashed = "border-style: dotted; border-width: 2px;" if row[0] == choropleth.DOTTED else ""
            fill = f"background: {row.fill}" if row.fill else "border-style: dashed"
            parts.append(f'<i style="{fill}; {dashed}"></i>{text}')
    if chosen.borders == FORMER and available(chosen.basis):
        parts.append(f"- - - {escape(dataset().say('web.borders', chosen.language))}")
    return "<br>".join(parts)


def web_map(chosen: Selection, is_dark: bool = False) -> folium.Map:
    """Return the map of a view as one file that asks nobody for anything: title, legend, source and boundaries' credit inside."""
    made = leaflet.WholeMap(tiles=None, height="76%", **leaflet.START)
    leaflet.inlined(made, is_dark)
    figure = map_figures.map_figure(chosen)
    layers(chosen, made, is_dark).add_to(made)
    title = f"<b>{escape(figure.title)}</b><br>{escape(figure.subtitle)}"
    data = dataset()
    ends = [
        source_line(figure),
        data.say("figure.boundaries", chosen.language),
        data.say("figure.stamp", chosen.language, version=data.version),
    ]
    leaflet.words(made, title, first=True)
    leaflet.words(made, f"<small>{'<br>'.join(map(escape, ends))}</small>", first=False)
    return made


def page(chosen: Selection) -> bytes:
    """Return the map of a view as a self-contained HTML page."""
    return web_map(chosen).get_root().render().encode("utf-8")
