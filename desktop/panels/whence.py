"""Where the keyboard was before something asked for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Whence:
    """Keeps the widget that has the keyboard, and gives it back as long as that can take it."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def note(self) -> None:
        """It is now where it shall come back to."""
        self._widget = QApplication.focusWidget()

    def back(self, otherwise: QWidget | None) -> None:
        """Back to where it was; to `otherwise`, if to anything, where that is gone, hidden or cannot be used now."""
        before, self._widget = self._widget, None
        there = before is not None and isValid(before) and before.isVisible() and before.isEnabled()
        widget = before if there else otherwise
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)  # one for shortcuts would select what stands in a line
