"""Votes in a window: keys of the menu, clicks on the map, the result as a file and in the clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document.edits.maps import add_map

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def f12(held=NONE):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F12, held)


def key(*keys):
    for each in keys:
        QTest.keyClick(QApplication.focusWidget(), each)


@pytest.fixture
def voting(window):
    """A vote on the pain points, begun by keys."""
    f12()
    key(Qt.Key.Key_Return)
    return window.workshop.voting


def click(window, card, held=NONE):
    rect = window.canvas.scene.hits.rect(card)
    x, y = window.canvas.view.to_window(rect.x + rect.width / 2, rect.y + rect.height * 0.6)
    point = QApplication.activeWindow().rect().topLeft() + window.canvas.viewport().rect().topLeft()
    point.setX(round(x))
    point.setY(round(y))
    QTest.mouseClick(window.canvas.viewport(), LEFT, held, point)


def test_the_key_goes_to_the_panel_and_back_and_without_a_vote_it_is_said_how_to_begin_one(window):
    said = []
    window.desk.said.connect(said.append)
    f12()
    assert window.docks.docks["votes"].isVisible()
    assert window.workshop.voting.panel.setup.what.hasFocus()
    f12()
    assert not window.docks.docks["votes"].isVisible()
    assert window.canvas.hasFocus()
    assert said == []
    f12(SHIFT)
    assert said == ["No vote is open: F12 begins one."]


def test_clicks_on_cards_are_votes_and_elsewhere_or_after_the_result_they_are_as_ever(window, voting):
    card = voting.votes.ballot.options[3]
    click(window, card)
    click(window, card)
    click(window, card, SHIFT)
    assert voting.votes.entries[3].standing.votes == 1
    assert window.desk.selected == frozenset()
    assert voting.panel.counting.entries.hasFocus()
    other = next(card.id for lane in window.desk.journey.lanes if lane.kind == "actions" for card in lane.cards)
    click(window, other)
    assert window.desk.selected == {other}
    voting.turn()
    click(window, card)
    assert window.desk.selected == {card}
    assert voting.votes.progress.given == 1


def test_result_runoff_and_taking_over_by_keys(window, voting):
    key(Qt.Key.Key_A, Qt.Key.Key_B)
    f12(SHIFT)
    assert not voting.votes.taking
    f12(CTRL)
    assert len(voting.votes.ballot.options) == 2
    key(Qt.Key.Key_B)
    f12(CTRL | SHIFT)
    votes = [card.votes for lane in window.desk.journey.lanes for card in lane.cards if card.votes]
    assert votes == [1, 1]


def test_the_result_is_saved_as_a_table_copied_as_cells_and_what_cannot_be_written_is_told(
    window, voting, script, tmp_path
):
    key(Qt.Key.Key_A)
    script.target = tmp_path / "votes.csv"
    f12(ALT)
    assert script.suggested == ["dinner.csv"]
    text = script.target.read_bytes().decode("utf-8-sig")
    assert text.splitlines()[0] == "Place,Tied,Card,Kind,Stage,Step,Lane,Votes"
    assert len(text.splitlines()) == 10
    f12(ALT | SHIFT)
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("Place\tTied\tCard")
    assert script.told == []
    script.target = tmp_path / "nowhere" / "votes.csv"
    voting.export()
    assert len(script.told) == 1


def test_a_secret_result_is_not_given_away(window, script):
    said = []
    window.desk.said.connect(said.append)
    f12()
    voting = window.workshop.voting
    voting.panel.setup.secret.setChecked(True)
    key(Qt.Key.Key_Return, Qt.Key.Key_A)
    for verb in (voting.export, voting.copy, voting.take_over, voting.again):
        verb()
    assert said == ["The vote is secret: show the result first."] * 4
    assert script.suggested == []


def test_a_tally_that_is_typed_counts_when_the_window_is_handed_in_and_the_map_shows_heat(window, voting):
    cold = window.canvas.viewport().grab().toImage()
    key(Qt.Key.Key_7)
    window.hand_in()
    assert voting.votes.progress.given == 7
    assert window.canvas.viewport().grab().toImage() != cold
    assert next(mark.number for mark in voting.heat.marks) == "7"


def test_while_the_panel_is_hidden_clicks_select_and_voting_is_paused_until_it_is_shown_again(window, voting):
    said = []
    window.desk.said.connect(said.append)
    card = voting.votes.ballot.options[3]
    click(window, card)
    f12()
    assert said[-1] == "Voting is paused while its panel is hidden: clicks select cards. F12 goes on."
    click(window, card)
    assert window.desk.selected == {card}
    assert voting.votes.entries[3].standing.votes == 1
    QTest.keyClick(window.canvas, Qt.Key.Key_F12)
    assert said[-1] == "Voting goes on: a click on a card votes."
    click(window, card)
    assert voting.votes.entries[3].standing.votes == 2


def test_another_map_meanwhile_keeps_the_vote_and_what_is_typed(window, voting):
    first = window.desk.map_id
    window.desk.edit("", add_map(window.desk.project, "Other", new_id=window.desk.new_id))
    key(Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_2)
    ballot, typed = voting.votes.ballot, voting.panel.counting.entries.typed
    window.desk.show_map(next(each.id for each in window.desk.project.maps if each.id != first))
    assert (voting.votes.ballot, voting.panel.counting.entries.typed) == (None, "")
    window.desk.show_map(first)
    assert voting.votes.ballot == ballot
    assert voting.panel.counting.entries.typed == typed == "12"
    voting.commit()
    assert voting.votes.entries[0].standing.votes == 12
