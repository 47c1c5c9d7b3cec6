"""From the current map to the ideal one and back in a real window, by keys alone, and undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.dialogs.ideal.comparison import ComparisonDialog
from desktop.dialogs.ideal.news import NewsDialog
from desktop.document.edits.cards import Spot, add_card
from desktop.document.locate import cards_of

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(window, key):
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key, CTRL | ALT)
    QApplication.processEvents()
    return window.improvement.ideal.dialog


def texts(window):
    return {card.text for card in cards_of(window.desk.journey)}


def derive(window):
    """The ideal map is shown; its current one has got another card since."""
    current = window.desk.map_id
    window.acts["duplicate_ideal"].trigger()
    ideal = window.desk.map_id
    journey = next(one for one in window.session.project.maps if one.id == current)
    lane = next(one for one in journey.lanes if one.kind == "actions")
    spot = Spot(lane.id, journey.stages[0].steps[0].id)
    window.desk.edit(
        "Add", add_card(window.session.project, current, spot, "action", new_id=window.desk.new_id, text="Rings twice")
    )
    return current, ideal


def test_alone_a_map_is_compared_with_nothing(window):
    assert press(window, Qt.Key.Key_G) is None
    assert press(window, Qt.Key.Key_W) is None


def test_from_what_is_new_to_nothing_new(window):
    _, ideal = derive(window)
    dialog = press(window, Qt.Key.Key_W)
    assert isinstance(dialog, NewsDialog)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert window.desk.map_id == ideal
    assert "Rings twice" in texts(window)
    assert press(window, Qt.Key.Key_W) is None


def test_compared_brought_over_and_undone(window):
    before = window.session.project
    current, ideal = derive(window)
    dialog = press(window, Qt.Key.Key_G)
    assert isinstance(dialog, ComparisonDialog)
    dialog.walk(1)
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    assert dialog.note.text() == "Nothing differs."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.improvement.ideal.dialog is None
    assert "Rings twice" in texts(window)
    for _ in range(3):
        window.undo()
    assert window.session.project == before
    assert current != ideal


def test_nothing_is_made_before_it_is_asked_for(window):
    assert window.improvement.ideal.dialog is None
    assert not window.findChildren(ComparisonDialog)
    assert not window.findChildren(NewsDialog)
