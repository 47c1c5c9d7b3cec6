"""One version in large: how its map looked, and what has been done since."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from desktop.canvas.differencesigns import SIDE
from desktop.dialogs.differencemarks import sign
from desktop.dialogs.differences import summary, wordings
from desktop.document.difference import Difference
from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.plaintext import plain
from desktop.panels.start.tiles import paint_picture

MOST = 200
"""Differences that are listed; who wants to see more compares."""


class MapSheet(QWidget):
    """A picture of a map on paper, as large as there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None) -> None:
        """Paper alone for None."""
        self.image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 316)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_picture(painter, self.rect(), self._part())
        painter.end()

    def _part(self) -> QImage | None:
        """The upper left of the picture, in the shape of the sheet."""
        if self.image is None or self.size().isEmpty():
            return None
        fitting = self.size().scaled(self.image.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return self.image.copy(QRect(0, 0, fitting.width(), fitting.height()))


class VersionPage(QFrame):
    """Heading, picture and list; a sentence in their place for what cannot be read."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.heading, self.facts = plain("", "heading", wrapped=True), plain("", "note", wrapped=True)
        self.sheet = MapSheet()
        self.since, self.trouble = plain("", "caption", wrapped=True), plain("", "trouble", wrapped=True)
        self.changes = QListWidget()
        self.changes.setIconSize(QSize(SIDE, SIDE))
        self.changes.setObjectName("changes")
        self.changes.setAccessibleName(words("versions.since"))
        self.changes.setWordWrap(True)
        self.changes.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.changes.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()

    def show_heading(self, heading: str, facts: str) -> None:
        """Which version it is; what it holds is shown later."""
        self.heading.setText(heading)
        self.facts.setText(facts)

    def show_version(self, image: QImage | None, differences: Sequence[Difference]) -> None:
        """How it looked, and what has changed since."""
        self._show_parts(sound=True)
        self.sheet.show_image(image)
        counts = (told for _, told in summary(differences, self._words))
        self.since.setText(" · ".join((self._words("versions.since"), *counts)))
        self.changes.clear()
        told = differences[:MOST]
        signs = {code: sign(code) for code in {each.code for each in told}}
        for difference, said in zip(told, wordings(told, self._words), strict=True):
            self.changes.addItem(QListWidgetItem(signs[difference.code], said))
        if len(differences) > MOST:
            self.changes.addItem(self._words("versions.more").format(count=len(differences) - MOST))
        if not differences:
            self.changes.addItem(QListWidgetItem(icon("check"), self._words("versions.same")))

    def show_trouble(self, sentence: str) -> None:
        """Why there is nothing to be seen."""
        self._show_parts(sound=False)
        self.trouble.setText(sentence)

    def _show_parts(self, *, sound: bool) -> None:
        for part in (self.sheet, self.since, self.changes):
            part.setVisible(sound)
        self.trouble.setVisible(not sound)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.facts)
        column.addSpacing(8)
        column.addWidget(self.sheet, 5)
        column.addWidget(self.trouble, 1, Qt.AlignmentFlag.AlignTop)
        column.addSpacing(10)
        column.addWidget(self.since)
        column.addWidget(self.changes, 3)
        self.trouble.hide()
