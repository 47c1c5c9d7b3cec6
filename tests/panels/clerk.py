"""Somebody who works the inspector with real keys and clicks."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.document.locate import card_at
from desktop.panels.inspector.form import Form

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Clerk:
    """Cards are named by a part of their text, fields by their path."""

    def __init__(self, inspector, desk):
        self.inspector = inspector
        self.desk = desk

    @property
    def pane(self):
        return self.inspector.pane

    @property
    def undo_label(self):
        entry = self.desk.session.undoable
        return entry.label if entry else ""

    def id(self, text):
        lanes = self.desk.journey.lanes
        return next(card.id for lane in lanes for card in lane.cards if text in card.text)

    def card(self, text):
        return card_at(self.desk.journey, self.id(text)).card

    def select(self, *texts):
        """Selects cards and returns their ids."""
        ids = [self.id(text) for text in texts]
        self.desk.select(ids)
        return ids

    def thing(self, ident):
        """The card with this id as it is now."""
        return card_at(self.desk.journey, ident).card

    def lane(self, kind):
        return next(lane for lane in self.desk.journey.lanes if lane.kind == kind)

    def field(self, path):
        for form in self.pane.findChildren(Form):
            for spec, field in form.fields:
                if spec.path == path and field.isVisibleTo(self.inspector):
                    return field
        raise LookupError(path)

    def has(self, path):
        try:
            return bool(self.field(path))
        except LookupError:
            return False

    def editor(self, path):
        return self.field(path).editor

    def text(self, path):
        """What stands in a field that one types into."""
        editor = self.editor(path)
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    def begin(self, path, text):
        """Clicks into a field and types in place of what is there, without handing it in."""
        editor = self.editor(path)
        click(editor)
        editor.selectAll()
        write(editor, text) if text else QTest.keyClick(editor, Qt.Key.Key_Delete)

    def enter(self, path, text):
        """Types and hands in."""
        self.begin(path, text)
        keys = Qt.KeyboardModifier.ControlModifier if isinstance(self.editor(path), QPlainTextEdit) else NONE
        QTest.keyClick(self.editor(path), Qt.Key.Key_Return, keys)

    def choose(self, path, text):
        """Chooses by the keys of the box: typing finds the word."""
        box = self.editor(path)
        box.setFocus()
        box.showPopup()
        box.view().setCurrentIndex(box.model().index(box.findText(text), 0))
        QTest.keyClick(box.view(), Qt.Key.Key_Return)

    def tick(self, path):
        box = self.editor(path)
        QTest.mouseClick(box, LEFT, NONE, QPoint(8, box.height() // 2))

    def press(self, key, keys=NONE):
        """A key for whatever has the focus."""
        QTest.keyClick(self.inspector.focusWidget(), key, keys)


def write(editor, text):
    """Types; signs that no key of QTest has come as an input method would send them."""
    for sign in text:
        if sign == "\n":
            QTest.keyClick(editor, Qt.Key.Key_Return)
        elif sign.isascii():
            QTest.keyClick(editor, sign)
        else:
            QCoreApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, sign))


def click(widget, at=None, keys=NONE):
    """A click on a widget, in its middle."""
    surface = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
    QTest.mouseClick(surface, LEFT, keys, at or surface.rect().center())
