"""A list of a project whose fields stand beside it, for dialogs that have the room."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.panels.inspector.form import GAP
from desktop.panels.roster import Roll, Roster

LIST = 200
"""Px."""


class SideRoster(Roster):
    """`side` holds the list, `main` the fields. `follow` is called whenever another thing, or another value, shows."""

    def __init__(self, desk: Desk, roll: Roll, follow: Callable[[], None]) -> None:
        self.side, self.main = QVBoxLayout(), QVBoxLayout()
        self._follow = follow
        super().__init__(desk, roll)

    def beside(self) -> QLayout:
        """List and fields side by side; the fields scroll."""
        side, inner = QWidget(), QWidget()
        side.setFixedWidth(LIST)
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
        self.main.addWidget(self.form)

    def _show_current(self, fresh: bool) -> None:
        super()._show_current(fresh)
        self._follow()
