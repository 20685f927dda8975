"""The strip of figures: words escaped, source one click away."""

from components import cards, theme


def test_words_of_a_card_are_escaped_and_its_source_is_linked():
    made = cards.markup(
        [{"name": "<b>x</b>", "value": "1 & 2", "url": 'https://a/"b', "source": "s", "target": "t", "change": ""}],
        theme.LIGHT,
    )
    assert "<b>x</b>" not in made and "&lt;b&gt;x" in made
    assert 'href="https://a/&quot;b"' in made
    assert made.count('class="under"') == 1
