"""Up to five provinces side by side: over time, in two periods, by rank, on two indicators, among their regions."""

import streamlit as st

from components import compare_controls, compare_words, current, figure, heading
from components.dataset import dataset
from indicators import comparing

chosen = current.selection()
names = compare_words.names(comparing.shown(dataset(), chosen), chosen.language)
heading.show(chosen, dataset().say("compare.title", chosen.language, names=names), compare_controls.said(chosen))
compare_controls.draw(chosen)
drawn = compare_controls.built(chosen)
if drawn.frame.empty:
    st.info(" ".join(drawn.notes) or drawn.alt, icon=":material/info:")
else:
    figure.show(drawn)
    st.caption("  \n".join(note for note in drawn.notes if note not in " ".join(drawn.said)))
