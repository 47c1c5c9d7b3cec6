"""What somebody presses, written down, and pressed: real key events to whatever has the keyboard, and nothing else.

A script is text as it is typed, with keys in braces: {Enter}, {Ctrl+L}, {Down 3} for three times. {to Owner} is {Tab}
until a field of that name has the keyboard, as somebody does who looks at the screen. {find Books a table} is Ctrl+K,
“@”, the words and Enter: everything on a map is within reach of that; {also Compares} is the same with Shift+Enter,
which selects it too, and {do below thoughts} with “>”, for what is in the menus. The ends of lines are not typed; a
line that begins with “# ” says what comes.
"""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

SCRIPTS = Path(__file__).parents[1] / "tests" / "keys"
NONE = Qt.KeyboardModifier.NoModifier
NAMES = {"Enter": "Return", "Escape": "Esc"}
VERBS = {"find": ("@", "Enter"), "also": ("@", "Shift+Enter"), "do": (">", "Enter")}
FARTHEST = 90
"""So often Tab is pressed at most for a field."""

_PIECE = re.compile(r"\{([^{}]+)\}|([^{}]+)")


class LostError(Exception):
    """No field of a name is reached by Tab."""


def script(name: str) -> str:
    """One of the scripts that are kept with the tests, such as “restaurant”."""
    return (SCRIPTS / f"{name}.keys").read_text("utf-8")


class Typist:
    """Presses keys at a window. `pressed` counts them."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.pressed = 0

    def play(self, script: str) -> None:
        """Presses what a script says. LostError names the line in which a field is not reached."""
        for line in script.splitlines():
            if not line.startswith("# "):
                try:
                    self._play(line)
                except LostError as lost:
                    raise LostError(f"{lost} in “{line}”") from lost

    def type(self, text: str) -> None:
        """Letters that stand on no key of Qt's own test keyboard come as the system would send them."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._at(), letter)
            else:
                QCoreApplication.sendEvent(self._at(), QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))
            self.pressed += 1

    def press(self, keys: str, times: int = 1) -> None:
        """Presses keys such as “Ctrl+Shift+Right”, and lets happen what happens between any two keys of people."""
        sequence = _sequence(keys)
        for _ in range(times):
            QTest.keySequence(self._at(), sequence)
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.pressed += 1

    def to(self, name: str) -> None:
        """Tab until a field of that name has the keyboard; LostError."""
        for _ in range(FARTHEST):
            self.press("Tab")
            if _called(self._at()) == name:
                return
        raise LostError(f"no field {name!r} is reached by Tab")

    def _play(self, line: str) -> None:
        for keys, text in _PIECE.findall(line):
            if keys:
                self._named(keys)
            else:
                self.type(text)

    def _named(self, keys: str) -> None:
        verb, _, rest = keys.partition(" ")
        if verb == "to":
            self.to(rest)
        elif verb in VERBS:
            sign, enter = VERBS[verb]
            self.press("Ctrl+K")
            self.type(sign + rest)
            self.press(enter)
        else:
            self.press(verb, int(rest or 1))

    def _at(self) -> QWidget:
        """What has the keyboard: a menu that is open, else what the window gave it to. A dialog in front of all others
        is the active one however late that is told; where one or a list has gone, the window is so again, as desktops
        do it."""
        front, active = QApplication.activeModalWidget(), QApplication.activeWindow()
        if active is None or not active.isVisible() or (front is not None and front is not active):
            (front or self.window).activateWindow()
            QCoreApplication.processEvents()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window


def _sequence(keys: str) -> QKeySequence:
    *held, key = keys.split("+")
    return QKeySequence("+".join((*held, NAMES.get(key, key))))


def _called(widget: QWidget) -> str:
    """Its name, without the value that some fields say behind it."""
    if isinstance(widget, QAbstractButton) and not widget.accessibleName():
        return widget.text()
    return widget.accessibleName().partition(":")[0]
