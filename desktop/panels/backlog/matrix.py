"""The matrix of impact and ease: opportunities are dragged to where they belong, or moved there by keys."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.desk.backlog import Backlog
from desktop.method.backlog import UNJUDGED
from desktop.panels.backlog.picture import paint_chip, paint_ground, paint_lifted
from desktop.panels.backlog.places import Chip, Places, placed
from desktop.panels.tips import tip

LEFT = Qt.MouseButton.LeftButton
MOVES = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
"""By how many grades of impact and of ease a key moves a card."""

STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Matrix(QWidget):
    """wanted(card): it is to be seen on the map. chosen(card): another one is current, by hand."""

    wanted = Signal(str)
    chosen = Signal(str)

    def __init__(self, backlog: Backlog) -> None:
        super().__init__()
        self._backlog = backlog
        self._words = backlog.desk.words
        self._places: Places | None = None
        self._current = ""
        self._pressed: QPointF | None = None
        self._at = QPointF()
        self._tray = False
        self.dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self._words("backlog.matrix"))

    @property
    def current(self) -> str:
        """The id of the opportunity that keys move; "" for none."""
        return self._current

    @property
    def places(self) -> Places:
        """Where everything stands now."""
        if self._places is None:
            self._places = placed(self._backlog.entries, self.width(), self.height(), tray=self._tray)
        return self._places

    def sizeHint(self) -> QSize:
        return QSize(480, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(340, 360)

    def follow(self) -> None:
        """Shows the backlog as it is now."""
        self._places = None
        if not any(entry.card.id == self._current for entry in self._backlog.entries):
            self._current = ""
            self._let_go()
        self._describe()
        self.update()

    def select(self, card: str) -> None:
        """Makes another opportunity the current one, without telling."""
        if card != self._current:
            self._current = card
            self._describe()
            self.update()

    def give_up(self) -> bool:
        """Puts back what is being dragged; whether anything was."""
        if not self._let_go():
            return False
        self._backlog.give_up()
        self.follow()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == LEFT:
            chip = self.places.chip_at(event.position())
            self._pressed = event.position() if chip else None
            self._choose(chip.entry.card.id if chip else "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._pressed is None:
            over = self.places.chip_at(self._at)
            self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        if not self.dragging and (self._at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._begin()
        if self.dragging:
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != LEFT:
            return
        if self._let_go():
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self._backlog.drop()
            self.follow()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == LEFT and self._current:
            self.wanted.emit(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.give_up():
            return
        if self.dragging or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in STEPS or (key in MOVES and not self._current):
            self._go(STEPS.get(key, 1))
        elif key in MOVES:
            self._backlog.nudge(self._current, *MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.wanted.emit(self._current)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, _event: QEvent) -> None:
        self.give_up()

    def resizeEvent(self, _event: QEvent) -> None:
        self._places = None

    def event(self, event: QEvent) -> bool:
        """What a card says in full, when one waits over it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            chip = self.places.chip_at(QPointF(event.pos()))
            self.setToolTip(tip(self._said(chip)) if chip else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self.places
        aim = places.grades_at(self._at) if self.dragging else None
        paint_ground(painter, places, self._words, aim if aim != UNJUDGED else None)
        for chip in places.chips:
            own = chip.entry.card.id == self._current
            if not (own and self.dragging):
                paint_chip(painter, chip, chosen=own, focused=own and self.hasFocus())
        held = places.chip_of(self._current) if self.dragging else None
        if held is not None:
            paint_lifted(painter, held, self._at)
        painter.end()

    def _let_go(self) -> bool:
        """Holds nothing any more; whether it was being dragged."""
        dragged, self._pressed, self.dragging, self._tray = self.dragging, None, False, False
        return dragged

    def _begin(self) -> None:
        self._tray = self.places.tray.height() > 0.0  # what is dragged out of it must not make it go
        self.dragging = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _drag(self) -> None:
        """The card where it would be; outside the matrix where it was."""
        grades = self.places.grades_at(self._at)
        if grades is None:
            self._backlog.give_up()
        else:
            self._backlog.hold(self._current, *grades)
        self.update()

    def _choose(self, card: str) -> None:
        if card != self._current:
            self.select(card)
            self.chosen.emit(card)

    def _go(self, by: int) -> None:
        """To the next opportunity by rank, or the one before."""
        ids = [entry.card.id for entry in self._backlog.entries]
        if ids:
            at = ids.index(self._current) + by if self._current in ids else 0
            self._choose(ids[at % len(ids)])

    def _said(self, chip: Chip) -> str:
        entry = chip.entry
        promise = entry.card.promise
        impact, ease = (promise.impact, promise.ease) if promise else (0, 0)
        grades = {"impact": impact or "–", "ease": ease or "–", "number": entry.number}
        code = "backlog.said_number" if entry.number else "backlog.said"
        return self._words(code).format(name=self._backlog.name(entry.card.id), **grades)

    def _describe(self) -> None:
        """Says where the current opportunity stands, for who does not see it."""
        chip = self.places.chip_of(self._current) if self._current else None
        said = self._said(chip) if chip else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
