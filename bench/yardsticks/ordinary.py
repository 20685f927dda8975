"""The ordinary way: st_folium with folium.Choropleth on the same boundaries."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import folium  # noqa: E402
import geopandas  # noqa: E402
import streamlit as st  # noqa: E402
from streamlit_folium import st_folium  # noqa: E402

from components.dataset import dataset  # noqa: E402
from indicators import views  # noqa: E402

st.set_page_config(layout="wide")


@st.cache_data
def boundaries(basis: str) -> str:
    """Return the provinces of a basis as GeoJSON in degrees."""
    path = ROOT / "geo" / f"{basis}.topojson"
    described = json.loads((ROOT / "geo" / "boundaries.json").read_text(encoding="utf-8"))
    frame = geopandas.read_file(path, layer="provinces")
    return frame.set_crs(described["projection"], allow_override=True).to_crs(4326).to_json()


data = dataset()
basis = data.bases[0]
names = [
    name
    for name in data.indicators.index
    if data.indicators.at[name, "display"] == "map" and data.published_periods(name, basis)
]
name = st.selectbox("box", names[:4], key="box")
shape = json.loads(boundaries(basis))
frame = views.observed(data, name, basis, data.published_periods(name, basis)[-1])[["unit", "value"]]
drawn = folium.Map(location=[16, 106.5], zoom_start=5, tiles=None)
folium.Choropleth(
    geo_data=shape, data=frame, columns=["unit", "value"], key_on="feature.properties.unit", fill_color="Blues"
).add_to(drawn)
folium.GeoJson(
    shape, style_function=lambda _: {"fillOpacity": 0, "weight": 0}, tooltip=folium.GeoJsonTooltip(["unit"])
).add_to(drawn)
st_folium(drawn, height=560, use_container_width=True)
