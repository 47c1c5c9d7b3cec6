"""The map as one works on it: selecting and dragging by pointer and keyboard."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from desktop.canvas.choose import CURSORS, DOUBLE, tool_for
from desktop.canvas.connect import grip_card, paint_grip
from desktop.canvas.dropping import PictureDrops
from desktop.canvas.grips import paint_grips, touch_at
from desktop.canvas.keys import Keyboard
from desktop.canvas.live import LiveDrag
from desktop.canvas.overlay import Overlay
from desktop.canvas.pick import Hit, Where, pick
from desktop.canvas.receiving import Receivers
from desktop.canvas.rim import BEAT, push
from desktop.canvas.scene import Scene, Studio
from desktop.canvas.sheet import Sheet
from desktop.canvas.shown import NOTHING
from desktop.canvas.speech import Speech
from desktop.canvas.spelling import Spelling
from desktop.canvas.target import in_reach, paint_target, target_rect
from desktop.canvas.tools import NO_KEYS, Keys, Pan, Tool, window_rect
from desktop.canvas.viewer import Standpoint, Viewer
from desktop.canvas.writing import Writer
from desktop.desk.desk import Desk
from desktop.desk.draft import Draft
from desktop.document.edits.cards import Spot
from desktop.document.errors import EditError
from desktop.document.project import Project

MODIFIERS = {
    Qt.Key.Key_Control: Keys.ControlModifier,
    Qt.Key.Key_Shift: Keys.ShiftModifier,
    Qt.Key.Key_Alt: Keys.AltModifier,
}
"""Keys that change what a gesture in progress does, although the pointer stands still."""


class Canvas(Viewer):
    """Shows the desk's map and changes it by gestures, each of which is one edit."""

    def __init__(self, desk: Desk, studio: Studio, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(sheet, parent)
        self.desk = desk
        self.words = desk.words
        self.studio = studio
        self._drops = PictureDrops(self)
        self.takers = Receivers(self.viewport())
        self.setAcceptDrops(True)
        self._overlay = Overlay(self, self.viewport())
        self._settled: Scene | None = None
        self._standpoints: dict[str, Standpoint] = {}
        self._tool: Tool | None = None
        self.touched = False  # whether fingers work here, and handles are as large as they need
        self.writer: Writer | None = None
        self.speller: Callable[[], Spelling | None] = lambda: None
        self._button = Qt.MouseButton.NoButton
        self._space = False
        self._pointer = QPointF()
        self._keys = NO_KEYS
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._scroll_at_edge)
        self.keyboard = Keyboard(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.view_changed.connect(self._place_writer)
        self.setAccessibleName(self.words("canvas.name"))
        self._speech = Speech(desk, self)
        desk.shown.connect(self.show_desk)
        desk.picked.connect(self.repaint_marks)
        desk.aimed.connect(self.repaint_marks)
        self.show_desk()

    def show_desk(self) -> None:
        """Shows the desk's map, a new one as a whole, another again as it was left.

        Whatever gesture was in progress ends without a trace.
        """
        self.drop_tool()
        if self._settled is not None and self._settled.map_id != self.desk.map_id:
            self.stop_writing()
        project, map_id = self.desk.project, self.desk.map_id
        if not map_id:
            self._settled = None
            self.clear_scene()
            return
        before, self._settled = self._settled, self.studio.scene(project, map_id, self._settled, self.desk.lens)
        if before is not None and before.map_id != map_id:
            self._standpoints[before.map_id] = self.standpoint
        self.show_scene(self._settled)
        if self.writer is not None:
            self.writer.renew()
        if before is not None and before.map_id != map_id:
            self.stand_at(self._standpoints.get(map_id))

    def dress(self, studio: Studio, sheet: Sheet) -> None:
        """Shows everything in another type and other colours from now on."""
        self.stop_writing()
        self.drop_tool()
        self.studio, self._sheet = studio, sheet
        self._settled = None
        self.show_desk()

    def point_out(self, things: Iterable[str]) -> None:
        """Brings the first of the things that are on the map into sight."""
        rects = (self.scene.hits.rect(thing) for thing in things) if self.has_scene else iter(())
        for rect in list(filter(None, rects))[:1]:
            self.reveal(rect)

    def show_candidate(self, candidate: Project | None, lifted: frozenset[str]) -> Scene:
        """Shows a project that is not the session's yet, without the lifted cards; None shows the settled map again."""
        settled = self._settled or self.scene
        if candidate is None or candidate is settled.project:
            shown = settled
        else:
            shown = self.studio.scene(candidate, settled.map_id, settled, settled.lens)
        self.show_scene(shown, lifted, hold=True)
        return shown

    def corner_radius(self, card: str) -> float:
        """The corners of a card in px: pills are round."""
        found = self.scene.hits.find(card)
        if found is None:
            return 0.0
        kind = self.studio.style.kind(found[1].card.kind)
        radius = (
            min(self.studio.style.text * 1.1, found[1].rect.height / 2)
            if kind.form == "pill"
            else self.studio.style.space["radius"]
        )
        return radius * self.zoom

    def paint_card(self, painter: QPainter, scene: Scene, card: str, letters: bool = True) -> None:
        """A card's figure with its corner at the painter's origin, with its text or without."""
        self._sheet.card(painter, scene, card, letters)

    def paint_marks(self, painter: QPainter) -> None:
        if self.writer is not None:
            self.writer.paint_under(painter)
        elif self._tool is None:
            paint_target(painter, self, calling=self.keyboard.calling)
        marked = self._tool.marked if isinstance(self._tool, LiveDrag) else NOTHING
        if self.writer is not None:
            marked = self.desk.selected  # only one thing has a line round it: what is written on
        self._overlay.paint(painter, self._lifted | marked)
        if self._tool is not None:
            self._tool.paint(painter)
        elif self.writer is None:
            (paint_grips if self.touched else paint_grip)(painter, self)

    def paint_bare(self, painter: QPainter) -> None:
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.words("canvas.empty"))

    def write(self, draft: Draft, typed: str | None = None) -> bool:
        """Opens the text editor over a thing; the one that was open hands its text in first. Whether it could be.

        `typed` takes the place of the text; None leaves it and puts the caret at its end.
        """
        self.stop_writing()
        self.drop_tool()
        if self.desk.session.read_only:  # rather than when it has been typed
            self.desk.session.refused.emit()
            return False
        try:
            self.writer = Writer(self, draft, self.viewport(), self.speller())
        except EditError as error:
            self.desk.said.emit(self.desk.sentence(error))
            return False
        self.writer.closed.connect(self._written)
        self.writer.begin(typed)
        return True

    def stop_writing(self) -> None:
        """Hands in what is being written."""
        if self.writer is not None:
            self.writer.commit()

    def _written(self, thing: str, by: int) -> None:
        """The editor is closed: what was written on is where the next thing follows, `by` cells further on."""
        self.writer = None
        found = self.scene.hits.find(thing) if self.has_scene else None
        if found is not None:
            self.desk.aim(Spot(found[0].lane.id, found[1].card.first, after=thing))
        if by:
            self.keyboard.onward(by)
        self._come_to_rest()

    def _place_writer(self) -> None:
        if self.writer is not None:
            self.writer.place()

    def show_slot(self) -> None:
        """Scrolls what is selected alone into sight, else the slot."""
        if not self.has_scene:
            return
        thing = next(iter(self.desk.selected), "") if len(self.desk.selected) == 1 else ""
        rect = self.scene.hits.rect(thing) if thing else None
        if rect is None and self.desk.target is not None:
            rect = target_rect(self.scene, self.desk.target)
        if rect is not None:
            self.reveal(in_reach(self.scene, self.view, rect))

    @property
    def tool(self) -> Tool | None:
        """The gesture in progress."""
        return self._tool

    def begin(self, tool: Tool, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Takes up a gesture that was begun elsewhere, such as on the palette; events go to it from now on."""
        self.drop_tool()
        self.setFocus()
        self._tool, self._button = tool, button
        self._show_cursor()

    def move_tool(self, at: QPointF, keys: Keys) -> None:
        """Tells the gesture in progress where the pointer is, in px of the viewport."""
        self._pointer, self._keys = at, keys
        if self._tool is not None:
            self._tool.move(at, keys)
            if any(self._tool.scrolls) and not self._beat.isActive():
                self._beat.start()
        self._show_cursor()

    def end_tool(self, at: QPointF, keys: Keys) -> None:
        """Ends the gesture in progress where the pointer is."""
        tool, self._tool = self._tool, None
        self._beat.stop()
        if tool is not None:
            tool.release(at, keys)
        self._show_cursor()
        self._come_to_rest()

    def drop_tool(self) -> bool:
        """Ends the gesture in progress without a trace; False when there is none."""
        tool, self._tool = self._tool, None
        self._beat.stop()
        if tool is None:
            return False
        tool.cancel()
        self._show_cursor()
        self._come_to_rest()
        return True

    def _come_to_rest(self) -> None:
        """The paper may have grown for a while and have been scrolled further than it reaches now."""
        self.scroll_to(*self.view.scroll)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer, self._keys = event.position(), event.modifiers()
        if self._tool is None and self.has_scene:
            self.setFocus()
            tool = self._tool_for(event)
            if tool is not None:
                self.begin(tool, event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move_tool(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends the gesture in progress if this is the button that began it."""
        if self._tool is None or event.button() == self._button:
            self.end_tool(event.position(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click: what there is to open is opened, else it is a press like any other."""
        hit = self.hit(event.position())
        opened = DOUBLE.get(hit.where) if event.button() == Qt.MouseButton.LeftButton else None
        if opened is not None and self._tool is None:
            opened(self, hit)
        else:
            self.mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drops.move(event, self.hit(event.position()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drops.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drops.drop(event, self.hit(event.position()))

    def event(self, event: QEvent) -> bool:
        """Tab is a key like any other while the map has the focus."""
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in tabs:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method or a dead key begins to write opens the editor and goes on there."""
        text = event.commitString() or event.preeditString()
        if text and self.writer is None and self.has_scene:
            self.keyboard.compose(text)
        if self.writer is not None:
            QCoreApplication.sendEvent(self.writer, event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Where the windows of an input method belong."""
        rect = target_rect(self.scene, self.desk.target) if self.has_scene and self.desk.target else None
        if query == Qt.InputMethodQuery.ImCursorRectangle and rect is not None:
            return window_rect(self.view, rect).toRect()
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.writer is not None:
            QCoreApplication.sendEvent(self.writer, event)
        elif event.key() == Qt.Key.Key_Escape:
            if not (self.drop_tool() or self.keyboard.hush()):
                self.desk.select(NOTHING)
        elif self._tool is not None and event.key() in MODIFIERS:
            self.move_tool(self._pointer, self._keys | MODIFIERS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self._space = True
            self._show_cursor()
        elif self._tool is not None or not self.has_scene or not self.keyboard.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._tool is not None and event.key() in MODIFIERS:
            self.move_tool(self._pointer, self._keys & ~MODIFIERS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._overlay.hover(None)
        return super().viewportEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self.drop_tool()
        self.keyboard.hush()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.drop_tool()
        super().hideEvent(event)

    def hit(self, at: QPointF) -> Hit:
        """What is at a point of the viewport (px)."""
        if not self.has_scene:
            return Hit(Where.NOTHING, "", 0.0, 0.0)
        return touch_at(self, at) if self.touched else pick(self.scene, self.view, at, grip_card(self))

    def _tool_for(self, event: QMouseEvent) -> Tool | None:
        """The gesture that a press begins; it may already select."""
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (self._space and left):
            return Pan(self, self._pointer)
        return tool_for(self, self.hit(self._pointer), self._pointer, event.modifiers()) if left else None

    def _show_cursor(self) -> None:
        hit = None
        if self._tool is not None:
            shape = self._tool.cursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            hit = self.hit(self._pointer)
            shape = CURSORS.get(hit.where, Qt.CursorShape.ArrowCursor)
        self._overlay.hover(hit)
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _scroll_at_edge(self) -> None:
        """Scrolls while a gesture's pointer is in the rim of the window, faster towards its edge."""
        size = self.viewport().size()
        scrolls = self._tool.scrolls if self._tool is not None else (False, False)
        across = scrolls[0] * push(self._pointer.x(), size.width())
        down = scrolls[1] * push(self._pointer.y(), size.height())
        if self._tool is None or not (across or down):
            self._beat.stop()
            return
        self.scroll_to(self.view.scroll[0] + across, self.view.scroll[1] + down)
        self._tool.move(self._pointer, self._keys)
