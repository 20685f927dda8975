"""Colour and shape of units side by side: one slot a unit, one more for the mean of all."""

from __future__ import annotations

import altair as alt

from components import theme

MEAN = len(theme.CATEGORICAL)
REST = -1
# An axis of ranks has no place before the first.
RANKS = "datum.value < 1 ? '' : datum.label"
_DOMAIN = [REST, *range(MEAN + 1)]


def colour(dark: bool) -> alt.Color:
    """Return the colour of a slot: the rest of the units and the mean of all are quiet."""
    colours = theme.palette(dark)
    shades = [colours.muted, *theme.categorical(dark), colours.outline]
    return alt.Color("slot:O", scale=alt.Scale(domain=_DOMAIN, range=shades), legend=None)


def fill(dark: bool, hollow: str = "datum.derived") -> alt.Fill:
    """Return the fill of a slot's mark, its inside left blank where `hollow` holds (a derived value, as a rule)."""
    colours = theme.palette(dark)
    shades = [colours.muted, *theme.categorical(dark), colours.outline]
    scale = alt.Scale(domain=_DOMAIN, range=shades)
    inside = alt.Fill("slot:O", scale=scale, legend=None)
    return alt.condition(hollow, alt.value(colours.paper), inside)


def shape() -> alt.Shape:
    """Return the shape of a slot, so that colour is never the only sign."""
    shapes = ["circle", *theme.SHAPES, "stroke"]
    return alt.Shape("slot:O", scale=alt.Scale(domain=_DOMAIN, range=shapes), legend=None)
