"""A grade from 1 to 5 as dots."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QStyle, QStyleOptionFrame

from desktop.desk.fields import SEVERAL
from desktop.layout.style import Words
from desktop.panels.inspector.field import Field
from desktop.panels.theme import for_fingers

MOST = 5
RADIUS, PITCH, INSET, HEIGHT = 4.5, 15, 15, 32
"""Px: of a dot, from dot to dot, from the edge to the first dot's middle, of the whole. For fingers the dots have
an equal share of all the room that there is, which the rules for touch make large enough."""

LARGER = (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Plus)
SMALLER = (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Minus)


class Dots(QFrame):
    """Five dots to click, or digits and arrows. The dot that is the grade already takes it away; so do 0 and Delete."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.grade = 0
        self.words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_grade(self, grade: int, words: str = "") -> None:
        """`words` stand in place of the dots."""
        self.grade, self.words = grade, words
        self.setToolTip(f"{grade} / {MOST}" if grade else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * INSET + (MOST - 1) * PITCH, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def reach(self, grade: int) -> QRectF:
        """Where a click means a grade from 1, in px; the first and the last reach to the edges."""
        if for_fingers():
            return QRectF((grade - 1) * self.width() / MOST, 0, self.width() / MOST, self.height())
        return QRectF(INSET + (grade - 1.5) * PITCH, 0, PITCH, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            at = event.position().x()
            grade = next((each for each in range(1, MOST) if at < self.reach(each).right()), MOST)
            self.chosen.emit(0 if grade == self.grade and not self.words else grade)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grade = self._grade_for(event)
        if grade is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(grade)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, frame, painter, self)
        if self.words:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            box = QRectF(self.rect().adjusted(9, 0, -4, 0))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)
        else:
            self._paint_dots(painter)
        painter.end()

    def _paint_dots(self, painter: QPainter) -> None:
        ink = self.palette().color(QPalette.ColorRole.Text)
        painter.setPen(QPen(ink, 1.2))
        for at in range(MOST):
            painter.setBrush(ink if at < self.grade else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.reach(at + 1).center(), RADIUS, RADIUS)

    def _grade_for(self, event: QKeyEvent) -> int | None:
        digit = event.text()
        if digit and digit in "012345":
            return int(digit)
        if event.key() in LARGER:
            return min(self.grade + 1, MOST)
        if event.key() in SMALLER:
            return max(self.grade - 1, 0)
        return 0 if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) else None


class DotsField(Field):
    """A grade; 0 when nobody has judged."""

    def __init__(self, name: str, words: Words) -> None:
        self.dots = Dots()
        super().__init__(name, self.dots, words)
        self._name = name
        self.dots.chosen.connect(self.propose)

    def fill(self, value: Any) -> None:
        if value is SEVERAL:
            self.dots.show_grade(0, self.placeholder(value))
        else:
            self.dots.show_grade(int(value or 0))
        self.editor.setAccessibleName(f"{self._name}: {self.dots.words or f'{self.dots.grade} / {MOST}'}")
