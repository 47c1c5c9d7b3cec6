"""The mapping of scores to feelings: a line for each score, and what it stands for, to be changed."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from desktop.dialogs.curve.pieces import told_number
from desktop.layout.style import Words
from desktop.method.scales import BEST, WORST

STEP = 0.1
FIELD, INSET = 84, 7
"""Px of the field of a feeling, and between its edge and the number."""


_BEGUN = re.compile(r"[+−-]?(\d([.,]\d?)?|[.,]\d?)?")
"""A feeling that is being typed, with either minus and either decimal sign."""

State = QValidator.State


class FeelingField(QDoubleSpinBox):
    """A feeling from −2 to +2 in tenths, with a true minus and the decimal sign `point`; either sign may be typed.

    A wheel that rolls over it scrolls the table instead.
    """

    def __init__(self, value: float, point: str = ".") -> None:
        super().__init__()
        self._point = point
        self.setRange(WORST, BEST)
        self.setSingleStep(STEP)
        self.setDecimals(1)
        self.setValue(value)
        self.setFixedWidth(FIELD)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def textFromValue(self, value: float) -> str:
        return told_number(f"{round(value, 1):+g}", self._point) if round(value, 1) else "0"

    def valueFromText(self, text: str) -> float:
        return _number(text) or 0.0

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Never says no to what may become a feeling."""
        value = _number(text)
        if not _BEGUN.fullmatch(text.strip()) or (value is not None and not WORST <= value <= BEST):
            return State.Invalid, text, at
        return (State.Intermediate if value is None else State.Acceptable), text, at

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _number(text: str) -> float | None:
    """What is typed as a number; None while it is none yet."""
    try:
        return float(text.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        return None


class MappingTable(QScrollArea):
    """`changed` is emitted when somebody gives a score another feeling."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.fields: dict[str, FeelingField] = {}
        self.setObjectName("mapping")
        self.setAccessibleName(words("curve.mapping"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def mapping(self) -> dict[str, float]:
        """The feeling of each score, by its text."""
        return {score: round(field.value(), 1) + 0.0 for score, field in self.fields.items()}

    def show_mapping(self, mapping: Mapping[str, float]) -> None:
        """The scores in ascending order."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        self.fields = {}
        for row, score in enumerate(sorted(mapping, key=float)):
            field = self.fields[score] = self._field(score, mapping[score])
            name = QLabel(told_number(score, self._words("number.point")))
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            name.setMinimumWidth(32)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        grid.setRowStretch(len(mapping), 1)
        self.setWidget(inner)

    def _field(self, score: str, value: float) -> FeelingField:
        point = self._words("number.point")
        field = FeelingField(value, point)
        field.setAccessibleName(self._words("curve.stands_for").format(score=told_number(score, point)))
        field.valueChanged.connect(self._tell)
        return field

    def _tell(self) -> None:
        self.changed.emit()
