"""The mapping page of a table whose one column of scores answers several questions."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.desk import intake
from desktop.dialogs.feedback.asked import SHOWN
from desktop.dialogs.feedback.columns import BY_QUESTION, ColumnsPage
from grids import card, lane, project

EN = resources.words("en")
FINE, AGAIN = "How satisfied were you with everything that evening, from the door to the bill?", "Again?"
TABLE = f'Touchpoint,Question,Score\nDoor,"{FINE}",4\nDoor,{AGAIN},9\nDoor,"{FINE}",2\nDoor,{AGAIN},3\n'


@pytest.fixture
def page(qtbot):
    whole = project(lane(card(1, "touchpoint", text="Door"), kind="touchpoints"))
    made = ColumnsPage(intake.read(TABLE.encode(), "asked.csv", whole), EN)
    qtbot.addWidget(made)
    made.resize(800, 480)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def choose(box, text):
    """By the keyboard."""
    box.setFocus()
    QTest.keyClicks(box, text)


def test_each_question_is_shown_with_its_scale(page):
    assert page.asked.isVisible()
    assert page.asked.scales == {FINE: "1-5", AGAIN: "1-10"}
    assert page.scale.currentData() == BY_QUESTION


def test_another_scale_for_one_question(qtbot, page):
    with qtbot.waitSignal(page.changed):
        choose(page.asked.boxes[FINE], "1 to 7")
    assert page.reading.shape.asked == {FINE: "1-7", AGAIN: "1-10"}


def test_one_scale_for_all_questions(page):
    choose(page.scale, "Stars")
    assert page.asked.scales == {FINE: "stars", AGAIN: "stars"}
    assert page.scale.currentData() == "stars"


def test_by_question_guesses_them_again(page):
    choose(page.scale, "Stars")
    QTest.keyClick(page.scale, Qt.Key.Key_Home)
    assert page.asked.scales == {FINE: "1-5", AGAIN: "1-10"}


def test_without_the_column_of_questions_there_is_one_scale(page):
    page.table.setFocus()
    page.table.setCurrentIndex(page.cells.index(0, 1))
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    out = next(each for each in page.menu.actions() if each.text() == "Leave out")
    QTest.mouseClick(page.menu, Qt.MouseButton.LeftButton, pos=page.menu.actionGeometry(out).center())
    assert not page.asked.isVisible()
    assert page.scale.findData(BY_QUESTION) < 0


def test_fields_are_called_by_their_questions(page):
    assert page.asked.boxes[AGAIN].accessibleName() == "Scale of “Again?”"


def test_a_wheel_chooses_nothing(page):
    box = page.asked.boxes[FINE]
    at = box.rect().center()
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    turn = QPoint(0, -120)
    spots = QPointF(at), QPointF(box.mapToGlobal(at))
    QApplication.sendEvent(box, QWheelEvent(*spots, turn, turn, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False))
    assert page.reading.shape.asked[FINE] == "1-5"


def test_of_many_questions_some_are_in_sight(page):
    page.asked.show_scales({f"Question {number}?": "1-5" for number in range(40)})
    each = page.asked.boxes["Question 0?"].height()
    assert page.asked.height() < 2 * SHOWN * each
    assert page.asked.verticalScrollBar().maximum() > 0


def test_the_same_questions_keep_their_fields(page):
    before = dict(page.asked.boxes)
    page.asked.show_scales({FINE: "", AGAIN: "0-10"})
    assert all(page.asked.boxes[question] is box for question, box in before.items())
