from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.typeset import bidi

HEBREW = "אבג"


def order(text):
    """The characters of a line of text from left to right."""
    _, levels = bidi.levels(text)
    return "".join(text[index] for index in bidi.visual(range(len(text)), levels.__getitem__))


def test_left_to_right_text_has_level_nought():
    base, levels = bidi.levels("abc 12")
    assert base == 0
    assert list(levels) == [0] * 6


def test_the_first_strong_letter_gives_the_base():
    assert bidi.levels(f"12 {HEBREW} abc")[0] == 1
    assert bidi.levels(f"12 abc {HEBREW}")[0] == 0


def test_hebrew_in_english_has_level_one():
    assert list(bidi.levels(f"a {HEBREW}")[1]) == [0, 0, 1, 1, 1]


def test_english_in_hebrew_has_level_two():
    assert list(bidi.levels("א bc")[1]) == [1, 1, 2, 2]


def test_numbers_in_hebrew_have_level_two():
    assert list(bidi.levels("א 12")[1]) == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc", "abc"),
        (HEBREW, HEBREW[::-1]),
        (f"go {HEBREW} on", f"go {HEBREW[::-1]} on"),
        ("א 12 ב", "ב 12 א"),
        ("אב cd ef גד", "דג cd ef בא"),
        ("pay 5 אבג 12%", "pay 5 12% גבא"),
        ("", ""),
    ],
)
def test_order_on_the_line(text, seen):
    assert order(text) == seen


def test_embeddings_take_no_room_of_their_own():
    base, levels = bidi.levels(f"a \u202b{HEBREW} b\u202c c")
    assert base == 0
    assert levels[3] == 1
    assert levels[-1] == 0


def test_an_isolate_is_an_embedding():
    _, levels = bidi.levels(f"a \u2067{HEBREW}\u2069 c")
    assert list(levels[3:6]) == [1, 1, 1]
    assert levels[-1] == 0


def test_reversing_is_from_the_highest_level_down():
    assert bidi.visual("abcdef", {"a": 1, "b": 2, "c": 2, "d": 1, "e": 0, "f": 1}.__getitem__) == list("dbcaef")


def test_nothing_is_reordered_at_level_nought():
    assert bidi.visual([3, 1, 2], lambda _: 0) == [3, 1, 2]


@given(st.text())
def test_every_character_has_a_level(text):
    base, levels = bidi.levels(text)
    assert base in {0, 1}
    assert len(levels) == len(text)


@given(st.text(st.sampled_from(f"ab12 .,-%€()!{HEBREW}مع٣\u200f\u202b\u202c\u2067\u2069\ud800\U0010ffff")))
def test_reordering_keeps_every_character(text):
    assert sorted(order(text)) == sorted(text)


@given(st.text(st.sampled_from(f"ab {HEBREW}"), min_size=1))
def test_letters_have_odd_levels_where_they_run_to_the_left(text):
    _, levels = bidi.levels(text)
    odd = [level % 2 == 1 for character, level in zip(text, levels, strict=True) if category(character) != "Zs"]
    assert odd == [character in HEBREW for character in text if character != " "]


@pytest.mark.parametrize("text", ["", "12", f"12 {HEBREW} abc", f"12 abc {HEBREW}", "\u202b1", f"“{HEBREW}”"])
def test_the_base_alone_is_the_same(text):
    assert bidi.base_level(text) == bidi.levels(text)[0]


@pytest.mark.parametrize("text", [HEBREW, "abc ع", "\u200fabc", "\u202eabc", "a\u2067b"])
def test_letters_and_marks_of_the_other_direction_may_turn_a_text(text):
    assert bidi.has_right_to_left(text)


@pytest.mark.parametrize("text", ["", "abc 12", "Größe: 12 €", "你好", "\u200eabc"])
def test_other_texts_run_to_the_right(text):
    assert not bidi.has_right_to_left(text)
