"""Whatever people write, an XML parser reads it again."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paint.svgmarkup import attribute, clean, words

every_character = st.text(st.characters(exclude_categories=()))


@given(every_character)
def test_words_come_back(text):
    assert ElementTree.fromstring(f"<a>{words(text)}</a>".encode()).text == (clean(text) or None)


@given(every_character)
def test_attributes_come_back(text):
    found = ElementTree.fromstring(f"<a b={attribute(text)}/>".encode()).get("b")
    assert len(found) == len(text)
    assert clean(found).replace(" ", "") == clean(text).replace(" ", "")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\tb", "a b"),
        ("a\x00b\x1fc", "abc"),
        ("a\x85b\x7f", "ab"),
        ("a\ud800\udfff", "a"),
        ("\ufffe\uffff", ""),
        ("é😀", "é😀"),
    ],
)
def test_clean_keeps_what_can_be_read(text, kept):
    assert clean(text) == kept


def test_markup_is_escaped():
    assert words("<a> & 'b' \"c\"") == "&lt;a&gt; &amp; 'b' \"c\""
    assert attribute('say "no"') == "'say \"no\"'"
