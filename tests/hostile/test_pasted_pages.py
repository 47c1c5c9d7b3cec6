"""Pages pasted and dropped everywhere: their plain text comes in, or nothing does."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from baits import BAIT
from desktop.canvas.plaintext import PlainText
from desktop.dialogs.preferences import PreferencesDialog
from desktop.panels.inspector.typed import Growing, Line
from desktop.panels.views import NameField
from desktop.preferences import Preferences
from desktop.resources import words
from desktop.session import Session

WORDS = words("en")
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

FIELDS = {
    "on the map": PlainText,
    "line of the inspector": lambda parent: put(Line(), parent),
    "text of the inspector": lambda parent: put(Growing(), parent),
    "name of a view": lambda parent: NameField("Name", parent),
    "author": lambda parent: put(PreferencesDialog(WORDS, Preferences()), parent).author,
}


def put(widget, parent):
    widget.setParent(parent)
    return widget


def page(text=""):
    mime = QMimeData()
    mime.setHtml(BAIT + "<p>from the page</p>")
    if text:
        mime.setText(text)
    return mime


def written(field):
    return field.text() if isinstance(field, QLineEdit | PlainText) else field.toPlainText()


@pytest.fixture(params=FIELDS)
def field(qtbot, request):
    top = QWidget()
    qtbot.addWidget(top)
    made = FIELDS[request.param](top)
    top.show()
    made.show()
    yield made
    top.close()


@pytest.mark.parametrize(("text", "came"), [("", ""), ("<b>plain</b>", "<b>plain</b>")])
def test_pasting_a_page_gives_its_plain_text(field, text, came):
    QGuiApplication.clipboard().setMimeData(page(text))
    field.setFocus()
    field.paste()
    assert written(field) == came
    QGuiApplication.clipboard().setText("")


@pytest.mark.parametrize(("text", "came"), [("", ""), ("<b>plain</b>", "<b>plain</b>")])
def test_dropping_a_page_gives_its_plain_text(field, text, came):
    mime, at = page(text), QPoint(5, 5)
    target = field.viewport() if isinstance(field, QTextEdit | QPlainTextEdit) else field
    QApplication.sendEvent(target, QDragEnterEvent(at, COPY, mime, LEFT, NONE))
    QApplication.sendEvent(target, QDropEvent(QPointF(at), COPY, mime, LEFT, NONE))
    assert written(field) == came


def test_nothing_but_letters_is_in_a_text_that_was_pasted(qtbot):
    text = PlainText(None)
    qtbot.addWidget(text)
    text.insertFromMimeData(page("<img src='/dev/zero'>"))
    assert "<img" not in text.toHtml()
    assert text.text() == "<img src='/dev/zero'>"


@pytest.fixture(params=["window", "canvas", "outline", "inspector", "palette", "tabs"])
def place(open_window, sample, request):
    window = open_window(Session(sample))
    places = {"window": window, "canvas": window.canvas.viewport(), "outline": window.outline}
    others = {"inspector": window.inspector, "palette": window.palette_panel, "tabs": window.tabs}
    return window, {**places, **others}[request.param]


def test_a_page_dropped_on_the_window_changes_nothing(place):
    window, target = place
    before, mime, at = window.desk.project, page("plain"), QPoint(9, 9)
    entered = QDragEnterEvent(at, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(target, entered)
    if entered.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(at), COPY, mime, LEFT, NONE))
    assert window.desk.project is before


def test_a_page_pasted_on_the_map_is_not_read(open_window, sample):
    window = open_window(Session(sample))
    before = window.desk.project
    QGuiApplication.clipboard().setMimeData(page())
    QTest.keyClick(window.canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.project is before
    QGuiApplication.clipboard().setText("")


def test_lists_of_other_programs_are_not_unpacked(open_window, sample):
    """Qt's own form for list entries may hold objects of any sort."""
    window = open_window(Session(sample))
    mime, before = QMimeData(), window.desk.project
    mime.setData("application/x-qabstractitemmodeldatalist", b"\0" * 400)
    for view in (window.outline, window.canvas):
        QApplication.sendEvent(view, QDropEvent(QPointF(9, 9), COPY, mime, LEFT, NONE))
    assert window.desk.project is before
