"""The files that were opened last, with pictures."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.start.tiles import FOLDER, MISSING, PICTURE, WHEN, FileRow
from desktop.preferences import Recent

_WEEKDAY = re.compile(r"\bd{3,4}\b[.,]?\s*")
PATH = Qt.ItemDataRole.UserRole + 10


class Recents(QListWidget):
    """Tells which file is to be opened and which forgotten. Enter or a click opens, Delete forgets."""

    opened = Signal(object)
    forgotten = Signal(object)

    def __init__(self, words: Words, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._locale = locale
        self.setObjectName("recents")
        self.setAccessibleName(words("start.recent"))
        self.setItemDelegate(FileRow(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.itemClicked.connect(self._open)

    def show_files(self, files: Sequence[Recent], picture: Callable[[Path], QImage | None]) -> None:
        """These files, in this order; `picture` gives the one that is kept of a file. Keys go on where they were."""
        row, before = self.currentRow(), self.currentItem()
        current = before.data(PATH) if before else None
        self.clear()
        for file in files:
            path = Path(file.path)
            entry = QListWidgetItem(path.stem)
            entry.setData(PATH, path)
            entry.setData(FOLDER, folder_of(path))
            entry.setData(PICTURE, picture(path))
            self.addItem(entry)
            self._tell_state(entry, file, gone=not _exists(path))
        paths = [Path(file.path) for file in files]
        self.setCurrentRow(paths.index(current) if current in paths else min(max(row, 0), len(paths) - 1))

    def _tell_state(self, entry: QListWidgetItem, file: Recent, *, gone: bool) -> None:
        when = self._words("start.missing") if gone else day_of(file.opened, self._words, self._locale)
        entry.setData(WHEN, when)
        entry.setData(MISSING, gone)
        entry.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (entry.text(), when, file.path))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.currentItem()
        if entry is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(entry)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.forgotten.emit(entry.data(PATH))
        else:
            super().keyPressEvent(event)

    def _open(self, entry: QListWidgetItem) -> None:
        self.opened.emit(entry.data(PATH))

    def _offer(self, at: QPoint) -> None:
        entry = self.itemAt(at)
        if entry is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opens = menu.addAction(icon("open"), self._words("start.open_this"))
        forgets = menu.addAction(icon("delete"), self._words("start.forget"))
        opens.setEnabled(not entry.data(MISSING))
        chosen = menu.exec(self.mapToGlobal(at))
        if chosen is opens:
            self._open(entry)
        elif chosen is forgets:
            self.forgotten.emit(entry.data(PATH))


def day_of(opened: str, words: Words, locale: QLocale, today: QDate | None = None) -> str:
    """When that was, as one says it: “Today, 14:02”, “Yesterday, 9:30”, “12 March 2026”; empty for no such time."""
    time = QDateTime.fromString(opened, Qt.DateFormat.ISODate)
    if not time.isValid():
        return ""
    days = time.date().daysTo(today or QDate.currentDate())
    clock = locale.toString(time.time(), QLocale.FormatType.ShortFormat)
    if days in (0, 1):
        return words("start.today" if days == 0 else "start.yesterday").format(time=clock)
    return locale.toString(time.date(), _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat)))


def folder_of(path: Path) -> str:
    """The folder as people name it, from the home folder where it is inside it."""
    try:
        inside = path.parent.relative_to(Path.home())
    except ValueError:
        return str(path.parent)
    return str(Path("~") / inside)


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
