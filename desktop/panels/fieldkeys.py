"""What keys write into fields while others are held: “@” and “ą” are letters, Alt and a letter are a command.

Windows tells of AltGr as of Ctrl and Alt together. What is written with it would be taken for a shortcut with both,
such as Ctrl+Alt+E for “€”. And Qt writes the letter of a shortcut with Alt that can do nothing just now.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

NAME = "fieldkeys"
APART = ("xcb", "wayland")
"""Platforms that tell AltGr from Ctrl and Alt, and may name a letter where both are held for a shortcut."""

OPTION = "cocoa"
"""The platform that tells them apart as well, and where Alt alone writes the other letters of keys."""

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
BOTH = Qt.KeyboardModifier.ControlModifier | ALT
GROUP = Qt.KeyboardModifier.GroupSwitchModifier
FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
INPUTS = (*FIELDS, QComboBox)


class FieldKeys(QObject):
    """Looks at the keys of whatever field has the focus before its window does. apart: as APART says."""

    def __init__(self, application: QApplication, *, apart: bool) -> None:
        super().__init__(application)
        self.setObjectName(NAME)
        self._apart = apart
        application.focusChanged.connect(self._attend)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._is_settled(watched, event):
            event.accept()
            return True
        return False

    def _attend(self) -> None:
        """A field keeps its filter: one that is there already only comes to stand before those of others."""
        widget = QApplication.focusWidget()
        if isinstance(widget, INPUTS):
            widget.installEventFilter(self)

    def _is_settled(self, where: QObject, event: QKeyEvent) -> bool:
        """Whether a letter is no shortcut, or a shortcut no letter."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            return commands(event)
        third = kind == QEvent.Type.ShortcutOverride and not self._apart and writes(event)
        return third and isinstance(where, QWidget) and takes_text(where)


def attend() -> None:
    """From now on, once for all windows and dialogs; without an application, or where Alt writes, nothing."""
    application, platform = QApplication.instance(), QGuiApplication.platformName().partition("-")[0]
    if not isinstance(application, QApplication) or platform == OPTION:
        return
    if application.findChild(FieldKeys, NAME) is None:
        FieldKeys(application, apart=platform in APART)


def takes_text(widget: QWidget) -> bool:
    """Whether one writes into it, as far as one may."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, FIELDS) and not widget.isReadOnly()


def writes(event: QKeyEvent) -> bool:
    """Whether keys are held that give the third letter of a key, and there is one: not the key's own."""
    held, text = event.modifiers(), event.text()
    third = held & BOTH == BOTH or bool(held & GROUP)
    return third and text.strip() != "" and text.isprintable() and not _is_own(event.key(), text)


def commands(event: QKeyEvent) -> bool:
    """Whether Alt is held, with Shift or without, to a letter or digit."""
    return event.modifiers() & ~SHIFT == ALT and _is_own(event.key(), event.text())


def _is_own(key: int, text: str) -> bool:
    """Whether a letter or digit of the alphabet is what the key writes anyway."""
    return text.isascii() and text.isalnum() and len(text) == 1 and ord(text.upper()) == key
