"""The tray with its line for new notes, as a panel of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.canvas.canvas import Canvas
from desktop.desk.cellnames import CellNames
from desktop.desk.desk import Desk
from desktop.desk.tray import Tray
from desktop.document.edits.cards import Spot
from desktop.document.journey import JourneyMap
from desktop.panels.docks import LEFT, Docks
from desktop.panels.tray.notefield import NoteField
from desktop.panels.tray.prompt import CellPrompt
from desktop.panels.tray.view import TrayView

NAME = "tray"


class TrayPanel(QWidget):
    """Inbox and parking lot of the map shown. It follows the desk only while it is seen."""

    def __init__(self, desk: Desk, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._canvas = canvas
        self._tray = Tray(desk)
        self._shown: JourneyMap | None = None
        self.view = TrayView(desk, canvas, self)
        self.line = NoteField(desk.words, self.note, self)
        self.prompt = CellPrompt(desk.words, self)
        self.setObjectName("traypanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._arrange()
        self.line.told.connect(desk.said.emit)
        self.line.left.connect(canvas.setFocus)
        self.line.up.connect(self.view.setFocus)
        self.view.left.connect(canvas.setFocus)
        self.view.asked.connect(self.ask)
        self.prompt.chosen.connect(self._send_to)
        desk.shown.connect(self.refresh)

    def take_focus(self) -> None:
        """The cursor comes into the line: notes are typed at once."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def note(self, texts: Sequence[str]) -> bool:
        """New notes, and the last of them comes into sight; whether they could come."""
        came = self._tray.note(texts)
        row = self.view.rows.row_of(came[-1]) if came else -1
        if row >= 0:
            self.view.scrollTo(self.view.rows.index(row, 0))
        return bool(came)

    def ask(self) -> None:
        """Where the selected cards shall go."""
        journey = self._desk.journey
        if journey is not None and self.view.deeds.cards:
            names = CellNames(journey, self._desk.lens, self._desk.words, self._desk.target)
            self.prompt.ask(names, self.view.viewport().mapToGlobal(QPoint(12, 12)))

    def commit(self) -> None:
        """Hands in the text of a card or a title that is being written."""
        self.view.commit()

    def refresh(self) -> None:
        """Follows the desk where inbox or parking lot differ."""
        journey = self._desk.journey
        if self.isVisible() and (journey is None or _other(journey, self._shown)):
            self._shown = journey
            self.view.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _send_to(self, spot: Spot, convert: bool) -> None:
        self._tray.send([card.id for card in self.view.deeds.cards], spot, convert=convert)
        self.view.setFocus()

    def _arrange(self) -> None:
        caption = QLabel(self._desk.words("panel.tray"))
        caption.setObjectName("section")
        hint = QLabel(self._desk.words("tray.hint"))
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        foot.setSpacing(6)
        foot.addWidget(self.line)
        foot.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption)
        column.addWidget(self.view, 1)
        column.addLayout(foot)


class Inbox:
    """The tray of a window: shown, hidden, and filled from the map."""

    def __init__(self, desk: Desk, canvas: Canvas, docks: Docks) -> None:
        self._desk = desk
        self._docks = docks
        self.panel = TrayPanel(desk, canvas)
        docks.add(NAME, self.panel, LEFT, self.panel.take_focus, shown=False)
        self.panel.line.returned.connect(self._show_line)

    def call(self) -> None:
        """Shows the tray with the cursor in its line; from there, hides it."""
        self._docks.call(NAME)

    def reveal(self, thing: str) -> None:
        """Shows the tray with the keyboard on a card or a heading."""
        self._docks.enter(NAME)
        self.panel.refresh()
        self.panel.view.point_out(thing)
        self.panel.view.setFocus()

    def stow(self) -> None:
        """Takes the selected cards off the map into the inbox."""
        Tray(self._desk).gather([card.id for card in self._desk.chosen.cards])

    def park(self) -> None:
        """Puts the selected cards into the parking lot."""
        Tray(self._desk).park([card.id for card in self._desk.chosen.cards])

    def commit(self) -> None:
        """Hands in what is being written."""
        self.panel.commit()

    def _show_line(self) -> None:
        """What came back into the line is seen."""
        if not self.panel.isVisible():
            self._docks.enter(NAME)


def _other(journey: JourneyMap, before: JourneyMap | None) -> bool:
    same = before is not None and journey.inbox is before.inbox and journey.parking is before.parking
    return not same or before is None or journey.id != before.id
