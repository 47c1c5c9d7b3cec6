"""The list of the tray by keys and by pointer."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from desktop.canvas.canvas import Canvas
from desktop.canvas.receiving import Given
from desktop.canvas.unload import Unload
from desktop.desk.desk import Desk
from desktop.document.cards import Card
from desktop.document.project import Project
from desktop.layout.style import Style
from desktop.panels.theme import colour
from desktop.panels.tray.carry import NEW, STRIP, Landing, dropped, landing_at
from desktop.panels.tray.deeds import Deeds
from desktop.panels.tray.faces import ROW, SIDE, CardField, Faces
from desktop.panels.tray.rows import PARKING, Line, TrayRows

START = 6
"""Px that the pointer moves before a press becomes a drag."""

MANY = 300
"""More selected lines than these are not selected again when they have moved."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
FIELDS = (CardField, QLineEdit)
SELECT = QItemSelectionModel.SelectionFlag


class TrayView(QTableView):
    """`left`: Escape, back to the map. `asked`: where the selected cards shall go is to be asked."""

    left = Signal()
    asked = Signal()

    def __init__(self, desk: Desk, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self.rows = TrayRows(desk, self)
        self.deeds = Deeds(desk, self.rows, self._selected, self.write)
        self._pressed: QPointF | None = None
        self._held: tuple[Card, ...] = ()
        self._tool: Unload | None = None
        self._landing: Landing | None = None
        self._late = False
        self._dress()
        canvas.takers.add(self)

    def refresh(self) -> None:
        """Follows the desk; what was selected stays so, and where it is gone the line in its place is current."""
        chosen, row = self._names(), self.currentIndex().row()
        self.rows.refresh()
        self.viewport().update()
        kept = [at for name in chosen if (at := self.rows.row_of(name)) >= 0] if len(chosen) <= MANY else []
        if chosen and not kept and self.rows.lines:
            self._stand(min(max(row, 0), len(self.rows.lines) - 1))
        elif kept and len(kept) != len(self.selectionModel().selectedRows()):
            self._choose(kept)

    def write(self, thing: str) -> None:
        """Opens the field of a card or a heading."""
        row = self.rows.row_of(thing) if thing else -1
        if row >= 0:
            self._stand(row)
            self.scrollTo(self.rows.index(row, 0))
            self.edit(self.rows.index(row, 0))

    def point_out(self, thing: str) -> None:
        """Unfolds what hides a card or a heading and stands on it."""
        for section in {line.section for line in self.rows.lines}:
            self.rows.fold(section, False)
        row = self.rows.row_of(thing)
        if row >= 0:
            self._stand(row)
            self.scrollTo(self.rows.index(row, 0))

    def commit(self) -> None:
        """Hands in the text that is being written."""
        field = self._field()
        if field is not None:
            self.commitData(field)
            self.closeEditor(field, QStyledItemDelegate.EndEditHint.NoHint)

    def point(self, at: QPointF | None) -> Given | None:
        """Cards of the map are held at a point of the screen: where they would come in, if anywhere."""
        landing = self._landing_at(at) if at is not None else None
        self._show(landing)
        if landing is None:
            return None
        return Given(landing, self._desk.words("edit.gather"), partial(_taken, self._desk, landing))

    def event(self, event: QEvent) -> bool:
        """All of the tray is meant by whoever selects all here, not all of the map."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.SelectAll):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The tray's own keys; all others walk through it."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        verb = self._verbs().get((Qt.Key(event.key()), event.modifiers() & (CTRL | SHIFT | ALT)))
        if verb is not None:
            verb()
        elif event.text().strip() and not event.modifiers() & (CTRL | ALT):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _verbs(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        none, key = Qt.KeyboardModifier.NoModifier, Qt.Key
        verbs: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (key.Key_G, none): self.deeds.group,
            (key.Key_P, none): self.deeds.park,
            (key.Key_F2, none): self._write_current,
            (key.Key_Delete, none): self.deeds.remove,
            (key.Key_Backspace, none): self.deeds.remove,
            (key.Key_Escape, none): self.left.emit,
            (key.Key_Left, none): partial(self._fold, True),
            (key.Key_Right, none): partial(self._fold, False),
            (key.Key_Up, ALT): partial(self.deeds.move, -1),
            (key.Key_Down, ALT): partial(self.deeds.move, 1),
        }
        for enter in ENTER:
            verbs |= {
                (enter, none): self.deeds.send,
                (enter, SHIFT): partial(self.deeds.send, convert=True),
                (enter, CTRL): self.asked.emit,
            }
        return verbs

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a selected line waits: it may lift all that are selected."""
        index, keys = self.indexAt(event.position().toPoint()), event.modifiers() & (CTRL | SHIFT)
        left = event.button() == Qt.MouseButton.LeftButton and index.isValid()
        self._pressed = event.position() if left else None
        self._late = left and not keys and self.selectionModel().isSelected(index)
        if not self._late:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lifts the selected cards and carries them, over the tray and over the map."""
        if self._pressed is None:
            return
        far = (event.position() - self._pressed).manhattanLength() > START
        if not self._held and far and self.deeds.cards and not self._desk.session.read_only:
            self._lift(event)
        if self._held and self._tool is not None and self._canvas.tool is not self._tool:
            self._let_go()  # Escape, or the map has changed
        elif self._held:
            self._carry(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, landing = self._held, self._landing
        pressed, late = self._pressed, self._late
        if held:
            self._drop(event, landing)
        elif late and pressed is not None:
            self._stand(self.indexAt(pressed.toPoint()).row())
        else:
            super().mouseReleaseEvent(event)
        self._pressed, self._late = None, False
        if not held and pressed is not None and pressed.x() < SIDE + 16:
            self._turn(self.indexAt(pressed.toPoint()).row())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.rows.lines:
            painter.setPen(colour("ink_3"))
            room = self.viewport().rect().adjusted(28, 24, -28, -24)
            wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, wrap, self._desk.words("tray.empty"))
        if self._landing is not None:
            self._paint_landing(painter, self._landing)
        painter.end()

    def _dress(self) -> None:
        self.setObjectName("tray")
        self.setAccessibleName(self._desk.words("tray.name"))
        self.setModel(self.rows)
        self.setItemDelegate(Faces(partial(_style_of, self._canvas), self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setTabKeyNavigation(False)

    def _lift(self, event: QMouseEvent) -> None:
        self._held = tuple(self.deeds.cards)
        if self._canvas.has_scene:
            at = self._on_canvas(event)
            self._tool = Unload(self._canvas, self._held, at)
            self._canvas.stop_writing()
            self._canvas.begin(self._tool)

    def _carry(self, event: QMouseEvent) -> None:
        self._canvas.move_tool(self._on_canvas(event), event.modifiers())
        self._show(self._landing_at(event.globalPosition()))
        self.setCursor(self._canvas.viewport().cursor() if self._landing is None else Qt.CursorShape.ClosedHandCursor)

    def _drop(self, event: QMouseEvent, landing: Landing | None) -> None:
        """Within the tray, or on the map."""
        ids = [card.id for card in self._held]
        if self._tool is not None and self._canvas.tool is not self._tool:
            self._let_go()
        elif landing is None:
            self._let_go()
            self._canvas.end_tool(self._on_canvas(event), event.modifiers())
        else:
            self._let_go()
            self._canvas.drop_tool()
            self.setFocus()
            self._take(ids, landing)

    def _take(self, ids: Sequence[str], landing: Landing) -> None:
        desk = self._desk
        before = {group.id for group in desk.journey.inbox} if desk.journey else set()
        if not desk.attempt(desk.words("edit.gather"), lambda project: dropped(desk, project, ids, landing), None):
            return
        made = [group.id for group in desk.journey.inbox if group.id not in before] if desk.journey else []
        if landing.section == NEW and made:
            self.write(made[0])

    def _let_go(self) -> None:
        self._held, self._tool, self._pressed = (), None, None
        self._show(None)
        self.unsetCursor()

    def _landing_at(self, at: QPointF) -> Landing | None:
        """Where something held at a point of the screen comes in; None beside the tray."""
        place = self.viewport().mapFromGlobal(at).toPoint()
        if not self.isVisible() or not self.viewport().rect().contains(place):
            return None
        return landing_at(self.rows.lines, place, self.verticalScrollBar().value(), self.viewport().height())

    def _show(self, landing: Landing | None) -> None:
        if landing != self._landing:
            self._landing = landing
            self.viewport().update()

    def _paint_landing(self, painter: QPainter, landing: Landing) -> None:
        """A line where notes come in, a frame round what takes them, and the place for a new group at the foot."""
        room, accent = self.viewport().rect(), colour("accent")
        strip = QRect(SIDE, room.height() - STRIP + 4, room.width() - 2 * SIDE, STRIP - 10)
        if self.rows.lines:
            painter.setPen(QPen(accent if landing.section == NEW else colour("line"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(colour("chosen" if landing.section == NEW else "surface"))
            painter.drawRoundedRect(QRectF(strip), 6, 6)
            painter.setPen(colour("chosen_ink" if landing.section == NEW else "ink_3"))
            painter.setFont(QFont(self.font()))
            painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, self._desk.words("tray.new_group"))
        top = -self.verticalScrollBar().value()
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self.rows.lines:
            painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(room.adjusted(SIDE, 4, -SIDE, -4)), 6, 6)
        elif landing.row >= 0:
            y = landing.row * ROW + top
            painter.drawLine(QPoint(SIDE, y), QPoint(room.width() - SIDE, y))
        elif landing.section == PARKING:
            head = self.rows.row_of(PARKING) * ROW + top
            painter.drawRoundedRect(QRectF(6, head + 6, room.width() - 12, ROW - 8), 6, 6)

    def _fold(self, folded: bool) -> None:
        """The section of the current line; its heading is current then."""
        row = self.currentIndex().row()
        if 0 <= row < len(self.rows.lines):
            section = self._line(row).section
            self.rows.fold(section, folded)
            if folded:
                self._stand(self.rows.row_of(section))

    def _turn(self, row: int) -> None:
        """A click on the sign of a heading."""
        if 0 <= row < len(self.rows.lines) and self._line(row).card is None:
            section = self._line(row).section
            self.rows.fold(section, not self.rows.heading(section).folded)

    def _write_current(self) -> None:
        if self._desk.session.read_only:
            self._desk.session.refused.emit()
        elif self.rows.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())

    def _field(self) -> QWidget | None:
        """The one that is open; those that were closed are hidden until they are deleted."""
        if self.state() != QAbstractItemView.State.EditingState:
            return None
        fields = (each for kind in FIELDS for each in self.viewport().findChildren(kind))
        return next((each for each in fields if not each.isHidden()), None)

    def _stand(self, row: int) -> None:
        """One line alone is current and selected."""
        self.selectionModel().setCurrentIndex(self.rows.index(row, 0), SELECT.ClearAndSelect | SELECT.Rows)

    def _choose(self, rows: Sequence[int]) -> None:
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.rows.index(row, 0), self.rows.index(row, 0))
        self.selectionModel().setCurrentIndex(self.rows.index(rows[0], 0), SELECT.NoUpdate)
        self.selectionModel().select(chosen, SELECT.ClearAndSelect | SELECT.Rows)

    def _selected(self) -> list[int]:
        """The rows that are selected."""
        return [index.row() for index in self.selectionModel().selectedRows()]

    def _names(self) -> list[str]:
        """The ids of the selected cards and sections."""
        lines = [self._line(row) for row in self._selected()]
        return [line.card.id if line.card else line.section for line in lines]

    def _line(self, row: int) -> Line:
        return self.rows.lines[row]

    def _on_canvas(self, event: QMouseEvent) -> QPointF:
        return self._canvas.viewport().mapFromGlobal(event.globalPosition())


def _style_of(canvas: Canvas) -> Style:
    return canvas.studio.style


def _taken(desk: Desk, landing: Landing, project: Project, ids: Collection[str]) -> Project:
    return dropped(desk, project, ids, landing)
