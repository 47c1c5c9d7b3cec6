"""Words that are shaped once wherever they stand: what the catalogue says of alphabets is true of the fonts."""

import random
from io import BytesIO
from itertools import chain

import pytest
from fontTools.ttLib import TTFont

from desktop.typeset import shaping
from desktop.typeset.items import Item, itemise

CUTS = ("inter-regular", "inter-semibold", "inter-bold", "inter-italic")
APPLIED = {"calt", "ccmp", "clig", "liga", "locl", "rlig", "kern", "mark", "mkmk"}
"""The features that are on unless one asks for others."""

SINGLE_TO_LIGATURE, CONTEXT, CHAINED, PAIRS = {1, 2, 3, 4}, 5, 6, 2
"""Numbers of the kinds of rules (OpenType 1.9, GSUB and GPOS)."""


def shaped(text, font, *, apart, tracking=0):
    return shaping.shape(text, Item(0, len(text), font, "Latn", apart=apart), tracking)


def same(one, other):
    parts = ("numbers", "clusters", "dxs", "dys", "advances")
    flags = [[int(info.flags) & 1 for info in each.infos] for each in (one, other)]
    return flags[0] == flags[1] and all(list(getattr(one, part)) == list(getattr(other, part)) for part in parts)


def lookups(font, tag):
    """The subtables in use, each with its type."""
    table = font[tag].table
    records = [each for each in table.FeatureList.FeatureRecord if each.FeatureTag in APPLIED]
    for index in sorted({index for each in records for index in each.Feature.LookupListIndex}):
        for part in table.LookupList.Lookup[index].SubTable:
            found = getattr(part, "ExtSubTable", part)
            yield found.LookupType, found


def sequences(part):
    """What stands side by side, from left to right, where a rule applies: at each place a set of glyphs."""
    if part.Format == 3:
        covers = chain(reversed(part.BacktrackCoverage), part.InputCoverage, part.LookAheadCoverage)
        return [[set(cover.glyphs) for cover in covers]]
    rules = zip(part.Coverage.glyphs, part.ChainSubRuleSet, strict=True)
    return [
        [{glyph} for glyph in (*reversed(rule.Backtrack), first, *rule.Input, *rule.LookAhead)]
        for first, rules_ in rules
        for rule in rules_.ChainSubRule
    ]


@pytest.fixture(params=CUTS)
def font(request, fonts):
    return fonts.font(request.param)


@pytest.fixture
def alphabets(font, fonts):
    return fonts.entries[font.key].apart


@pytest.fixture
def inside(font, fonts):
    return fonts.entries[font.key].inside


@pytest.fixture
def tables(font):
    return TTFont(BytesIO(font.data))


def test_alphabets_have_glyphs_and_hold_a_blank(font, alphabets):
    assert len(alphabets) == 2
    assert all(" " in letters and font.covers.issuperset(letters) for letters in alphabets)


def beside(places, blank):
    """Those places that have a blank at their left or right, and the others."""
    near = {at + step for at, place in enumerate(places) if blank in place for step in (-1, 1)}
    return [[place for at, place in enumerate(places) if (at in near) == wanted] for wanted in (True, False)]


def test_no_rule_of_letters_looks_across_a_blank(tables, alphabets, inside):
    named = tables.getBestCmap()
    signs = {named[ord(sign)] for sign in inside}
    contexts = [part for kind, part in lookups(tables, "GSUB") if kind == CHAINED and part.Format != 2]
    for letters in alphabets:
        glyphs = {named[ord(letter)] for letter in letters}
        for places in chain.from_iterable(map(sequences, contexts)):
            crossing = any(named[32] in place for place in places[:-1])  # a blank goes with the word before it
            near, far = beside(places, named[32])
            able = all(place & glyphs for place in near) and all(place & (glyphs | signs) for place in far)
            assert not (crossing and able)


