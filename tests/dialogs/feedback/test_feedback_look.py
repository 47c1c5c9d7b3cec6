"""How the dialogs of feedback look: names beside the middle of their fields, rows that a finger can press."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop import resources
from desktop.desk import intake
from desktop.dialogs.feedback.columns import ColumnsPage
from desktop.dialogs.feedback.names import NamesPage
from desktop.dialogs.feedback.pieces import ROW
from desktop.panels.theme import FINGER, suit
from grids import card, lane, project

EN = resources.words("en")
TABLE = b"Touchpoint,Question,Score\nDoor,Fine?,4\nDoor,Again?,9\n"


@pytest.fixture
def touch():
    """Sizes for fingers, while the test runs."""
    application = QApplication.instance()
    suit(application, touch=True)
    yield
    suit(application, touch=False)


def made(qtbot, page):
    qtbot.addWidget(page)
    page.resize(880, 500)
    page.show()
    return page


def columns(qtbot, table=TABLE):
    whole = project(lane(card(1, "touchpoint", text="Door"), kind="touchpoints"))
    return made(qtbot, ColumnsPage(intake.read(table, "asked.csv", whole), EN))


def middle(page, widget):
    return widget.mapTo(page, widget.rect().center()).y()


def test_rows_are_as_high_as_a_finger_needs(qtbot, touch):
    assert made(qtbot, NamesPage(EN)).table.verticalHeader().defaultSectionSize() == FINGER


def test_rows_are_lower_for_a_mouse(qtbot):
    assert made(qtbot, NamesPage(EN)).table.verticalHeader().defaultSectionSize() == ROW


def test_scales_of_questions_leave_room_for_the_table(qtbot, touch):
    page = columns(qtbot)
    assert min(box.height() for box in page.asked.boxes.values()) >= FINGER
    assert page.table.height() > 3 * FINGER


def test_names_stand_beside_the_middle_of_their_fields_and_questions_below_them(qtbot):
    page = columns(qtbot)
    for text, field in (("Survey", page.title), ("Scale", page.scale)):
        label = next(one for one in page.findChildren(QLabel) if one.text() == text)
        assert abs(middle(page, label) - middle(page, field)) <= 1
    assert abs(page.asked.mapTo(page, page.asked.rect().topLeft()).x() - page.scale.x()) <= 1


def test_without_questions_there_is_no_gap(qtbot):
    page = columns(qtbot, b"Touchpoint,Score\nDoor,4\nDoor,3\n")
    assert page.table.y() - page.scale.geometry().bottom() < 20
