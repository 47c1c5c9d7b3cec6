"""The scale of each question where one column of scores answers several."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from desktop.layout.style import Words
from desktop.method.scales import SCALES
from desktop.panels.theme import for_fingers
from desktop.panels.tips import tip

GAP, SHOWN, TALL = 6, 3.5, 2.5
"""Px between two rows, and how many are in sight, of tall ones fewer: half of one tells that there are more."""


class Asked(QScrollArea):
    """A row for each question. changed(): somebody chose another scale for one."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.boxes: dict[str, QComboBox] = {}
        self.setObjectName("asked")
        self.setAccessibleName(words("feedback.asked"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def scales(self) -> dict[str, str]:
        """The scale of each question, "" where nobody knows it."""
        return {question: box.currentData() for question, box in self.boxes.items()}

    def show_scales(self, asked: Mapping[str, str]) -> None:
        """Of these questions; the rows stay where they are the same ones."""
        if list(asked) != list(self.boxes):
            self._make(asked)
        for question, scale in asked.items():
            box = self.boxes[question]
            box.setCurrentIndex(box.findData(scale))

    def _make(self, asked: Mapping[str, str]) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        self.boxes = {}
        for row, question in enumerate(asked):
            self.boxes[question] = box = self._box(question)
            grid.addWidget(_Name(question), row, 0)
            grid.addWidget(box, row, 1)
        self.setWidget(inner)
        high = max((box.sizeHint().height() for box in self.boxes.values()), default=0) + GAP
        self.setFixedHeight(round(high * min(len(asked), TALL if for_fingers() else SHOWN)))

    def _box(self, question: str) -> QComboBox:
        words = self._words
        box = _Scale()
        box.setAccessibleName(words("feedback.scale_of").format(question=" ".join(question.split())))
        for name in ("", *SCALES):
            box.addItem(words(f"scale.{name}"), name)
        box.activated.connect(self._tell)
        return box

    def _tell(self) -> None:
        self.changed.emit()


class _Scale(QComboBox):
    """A wheel that rolls over it scrolls the questions instead."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Name(QLabel):
    """A question in one line, whole in its tooltip."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = " ".join(text.split())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(80)
        self.setToolTip(tip(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width()))
