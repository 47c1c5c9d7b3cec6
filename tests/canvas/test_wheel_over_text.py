"""The wheel over an open editor moves the map, as it does beside it."""

import pytest
from pens import CTRL, NONE, Pen
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture
def writer(canvas, hand):
    return Pen(canvas).open(hand.card("Reads the"))


def wheel(writer, angle=-120, keys=NONE):
    """One notch, down if nothing is said, in the middle of the editor."""
    view, at = writer.viewport(), writer.viewport().rect().center()
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    everywhere = QPointF(view.mapToGlobal(at))
    event = QWheelEvent(QPointF(at), everywhere, QPoint(), QPoint(0, angle), buttons, keys, phase, False)
    QApplication.sendEvent(view, event)


def test_it_scrolls(canvas, writer):
    above = canvas.view.scroll[1]
    wheel(writer)
    assert canvas.view.scroll[1] == above + 60


def test_with_ctrl_it_zooms_at_the_pointer(canvas, writer):
    at = writer.mapToParent(writer.viewport().geometry().center())
    before = canvas.view.to_map(at.x(), at.y())
    wheel(writer, 120, CTRL)
    assert canvas.zoom == pytest.approx(1.2)
    assert canvas.view.to_window(*before)[1] == pytest.approx(at.y(), abs=2)


def test_a_box_with_more_text_than_room_scrolls_itself(canvas, hand):
    canvas.zoom_to(0.3)
    pen = Pen(canvas)
    writer = pen.open(hand.card("Reads the"))
    writer.insertPlainText(" and so on" * 89)
    pen.type(" and so on")
    before, seen = writer.verticalScrollBar().value(), canvas.view.scroll
    view = writer.verticalScrollBar()
    view.setValue(0)
    wheel(writer)
    assert before > 0 < view.value()
    assert canvas.view.scroll == seen
