"""Text written on the map: a real text widget over the thing, in its type and at its size."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.canvas import marks
from desktop.canvas.faces import face
from desktop.canvas.lettering import Lettering, lettering
from desktop.canvas.plaintext import BASELINE, RIM, Look, PlainText
from desktop.canvas.shown import NOTHING
from desktop.canvas.spelling import Spelling, SpellMarks, offer
from desktop.canvas.standing import standing
from desktop.canvas.sticky import bands
from desktop.canvas.tools import Surface, window_rect
from desktop.desk.draft import Draft
from desktop.document.errors import EditError
from desktop.document.project import Project
from desktop.layout.places import Rect, TextPlace

READABLE = 13.0
"""Px of type below which an editor no longer follows the map's scale, where this is less than FAR."""

FAR = 0.6
CLEAR = 24
"""Px that are kept between the caret and the edge of the window."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


@dataclass(frozen=True, slots=True)
class Spread:
    """A paragraph in the window: where its left top corner is in px, and px per layout unit."""

    x: float
    y: float
    scale: float
    afloat: bool = False


class Writer(PlainText):
    """The open editor: one undo step in the end. Ctrl+Enter, Escape, Tab and going elsewhere hand in: whatever ends it,
    what was written stays, and undo takes it back.

    closed(thing, by): it is over. `thing` is what was written, "" for nothing; `by`: how many cells further to go.
    """

    closed = Signal(str, int)

    def __init__(self, surface: Surface, draft: Draft, parent: QWidget, spelling: Spelling | None = None) -> None:
        """EditError where nothing can be written."""
        candidate = draft.with_text(draft.text)
        super().__init__(parent)
        self._surface = surface
        self._ground = parent
        self._draft = draft
        self._done = False
        self._good = draft.text
        self._spelling = spelling
        self._marks = SpellMarks(self.document(), spelling) if spelling is not None else None
        self._where: Lettering | None = None
        self.put(draft.text)
        self._show(candidate)
        self.textChanged.connect(self._follow)
        self.show()
        self.setFocus()

    @property
    def thing(self) -> str:
        """What is written on."""
        return self._draft.thing

    def begin(self, typed: str | None) -> None:
        """What was typed before the editor was open takes the place of the text; None leaves it."""
        if typed is None:
            self.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.selectAll()
            if typed:
                self.textCursor().insertText(typed)

    def commit(self, by: int = 0) -> None:
        """Hands the text in as one edit; a new thing without any leaves nothing, unless it may be bare."""
        if self._done:
            return
        self._close()
        self.rehearse()
        self.closed.emit("" if self._empty else self._draft.thing, by)

    def leave(self) -> None:
        """Hands in what was typed; a new thing on which nothing was goes again, even one that may be bare."""
        if self._draft.fresh and self._good.strip() in ("", self._draft.text):
            self._end("")
        else:
            self.commit()

    def rehearse(self) -> None:
        """Makes the edit, which may be none; the editor stays as it is."""
        text, draft = self._good, self._draft
        if not self._empty and (draft.fresh or text != draft.text):
            self._surface.desk.attempt(draft.label, lambda _: draft.with_text(text), (draft.thing,))

    @property
    def _empty(self) -> bool:
        """Whether there would be nothing but a new thing that may not stand bare."""
        return self._draft.fresh and not self._draft.bare and not self._good.strip()

    def renew(self) -> None:
        """The project has changed under the text: shows it on what there is now, ends where it is gone."""
        if self._done:
            return
        try:
            self._show(self._draft.with_text(self._good))
        except EditError:
            self._give_up()

    def _give_up(self) -> None:
        """What was written has no place any more; it is told once, so that it is not lost without a word."""
        desk, text = self._surface.desk, " ".join(self._good.split())
        self._end("" if self._draft.fresh else self._draft.thing)
        if text and self._good != self._draft.text:
            desk.said.emit(desk.words("said.unwritten").format(text=text))

    def _end(self, thing: str) -> None:
        """It is over, and nothing is handed in."""
        if not self._done:
            self._close()
            self.closed.emit(thing, 0)

    def _close(self) -> None:
        self._done = True
        if self.hasFocus():
            self._ground.setFocus()
        self._surface.show_candidate(None, NOTHING)
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in ENTER and (control or self.one_line):
            self.commit()
        elif key in TABS and not control:
            back = key == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.commit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
            event.accept()  # what the editor has no use for would go to the canvas, and from there come back

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        if self._spelling is not None:
            offer(menu, self.cursorForPosition(event.pos()), self._spelling)
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the map as it does beside the editor; a box that holds more than it shows scrolls itself."""
        scrolls = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        afloat = self._where is not None and self._spread(self._where).afloat
        if scrolls and afloat and self.content_height() > self.height():
            super().wheelEvent(event)
        else:
            QCoreApplication.sendEvent(
                self._ground, _wheel_at(event, self._ground.mapFromGlobal(event.globalPosition()))
            )

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            self.commit()

    def paint_under(self, painter: QPainter) -> None:
        """What belongs to the editor and lies on the map: the card without its text, and the line round it."""
        where, scene, view = self._where, self._surface.scene, self._surface.view
        if self._done or where is None or not where.inside:
            return
        box = window_rect(view, where.box)
        painter.save()
        painter.setClipRegion(bands(scene, view).beside(QRect(0, 0, *view.window)))
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(view.zoom, view.zoom)
        self._surface.paint_card(painter, scene, self.thing, letters=False)
        painter.restore()
        if not self._spread(where).afloat:  # a box that is afloat has a line of its own
            marks.outline(painter, box, self._surface.corner_radius(self.thing))
        painter.restore()

    def place(self) -> None:
        """Stands where the map says now."""
        where = self._where
        if self._done or where is None:
            return
        spread = self._spread(where)
        look = self._look_of(where, spread)
        self.dress(look)
        setting = self._surface.studio.composer.setting(where.place.role, where.place.face)
        lift = (BASELINE * setting.role.leading - setting.baseline) * spread.scale
        x, y = spread.x - look.rim, spread.y - lift - look.rim
        height = max(self.content_height(), where.place.height * spread.scale + 2 * RIM) + 2 * (look.rim - RIM)
        box = QRect(round(x), round(y), round(look.width) + 2 * look.rim, round(height))
        self.setGeometry(self._kept_in(box) if spread.afloat else box)
        if not spread.afloat:
            self.verticalScrollBar().setValue(0)

    def _follow(self) -> None:
        """Shows what the map would be with the text, as long as it takes it; else the last text that it took."""
        text = self.text()
        if self._done or text == self._good:
            return
        try:
            candidate = self._draft.with_text(text)
        except EditError as error:
            self._surface.desk.said.emit(self._surface.desk.sentence(error))
            self.recover(self._good)
            return
        self._good = text
        self._show(candidate)
        self._keep_caret_in_sight()

    def _show(self, candidate: Project) -> None:
        surface, thing = self._surface, self.thing
        lifted = frozenset((thing,))
        scene = surface.show_candidate(candidate, lifted)
        self._where = lettering(surface.studio, scene, thing) or _somewhere(surface)
        if not self._where.inside:
            surface.show_candidate(candidate, NOTHING)
        self.one_line = not self._where.lines
        self.place()

    def _spread(self, where: Lettering) -> Spread:
        """Where the text stands, letter by letter where the map draws it; afloat where that is too small to read."""
        view, place = self._surface.view, where.place
        size = self._surface.studio.style.roles[place.role].size
        afloat = view.zoom < FAR and size * view.zoom < READABLE
        origin = window_rect(view, where.box)
        stands = standing(self._surface.scene, view, self.thing)
        if stands is not None and not where.inside:
            origin = stands.rect
        x = origin.x() + (place.x - where.box.x) * view.zoom
        y = origin.y() + (place.y - where.box.y) * view.zoom
        return Spread(x, y, READABLE / size if afloat else view.zoom, afloat)

    def _look_of(self, where: Lettering, spread: Spread) -> Look:
        studio, place, scale = self._surface.studio, where.place, spread.scale
        setting = studio.composer.setting(place.role, place.face)
        bare = where.inside and not spread.afloat
        return Look(
            face(studio.composer.typesetter.fonts, setting.style, setting.role.size * scale),
            place.colour or setting.role.colour,
            setting.role.leading * scale,
            place.width * scale,
            place.indent * scale if bare else 0.0,
            "" if bare else where.ground,
            framed=not bare,
        )

    def _kept_in(self, box: QRect) -> QRect:
        """As much of it in the window as there is room."""
        wide, high = self._surface.view.window
        box.setHeight(min(box.height(), high - 2 * CLEAR))
        box.moveLeft(max(RIM, min(box.left(), wide - RIM - box.width())))
        box.moveTop(max(RIM, min(box.top(), high - RIM - box.height())))
        return box

    def _keep_caret_in_sight(self) -> None:
        """Scrolls the map when one writes out of the window."""
        caret = self.cursorRect().translated(self.viewport().pos() + self.pos())
        view, kept = self._surface.view, bands(self._surface.scene, self._surface.view)
        inside = self._where is not None and self._where.inside
        left = kept.labels.right() if kept.labels is not None and inside else 0
        top = kept.headers.bottom() if kept.headers is not None and inside else 0
        across = max(0, caret.right() + CLEAR - view.window[0]) or min(0, caret.left() - left)
        down = max(0, caret.bottom() + CLEAR - view.window[1]) or min(0, caret.top() - CLEAR - top)
        if across or down:
            self._surface.scroll_to(view.scroll[0] + across, view.scroll[1] + down)


def _wheel_at(event: QWheelEvent, at: QPointF) -> QWheelEvent:
    """The same turn of the wheel at a point of another widget."""
    everywhere, pixels, angle = event.globalPosition(), event.pixelDelta(), event.angleDelta()
    return QWheelEvent(
        at, everywhere, pixels, angle, event.buttons(), event.modifiers(), event.phase(), event.inverted()
    )


def _somewhere(surface: Surface) -> Lettering:
    """In the middle of the window, for what has no place of its own on the map."""
    seen, composer = surface.view.seen, surface.studio.composer
    leading = composer.setting("card").role.leading
    box = Rect(seen.x + seen.width / 2 - 6 * leading, seen.y + seen.height / 2, 12 * leading, leading)
    return Lettering(TextPlace("", "card", box.x, box.y, box.width, 1, leading), box, composer.style.colours["paper"])
