"""Glyphs are stored once, blank ones not at all, coloured ones with their colours."""

from xml.etree import ElementTree

import pytest

from desktop.paint.svgglyphs import GlyphStore
from printing import fonts, typeset


@pytest.fixture
def store():
    return GlyphStore(fonts())


def glyph(letter, face="regular"):
    """Font and number of a letter's glyph."""
    (run,) = typeset(letter, face)[0].runs
    return run.font, run.glyphs[0]


def blank():
    """Font and number of the glyph between two words."""
    (run,) = typeset("a b")[0].runs
    return run.font, run.glyphs[1]


def test_a_glyph_has_one_name(store):
    once, again = store.use(*glyph("a"), 0, 0), store.use(*glyph("a"), 0, 0)
    assert once == again
    assert len(store.definitions()) == 1


def test_other_glyphs_and_other_faces_have_other_names(store):
    uses = {store.use(*glyph(letter, face), 0, 0) for letter in "ab" for face in ("regular", "bold")}
    assert len(uses) == len(store.definitions()) == 4


def test_a_use_says_where(store):
    assert store.use(*glyph("a"), 120, 0) == '<use xlink:href="#g1" x="120"/>'
    assert store.use(*glyph("a"), -5, 30) == '<use xlink:href="#g1" x="-5" y="30"/>'


def test_a_blank_needs_nothing(store):
    assert store.use(*blank(), 0, 0) == ""
    assert store.definitions() == []


def test_a_letter_takes_the_colour_around_it(store):
    store.use(*glyph("a"), 0, 0)
    (path,) = ElementTree.fromstring(store.definitions()[0])
    assert path.get("d").startswith("M")
    assert path.get("fill") is None


def test_an_emoji_has_its_layers_in_their_colours(store):
    font, number = glyph("😀")
    assert store.is_coloured(font, number)
    store.use(font, number, 0, 0)
    layers = ElementTree.fromstring(store.definitions()[0])
    assert [layer.get("fill") for layer in layers] == [colour for _, colour in fonts().layers(font, number)]


def test_letters_are_not_coloured(store):
    assert not store.is_coloured(*glyph("a"))


def test_without_hue_a_colour_glyph_is_grey():
    grey = GlyphStore(fonts(), grey=True)
    grey.use(*glyph("😀"), 0, 0)
    (stored,) = grey.definitions()
    fills = [each.get("fill") for each in ElementTree.fromstring(stored)]
    assert len(fills) > 1
    assert [fill for fill in fills if fill[1:3] != fill[3:5] or fill[1:3] != fill[5:7]] == []
