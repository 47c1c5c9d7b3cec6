"""A line of text with words that are known already: offered while one types, all by the arrow or the down key."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter

from desktop.layout.style import Words
from desktop.panels.inspector.chosen import ARROW, Option, paint_arrow
from desktop.panels.inspector.typed import Line, LineField
from desktop.panels.theme import FINGER, for_fingers

SHOWN = 12
"""So many are seen at once."""


class OpenLine(Line):
    """A line with an arrow at its end. asked(): a hand or the down key wants to see what there is."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.opens = False

    def set_opens(self, opens: bool) -> None:
        """Whether there is anything to see."""
        self.opens = opens
        self.setTextMargins(0, 0, ARROW if opens else 0, 0)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.opens and event.key() == Qt.Key.Key_Down:
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.opens and self._on_arrow(event.position().x()):
            self.asked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on = self.opens and self._on_arrow(event.position().x())
        self.setCursor(Qt.CursorShape.ArrowCursor if on else Qt.CursorShape.IBeamCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.opens:
            painter = QPainter(self)
            paint_arrow(painter, self)
            painter.end()

    def _on_arrow(self, x: float) -> bool:
        return x >= self.width() - (FINGER if for_fingers() else 2 * ARROW)


class OfferedField(LineField):
    """What is typed counts, whether it is known or not."""

    def __init__(self, name: str, words: Words) -> None:
        line = OpenLine()
        super().__init__(name, words, line=line)
        self._open_line = line
        self._names = QStringListModel(self)
        self.offers = QCompleter(self._names, self)
        self.offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self.offers.setMaxVisibleItems(SHOWN)
        self.line.setCompleter(self.offers)
        self.offers.activated.connect(self._take)
        line.asked.connect(self.show_all)

    def offer(self, options: tuple[Option, ...]) -> None:
        """The words to choose from."""
        names = [name for _, name in options]
        if names != self._names.stringList():
            self._names.setStringList(names)
        self._open_line.set_opens(bool(names))

    def show_all(self) -> None:
        """Opens the list with every word."""
        if not self.line.isReadOnly():
            self.line.setFocus()
            self.offers.setCompletionPrefix("")
            self.offers.complete()

    def _take(self, text: str) -> None:
        self.line.setText(text)
        self.line.setModified(True)
        self.commit()
