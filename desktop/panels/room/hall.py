"""The map with what room mode puts beside and below it."""

from PySide6.QtCore import QPropertyAnimation, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.canvas.canvas import Canvas
from desktop.canvas.viewer import single_shot
from desktop.panels.room.glide import LASTS, still
from desktop.panels.room.notes import NotesColumn
from desktop.panels.show.board import Board

SIDE, WITH_BOARD = 0.27, 0.32
"""The share of the width that notes have, and that a board has."""

PROMPT = 0.5
"""The share of their height that the board has at most."""

STANDS = 4_000
"""Ms until a hint begins to fade."""

BESIDE, OVER = 36, 10
"""Px that it is wider and higher than its words."""

APART = 4
"""Px between a hint and what is above and below it."""


class Hall(QWidget):
    """The canvas, and at its right a side that is only there in room mode."""

    def __init__(self, canvas: Canvas, board: Board, notes: NotesColumn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas, self.board, self.notes = canvas, board, notes
        self.side = QFrame()
        self.side.setObjectName("roomside")
        column = QVBoxLayout(self.side)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(board)
        column.addWidget(notes, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(canvas, 1)
        row.addWidget(self.side)
        self.foot = QFrame()
        self.foot.setObjectName("roomfoot")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.foot)
        self.side.hide()
        self.foot.hide()
        self.hint = Hint(self)

    def show_foot(self, *, on: bool) -> None:
        """Whether there is room for sentences below the map."""
        self.foot.setVisible(on)
        if not on:
            self.hint.withdraw()

    def show_side(self, *, board: bool, notes: bool) -> None:
        """What stands beside the map."""
        self.board.setVisible(board)
        self.notes.setVisible(notes)
        self.side.setVisible(board or notes)
        self._divide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()
        self.hint.place()

    def _divide(self) -> None:
        self.side.setFixedWidth(round(self.width() * (SIDE if self.board.isHidden() else WITH_BOARD)))
        share = PROMPT if not self.notes.isHidden() else 1.0
        self.board.setFixedHeight(max(round(self.height() * share), 1))


class Hint(QLabel):
    """A sentence below the map that goes away by itself; it covers nothing, and its place stays when it is gone."""

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall.foot)
        self._hall = hall
        self.setObjectName("roomhint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._waiting = single_shot(self, STANDS, self._leave)
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        self._fading = QPropertyAnimation(effect, b"opacity", self)
        self._fading.setDuration(LASTS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.finished.connect(self.withdraw)
        self._effect = effect
        self.hide()
        self.place()

    def tell(self, sentence: str) -> None:
        """Shows a sentence for a while."""
        self._fading.stop()
        self._effect.setOpacity(1.0)
        self.setText(sentence)
        self.show()
        self.place()
        self._waiting.start()

    def withdraw(self) -> None:
        """Shows nothing any more."""
        self._waiting.stop()
        self._fading.stop()
        self.hide()
        self.place()

    def place(self) -> None:
        """In the middle below the map. A sentence of several lines has more room as long as it is there."""
        hall = self._hall
        metrics, room = self.fontMetrics(), max(hall.canvas.width() - 2 * APART - BESIDE, 1)
        words = metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, self.text())
        high = max(words.height(), metrics.height()) if self.isVisibleTo(hall.foot) else metrics.height()
        hall.foot.setFixedHeight(high + OVER + 2 * APART)
        self.setGeometry(
            (hall.canvas.width() - words.width() - BESIDE) // 2, APART, words.width() + BESIDE, high + OVER
        )

    def _leave(self) -> None:
        if still(self._hall.canvas):
            self.withdraw()
        else:
            self._fading.start()
