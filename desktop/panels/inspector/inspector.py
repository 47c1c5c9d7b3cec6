"""The inspector: what is selected, with all its fields."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.canvas.viewer import single_shot
from desktop.desk.desk import Desk
from desktop.desk.entries import Entered, Entries
from desktop.document.cards import Card, Marker
from desktop.document.journey import Lane, Link, Stage, Step
from desktop.document.things import Things
from desktop.panels.inspector.budget import BudgetLine
from desktop.panels.inspector.field import Field
from desktop.panels.inspector.form import NOTHING, Subject
from desktop.panels.inspector.heading import Heading
from desktop.panels.inspector.panes import Pane, Sources, make_pane
from desktop.panels.inspector.picture import Chooser
from desktop.panels.inspector.titles import place_of, title_of

WIDTH = 260
"""Px that it needs at least."""

MARGIN = 16
MANY, LULL = 200, 80
"""So many things are looked at only when the selection has stood still for so many ms."""

REST = 400
"""Ms after it is first seen until the fields of cards are made, so that the first card is shown as soon as any."""

WORKING = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
"""Keys that fields use with Alt too."""


class Inspector(QWidget):
    """Follows the desk's selection; everything entered goes through the desk, one undo step each.

    `author` gives the name under comments, `today` an ISO date; `chooser` asks for pictures.
    Call `commit` before saving and closing.
    """

    left = Signal()
    """Escape was pressed: the focus belongs to the map again."""

    revealed = Signal(str)
    """The id of something that was selected here and is to be brought into sight."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        author: Callable[[], str] | None = None,
        today: Callable[[], str] | None = None,
        chooser: Chooser | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(desk.words("inspector.name"))
        self._desk = desk
        self._entries = Entries(desk)
        self._sources = Sources(author or _nobody, today or _today, chooser)
        self._panes: dict[type, Pane] = {}
        self._pane: Pane | None = None
        self._subject = NOTHING
        self._lull = single_shot(self, LULL, self._show_selected)
        self._rest = single_shot(self, REST, self._make_ready)
        self._lay_out()
        self.heading.chosen.connect(self._convert)
        desk.shown.connect(self.follow)
        desk.picked.connect(self.follow)
        self.follow()

    def _lay_out(self) -> None:
        self.heading = Heading(self._desk.words)
        self.budget = BudgetLine(self._desk)
        self._body = QWidget()
        self._body.setObjectName("fields")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.heading, self._scroll, self.budget):
            column.addWidget(widget)
        self.heading.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, 8)
        self.setMinimumWidth(WIDTH)

    @property
    def pane(self) -> Pane:
        """What stands in the inspector now. LookupError before anything was shown."""
        if self._pane is None:
            raise LookupError("nothing is shown yet")
        return self._pane

    def follow(self) -> None:
        """Shows what the desk has selected; what is being entered is handed in when that is something else."""
        if not self.isVisible():
            return
        if len(self._desk.selected) > MANY:
            self._lull.start()
        else:
            self._lull.stop()
            self._show_selected()

    def commit(self) -> None:
        """Hands in what is being entered."""
        if self._pane is not None:
            self._pane.commit()

    def take_focus(self) -> None:
        """Puts the cursor into the first field."""
        fields = self._pane.findChildren(Field) if self._pane else []
        first = next((field for field in fields if field.isVisible()), self.heading.kinds)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()
        if Card not in self._panes:
            self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._lull.stop()
        self._rest.stop()

    def event(self, event: QEvent) -> bool:
        """While the focus is in here, keys without Ctrl are no shortcuts of the map."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field has a use for."""
        if event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _make_ready(self) -> None:
        pane = self._pane_for(Card)
        if pane is not self._pane:
            pane.ensurePolished()
            pane.hide()

    def _show_selected(self) -> None:
        selected = self._selected()
        fresh = selected.ids != self._subject.ids or selected.map_id != self._subject.map_id
        if fresh:
            self.commit()
            selected = self._selected()
        self._subject = selected
        self._show(fresh)

    def _selected(self) -> Subject:
        journey = self._desk.journey
        if journey is None:
            return NOTHING
        return Subject(self._desk.map_id, _flat(self._desk.chosen) or (journey,))

    def _show(self, fresh: bool) -> None:
        sorts = {type(thing) for thing in self._subject.things}
        pane = self._pane_for(sorts.pop()) if len(sorts) == 1 else None
        if self._pane is not pane:
            if self._pane is not None:
                self._pane.hide()
            self._pane = pane
            fresh = True
        title, place = title_of(self._subject, self._desk.words), place_of(self._subject, self._desk)
        if pane is not None and pane.sort is Card:
            self.heading.show_kind(title, place)
        else:
            self.heading.show_title(title, place)
        if pane is not None:
            pane.show_things(self._subject, fresh)
            pane.set_read_only(self._desk.session.read_only)
            pane.show()
        self.budget.show_things(self._subject)
        if fresh:
            self._scroll.verticalScrollBar().setValue(0)

    def _pane_for(self, sort: type) -> Pane:
        pane = self._panes.get(sort)
        if pane is None:
            pane = self._panes[sort] = make_pane(sort, self._desk, self._sources)
            pane.jumped.connect(self._jump)
            pane.typed.connect(self.budget.count)
            self._column.insertWidget(0, pane)
        return pane

    def _convert(self, kind: str) -> None:
        subject = self._subject
        said = self._entries.enter(Card, Entered(subject.map_id, subject.ids, "kind", kind))
        if said:
            self._desk.said.emit(said)

    def _jump(self, card: str) -> None:
        self._desk.select((card,))
        self.revealed.emit(card)


def _is_ours(event: QKeyEvent) -> bool:
    held = event.modifiers()
    if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
        return False
    if held & Qt.KeyboardModifier.AltModifier:
        return event.key() in WORKING
    return not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


def _flat(found: Things) -> tuple[Card | Marker | Lane | Step | Stage | Link, ...]:
    return (*found.cards, *found.markers, *found.lanes, *found.steps, *found.stages, *found.links)


def _nobody() -> str:
    return ""


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
