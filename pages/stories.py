"""Stories for the stage: those that the atlas ships, a province's own, the visitor's own."""

import streamlit as st

from components import current, handout, heading, own_story, story_list
from components.dataset import dataset

chosen = current.selection()
say, language = dataset().say, chosen.language
heading.show(chosen, say("stories.title", language), say("stories.context", language))
left, right = st.columns(2, gap="large")
with left:
    story_list.show(chosen)
    st.caption(say("stories.keys", language))
with right:
    st.markdown(f"**{say('mystory.title', language)}**")
    st.caption(say("mystory.hint", language))
    own_story.desk(chosen, handout.WHOLE)
