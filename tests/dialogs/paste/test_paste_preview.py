"""The preview of a pasted range, by real keys and clicks."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.pasting import Pasting
from desktop.dialogs.paste.grid import CARDS, KIND
from desktop.dialogs.paste.preview import PastePreview
from desktop.document.edits.paste_table import NewLane, NewStep
from desktop.document.ids import Ids, ids_of
from desktop.document.locate import steps_in_order
from desktop.exchange.tables import turned
from desktop.session import Session

TABLE = [["", "Compares", "Asks a friend"], ["Pain points", "one\ntwo", ""], ["Smells", "three", "four"]]


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(3).getrandbits, ids_of(session.project)))


@pytest.fixture
def show(qtbot, desk):
    def make(table=TABLE):
        dialog = PastePreview(desk, desk.journey, Pasting(desk).planner(), table)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        with qtbot.waitActive(dialog):
            dialog.grid.setFocus()
        return dialog

    return make


def lane(desk, title):
    return next(each for each in desk.journey.lanes if title in (each.title, each.kind))


def press(dialog, *keys):
    for key in keys:
        QTest.keyClick(dialog.focusWidget(), key)


def choose(dialog, words):
    """Clicks an entry of the menu that is open, or of the one inside it."""
    menus = [dialog.menu, *dialog.menu.findChildren(QMenu)]
    menu, action = next((menu, each) for menu in menus for each in menu.actions() if each.text() == words)
    if menu is not dialog.menu:
        dialog.menu.setActiveAction(menu.menuAction())
        QTest.keyClick(dialog.menu, Qt.Key.Key_Right)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_it_shows_what_goes_where(show):
    dialog = show()
    cells = dialog.cells
    assert [cells.told(at, Qt.Orientation.Horizontal).name for at in (0, 1)] == ["Compares", "Asks a friend"]
    assert cells.told(1, Qt.Orientation.Horizontal).new
    assert [cells.told(at, Qt.Orientation.Vertical).name for at in (0, 1)] == ["Pain points", "Smells"]
    assert cells.index(0, 0).data(CARDS) == ["one", "two"]
    assert [cells.index(row, 0).data(KIND) for row in (0, 1)] == ["pain", "note"]


def test_enter_pastes_in_one_step(show, desk):
    dialog, before = show(), desk.project
    press(dialog, Qt.Key.Key_Return)
    assert {card.text for card in desk.chosen.cards} == {"one", "two", "three", "four"}
    assert {card.text for card in lane(desk, "Smells").cards} == {"three", "four"}
    assert not dialog.isVisible()
    desk.undo()
    assert desk.project is before


def test_escape_pastes_nothing(show, desk):
    press(show(), Qt.Key.Key_Escape)
    assert desk.session.undoable is None


def test_t_turns_the_table_and_back(show):
    dialog = show()
    first = dialog.plan
    press(dialog, Qt.Key.Key_T)
    assert dialog.plan.turned
    assert dialog.plan.goals.steps[0] == NewStep("Pain points")
    press(dialog, Qt.Key.Key_T)
    assert dialog.plan.goals == first.goals


def test_a_turned_table_is_shown_as_it_is_meant(show):
    assert show(turned(TABLE)).cells.index(0, 0).data(CARDS) == ["one", "two"]


def test_the_button_turns_too(show):
    dialog = show()
    QTest.mouseClick(dialog.turn, Qt.MouseButton.LeftButton)
    assert dialog.plan.turned


@pytest.mark.parametrize("head", ["steps_above", "lanes_before"])
def test_names_may_be_cells(show, head):
    dialog = show()
    QTest.keyClick(getattr(dialog, head), Qt.Key.Key_Space)
    assert not getattr(dialog.plan, head)
    QTest.keyClick(getattr(dialog, head), Qt.Key.Key_Space)
    assert dialog.plan.goals.lanes[1] == NewLane("Smells", "notes")


def test_lines_may_stay_together(show, desk):
    dialog = show()
    QTest.keyClick(dialog.split, Qt.Key.Key_Space)
    assert dialog.cells.index(0, 0).data(CARDS) == ["one\ntwo"]
    press(dialog, Qt.Key.Key_Return)
    assert "one\ntwo" in {card.text for card in desk.chosen.cards}


def test_l_chooses_the_lane_of_the_row(show, desk):
    dialog = show()
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_L)
    choose(dialog, "Thoughts")
    assert dialog.plan.goals.lanes[1] == lane(desk, "thoughts").id
    assert dialog.grid.currentIndex().row() == 1


def test_s_chooses_the_step_of_the_column(show, desk):
    dialog = show()
    press(dialog, Qt.Key.Key_Right, Qt.Key.Key_S)
    choose(dialog, "Dine · Orders")
    orders = next(step.id for step in steps_in_order(desk.journey) if step.title == "Orders")
    assert dialog.plan.goals.steps[1] == orders


def test_a_click_on_a_heading_chooses_too(show):
    dialog = show()
    side = dialog.grid.verticalHeader()
    QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, side.sectionViewportPosition(1) + 5))
    choose(dialog, "Leave out")
    assert dialog.plan.goals.lanes[1] == ""
    assert dialog.cells.index(1, 0).data(KIND) is None


def test_a_new_lane_of_another_kind(show, desk):
    dialog = show()
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_L)
    choose(dialog, "Quotes")
    assert dialog.plan.goals.lanes[1] == NewLane("Smells", "quotes")
    press(dialog, Qt.Key.Key_Return)
    assert {card.kind for card in lane(desk, "Smells").cards} == {"quote"}


def test_what_cannot_be_pasted_is_said_and_not_pasted(show, desk):
    dialog = show()
    press(dialog, Qt.Key.Key_L)
    choose(dialog, "Emotions")
    assert "card" in dialog.told.text()
    assert not dialog.go.isEnabled()
    press(dialog, Qt.Key.Key_Return)
    assert desk.session.undoable is None


def test_the_foot_says_how_much_comes(show):
    dialog = show()
    assert dialog.told.text() == "4 cards · 1 new lane · 1 new step"
    press(dialog, Qt.Key.Key_L)
    choose(dialog, "Leave out")
    assert dialog.told.text() == "2 cards · 1 new lane · 1 new step"


def test_with_all_left_out_there_is_nothing_to_paste(show):
    dialog = show([["a", "b"]])
    press(dialog, Qt.Key.Key_L)
    choose(dialog, "Leave out")
    assert dialog.told.text() == "All of it is left out."
    assert not dialog.go.isEnabled()


def test_the_table_can_be_walked_by_keys(show):
    dialog = show()
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Right)
    at = dialog.grid.currentIndex()
    assert (at.row(), at.column()) == (1, 1)


def test_a_dense_table_is_shown_without_trouble(show):
    dialog = show([[f"{row} {at}\nmore\nand more\nand yet more" for at in range(12)] for row in range(30)])
    dialog.grab()
    assert dialog.cells.rowCount() == 30
