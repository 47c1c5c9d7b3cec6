"""Text written on the map: a real text widget over the thing, in its type and at its size."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.canvas.tools import Surface, window_rect
from desktop.desk.draft import Draft


class Writer(QPlainTextEdit):
    """The open editor. Ctrl+Enter or a click elsewhere hands the text in, Escape gives up."""

    def __init__(self, surface: Surface, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self._draft = draft
        self._done = False
        self.setPlainText(draft.text)
        self.textChanged.connect(self._show)
        self._show()
        self.show()
        self.setFocus()

    def commit(self) -> None:
        """Hands the text in as one edit."""
        if not self._done:
            candidate = self._draft.with_text(self.toPlainText())
            self.cancel()
            self._surface.desk.edit(self._draft.label, candidate, (self._draft.thing,))

    def cancel(self) -> None:
        """Leaves the map as it was."""
        if not self._done:
            self._done = True
            self._surface.show_candidate(None, frozenset())
            self.hide()
            self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def _show(self) -> None:
        scene = self._surface.show_candidate(self._draft.with_text(self.toPlainText()), frozenset())
        rect = scene.hits.rect(self._draft.thing)
        if rect is not None:
            self.setGeometry(window_rect(self._surface.view, rect).toRect())
