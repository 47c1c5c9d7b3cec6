"""What a line may become, over the foot of the map: names that a sign may mean, notes that say nearly the same."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.panels.theme import FINGER, colour, for_fingers

ROW, HEAD, MARGIN, WIDTH = 28, 26, 12, 440
SMALL = 11
"""Px at the usual size of type, and of the heading's type; with larger type all are larger."""

USUAL, WIDER = 13, 1.8
"""Px of that type; what it is wider at most with larger type."""

MOST = 6


class Offers(QWidget):
    """A heading and rows below it, one of which may be chosen; it never takes the focus. taken(row): clicked."""

    taken = Signal(int)

    def __init__(self, parent: QWidget, *, below: bool = False) -> None:
        """below: they hang from the point they are shown at, as far as the parent has room there."""
        super().__init__(parent)
        self._below = below
        self._heading = ""
        self._rows: tuple[tuple[str, str], ...] = ()
        self.chosen = -1
        self._scale = 1.0
        self.setObjectName("scribeoffers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    @property
    def rows(self) -> list[str]:
        """The words of the rows, from the top."""
        return [text for text, _ in self._rows]

    def offer(self, heading: str, rows: Sequence[tuple[str, str]], chosen: int, foot: QPoint) -> None:
        """Shows rows of words and what is said of them, above a point of the parent; none hides it."""
        shown = tuple(rows[:MOST])
        if (heading, shown, chosen) == (self._heading, self._rows, self.chosen) and self.isVisible() == bool(shown):
            return
        self._heading, self._rows, self.chosen = heading, shown, chosen
        if not shown:
            self.hide()
            return
        size = self.sizeHint()
        self.setGeometry(foot.x(), self._top(foot, size), min(size.width(), self._room(foot)), size.height())
        self.setAccessibleName(", ".join((heading, *self.rows)))
        self.show()
        self.raise_()
        self.update()

    def choose(self, by: int) -> None:
        """The next row or the one before; past the ends none is chosen."""
        count = len(self._rows)
        self.chosen = (self.chosen + 1 + by) % (count + 1) - 1
        self.update()

    def row_box(self, at: int) -> QRectF:
        """Where a row stands, in px, from 0."""
        high = max(ROW * self._scale, FINGER if for_fingers() else 0)
        return QRectF(0, HEAD * self._scale + at * high, self.width(), high)

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH * min(self._scale, WIDER)), round(self.row_box(len(self._rows)).y() + 6 * self._scale))

    def set_em(self, em: float) -> None:
        """Px of type; 0 for the usual one."""
        self._scale = max(1.0, em / USUAL)
        self.setStyleSheet(f"#scribeoffers {{ font-size: {round(em)}px; }}" if em else "")
        self.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = next((at for at in range(len(self._rows)) if self.row_box(at).contains(event.position())), -1)
        if row >= 0:
            self.taken.emit(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._paint_heading(painter)
        for at, row in enumerate(self._rows):
            self._paint_row(painter, self.row_box(at), row, at == self.chosen)
        painter.end()

    def _top(self, foot: QPoint, size: QSize) -> int:
        parent = self.parentWidget()
        if not self._below or parent is None:
            return foot.y() - size.height()
        return max(min(foot.y(), parent.height() - size.height()), 0)

    def _room(self, foot: QPoint) -> int:
        parent = self.parentWidget()
        return max(parent.width() - foot.x() - MARGIN, 200) if parent else WIDTH

    def _paint_heading(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(round(SMALL * self._scale))
        painter.setFont(font)
        painter.setPen(colour("ink_3"))
        room = QRectF(MARGIN, 2, self.width() - 2 * MARGIN, HEAD * self._scale - 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._heading)
        painter.setFont(self.font())

    def _paint_row(self, painter: QPainter, box: QRectF, row: tuple[str, str], chosen: bool) -> None:
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen"))
            painter.drawRoundedRect(box.adjusted(5, 1, -5, -1), 5, 5)
        text, said = row
        metrics = painter.fontMetrics()
        aside = metrics.horizontalAdvance(said) if said else 0
        room = box.adjusted(MARGIN, 0, -MARGIN - (aside + MARGIN if said else 0), 0)
        painter.setPen(colour("ink_3"))
        painter.drawText(
            box.adjusted(0, 0, -MARGIN, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said
        )
        painter.setPen(colour("chosen_ink" if chosen else "ink"))
        line = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
