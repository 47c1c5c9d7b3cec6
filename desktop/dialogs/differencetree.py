"""The differences as a table: what it is about, how that is on the one side, how on the other; by map and lane."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from desktop.canvas.differencesigns import SIDE
from desktop.dialogs.differencemarks import sign
from desktop.dialogs.differences import Chapter, Row, Section
from desktop.layout.style import Words
from desktop.panels.start.tiles import Index
from desktop.panels.theme import colour

MOST = 500
"""Rows that are shown; nobody reads more, and the pictures show where the rest is."""

MAP, THING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""The ids of the map and of the thing that a row is about, "" for the whole project."""

LINE, PAD = 17, 8
"""Px of a line of text, and above and below all lines of a row together."""

HEAD, CAPTION = 34, 26
"""Px of the rows with the titles of maps and lanes."""


class SignsOnTop(QStyledItemDelegate):
    """The sign stands beside the first line."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class DifferenceTree(QTreeWidget):
    """Keys and clicks choose a row; all is folded out."""

    def __init__(self, words: Words, side: int) -> None:
        """side: px of each of the two columns at the right."""
        super().__init__()
        self._words = words
        self._signs = {code: sign(code) for code in ("added", "removed", "moved", "ordered", "changed")}
        self.setObjectName("differences")
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setItemDelegate(SignsOnTop(self))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("compare.table"))
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, side)

    def show_chapters(self, chapters: Iterable[Chapter]) -> None:
        """At most MOST rows, and how many there are besides."""
        self.clear()
        left = MOST
        for chapter in chapters:
            self._head(chapter.title, chapter.id, HEAD, "heading")
            for section in chapter.sections:
                self._show_section(section, chapter.id, left)
                left -= len(section.rows)
        if left < 0:
            self._head(self._words("compare.more").format(count=-left), "", HEAD, "note")

    def _show_section(self, section: Section, map_id: str, left: int) -> None:
        if section.title and left > 0:
            self._head(section.title, map_id, CAPTION, "caption")
        for row in section.rows[: max(0, left)]:
            self._row(row, map_id)

    def _head(self, title: str, map_id: str, height: int, role: str) -> None:
        item = QTreeWidgetItem(self, [title])
        item.setFirstColumnSpanned(True)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setData(0, MAP, map_id)
        item.setSizeHint(0, QSize(0, height))
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(14 if role == "heading" else 11)
        if role == "caption":
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        item.setFont(0, font)
        item.setForeground(0, colour("ink" if role == "heading" else "ink_3"))

    def _row(self, row: Row, map_id: str) -> None:
        item = QTreeWidgetItem(self, [row.thing, row.before, row.after])
        item.setIcon(0, self._signs[row.code])
        item.setData(0, MAP, map_id)
        item.setData(0, THING, row.id)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{self._words(f'compare.{row.code}')}: {row.thing}")
        lines = max(text.count("\n") for text in (row.before, row.after)) + 1
        item.setSizeHint(0, QSize(0, lines * LINE + PAD))
        for column in range(3):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for column, absent in ((1, row.code == "added"), (2, row.code == "removed")):
            if absent:
                item.setForeground(column, colour("ink_3"))
