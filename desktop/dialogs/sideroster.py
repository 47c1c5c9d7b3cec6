"""A list of a project whose fields stand beside it, for dialogs that have the room."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.panels.inspector.form import GAP
from desktop.panels.roster import Roll, Roster
from desktop.panels.theme import for_fingers

LIST, TOUCHED = 200, 300
"""Px; where buttons are large enough for fingers the title needs more."""

INSET = 8
"""Px between tabs and the halves below them."""


class Bare(QWidget):
    """In the place of the fields where the list is empty: what would stand in it, and the first step."""

    def __init__(self, said: str, add: str) -> None:
        super().__init__()
        sentence = QLabel(said)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        self.add = QPushButton(add)
        self.add.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(sentence)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)


class SideRoster(Roster):
    """`side` holds the list, `main` the fields. `follow` is called whenever another thing, or another value, shows.

    Where there is nothing, “CODE.bare” says what could be.
    """

    def __init__(self, desk: Desk, roll: Roll, follow: Callable[[], None]) -> None:
        self.side, self.main = QVBoxLayout(), QVBoxLayout()
        self._follow = follow
        self.bare = Bare(desk.words(f"{roll.code}.bare"), desk.words(f"{roll.code}.add"))
        super().__init__(desk, roll)
        self.bare.add.clicked.connect(self.add)

    def beside(self) -> QLayout:
        """List and fields side by side; the fields scroll."""
        side, inner = QWidget(), QWidget()
        side.setFixedWidth(TOUCHED if for_fingers() else LIST)
        side.setLayout(self.side)
        inner.setObjectName("inside")
        inner.setLayout(self.main)
        self.main.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        halves = QHBoxLayout()
        halves.setContentsMargins(0, INSET, 0, 0)
        halves.setSpacing(24)
        halves.addWidget(side)
        halves.addWidget(area, 1)
        return halves

    def _lay_out(self) -> None:
        super()._lay_out()
        self._column.removeWidget(self.form)
        self._column.addStretch(1)
        self.side.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(8)
        self.side.addWidget(self)
        self.main.setContentsMargins(2, 2, 12, 2)
        self.main.setSpacing(GAP)
        self.main.addWidget(self.bare)
        self.main.addWidget(self.form)

    def _show_current(self, fresh: bool) -> None:
        super()._show_current(fresh)
        self.bare.setVisible(not self.current)
        self._follow()
