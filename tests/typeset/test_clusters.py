from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.typeset import clusters

WHOLE = {
    "a letter and its accent": "e\u0301",
    "a letter and two accents": "o\u0302\u0323",
    "a skin tone": "👍🏽",
    "a profession": "👩‍💻",
    "a family": "👨‍👩‍👧‍👦",
    "a heart of fire with its variation selector": "❤️‍🔥",
    "a flag": "🇩🇪",
    "a flag of tags": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a keycap": "1\ufe0f\u20e3",
    "a picture as text": "❤\ufe0e",
    "Hangul letters": "\u1100\u1161\u11a8",
    "a Hangul syllable and a final": "\uac00\u11a8",
    "an Indic conjunct": "\u0915\u094d\u0937",
    "a consonant with a spacing vowel": "\u0915\u093f",
    "a Thai vowel after its letter": "\u0e01\u0e33",
    "an Arabic number sign": "\u06001",
    "a joiner at the end": "x\u200d",
    "a half-width mark": "\uff76\uff9e",
}
APART = {
    "two letters": ["a", "b"],
    "two flags": ["🇩🇪", "🇫🇷"],
    "a flag and half of one": ["🇩🇪", "🇫"],
    "two emoji": ["👍", "👍"],
    "a joiner before a letter": ["👩\u200d", "a"],
    "a letter, a joiner and a picture": ["a\u200d", "👩"],
    "a soft hyphen": ["a", "\u00ad", "b"],
    "a zero-width space": ["a", "\u200b", "b"],
    "Hangul finals before a leading letter": ["\uac01", "\u1100"],
    "a Tamil consonant after a virama": ["\u0ba4\u0bcd", "\u0ba4"],
    "consonants without a virama": ["\u0915", "\u0937"],
    "a control character and an accent": ["\x01", "\u0301"],
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_one_cluster(text):
    assert clusters.split(text) == [text]


@pytest.mark.parametrize("parts", APART.values(), ids=APART)
def test_several_clusters(parts):
    assert clusters.split("".join(parts)) == parts


@pytest.mark.parametrize("parts", [list(pair) for pair in pairwise(WHOLE.values())])
def test_clusters_stay_apart_in_a_sentence(parts):
    assert clusters.split(" ".join(parts)) == [parts[0], " ", parts[1]]


def test_an_empty_text_has_no_cluster():
    assert clusters.starts("") == []


@given(st.text())
def test_clusters_put_together_are_the_text(text):
    assert "".join(clusters.split(text)) == text


@given(st.text(min_size=1))
def test_the_first_cluster_begins_at_the_beginning(text):
    starts = clusters.starts(text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FF, exclude_categories=["Cc", "Cf"])))
def test_plain_latin_characters_are_clusters(text):
    assert clusters.starts(text) == list(range(len(text)))
