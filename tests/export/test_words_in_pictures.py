"""What is written on a picture that leaves the screen: whole titles, no word that asks for a click, what is missing in words."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from components import export, framing, lettering
from indicators.text import LANGUAGES
from tests.export.test_pictures import EVERY, built, said

# Words of what only a screen can do.
DONE_ON_SCREEN = re.compile(
    r"(?<!\w)(nhấn|bấm|nháy|gõ|trỏ vào|rê chuột|chạm|kéo để|chọn một|chọn dòng|chọn ô|mở [“\"]|click|tap|press the|hover|drag|choose a|select a|open [“\"])",
    re.IGNORECASE,
)
UNFINISHED = re.compile(r"([,;:·–→-]|\s)$|^[,;:·]|[,;:]\s*[,;:·→]|\s{2}")


@pytest.mark.parametrize("case", EVERY, ids="-".join)
def test_the_words_of_every_picture_are_whole_and_ask_for_no_click(case):
    figure = built(*case)
    words = export.picture_words(figure)
    for line in (words.title, words.subtitle):
        assert not UNFINISHED.search(line), f"an unfinished line: {line!r}"
    assert words.title and len(figure.alt) > len(figure.title)
    for line in (words.title, words.subtitle, *words.notes, *words.footer[:-1]):
        assert not DONE_ON_SCREEN.search(line), f"a picture cannot be clicked: {line!r}"


@pytest.mark.parametrize("size", framing.SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_of_nothing_says_what_is_missing(language, size):
    bare = [case for case in EVERY if case[2] == language and built(*case).frame.empty]
    assert bare
    for case in bare:
        figure = built(*case)
        inside = ElementTree.fromstring(export.drawn(figure, size)).findall("{http://www.w3.org/2000/svg}svg")
        words = " ".join(line for part in inside for line in said(part))
        assert len(words) > 20 and words.replace(" ", "") in lettering.without_shapes(figure.alt).replace(" ", ""), (
            f"{case}: {words!r}"
        )
