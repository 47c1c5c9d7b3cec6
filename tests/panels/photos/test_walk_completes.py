"""Names and notes written before are offered in the walk as they are in the scribe bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.lanes import lock_lane
from desktop.document.locate import card_at, cards_of

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def alike(panel, window, qtbot):
    """Half of a note that is on the map stands in the line, and it is offered."""
    note = next(card for card in cards_of(window.desk.journey) if card.text.startswith("Card details"))
    QTest.keyClicks(panel.field, "card details before a")
    qtbot.waitUntil(panel.offers.isVisible)
    return note


def seen(window, card):
    return card_at(window.desk.journey, card.id).card.seen


def test_a_name_is_offered_while_its_sign_is_typed_tab_a_click_or_enter_take_it_until_one_goes_to_the_map(
    panel, window
):
    QTest.keyClicks(panel.field, "#we")
    QTest.keyClick(panel.field, Qt.Key.Key_Tab)
    assert panel.chips.texts == ["Web"]
    assert panel.address.text() == "A1"
    assert panel.offers.isHidden()
    QTest.keyClicks(panel.field, "#ph")
    at = panel.offers.row_box(0).center().toPoint()
    name = panel.offers.rows[0]
    QTest.mouseClick(panel.offers, Qt.MouseButton.LeftButton, pos=at)
    assert panel.chips.texts[-1] == name != "Web"
    QTest.keyClick(panel.field, ENTER)
    QTest.keyClicks(panel.field, "@b")
    rows = panel.offers.rows
    first = max(panel.offers.chosen, 0)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    chosen = rows[panel.offers.chosen]
    QTest.keyClick(panel.field, ENTER)
    assert panel.chips.texts == [chosen]
    assert chosen != rows[first] or len(rows) == 1
    QTest.keyClicks(panel.field, "#we")
    assert panel.offers.isVisible()
    assert "Web" in panel.offers.rows
    window.canvas.setFocus()
    assert panel.offers.isHidden()


def test_a_note_written_before_is_shown_below_the_line_and_counted_by_a_click(panel, window, alike):
    assert alike.text in panel.offers.rows
    assert panel.offers.y() > panel.frame.y()
    assert panel.rect().contains(panel.offers.geometry())
    at = panel.offers.row_box(panel.offers.rows.index(alike.text)).center().toPoint()
    QTest.mouseClick(panel.offers, Qt.MouseButton.LeftButton, pos=at)
    assert seen(window, alike) == 2


def test_control_and_enter_count_a_note_written_before_and_without_one_go_on(panel, window, alike):
    before, said = window.desk.project, []
    window.desk.said.connect(said.append)
    QTest.keyClick(panel.field, ENTER, CONTROL)
    assert seen(window, alike) == 2
    assert panel.field.text() == ""
    assert panel.address.text() == "A1"
    assert alike.text in said[-1]
    window.acts["undo"].trigger()
    assert window.desk.project is before
    QTest.keyClicks(panel.field, "Zebra crossing")
    QTest.keyClick(panel.field, ENTER, CONTROL)
    assert panel.address.text() == "C1"
    assert "Zebra crossing" in {card.text for card in cards_of(window.desk.journey)}


def test_enter_makes_a_note_of_its_own_all_the_same_but_in_a_locked_lane_the_walk_says_so(panel, window, alike):
    QTest.keyClick(panel.field, ENTER)
    assert seen(window, alike) == alike.seen
    assert "card details before a" in {card.text for card in cards_of(window.desk.journey)}
    desk = window.desk
    desk.attempt("lock", lambda project: lock_lane(project, desk.map_id, panel.walk.cell.lane, True))
    QTest.keyClicks(panel.field, "soup")
    QTest.keyClick(panel.field, ENTER)
    assert panel.chips.texts == ["Actions"]
    assert panel.field.text() == "soup"
    assert "locked" in panel.field.placeholderText()
