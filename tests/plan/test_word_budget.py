"""A budget of words: room shared equally, words reckoned so that they really fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.interior import insets
from desktop.plan.budget import MOST_LINES, Stack, lines_each, words_on
from desktop.poster.room import space_width
from grids import EM, STYLE, composer

LEADING = 10.0
SAID = (
    "The kitchen keeps a list of what is out of stock and nobody tells the waiters about it before guests have ordered "
    "so half of the tables have to choose again and wait for longer than they should on most evenings of the week "
)
TEXT = (SAID * 4).split()


def stacks(*lines, cards=1):
    """Lanes whose fullest cell has so many lines."""
    return [Stack(cards, 7.0 + count * LEADING, 7.0) for count in lines]


@pytest.mark.parametrize(
    ("lanes", "spare", "lines"),
    [
        ((3,), 0.0, 3.0),
        ((2, 4), 0.0, 3.0),
        ((3,), 10.0, 4.0),
        ((3, 3), 10.0, 3.5),
        ((2,), 1000.0, 6.0),
        ((1,), -90, 1.0),
    ],
)
def test_lines_are_shared_equally(lanes, spare, lines):
    assert lines_each(stacks(*lanes), spare, LEADING) == lines


def test_every_card_of_a_stack_has_its_share():
    assert lines_each(stacks(6, cards=2), 0.0, LEADING) == 3.0


def test_a_map_without_cards_leaves_room_for_many_lines():
    assert lines_each([], 0.0, LEADING) == MOST_LINES


def test_a_word_is_always_allowed():
    assert words_on(1, 10.0, 9.0, 200.0, 3.0) == 1


@given(st.floats(1, 6), st.floats(50, 400), st.floats(5, 40))
def test_more_room_is_never_fewer_words(lines, width, word):
    assert words_on(lines, width, 20.0, word, 4.0) <= words_on(lines + 0.5, width * 1.1, 20.0, word, 4.0)


@given(st.floats(1, 6), st.floats(50, 400), st.floats(10, 40))
def test_shorter_words_are_never_fewer(lines, width, word):
    assert words_on(lines, width, 20.0, word, 4.0) <= words_on(lines, width, 20.0, word * 0.8, 4.0)


def line_counts(columns, lines):
    """How many lines the budgeted words take, for every place of a text at which a card could begin."""
    setter, look, space = composer(), STYLE.kind("action"), STYLE.space
    width, indent = columns * EM - 2 * space["gutter"] - sum(insets(look, space)), space["icon"] + space["icon-gap"]
    word = sum(setter.width(each, "card") for each in TEXT) / len(TEXT)
    count = words_on(lines, width, indent, word, space_width(setter))
    texts = (" ".join(TEXT[at : at + count]) for at in range(len(SAID.split())))
    return [setter.place(text, "card", 0, 0, width, indent=indent).lines for text in texts]


@pytest.mark.parametrize("columns", [9, 12, 16, 24])
@pytest.mark.parametrize("lines", [2, 3, 5])
def test_so_many_words_take_so_many_lines(columns, lines):
    found = line_counts(columns, lines)
    assert sum(count <= lines for count in found) >= 0.6 * len(found)
    assert sum(found) / len(found) > lines - 0.6
