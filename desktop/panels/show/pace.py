"""How late a run of show is, and the choice between keeping its end and letting it move."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.desk.show import Show
from desktop.document.showing import Outlook
from desktop.layout.names import counted
from desktop.layout.style import Words
from desktop.panels.show.times import hour

LATE = 60.0
"""Seconds that are nothing to talk about."""


class Pace(QWidget):
    """In sight only while the run is late. Both buttons say what they lead to; the one that is pressed is what
    happens."""

    def __init__(self, show: Show, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._words = words
        self.setObjectName("pace")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.late = QLabel()
        self.late.setTextFormat(Qt.TextFormat.PlainText)
        self.keep, self.move_end = QPushButton(), QPushButton()
        for button in (self.keep, self.move_end):
            button.setObjectName("way")
            button.setCheckable(True)
            button.setAutoExclusive(True)
        self.keep.clicked.connect(self._keep)
        self.move_end.clicked.connect(self._move)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        for widget in (self.late, self.keep, self.move_end):
            column.addWidget(widget)
        self.hide()

    def follow(self) -> None:
        """Shows how late it is now."""
        outlook = self._show.outlook
        late = outlook is not None and outlook.moved - outlook.agreed > LATE
        if outlook is not None and late:
            self._tell(outlook)
        self.setVisible(late)

    def _tell(self, outlook: Outlook) -> None:
        words = self._words
        minutes = max(round((outlook.moved - outlook.agreed) / 60), 1)
        self.late.setText(words("show.late").format(minutes=minutes))
        shorter = counted(words, "show.shorter_one", "show.shorter", outlook.shorter)
        self.keep.setText(words("show.keep_end").format(time=hour(outlook.kept), shorter=shorter))
        self.move_end.setText(words("show.move_end").format(time=hour(outlook.moved)))
        (self.keep if self._show.keeping else self.move_end).setChecked(True)

    def _keep(self) -> None:
        self._show.keep_end(True)

    def _move(self) -> None:
        self._show.keep_end(False)
