"""A line of text with words that are known already: offered while one types, all by the arrow or the down key."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.inspector.chosen import Option
from desktop.panels.inspector.typed import LineField

SHOWN = 12
"""So many are seen at once."""


class OfferedField(LineField):
    """What is typed counts, whether it is known or not."""

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(name, words)
        self._names = QStringListModel(self)
        self.offers = QCompleter(self._names, self)
        self.offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self.offers.setMaxVisibleItems(SHOWN)
        self.line.setCompleter(self.offers)
        self._arrow = self.line.addAction(icon("down"), QLineEdit.ActionPosition.TrailingPosition)
        self._arrow.setToolTip(words("field.offers"))
        self._arrow.triggered.connect(self.show_all)
        self.offers.activated.connect(self._take)
        self.line.installEventFilter(self)

    def offer(self, options: tuple[Option, ...]) -> None:
        """The words to choose from."""
        names = [name for _, name in options]
        if names != self._names.stringList():
            self._names.setStringList(names)
        self._arrow.setVisible(bool(names))

    def show_all(self) -> None:
        """Opens the list with every word."""
        self.line.setFocus()
        self.offers.setCompletionPrefix("")
        self.offers.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The down key opens the list, as it does in a choice."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.show_all()
            return True
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> None:
        self.line.setText(text)
        self.line.setModified(True)
        self.commit()
