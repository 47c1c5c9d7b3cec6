"""Laws of lines with signs, whatever is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.scribe.context import Context, Named
from desktop.scribe.grammar import Chip, Line, What, kind_of, offers, parse
from desktop.scribe.typed import Typed

SOUND = settings(max_examples=25)
CONTEXT = Context(
    places=(Named("d1", "Waits"), Named("d2", "Books a table")),
    lanes=(Named("l1", "Pain points"), Named("l2", "Feelings")),
    channels=(Named("web", "Website"),),
    personas=(Named("ana", "Ana"),),
    lane_kinds={"l1": "pain", "l2": "emotion"},
    cell=lambda address: ("l1", "d1") if address.upper() == "A1" else None,
)
WORDS = st.sampled_from(
    ("p:", "@wa", "@book", ">pain", ">feel", "#web", "~ana", "!3", "+2", "*", "/", "@A1", "soup", "cold", "@@wa", "p::")
)
LINES = st.lists(WORDS, max_size=6)
PLAIN = st.lists(st.text("abcdefghij", min_size=1, max_size=7), max_size=6)


def typed_on(raw):
    """The line after each key."""
    typed = Typed()
    for key in raw:
        typed = typed.edited(typed.text[: typed.cursor] + key + typed.text[typed.cursor :], typed.cursor + 1, CONTEXT)
    return typed


@SOUND
@given(PLAIN)
def test_words_without_signs_stay_as_they_are(words):
    raw = " ".join(words)
    assert parse(raw, CONTEXT) == Line(raw)


@SOUND
@given(LINES)
def test_no_word_is_lost(words):
    line = parse(" ".join(words), CONTEXT)
    assert len(line.text.split()) + len(line.chips) == len(words)


@SOUND
@given(LINES)
def test_chips_stand_in_the_order_in_which_they_were_typed(words):
    raw = " ".join(words)
    chips = parse(raw, CONTEXT).chips
    assert [chip.at for chip in chips] == sorted(chip.at for chip in chips)
    assert all(raw[chip.at :].startswith(chip.raw) for chip in chips)


@SOUND
@given(LINES)
def test_refused_words_are_text(words):
    assert parse(" ".join(words), CONTEXT, refused=words) == Line(" ".join(words))


@SOUND
@given(LINES)
def test_a_line_that_goes_on_has_no_chip_of_its_last_word(words):
    raw = " ".join((*words, "@wa"))
    assert all(chip.at < len(raw) - 3 for chip in parse(raw, CONTEXT, ended=False).chips)


@SOUND
@given(LINES)
def test_the_cursor_never_leaves_the_text(words):
    typed = typed_on(" ".join(words))
    assert 0 <= typed.cursor <= len(typed.text)


@SOUND
@given(LINES)
def test_a_chip_opened_is_its_word_again_and_stays_text(words):
    typed = typed_on(" ".join((*words, "@wa ")))
    opened = typed.opened()
    assert opened.text[: opened.cursor].endswith(typed.chips[-1].raw)
    assert len(opened.chips) == len(typed.chips) - 1
    assert not [
        chip for chip in opened.line(CONTEXT).chips if chip.raw == typed.chips[-1].raw and chip not in typed.chips
    ]


@SOUND
@given(LINES, st.sampled_from(list(What)))
def test_without_one_thing_nothing_says_it(words, what):
    typed = typed_on(" ".join((*words, " ")))
    assert typed.without({what}).text == typed.text
    assert {chip.what for chip in typed.without({what}).chips} == {chip.what for chip in typed.chips} - {what}


@pytest.mark.parametrize("word", ["@", ">", "#", "~", "@wa", ">p", "#we", "~an"])
def test_a_word_with_a_sign_has_offers_that_can_be_taken(word):
    typed = Typed(f"cold {word}", len(word) + 5)
    chip = typed.offers(CONTEXT)[0]
    taken = typed.taken(chip, CONTEXT)
    assert (taken.text, taken.cursor, taken.chips) == ("cold ", 5, (chip,))


@pytest.mark.parametrize("raw", ["cold", "", "@@", "##web", "cold @wa "])
def test_elsewhere_nothing_is_offered(raw):
    assert offers(raw, len(raw), CONTEXT)[1] == []


@pytest.mark.parametrize(
    ("chips", "kind"),
    [
        ((), "note"),
        (((What.KIND, "idea"),), "idea"),
        (((What.LANE, "l1"),), "pain"),
        (((What.CELL, "l2 d1"),), "emotion"),
        (((What.LANE, "l1"), (What.KIND, "idea")), "idea"),
        (((What.LANE, "l1"), (What.CELL, "l2 d1")), "emotion"),
        (((What.LANE, "gone"),), "note"),
        (((What.KIND, "idea"), (What.KIND, "quote")), "quote"),
    ],
)
def test_a_note_is_of_the_kind_that_is_said_last_else_of_its_lane(chips, kind):
    assert kind_of([Chip(what, value, value, value) for what, value in chips], CONTEXT) == kind
