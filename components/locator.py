"""Where a unit lies: the country in a quiet colour, the unit marked, both archipelagos named."""

from __future__ import annotations

from components import choropleth, theme


def locator(basis: str, dark: bool = False) -> dict:
    """Return the specification of a small map of one basis; data sets frame (unit, own, hover) and labels."""
    colours = theme.palette(dark)
    fill = {"condition": {"test": "datum.own", "value": colours.chosen}, "value": theme.SEQUENTIAL[1]}

    def areas(feature: str) -> dict:
        return {
            "data": choropleth.geometry(basis, feature),
            "transform": [
                {
                    "lookup": "properties.unit",
                    "from": {"data": {"name": "frame"}, "key": "unit", "fields": ["unit", "own", "hover"]},
                }
            ],
            "mark": {"type": "geoshape", "stroke": colours.paper, "strokeWidth": 0.5, "cursor": "pointer"},
            "encoding": {"fill": fill, "tooltip": {"field": "hover"}, "description": {"field": "hover"}},
        }

    provinces = areas("provinces")
    provinces["params"] = [
        {"name": "pick", "select": {"type": "point", "fields": ["unit"], "toggle": False, "clear": False}}
    ]
    labels = {
        "data": {"name": "labels"},
        "mark": {"type": "text", "fontStyle": "italic", "fontSize": 9.5, "color": colours.quiet, "lineBreak": "\n",
                 "lineHeight": 11, "baseline": "bottom", "tooltip": None},
        "encoding": {
            "longitude": {"field": "x", "type": "quantitative"},
            "latitude": {"field": "y", "type": "quantitative"},
            "text": {"field": "text"},
        },
    }  # fmt: skip
    return {"projection": {"type": "identity", "reflectY": True}, "layer": [provinces, areas("islands"), labels]}
