"""PySide builds that lose a reference to None on every void call abort after some thousand calls."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

CALLS = 10_000


def drift(call):
    """How much the reference count of None changes over many calls."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return abs(sys.getrefcount(None) - before)


def test_void_calls_of_a_painter_keep_none_alive(qapp):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    colour, rect = QColor("#26356A"), QRectF(0, 0, 4, 4)
    lost = max(drift(lambda: painter.setPen(colour)), drift(lambda: painter.fillRect(rect, colour)))
    painter.end()
    assert lost < 100


def test_void_calls_of_an_object_keep_none_alive(qapp):
    thing = QObject()
    assert drift(lambda: thing.setObjectName("name")) < 100


def test_an_override_called_by_qt_keeps_none_alive(qapp):
    class Listener(QObject):
        def customEvent(self, event):
            pass

    listener, event = Listener(), QEvent(QEvent.Type.User)
    assert drift(lambda: QCoreApplication.sendEvent(listener, event)) < 100
