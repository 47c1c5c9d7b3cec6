"""The scribe bar at the foot of the map: a line, Enter, and the note is there."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.desk.landing import Landing
from desktop.desk.scribing import Scribing
from desktop.panels.clipboard import Clipboard
from desktop.panels.icons import icon
from desktop.panels.scribe.chips import ChipRow, looks_of
from desktop.panels.scribe.completing import Completing
from desktop.panels.scribe.field import ScribeField
from desktop.panels.scribe.grammarsheet import GrammarSheet
from desktop.panels.scribe.offers import Offers
from desktop.panels.scribe.telling import again, barred, told
from desktop.scribe.grammar import Line, What
from desktop.scribe.jotted import read, written
from desktop.scribe.typed import Typed

ROOMY, TIGHT, LEAST = 760, 480, 160
"""Px from which there is room to say what the keys do, and for more than the line; the bar's own least width."""

HINT = 190
"""Px for what Enter will do; the line beside it does not move while this changes."""

KEPT = 50
"""So many lines can be brought back."""

PLACES = (What.PLACE, What.CELL, What.LANE)


class ScribeBar(QFrame):
    """Always in reach. What is typed changes nothing before Enter; it is kept when one goes back to the map."""

    jotting = Signal()  # another line, or another text in it

    def __init__(self, desk: Desk, canvas: Canvas, clipboard: Clipboard | None = None) -> None:
        super().__init__()
        self._clipboard = clipboard or Clipboard(desk)
        self.scribing = Scribing(desk)
        self._desk = desk
        self._canvas = canvas
        self._typed = Typed()
        self._lines: list[Typed] = []
        self._back = 0
        self._followed: tuple[object, ...] = ()
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_desk()

    @property
    def line(self) -> Line:
        """What the line says as it stands."""
        return self._typed.line(self.scribing.context())

    def attend(self, window: QWidget) -> None:
        """The offers stand over this window."""
        self.offers.setParent(window)

    def toggle(self) -> None:
        """To the line; from there back to the map."""
        if self.field.hasFocus():
            self.leave()
        else:
            self.take_focus()

    def take_focus(self) -> None:
        """One types here from now on."""
        self._canvas.stop_writing()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # one for shortcuts would select the line
        self._canvas.show_slot()

    def leave(self) -> None:
        """Back to the map; the line stays, but for one that was to change the last note."""
        if self.scribing.aiming:
            self.scribing.aiming = False
            self._show_typed(Typed())
        self._canvas.setFocus()

    def commit(self) -> None:
        """What stands in the line counts."""
        if not self._typed.empty:
            self._enter()

    @property
    def jotted(self) -> str:
        """The line for `take_up`, chips and all; "" for an empty one."""
        return written(self._typed)

    def take_up(self, jotted: str) -> None:
        """Goes on with a line that was left once."""
        self._show_typed(read(jotted))

    def set_inbox(self, on: bool) -> None:
        """Whether all notes go to the inbox from now on."""
        self.scribing.inbox = on
        self._desk.said.emit(self._desk.words("said.inbox_on" if on else "said.inbox_off"))
        self._follow()

    def set_paper(self, on: bool) -> None:
        """Whether notes begin with the address of their cell from now on."""
        self.scribing.paper = on
        self._desk.said.emit(self._desk.words("said.paper_on" if on else "said.paper_off"))
        self._follow()

    def switch_inbox(self) -> None:
        """The other way from now on, and to the line."""
        self.set_inbox(not self.scribing.inbox)
        self.take_focus()

    def switch_paper(self) -> None:
        """The other way from now on, and to the line."""
        self.set_paper(not self.scribing.paper)
        self.take_focus()

    def show_grammar(self) -> None:
        """Opens the page of all that can be typed."""
        GrammarSheet(self._desk.words, self.window()).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.setVisible(self.width() >= ROOMY)
        for widget in (self.name, self.inbox, self.paper, self.help):
            widget.setVisible(self.width() >= TIGHT)
        self.offers.hide()

    def minimumSizeHint(self) -> QSize:
        """Panels beside the map may leave it little room."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def _make_parts(self) -> None:
        words = self._desk.words
        self.setObjectName("scribe")
        self.name = QLabel(words("scribe.name"))
        self.chips = ChipRow()
        self.field = ScribeField()
        self.field.setAccessibleName(words("scribe.field"))
        self.hint = QLabel(words("scribe.hint"))
        self.hint.setObjectName("hint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setFixedWidth(max(HINT, self.fontMetrics().horizontalAdvance(words("scribe.hint")) + 2))
        self.inbox = self._button("scribe.inbox", "scribe.inbox_tip", checkable=True)
        self.paper = self._button("scribe.paper", "scribe.paper_tip", checkable=True)
        self.help = self._button("", "scribe.help_tip")
        self.help.setIcon(icon("help"))
        self.offers = Offers(self)
        self._completing = Completing(self._desk, self.offers, self._above)

    def _button(self, text: str, tip: str, *, checkable: bool = False) -> QToolButton:
        words, button = self._desk.words, QToolButton()
        button.setText(words(text) if text else "")
        button.setToolTip(words(tip))
        button.setAccessibleName(words(text or tip))
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        self.frame = QFrame()
        self.frame.setObjectName("scribeframe")
        inner = QHBoxLayout(self.frame)
        inner.setContentsMargins(9, 0, 9, 0)
        inner.setSpacing(6)
        inner.addWidget(self.chips)
        inner.addWidget(self.field, 1)
        self.frame.setFixedHeight(36)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.name)
        row.addWidget(self.frame, 1)
        for widget in (self.hint, self.inbox, self.paper, self.help):
            row.addWidget(widget)
        row.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        field = self.field
        field.textEdited.connect(self._note_key)
        field.entered.connect(self._enter)
        field.counted.connect(self._count)
        field.stepped.connect(self._step)
        field.moved.connect(self._move)
        field.aimed.connect(self._aim_again)
        field.asked.connect(self.show_grammar)
        field.opened.connect(self._open_chip)
        field.left.connect(self.leave)
        field.focused.connect(self._show_focus)
        field.pasted.connect(self._paste)
        self.chips.clicked.connect(self._open_chip)
        self._completing.taken.connect(self._show_typed)
        self._completing.counted.connect(self._count)
        self.inbox.clicked.connect(self.set_inbox)
        self.paper.clicked.connect(self.set_paper)
        self.help.clicked.connect(self.show_grammar)
        self._desk.shown.connect(self._show_desk)
        self._desk.aimed.connect(self._note_aim)

    def _note_key(self, text: str) -> None:
        self._completing.forget()
        self._back = 0
        typed = self._typed.edited(text, self.field.cursorPosition(), self.scribing.context())
        self._show_typed(typed)

    def _show_typed(self, typed: Typed) -> None:
        """The line as it is now, in the field and on the map."""
        self._typed = typed
        if self.field.text() != typed.text:
            self.field.setText(typed.text)
            self.field.setCursorPosition(typed.cursor)
        self._follow()
        self.jotting.emit()

    def _follow(self) -> None:
        """Chips, the slot on the map and what Enter will do; a letter more in the text changes none of them."""
        line, has = self.line, self.field.hasFocus()
        state = line.chips, self._typed.chips, self._typed.empty, has, self._desk.target, *self.scribing.state
        if state != self._followed:
            self._tell(self._previewed(line) if has else self.scribing.landing(line))
            self._followed = *state[:4], self._desk.target, *self.scribing.state
        self._completing.follow(self._typed, self.scribing.context(), line, writing=has)

    def _show_chips(self, lane: str) -> None:
        kind, style = self._typed.kind(self.scribing.context()), self._canvas.studio.style
        self.chips.show_looks(looks_of(self._typed.chips, self._desk.words, style, kind, barred=lane))

    def _previewed(self, line: Line) -> Landing | None:
        before = self._desk.target
        landing = self.scribing.preview(line)
        if self._desk.target != before:
            self._canvas.show_slot()
        return landing

    def _tell(self, landing: Landing | None) -> None:
        words = self._desk.words
        self._show_chips(barred(self._desk, landing))
        said = told(self._desk, landing) if landing else ""
        code = "scribe.aiming" if self.scribing.aiming else "scribe.enter"
        self.field.setPlaceholderText(words(code).format(place=said) if said else words("scribe.no_map"))
        self.field.setAccessibleDescription(self.field.placeholderText())
        hint = said if said and not self._typed.empty else words("scribe.hint")
        self.hint.setText(self.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, self.hint.width()))
        self.inbox.setChecked(self.scribing.inbox)
        self.paper.setChecked(self.scribing.paper)

    def _show_desk(self) -> None:
        journey, words = self._desk.journey, self._desk.words
        self.setEnabled(journey is not None)
        count = sum(len(cluster.cards) for cluster in journey.inbox) if journey else 0
        self.inbox.setText(f"{words('scribe.inbox')} ({count})" if count else words("scribe.inbox"))
        self._tell(self.scribing.landing(self.line) if journey else None)

    def _note_aim(self) -> None:
        """Somebody else has aimed: where the line said it goes no longer counts."""
        if self.scribing.aimed_elsewhere:
            self._typed = self._typed.without(PLACES)
            self._follow()

    def _show_focus(self, has: bool) -> None:
        self.frame.setProperty("focused", has)
        self.frame.style().polish(self.frame)
        if has:
            self._follow()
        else:
            self._completing.leave()
            self.scribing.preview(None)

    def _enter(self) -> None:
        if self._completing.picked:
            self._completing.take()
        elif not self._typed.empty and self.scribing.add(self.line):
            self._done()

    def _done(self) -> None:
        """The line counts; the next one begins."""
        self._lines = [*self._lines[1 - KEPT :], self._typed]
        self._back = 0
        self._show_typed(Typed())
        self._canvas.show_slot()

    def _count(self) -> None:
        """“×2” on the note that says nearly the same."""
        card = self._completing.alike()
        if card is None:
            self._desk.said.emit(self._desk.words("said.no_similar"))
        elif self.scribing.count_on(card.id):
            self._desk.said.emit(again(self._desk, card))
            self._done()

    def _step(self, by: int) -> None:
        if self._completing.names:
            self._completing.take()
            return
        self.scribing.step(by, self.line)
        self._show_typed(self._typed.without((What.PLACE, What.CELL)))
        self._canvas.show_slot()

    def _move(self, by: int) -> None:
        """Through what is offered, else through the lines before."""
        if not self._completing.move(by) and 0 <= self._back - by <= len(self._lines):
            self._back -= by
            back = self._lines[-self._back] if self._back else Typed()
            self._show_typed(Typed(back.text, len(back.text), back.chips, back.refused))

    def _aim_again(self) -> None:
        """The last note comes back into the line, to be changed; a line of chips changes it at once."""
        line, chips = self.scribing.aim_again(), self._typed.chips
        if line is None:
            return
        if chips and not self._typed.text.strip():
            self._enter()
        else:
            self._show_typed(Typed(line.text, len(line.text), line.chips, frozenset(line.text.split())))

    def _open_chip(self, index: int = -1) -> None:
        self._show_typed(self._typed.opened(index))
        self.field.setCursorPosition(self._typed.cursor)

    def _paste(self) -> None:
        """Lines and cells become cards."""
        self._clipboard.paste()

    def _above(self) -> QPoint:
        """Where the foot of what is offered stands in the window."""
        return self.frame.mapTo(self.window(), QPoint(0, -6))
