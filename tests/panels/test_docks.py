"""Panels that are docked at the sides of a window."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from desktop import resources
from desktop.panels.docks import LEFT, NARROW, RIGHT, WIDTHS, Docks


@pytest.fixture
def make(qtbot):
    def make(width=1600):
        window = QMainWindow()
        qtbot.addWidget(window)
        window.setCentralWidget(QWidget())
        docks = Docks(window, resources.words("en"))
        docks.add("palette", QWidget(), LEFT)
        outline, field = QLineEdit(), QLineEdit()
        docks.add("outline", outline, LEFT, outline.setFocus, shown=False)
        docks.add("inspector", field, RIGHT, field.setFocus)
        window.resize(width, 900)
        docks.arrange(width)
        window.show()
        return docks

    return make


@pytest.fixture
def docks(make):
    return make()


def widths(docks):
    return {name: dock.width() for name, dock in docks.docks.items() if dock.isVisible()}


def test_panels_begin_with_their_usual_widths(docks):
    assert widths(docks) == {name: WIDTHS[name] for name in ("palette", "inspector")}


def test_a_narrow_window_begins_without_the_inspector(make):
    assert widths(make(NARROW - 1)) == {"palette": WIDTHS["palette"]}


def test_only_a_fresh_window_is_arranged(docks):
    docks.show_inspector(False)
    docks.arrange(1600)
    assert "inspector" not in widths(docks)


def test_panels_are_hidden_and_shown(docks):
    docks.show_palette(False)
    docks.show_outline(True)
    assert set(widths(docks)) == {"outline", "inspector"}


def test_the_outline_stands_beside_the_palette_and_takes_the_keyboard(docks, qtbot):
    with qtbot.waitActive(docks._window):
        docks._window.activateWindow()
    docks.show_outline(True)
    QApplication.processEvents()
    palette, outline = docks.docks["palette"].geometry(), docks.docks["outline"].geometry()
    assert palette.right() < outline.left()
    assert (palette.width(), outline.width()) == (WIDTHS["palette"], WIDTHS["outline"])
    assert docks.docks["outline"].widget().hasFocus()


def test_a_panel_that_goes_leaves_the_others_as_wide_as_they_were(docks):
    docks.show_outline(True)
    QApplication.processEvents()
    docks.show_outline(False)
    QApplication.processEvents()
    assert widths(docks) == {name: WIDTHS[name] for name in ("palette", "inspector")}


def test_so_does_one_that_is_hidden_by_the_button_in_its_head(docks):
    docks.show_outline(True)
    QApplication.processEvents()
    head = docks.docks["outline"].titleBarWidget()
    point(head, True)
    QTest.mouseClick(head.button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert widths(docks) == {name: WIDTHS[name] for name in ("palette", "inspector")}


def test_going_into_a_hidden_panel_shows_it(docks, qtbot):
    with qtbot.waitActive(docks._window):
        docks._window.activateWindow()
    docks.show_inspector(False)
    docks.enter_inspector()
    assert docks.docks["inspector"].widget().hasFocus()
    docks.enter_outline()
    assert docks.docks["outline"].widget().hasFocus()


def test_an_action_is_ticked_while_the_panel_is_shown(docks):
    action = QAction("Palette", checkable=True)
    docks.follow("palette", action)
    assert action.isChecked()
    docks.docks["palette"].hide()
    assert not action.isChecked()
    docks.docks["palette"].show()
    assert action.isChecked()


def test_a_state_is_restored_in_another_window(docks, make):
    docks.show_inspector(False)
    docks._window.resizeDocks([docks.docks["palette"]], [260], Qt.Orientation.Horizontal)
    state = docks.state()
    other = make(1600)
    other.restore(state)
    assert widths(other) == {"palette": 260}


@pytest.mark.parametrize("state", [b"", b"nonsense"])
def test_a_state_without_meaning_changes_nothing(docks, state):
    docks.restore(state)
    assert set(widths(docks)) == {"palette", "inspector"}


def test_a_restored_window_is_not_arranged_again(make):
    first = make()
    first.show_palette(False)
    other = make()
    other.restore(first.state())
    other.arrange(1600)
    assert set(widths(other)) == {"inspector"}


@pytest.fixture
def head(docks):
    return docks.docks["palette"].titleBarWidget()


def point(widget, inside):
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, middle) if inside else QEvent(QEvent.Type.Leave))


def test_a_head_shows_its_grip_while_pointed_at(head):
    calm = head.grab().toImage()
    point(head, True)
    assert head.button.isVisible()
    assert head.grab().toImage() != calm
    point(head, False)
    assert not head.button.isVisible()


def test_the_button_in_the_head_hides_the_panel(docks, head):
    point(head, True)
    QTest.mouseClick(head.button, Qt.MouseButton.LeftButton)
    assert "palette" not in widths(docks)


def test_a_panel_can_float(docks, qtbot):
    docks.docks["inspector"].setFloating(True)
    assert docks.docks["inspector"].isWindow()
    docks.docks["inspector"].setFloating(False)


def test_a_panel_under_another_one_comes_to_the_top(docks):
    under, over = docks.docks["outline"], docks.docks["palette"]
    docks.show_outline(True)
    docks._window.tabifyDockWidget(under, over)
    over.raise_()
    QApplication.processEvents()
    assert under.visibleRegion().isEmpty()
    docks.enter_outline()
    QApplication.processEvents()
    assert not under.visibleRegion().isEmpty()
    assert QApplication.focusWidget() is under.widget()


def test_a_panel_that_is_called_comes_with_the_keyboard(qtbot, docks):
    qtbot.waitActive(docks.docks["outline"].window())
    assert docks.call("outline")
    assert docks.docks["outline"].isVisible()
    assert docks.docks["outline"].widget().hasFocus()


def test_it_is_called_from_beside_it(qtbot, docks):
    qtbot.waitActive(docks.docks["outline"].window())
    docks.call("outline")
    docks.docks["inspector"].widget().setFocus()
    assert docks.call("outline")
    assert docks.docks["outline"].widget().hasFocus()


def test_it_is_sent_away_by_a_second_call(qtbot, docks):
    qtbot.waitActive(docks.docks["outline"].window())
    docks.call("outline")
    assert not docks.call("outline")
    assert not docks.docks["outline"].isVisible()


def test_where_the_map_has_little_room_a_panel_makes_way_for_another_of_its_side(make):
    docks = make(1280)
    docks.add("votes", QLineEdit(), RIGHT, lambda: None, shown=False)
    docks.call("votes")
    assert set(widths(docks)) == {"palette", "votes"}
    docks.docks["votes"].titleBarWidget().button.click()
    assert set(widths(docks)) == {"palette", "inspector"}


def test_where_there_is_room_no_panel_makes_way(docks):
    docks.add("votes", QLineEdit(), RIGHT, lambda: None, shown=False)
    docks.call("votes")
    assert set(widths(docks)) == {"palette", "votes", "inspector"}
