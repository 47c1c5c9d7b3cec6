"""The third letters of keys, such as “@” and “ą”: where text is written they are letters, not shortcuts.

Windows tells of AltGr as of Ctrl and Alt together. What is written with it would be taken for a shortcut with both,
such as Ctrl+Alt+E for “€”.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

NAME = "thirdletters"
OTHERS = ("cocoa", "xcb", "wayland")
"""Platforms that tell AltGr from Ctrl and Alt; some of them name a letter where both are held for a shortcut."""

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
GROUP = Qt.KeyboardModifier.GroupSwitchModifier
FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
INPUTS = (*FIELDS, QComboBox)


class ThirdLetters(QObject):
    """Looks at the keys of whatever field has the focus, before the shortcuts of its window do."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.setObjectName(NAME)
        application.focusChanged.connect(self._attend)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _written(watched, event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _attend(self) -> None:
        """A field keeps its filter: one that is there already only comes to stand before those of others."""
        widget = QApplication.focusWidget()
        if isinstance(widget, INPUTS):
            widget.installEventFilter(self)


def spare() -> None:
    """From now on, once for all windows and dialogs; without an application, or where AltGr is told apart, nothing."""
    application = QApplication.instance()
    plain = QGuiApplication.platformName().partition("-")[0] not in OTHERS
    if plain and isinstance(application, QApplication) and application.findChild(ThirdLetters, NAME) is None:
        ThirdLetters(application)


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


def _written(where: QObject, event: QKeyEvent) -> bool:
    return isinstance(where, QWidget) and takes_text(where) and writes(event)


def _is_own(key: int, text: str) -> bool:
    """Whether a letter or digit of the alphabet is what the key writes anyway."""
    return text.isascii() and text.isalnum() and len(text) == 1 and ord(text.upper()) == key
