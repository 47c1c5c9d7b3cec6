"""The line that says since when changes are shown, and what is said where something was."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from desktop.canvas.differencesigns import SIDE
from desktop.dialogs.snapshots import SinceStrip, ghost_marks
from desktop.dialogs.snapshots.strip import Sign
from desktop.document.compare import compare
from desktop.document.edits.cards import Spot, move_cards, remove_cards
from desktop.document.edits.lanes import remove_lane
from desktop.resources import words
from grids import card, lane, project

WORDS = words("en")
VISIT = project(lane(card(1, text="Calls\nat noon"), card(2, step=1, text=""), card(3, step=2)), lane(kind="thoughts"))
TOLD = (("added", "2 new"), ("removed", "1 gone"))


@pytest.fixture
def strip(qtbot):
    made = SinceStrip(WORDS)
    qtbot.addWidget(made)
    made.resize(700, 36)
    made.show()
    return made


def signs(strip):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return strip.findChildren(Sign)


def test_it_is_hidden_until_there_is_something_to_say(qtbot):
    made = SinceStrip(WORDS)
    qtbot.addWidget(made)
    assert made.isHidden()


def test_each_kind_has_its_sign_and_its_words(strip):
    strip.tell("Since “A”:", TOLD)
    assert strip.told == ("2 new", "1 gone")
    assert len(signs(strip)) == 2
    assert strip.accessibleName() == "Since “A”: 2 new · 1 gone"


def test_what_was_said_before_is_gone(strip):
    strip.tell("Since “A”:", TOLD)
    strip.tell("Since “A”:", TOLD[:1])
    assert strip.told == ("2 new",)
    assert len(signs(strip)) == 1


def test_nothing_changed_is_said_without_a_sign(strip):
    strip.tell("Since “A”:", ())
    assert strip.told == ("nothing changed",)
    assert signs(strip) == []


def test_titles_are_plain_text(strip):
    strip.tell("Since “<b>A</b>”:", TOLD)
    assert strip.title.textFormat() == Qt.TextFormat.PlainText


def test_signs_are_painted(strip):
    strip.tell("Since “A”:", TOLD)
    QCoreApplication.processEvents()
    picture = signs(strip)[0].grab().toImage()
    assert picture.pixelColor(SIDE // 2, 2) != picture.pixelColor(SIDE // 2, SIDE // 2)


def test_the_button_and_escape_close(strip):
    closed = []
    strip.closing.connect(lambda: closed.append(1))
    QTest.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    QTest.keyClick(strip, Qt.Key.Key_A)
    assert closed == [1, 1]


def said(after):
    return {thing: mark.text for thing, mark in ghost_marks(compare(VISIT, after), WORDS).items()}


def test_what_has_gone_is_named_on_one_line():
    assert said(remove_cards(VISIT, "m", ["c1"])) == {"c1": "gone: Calls at noon"}


def test_what_has_no_words_is_named_by_its_kind():
    assert said(remove_cards(VISIT, "m", ["c2"])) == {"c2": "gone: Action"}


def test_what_moved_was_here():
    assert said(move_cards(VISIT, "m", ["c3"], Spot("l-actions", "d3"))) == {"c3": "was here: Asks"}


def test_lanes_leave_nothing_behind():
    assert said(remove_lane(VISIT, "m", "l-thoughts", new_id=lambda: "new")) == {}