def test_classes_of_glyphs_leave_blanks_out(tables):
    blank = tables.getBestCmap()[32]
    for part in (part for kind, part in lookups(tables, "GSUB") if kind == CHAINED and part.Format == 2):
        rules = [rule for each in part.ChainSubClassSet if each for rule in each.ChainSubClassRule]
        used = (
            (part.BacktrackClassDef, [rule.Backtrack for rule in rules]),
            (part.InputClassDef, [rule.Input for rule in rules]),
            (part.LookAheadClassDef, [rule.LookAhead for rule in rules]),
        )
        assert blank not in part.Coverage.glyphs
        assert all(each.classDefs.get(blank, 0) not in chain.from_iterable(found) for each, found in used)


def test_contexts_without_surroundings_have_no_blank(tables):
    blank = tables.getBestCmap()[32]
    for part in (part for kind, part in lookups(tables, "GSUB") if kind == CONTEXT):
        assert part.Format == 3
        assert all(blank not in cover.glyphs for cover in part.Coverage)


def test_no_blank_is_substituted(tables):
    blank = tables.getBestCmap()[32]
    for kind, part in lookups(tables, "GSUB"):
        assert kind in {*SINGLE_TO_LIGATURE, CONTEXT, CHAINED}
        assert blank not in getattr(part, "mapping", {})
        assert blank not in getattr(part, "alternates", {})
        for first, each in getattr(part, "ligatures", {}).items():
            assert blank not in chain([first], *(ligature.Component for ligature in each))


def test_no_blank_is_kerned_with_what_follows(tables):
    blank = tables.getBestCmap()[32]
    pairs = [part for kind, part in lookups(tables, "GPOS") if kind == PAIRS]
    assert pairs
    assert all(blank not in part.Coverage.glyphs for part in pairs)


def test_a_text_is_shaped_as_its_words_are(font, alphabets):
    chance = random.Random(5)
    for letters in alphabets * 60:
        text = " ".join("".join(chance.choices(letters, k=chance.randint(1, 7))) for _ in range(6))
        assert same(shaped(text, font, apart=True), shaped(text, font, apart=False))


def test_signs_inside_words_leave_them_apart(font, alphabets, inside):
    chance = random.Random(7)
    for letters in alphabets * 60:
        ends = letters.replace(" ", "")
        words = (chance.choice(ends) + "".join(chance.choices(ends + inside * 9, k=3)) for _ in range(6))
        text = " ".join(word + chance.choice(ends) for word in words)
        assert font.has_words_apart(text)
        assert same(shaped(text, font, apart=True), shaped(text, font, apart=False))


@pytest.mark.parametrize("text", ["", " ", "  two  blanks ", "To, Yo. AV", "Ä 12% “so” 1/2"])
def test_blanks_stay_where_they_are(fonts, text):
    font = fonts.font("inter-regular")
    assert same(shaped(text, font, apart=True), shaped(text, font, apart=False))


def test_tracking_is_that_of_the_whole_text(fonts):
    font = fonts.font("inter-bold")
    spaced = shaped("ONE TWO", font, apart=True, tracking=123)
    assert same(spaced, shaped("ONE TWO", font, apart=False, tracking=123))
    assert not same(spaced, shaped("ONE TWO", font, apart=True))


def test_a_word_comes_back_in_another_text(fonts):
    font = fonts.font("inter-regular")
    first, second = (shaped(text, font, apart=True).infos for text in ("so zebra ", "my zebra is"))
    assert all(one is other for one, other in zip(first[3:], second[3:9], strict=True))


def test_a_word_that_is_not_plain_is_shaped_with_its_text(fonts):
    text, font = "so q\u0301n", fonts.font("inter-regular")
    assert same(shaped(text, font, apart=True), shaped(text, font, apart=False))


@pytest.mark.parametrize("text", ["Asks for the menu, twice", "at 7, for 12% more", "Größe", "next at 19:30"])
def test_usual_words_are_apart(fonts, text):
    assert [item.apart for item in itemise(text, fonts, "regular").items] == [True]


@pytest.mark.parametrize("text", ["(A B)", "1 x 2", "1x 2", "12: A", "A :", ": A", "A - B", "Привет", "to → do"])
def test_words_that_look_at_each_other_are_not(fonts, text):
    assert not any(item.apart for item in itemise(text, fonts, "regular").items)


def test_fonts_of_which_nothing_is_known_are_asked_for_whole_texts(fonts):
    assert not fonts.font("sans-regular").has_words_apart("so")
