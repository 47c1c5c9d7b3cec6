"""Clicks on the map are votes only where a card can be voted for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.canvas.voteclicks import Clicks
from desktop.desk.votes import Votes

SHIFT, RIGHT = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.RightButton


@pytest.fixture
def votes(canvas):
    votes = Votes(canvas.desk, lambda: "2026-03-04")
    cards = next(choice.cards for choice in votes.choices() if choice.title == "Pain points")
    votes.open(cards)
    canvas.resize(1400, 900)
    canvas.fit()
    return votes


@pytest.fixture
def pointed(canvas, votes):
    """The cards that clicks were on."""
    told = []
    clicks = Clicks(votes, canvas, lambda: True)
    clicks.pointed.connect(told.append)
    return told


def given(votes):
    return [entry.standing.votes for entry in votes.entries if entry.standing.votes]


def test_a_click_is_a_vote_and_selects_nothing(hand, canvas, votes, pointed):
    hand.click(hand.on("Prices missing"))
    assert given(votes) == [1]
    assert pointed == [hand.card("Prices missing")]
    assert canvas.desk.selected == frozenset()


def test_with_shift_it_is_one_fewer(hand, votes, pointed):
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, SHIFT):
        hand.click(hand.on("Prices missing"), keys)
    assert given(votes) == [1]


def test_a_double_click_is_two_votes_and_opens_no_editor(hand, canvas, votes, pointed):
    at = hand.on("Prices missing")
    hand.click(at)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert given(votes) == [2]
    assert canvas.writer is None


def test_a_click_drags_nothing(hand, canvas, votes, pointed):
    at = hand.on("Prices missing")
    hand.drag(at, at + hand.point(200, 0) - hand.point(0, 0))
    assert canvas.tool is None
    assert given(votes) == [1]
    assert canvas.desk.session.undoable.label == "Vote"


def test_other_cards_are_selected_as_ever(hand, canvas, votes, pointed):
    hand.click(hand.on("Menu page"))
    assert given(votes) == []
    assert canvas.desk.selected == {hand.card("Menu page")}


def test_other_buttons_do_what_they_do(hand, canvas, votes, pointed):
    hand.press(hand.on("Prices missing"), button=RIGHT)
    hand.release(button=RIGHT)
    assert (given(votes), pointed) == ([], [])


def test_when_the_result_is_shown_a_click_selects(hand, canvas, votes, pointed):
    votes.show_result()
    hand.click(hand.on("Prices missing"))
    assert given(votes) == []
    assert canvas.desk.selected == {hand.card("Prices missing")}


def test_where_grades_are_given_a_click_only_points(hand, votes, pointed):
    votes.open(votes.ballot.options, form="pain")
    hand.click(hand.on("Prices missing"))
    assert pointed == [hand.card("Prices missing")]
    assert votes.progress.given == 0


def test_what_is_being_written_is_handed_in_by_the_click(hand, canvas, votes, pointed):
    card = hand.card("Menu page")
    canvas.desk.select({card})
    canvas.keyboard.write()
    QTest.keyClicks(canvas.writer, "s")
    hand.click(hand.on("Prices missing"))
    assert canvas.writer is None
    assert hand.card("Menu pages") == card
    assert given(votes) == [1]
