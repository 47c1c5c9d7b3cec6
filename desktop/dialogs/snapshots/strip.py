"""The line above the map that says since when changes are shown on it, and how many there are of which kind."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.canvas.differencesigns import SIDE
from desktop.dialogs.differencemarks import paint_sign
from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.plaintext import plain

GAP, APART = 5, 14
"""Px between a sign and its words, and between two kinds."""


class SinceStrip(QFrame):
    """closing(): nobody wants to see them any more."""

    closing = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("since")
        self.title = plain()
        self._labels: list[QLabel] = []
        self._kinds = QHBoxLayout()
        self._kinds.setSpacing(APART)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip(words("since.close"))
        self.close_button.setAccessibleName(words("since.close"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.closing)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 8, 5)
        row.setSpacing(APART)
        row.addWidget(self.title)
        row.addLayout(self._kinds)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def told(self) -> tuple[str, ...]:
        """The words for each kind, from the left."""
        return tuple(label.text() for label in self._labels)

    def tell(self, title: str, kinds: Sequence[tuple[str, str]]) -> None:
        """title: since when. kinds: of each code that occurs what is said of it; none where nothing has changed."""
        self.title.setText(title)
        counted = [*kinds] or [("", self._words("snapshots.same"))]
        self.setAccessibleName(f"{title} {' · '.join(text for _, text in counted)}")
        while (old := self._kinds.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._labels = []
        for code, text in counted:
            if code:
                self._kinds.addWidget(Sign(code))
                self._kinds.addSpacing(GAP - APART)
            label = plain()
            label.setText(text)
            self._labels.append(label)
            self._kinds.addWidget(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closing.emit()
        else:
            super().keyPressEvent(event)


class Sign(QWidget):
    """The sign of a kind of difference, in the colours that are worn."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sign(painter, self._code)
        painter.end()
