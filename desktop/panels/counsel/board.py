"""What the three panels have in common: a heading, a list that follows the desk while it is seen, and the way there."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.desk.going import go_to
from desktop.panels.counsel.listing import Findings
from desktop.panels.counsel.rows import Row

SOON = 120
"""Ms after a change until the list follows, so that who types is not slowed down."""


class Board(QWidget):
    """`name` is that of its words: NAME.heading and NAME.list. asked(row): one goes to a row that is about nothing on
    the map. Subclasses say which `rows` there are."""

    asked = Signal(object)

    def __init__(self, name: str, desk: Desk, canvas: Canvas) -> None:
        super().__init__()
        self._desk = desk
        self._canvas = canvas
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.refresh)
        self.list = Findings(desk.words(f"{name}.list"))
        self.setObjectName("board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("board", name)
        self.heading = QLabel(desk.words(f"{name}.heading"))
        self.heading.setObjectName("boardhead")
        self.heading.setIndent(0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 12, 0, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.gone_to.connect(self._go)
        self.list.left.connect(canvas.setFocus)
        desk.shown.connect(self._follow)

    @abstractmethod
    def rows(self) -> Sequence[Row]:
        """What there is to say of the map shown."""

    def refresh(self) -> None:
        """Shows what there is now."""
        self._soon.stop()
        self.list.show_rows(tuple(self.rows()))

    def take_focus(self) -> None:
        """The list has the keyboard."""
        self.refresh()
        self.list.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def quiet(self, text: str, name: str = "quiet") -> QLabel:
        """A label that shows words as they are, over as many lines as they need."""
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName(name)
        label.setIndent(0)
        label.setWordWrap(True)
        return label

    def _follow(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _go(self, row: Row, onwards: bool) -> None:
        """To the things on the map; with a key the keyboard comes along."""
        reached = go_to(self._desk, row.things)
        if reached:
            self._canvas.point_out(reached)
            if onwards:
                self._canvas.setFocus()
        elif not row.things:
            self.asked.emit(row)
