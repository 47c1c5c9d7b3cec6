"""Everything that can be done, with its keys: a sheet to search in, and to run from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.layout.style import Words
from desktop.panels.sheetline import LINE, Line, LineDelegate

WIDTH, HEIGHT, TOP = 640, 560, 64
"""Px: of the sheet at most, and how far below the window's top it stands."""

WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    lines: Sequence[Line]


class ShortcutSheet(QDialog):
    """A field to search in and the lines below it; Enter or a click closes the sheet and runs one."""

    def __init__(self, chapters: Iterable[Chapter], words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # outside the round corners of the frame
        self.setWindowTitle(words("sheet.title"))
        self._chapters = tuple(chapters)
        self._nothing = words("sheet.nothing")
        self._make_parts(words)
        self._lay_out()
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._run_current)
        self.list.itemClicked.connect(self._run)
        self.list.currentItemChanged.connect(self._tell)
        self._filter("")
        self._place(parent)

    def _make_parts(self, words: Words) -> None:
        self.field = QLineEdit()
        self.field.setObjectName("sheetfield")
        self.field.setPlaceholderText(words("sheet.search"))
        self.field.setAccessibleName(words("sheet.search"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("sheetlist")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(words("sheet.title"))
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setMouseTracking(True)

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("sheet")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)

    @property
    def shown(self) -> list[Line]:
        """The lines that the search has left, from the top."""
        lines = (self.list.item(row).data(LINE) for row in range(self.list.count()))
        return [line for line in lines if isinstance(line, Line)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The field has the focus all the time; keys that it has no use for move through the list."""
        way = WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._go(way)

    def _place(self, window: QWidget) -> None:
        size = QSize(min(WIDTH, window.width() - 32), min(HEIGHT, window.height() - 2 * TOP))
        self.resize(size)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - size.width()) // 2, corner.y() + TOP)

    def _filter(self, typed: str) -> None:
        """Leaves the lines that hold every word that is typed, in their own words, their keys or their chapter's."""
        wanted = typed.casefold().split()
        self.list.clear()
        for chapter in self._chapters:
            found = [line for line in chapter.lines if _holds(chapter, line, wanted)]
            if found:
                self._add(chapter.title, None)
            for line in found:
                self._add(line.text, line)
        if not self.list.count():
            self._add(self._nothing, None)
        self._begin()

    def _begin(self) -> None:
        """At the first line that can be run."""
        rows = range(self.list.count())
        possible = (row for row in rows if isinstance(line := self.list.item(row).data(LINE), Line) and line.possible)
        self.list.setCurrentRow(next(possible, -1))

    def _add(self, text: str, line: Line | None) -> None:
        item = QListWidgetItem(text)
        if line is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((line.text, *line.keys)))
        self.list.addItem(item)

    def _go(self, way: int) -> None:
        """So many lines further down; headings are stepped over, and the ends hold."""
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(LINE) is not None]
        current = self.list.currentRow()
        if rows:
            at = rows.index(current) + way if current in rows else 0
            self.list.setCurrentRow(rows[min(max(at, 0), len(rows) - 1)])

    def _run_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._run(item)

    def _run(self, item: QListWidgetItem) -> None:
        line = item.data(LINE)
        if isinstance(line, Line) and line.possible:
            self.accept()
            line.run()

    def _tell(self, current: QListWidgetItem | None) -> None:
        """The focus is in the field, so the field says what Enter would run."""
        told = current.data(Qt.ItemDataRole.AccessibleTextRole) if current else ""
        self.field.setAccessibleDescription(str(told or ""))


def _holds(chapter: Chapter, line: Line, wanted: Iterable[str]) -> bool:
    said = " ".join((chapter.title, line.text, *line.keys)).casefold()
    return all(word in said for word in wanted)
