"""The word budget of a card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.desk.budget import budget, count_words, parted, rest_to_details
from desktop.document.cards import Card
from desktop.document.edits.cards import edit_cards, span_card
from desktop.document.errors import EditError
from desktop.document.locate import Columns, card_at

COLUMNS = Columns(("a", "b", "c"))


@pytest.mark.parametrize(("first", "last", "words"), [("a", "a", 9), ("a", "c", 27), ("c", "a", 9), ("x", "x", 9)])
def test_each_step_has_room_for_nine_words(first, last, words):
    assert budget(Card(id="i", kind="note", first=first, last=last), COLUMNS) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("   \n", 0),
        ("one", 1),
        ("  one  two\nthree ", 3),
        ("Conversion 4.1 %", 2),
        ("27 minutes without a word", 4),
        ("€ 12 each", 2),
        ("3 400 views", 2),
        ("12 guests", 2),
        ("no\N{NO-BREAK SPACE}break", 1),
    ],
)
def test_words_are_counted_as_they_are_read(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "kept", "rest"),
    [
        ("one two three", "one two three", ""),
        ("one two three four five", "one two three four", "five"),
        ("one two. three four five", "one two.", "three four five"),
        ("one. two three four five", "one. two three four", "five"),
        ("one two three four. five", "one two three four.", "five"),
        ("one two three “four.” five", "one two three “four.”", "five"),
        ("one two\nthree four\nfive", "one two\nthree four", "five"),
        ("one two three 27 minutes later", "one two three 27 minutes", "later"),
    ],
)
def test_a_text_is_parted_at_a_word(text, kept, rest):
    assert parted(text, 4) == (kept, rest)


@given(st.text("ab .\n%1 ", max_size=60), st.integers(1, 9))
def test_nothing_is_lost_and_the_budget_is_kept(text, words):
    kept, rest = parted(text, words)
    assert (kept + rest).split() == text.split() or "".join((kept + rest).split()) == "".join(text.split())
    assert count_words(kept) <= words
    assert bool(rest) == (count_words(text) > words)


@pytest.fixture
def home(sample):
    """The sample, its map and a card of it."""
    journey = sample.project.maps[0]
    card = next(card for lane in journey.lanes for card in lane.cards if card.text.startswith("Card details"))
    return sample.project, journey.id, card.id


def long(home):
    project, map_id, card = home
    return edit_cards(project, map_id, [card], text="one two three four five. six seven eight nine ten")


def test_the_rest_goes_to_the_top_of_the_details(home):
    _, map_id, ident = home
    before = card_at(long(home).maps[0], ident).card
    after = card_at(rest_to_details(long(home), map_id, ident).maps[0], ident).card
    assert after.text == "one two three four five."
    assert after.details == f"six seven eight nine ten\n{before.details}"


def test_within_the_budget_nothing_moves(home):
    project, map_id, ident = home
    assert rest_to_details(project, map_id, ident) == project


def test_a_wider_card_keeps_more(home):
    _, map_id, ident = home
    journey = long(home).maps[0]
    first = card_at(journey, ident).card.first
    steps = [step.id for stage in sorted(journey.stages, key=lambda s: s.rank) for step in stage.steps]
    last = next(step for step in steps if step != first)
    try:
        wide = span_card(long(home), map_id, ident, first, last)
    except EditError:
        wide = span_card(long(home), map_id, ident, last, first)
    assert rest_to_details(wide, map_id, ident) == wide


def test_a_card_that_is_gone_is_missing(home):
    project, map_id, _ = home
    with pytest.raises(EditError, match="missing"):
        rest_to_details(project, map_id, "gone")


def test_as_many_words_stay_as_are_asked_for(home):
    _, map_id, ident = home
    after = card_at(rest_to_details(long(home), map_id, ident, 2).maps[0], ident).card
    assert after.text == "one two"
    assert after.details.startswith("three four five. six")


def test_with_room_for_all_words_nothing_moves(home):
    _, map_id, ident = home
    assert rest_to_details(long(home), map_id, ident, 99) == long(home)
