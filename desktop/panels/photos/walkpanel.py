"""The walk: a cell of the photographed wall, large, and below it the line in which one types what stands there."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.desk.paperwalk import PaperWalk
from desktop.document.errors import EditError
from desktop.document.keyed import find
from desktop.drawing.wallplan import WallCell
from desktop.layout.names import lane_name, name_of
from desktop.panels.photos.field import WalkField
from desktop.panels.photos.images import ImageView, to_qimage
from desktop.panels.plaintext import plain
from desktop.panels.scribe.chips import ChipRow, looks_of
from desktop.panels.scribe.completing import Completing
from desktop.panels.scribe.offers import Offers
from desktop.panels.scribe.telling import LOCKED, again, barred
from desktop.scribe.grammar import Line
from desktop.scribe.typed import Typed

LEAST = QSize(240, 200)


class WalkPanel(QWidget):
    """choosing(): photos are to be chosen or their corners set. left(): back to the map. laid(on): under the map.
    keeping(): the piece of the photo is wanted on the map."""

    choosing = Signal()
    keeping = Signal()
    left = Signal()
    laid = Signal(bool)

    def __init__(self, desk: Desk, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self._walk: PaperWalk | None = None
        self._typed = Typed()
        self._barred = ""
        self._shown: WallCell | None = None
        self.setObjectName("photos")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_parts()
        self._lay_out()
        self._offers = Offers(self, below=True)
        self._completing = Completing(desk, self._offers, self._below)
        self._connect()
        self.follow()

    @property
    def walk(self) -> PaperWalk | None:
        return self._walk

    def take_walk(self, walk: PaperWalk | None) -> None:
        """Goes along with another walk; None shows that there are no photos yet."""
        if self._walk is not None:
            self._walk.changed.disconnect(self.follow)
        self._walk, self._shown = walk, None
        if walk is not None:
            walk.changed.connect(self.follow)
        self.follow()

    def take_focus(self) -> None:
        """The keyboard goes to the line, or to the button for photos where there are none."""
        self._canvas.stop_writing()
        there = self._cell is not None
        (self.field if there else self.first).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if there and self._walk:
            self._walk.aim()
            self._canvas.show_slot()

    def commit(self) -> None:
        """What stands in the line counts."""
        if not self._typed.empty:
            self._add()

    def rehearse(self) -> None:
        """As `Editor` says."""
        if self._walk and self._cell and not self._typed.empty:
            self._walk.scribing.rehearse(self._line())

    def follow(self) -> None:
        """Shows the cell as it is now."""
        cell, walk = self._cell, self._walk
        self._pages.setCurrentIndex(int(cell is not None))
        if cell is None or walk is None:
            self._shown = None
            return
        words = self._desk.words
        self.address.setText(cell.address)
        self.place.setText(self._place(cell))
        self.progress.setText(words("photos.progress").format(number=walk.number, count=len(walk.cells)))
        if cell != self._shown:
            self._shown = cell
            crop = walk.album.crop(cell)
            self.view.show_image(to_qimage(crop) if crop else QImage(), words("photos.cell").format(cell=cell.address))
            self.looks.setText(self._look(cell))
        if self.field.hasFocus():
            self._canvas.show_slot()
        self._tell()

    def follow_map(self) -> None:
        """The map has changed: the lane that one is at may have been locked or unlocked."""
        cell, journey = self._cell, self._desk.journey
        lane = find(journey.lanes, cell.lane) if cell and journey else None
        if lane is not None and lane.locked is not bool(self._barred):
            self._tell()

    def show_again(self) -> None:
        """The photos are others, or straightened otherwise."""
        self._shown = None
        self.follow()

    @property
    def _cell(self) -> WallCell | None:
        return self._walk.cell if self._walk else None

    def _make_parts(self) -> None:
        words = self._desk.words
        self.address = plain("", "address")
        self.place = plain("", "told")
        self.place.setWordWrap(True)
        self.progress = plain("", "progress")
        self.view = ImageView(LEAST)
        self.looks = plain("", "looks")
        self.looks.setWordWrap(True)
        self.chips = ChipRow()
        self.field = WalkField()
        self.field.setAccessibleName(words("photos.field"))
        self.hint = plain("", "told")
        self.hint.setWordWrap(True)
        self.keys = plain(words("photos.keys"), "caption")
        self.keys.setWordWrap(True)
        self.choose = QPushButton(words("photos.choose"))
        self.under = QToolButton()
        self.under.setText(words("photos.under"))
        self.under.setToolTip(words("photos.under_tip"))
        self.under.setCheckable(True)
        self.keep = QPushButton(words("photos.keep"))
        self.keep.setToolTip(words("photos.keep_tip"))
        self.first = QPushButton(words("photos.first"))
        self.first.setObjectName("strong")

    def _lay_out(self) -> None:
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty_page())
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.address)
        head.addWidget(self.place, 1)
        head.addWidget(self.progress)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addWidget(self.looks)
        column.addWidget(self._line_frame())
        column.addWidget(self.hint)
        column.addStretch(1)
        column.addWidget(self.keys)
        foot = QHBoxLayout()
        foot.addWidget(self.choose)
        foot.addWidget(self.keep)
        foot.addStretch(1)
        foot.addWidget(self.under)
        column.addLayout(foot)
        self._pages.addWidget(page)

    def _empty_page(self) -> QWidget:
        page, words = QWidget(), self._desk.words
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 24, 20, 20)
        column.setSpacing(10)
        told = plain(words("photos.lead"), "told")
        told.setWordWrap(True)
        column.addWidget(plain(words("photos.title"), "heading"))
        column.addWidget(told)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _line_frame(self) -> QFrame:
        self.frame = QFrame()
        self.frame.setObjectName("scribeframe")
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(9, 0, 9, 0)
        row.setSpacing(6)
        row.addWidget(self.chips)
        row.addWidget(self.field, 1)
        self.frame.setFixedHeight(40)
        return self.frame

    def _connect(self) -> None:
        field = self.field
        field.textEdited.connect(self._note_key)
        field.entered.connect(self._enter)
        field.backed.connect(self._back)
        field.counted.connect(self._count)
        field.moved.connect(self._completing.move)
        self._completing.taken.connect(self._take)
        self._completing.counted.connect(self._count)
        field.stepped.connect(self._step)
        field.opened.connect(self._open_chip)
        field.left.connect(self.left)
        field.focused.connect(self._show_focus)
        self.chips.clicked.connect(self._open_chip)
        self.choose.clicked.connect(self.choosing)
        self.keep.clicked.connect(self.keeping)
        self.first.clicked.connect(self.choosing)
        self.under.toggled.connect(self.laid)

    @property
    def offers(self) -> Offers:
        """What the line may become, below it."""
        return self._offers

    def _below(self) -> QPoint:
        """Where they hang."""
        return self.frame.mapTo(self, QPoint(0, self.frame.height() + 4))

    def _note_key(self, text: str) -> None:
        self._completing.forget()
        if self._walk:
            self._show_typed(self._typed.edited(text, self.field.cursorPosition(), self._walk.context))

    def _show_typed(self, typed: Typed) -> None:
        """The line as it is now: chips before the field."""
        self._typed = typed
        if self.field.text() != typed.text:
            self.field.setText(typed.text)
            self.field.setCursorPosition(typed.cursor)
        self._follow_line()

    def _follow_line(self) -> None:
        """Chips, and what the line may become."""
        if self._walk is None or self._cell is None:
            self._completing.leave()
            return
        typed, line, context = self._typed, self._line(), self._walk.context
        style = self._canvas.studio.style
        self._barred = barred(self._desk, self._walk.scribing.landing(line))
        looks = looks_of(typed.chips, self._desk.words, style, typed.kind(context), barred=self._barred)
        self.chips.show_looks(looks)
        self._completing.follow(typed, context, line, writing=self.field.hasFocus())

    def _take(self, typed: Typed) -> None:
        self._show_typed(typed)
        self.field.setFocus()

    def _open_chip(self, index: int = -1) -> None:
        self._show_typed(self._typed.opened(index))
        self.field.setCursorPosition(self._typed.cursor)

    def _enter(self) -> None:
        """A note; an empty line goes on. A name that one has gone to is taken first."""
        if self._completing.picked:
            self._completing.take()
        elif self._typed.empty:
            self._step(1)
        else:
            self._add()

    def _add(self) -> None:
        if self._walk and self._walk.add(self._line()):
            self._show_typed(Typed())
            self._tell()

    def _line(self) -> Line:
        walk = self._walk
        if walk is None:
            return Line("")
        return replace(self._typed, text=walk.meant(self._typed.text)).line(walk.context)

    def _step(self, by: int) -> None:
        """To another cell; what is typed counts first. A name that is offered is taken instead."""
        if by > 0 and self._completing.names:
            self._completing.take()
            return
        self._move(lambda walk: walk.go(by), "photos.at_end" if by > 0 else "photos.at_start")

    def _back(self) -> None:
        self._step(-1)

    def _count(self) -> None:
        """“×2” on the note that says nearly the same; where there is none, on to the next cell written on."""
        card = self._completing.alike() if self._typed.text.strip() else None
        if card is None or self._walk is None:
            self._go_written()
        elif self._walk.scribing.count_on(card.id):
            self._desk.said.emit(again(self._desk, card))
            self._show_typed(Typed())
            self._walk.aim()

    def _go_written(self) -> None:
        self._move(PaperWalk.go_written, "photos.no_more")

    def _move(self, go: Callable[[PaperWalk], bool], otherwise: str) -> None:
        self.commit()
        if self._walk and self._typed.empty and not go(self._walk):
            self._desk.said.emit(self._desk.words(otherwise))

    def _show_focus(self, has: bool) -> None:
        self.frame.setProperty("focused", has)
        self.frame.style().polish(self.frame)
        if has and self._walk:
            self._walk.aim()
            self._canvas.show_slot()
            self._follow_line()
        elif not has:
            self._completing.leave()

    def _tell(self) -> None:
        """What Enter will do, and how many notes came of this cell."""
        walk, cell, words = self._walk, self._cell, self._desk.words
        if walk is None or cell is None:
            return
        kind = name_of("kind", walk.context.kind, words)
        self._follow_line()
        enter = words("photos.enter").format(kind=kind, cell=cell.address)
        self.field.setPlaceholderText(self._desk.sentence(EditError(LOCKED)) if self._barred else enter)
        count = walk.here
        self.hint.setText(words("photos.added").format(count=count) if count else "")

    def _look(self, cell: WallCell) -> str:
        """What can be seen in the photo without reading it."""
        album, words = (self._walk.album if self._walk else None), self._desk.words
        if album is None:
            return ""
        if album.looks_empty(cell):
            return words("photos.empty")
        value = album.ticked(cell)
        return (
            ""
            if value is None
            else words("photos.ticked").format(value=f"{value:+d}".replace("-", "−") if value else "0")
        )

    def _place(self, cell: WallCell) -> str:
        """“Books a table · Pain points”."""
        journey = self._desk.journey
        lane = find(journey.lanes, cell.lane) if journey else None
        steps = (step for stage in journey.stages for step in stage.steps) if journey else ()
        title = next((step.title for step in steps if step.id == cell.step), "")
        return " · ".join(filter(None, (title, lane_name(lane, self._desk.words) if lane else "")))
