"""The list in which one decides whose value stands, by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desks import desk_on, small_map
from desktop.desk.adding import Adding, Guest
from desktop.dialogs.adding.contradictions import CHOICES, MOST, Contradictions
from desktop.dialogs.disagreement import titles
from desktop.document.edits.cards import edit_cards
from desktop.storage.reader import Opened

TEXTS = {"c1": "Calls", "c2": "Sits", "c4": "Wonders"}


@pytest.fixture(scope="module")
def conflicts():
    """Three cards say something else in the kitchen's file."""
    desk, theirs = desk_on(), small_map()
    for card, text in TEXTS.items():
        theirs = edit_cards(theirs, theirs.maps[0].id, [card], text=text)
    adding = Adding(desk, Guest(Opened(theirs, {}, 0), "kitchen"), titles(desk.words, "kitchen"))
    return adding.proposed().conflicts


@pytest.fixture
def tree(qtbot, conflicts):
    shown = Contradictions(desk_on().words)
    qtbot.addWidget(shown)
    shown.resize(800, 300)
    shown.show_conflicts(conflicts)
    shown.show()
    return shown


@pytest.fixture
def decided(tree):
    """As many as decisions were told."""
    told = []
    tree.decided.connect(lambda: told.append(True))
    return told


def test_each_has_a_row_with_their_words(tree):
    rows = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    assert {row.text(2) for row in rows} == set(TEXTS.values())
    assert all(row.toolTip(2) == row.text(2) for row in rows)
    assert tree.currentItem() is rows[0]


def test_at_first_all_are_decided_alike(tree, conflicts):
    assert tree.choices == {one.key: CHOICES[0] for one in conflicts}


def test_one_decision_is_that_row_s_alone(tree, conflicts, decided):
    QTest.keyClick(tree.boxes[1], Qt.Key.Key_Down)
    assert [tree.choices[one.key] for one in conflicts] == [CHOICES[0], CHOICES[1], CHOICES[0]]
    assert len(decided) == 1


@pytest.mark.parametrize("choice", CHOICES)
def test_all_at_once_are_told_once(tree, decided, choice):
    tree.decide_all(choice)
    assert set(tree.choices.values()) == {choice}
    assert len(decided) == 1


def test_a_box_is_named_by_what_it_decides(tree):
    assert [box.accessibleName() for box in tree.boxes] == [tree.topLevelItem(at).text(0) for at in range(3)]


def test_shown_anew_earlier_decisions_are_gone(tree, conflicts):
    tree.decide_all("theirs")
    tree.show_conflicts(conflicts[:1])
    assert tree.choices == {conflicts[0].key: CHOICES[0]}
    assert tree.topLevelItemCount() == 1


def test_without_any_nothing_is_current(tree):
    tree.show_conflicts(())
    assert tree.currentItem() is None
    assert tree.choices == {}


def test_there_is_an_end_to_the_rows(tree, conflicts):
    tree.show_conflicts([conflicts[0]] * (MOST + 1))
    assert tree.topLevelItemCount() == MOST
