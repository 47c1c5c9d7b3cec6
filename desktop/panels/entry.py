"""One kind in the palette: its swatch, its name and its key; clicked, or taken up and carried elsewhere."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.canvas import strokes
from desktop.layout.icons import Icon
from desktop.layout.places import Rect
from desktop.panels.theme import colour

HEIGHT, MARGIN = 32, 16
SWATCH = QSize(28, 20)
BAR = 4
KEY = 20
ICON = 13
START = 6
"""Px that the pointer moves before a press becomes a drag."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """The colours of a kind as “#RRGGBB”, and its icon."""

    edge: str
    fill: str
    icon: Icon


class Entry(QAbstractButton):
    """`clicked` places one; lifted, carried and dropped tell of a drag with the pointer on the screen and the keys."""

    lifted = Signal(QPointF)
    carried = Signal(QPointF, Qt.KeyboardModifier)
    dropped = Signal(QPointF, Qt.KeyboardModifier)

    def __init__(self, kind: str, name: str, letter: str, swatch: Swatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.letter = letter.upper()
        self._swatch = swatch
        self._from: QPointF | None = None
        self._carrying = False
        self.setText(name)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one writes
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_swatch(self, swatch: Swatch) -> None:
        """Another swatch from now on."""
        self._swatch = swatch
        self.update()

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(3 * MARGIN + SWATCH.width() + text + KEY, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        if not self._carrying and (event.position() - self._from).manhattanLength() > START:
            self._carrying = True
            self.setDown(False)
            self.lifted.emit(event.globalPosition())
        if self._carrying:
            self.carried.emit(event.globalPosition(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carrying, self._carrying, self._from = self._carrying, False, None
        if carrying:
            self.dropped.emit(event.globalPosition(), event.modifiers())
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = self._paint_swatch(painter)
        ink = colour("ink" if self.isEnabled() else "faint")
        painter.setPen(ink)
        room = self.rect().adjusted(left + 12, 0, -MARGIN - KEY - 4, 0)
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if self.letter:
            self._paint_key(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        pressed, pointed = self.isDown() or self._carrying, self.underMouse() and self.isEnabled()
        if pressed or pointed or self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colour("pressed" if pressed else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 1, -8, -1), 6, 6)

    def _paint_swatch(self, painter: QPainter) -> int:
        """Returns where it ends."""
        box = QRectF(MARGIN, (self.height() - SWATCH.height()) / 2, SWATCH.width(), SWATCH.height())
        shape = QPainterPath()
        shape.addRoundedRect(box, 4, 4)
        painter.save()
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.setClipPath(shape)
        painter.fillRect(box, QColor(self._swatch.fill))
        painter.fillRect(QRectF(box.x(), box.y(), BAR, box.height()), QColor(self._swatch.edge))
        painter.setClipping(False)
        left, top = box.x() + BAR + (box.width() - BAR - ICON) / 2, box.y() + (box.height() - ICON) / 2
        for stroke in strokes.icon(self._swatch.icon, Rect(left, top, ICON, ICON), self._swatch.edge):
            stroke(painter)
        painter.restore()
        return int(box.right())

    def _paint_key(self, painter: QPainter) -> None:
        box = QRectF(self.width() - MARGIN - KEY + 0.5, (self.height() - KEY) / 2 + 0.5, KEY - 1, KEY - 1)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(box, 4, 4)
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(colour("ink_3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.letter)
