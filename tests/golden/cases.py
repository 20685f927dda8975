"""Every chart of the atlas with its golden specification: name -> a call that gives the dictionary."""

from components import choropleth, movers, ranking

CASES = {
    "choropleth": lambda: choropleth.choropleth("63"),
    "choropleth_dark": lambda: choropleth.choropleth("63", dark=True),
    "ranking": ranking.ranking,
    "movers": movers.movers,
}
