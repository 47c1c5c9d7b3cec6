"""Earlier versions of a project's file: to look at, to compare with what there is now, and to have back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QDate, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QListWidgetItem, QVBoxLayout, QWidget

from desktop.dialogs.compare import CompareDialog, Way
from desktop.dialogs.versionlist import PICTURE, THUMB, VERSION, VersionList, clock_of, day_name, facts_of
from desktop.dialogs.versionpage import VersionPage
from desktop.document.compare import compare
from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.start.page import locale_of
from desktop.panels.thumbnail import Easel
from desktop.panels.waiting import waiting
from desktop.storage.backups import Version
from desktop.storage.errors import StorageError
from desktop.storage.reader import Opened

SIZE = (940, 660)
EMPTY = (520, 300)
PAUSE = 60
"""Ms without a key press after which the chosen version is read: who passes by does not wait."""

MARK = 40


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to look at. title: of the project. versions: latest first. now: what the window shows.

    read: what a version holds; raises StorageError. map_id: of the map shown. fixed: the project cannot be changed.
    """

    title: str
    versions: tuple[Version, ...]
    now: Opened
    read: Callable[[Version], Opened]
    map_id: str = ""
    fixed: bool = False


class VersionsDialog(QDialog):
    """restored(version, opened): the project shall be as it was then. copied(opened): in a window of its own.

    Nothing is read before it is looked at: pictures are made one at a time when there is nothing else to do.
    """

    restored = Signal(object, object)
    copied = Signal(object)

    def __init__(self, shelf: Shelf, words: Words, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("versions")
        self.setWindowTitle(words("versions.title").format(title=shelf.title))
        self._shelf = shelf
        self._words = words
        self._locale = locale_of(language)
        self._easel = Easel(shelf.now.project.language)
        self._read = lru_cache(maxsize=3)(shelf.read)
        self._opened: Opened | None = None
        self.comparison: CompareDialog | None = None
        self._choosing = QTimer(self, singleShot=True, interval=PAUSE)
        self._choosing.timeout.connect(self._show_chosen)
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._painting.timeout.connect(self._paint_next)
        self.list = VersionList(shelf.versions, words, self._locale, QDate.currentDate())
        self.page = VersionPage(words)
        self._make_buttons()
        self._arrange()
        self.list.currentItemChanged.connect(self._note_chosen)
        self.list.verticalScrollBar().valueChanged.connect(self._paint_soon)
        self.list.choose_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_chosen()
        self.list.setFocus()
        self._paint_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        self._choosing.stop()
        self._painting.stop()
        super().hideEvent(event)

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.restore = self.buttons.addButton(self._words("versions.restore"), role.AcceptRole)
        self.restore.setObjectName("strong")
        self.restore.setToolTip(self._words("versions.restore_tip"))
        self.compare = self.buttons.addButton(self._words("versions.compare"), role.ActionRole)
        self.compare.setToolTip(self._words("versions.compare_tip"))
        self.copy = self.buttons.addButton(self._words("versions.copy"), role.ActionRole)
        self.copy.setToolTip(self._words("versions.copy_tip"))
        self.close_button = self.buttons.addButton(self._words("answer.close"), role.RejectRole)
        self.restore.clicked.connect(self._restore)
        self.copy.clicked.connect(self._copy)
        self.compare.clicked.connect(self._compare)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        if self._shelf.versions:
            row = QHBoxLayout()
            row.setSpacing(24)
            row.addWidget(self.list)
            row.addWidget(self.page, 1)
            column.addLayout(row, 1)
        else:
            for button in (self.restore, self.compare, self.copy):
                button.hide()
            column.addStretch(1)
            column.addLayout(_empty(self._words))
            column.addStretch(1)
        column.addWidget(self.buttons)
        self.resize(*(SIZE if self._shelf.versions else EMPTY))

    def _note_chosen(self) -> None:
        """Says at once which version it is; it is read when the keys rest."""
        version = self.list.chosen
        self._opened = None
        self._show_able()
        if version is not None:
            day = day_name(version.time.astimezone().date(), QDate.currentDate(), self._words, self._locale)
            self.page.show_heading(
                f"{day}, {clock_of(version, self._locale)}", facts_of(version, self._words, self._locale)
            )
            self._choosing.start()

    def _show_chosen(self) -> None:
        self._choosing.stop()
        entry, version = self.list.currentItem(), self.list.chosen
        if version is None:
            return
        with waiting():
            self._opened = self._content(entry)
            if self._opened is not None:
                image = self._picture(self._opened, self.page.sheet.size())
                self.page.show_version(image, compare(self._opened.project, self._shelf.now.project))
        self._show_able()

    def _show_able(self) -> None:
        """A version in a later format than the file's can only be a copy: it would be saved as what it is not."""
        opened, shelf = self._opened, self._shelf
        self.compare.setEnabled(opened is not None)
        self.copy.setEnabled(opened is not None)
        self.restore.setEnabled(opened is not None and not shelf.fixed and opened.minor <= shelf.now.minor)

    def _content(self, entry: QListWidgetItem) -> Opened | None:
        """What the version in a row holds; a version that cannot be read is marked, and told of when it is chosen."""
        try:
            return self._read(entry.data(VERSION))
        except StorageError as error:
            self.list.mark_spoilt(entry, self._words("versions.spoilt"))
            if entry is self.list.currentItem():
                self.page.show_trouble(self._words("versions.unreadable").format(reason=error.reason))
            return None

    def _paint_soon(self) -> None:
        self._painting.start()

    def _paint_next(self) -> None:
        """One picture, then whatever else is waiting, then the next one."""
        entry = self.list.unseen()
        if entry is not None:
            opened = self._content(entry)
            if opened is not None:
                entry.setData(PICTURE, self._picture(opened, THUMB))
            self._painting.start()

    def _picture(self, opened: Opened, size: QSize) -> QImage:
        """The map that the window shows, as it was then; an empty picture where there was none."""
        exact = size * self.devicePixelRatio()
        made = self._easel.picture(opened, (exact.width(), exact.height()), self._shelf.map_id)
        return QImage() if made is None else made

    def _compare(self) -> None:
        """Both side by side; what can be done with the version can be done from there too."""
        if self._opened is None:
            return
        there = ((self.copy, "copy"), (self.restore, "restore"))
        ways = tuple(Way(button.text(), name, name == "restore") for button, name in there if button.isEnabled())
        titles = self.page.heading.text(), self._words("versions.now")
        now = self._shelf.now
        self.comparison = CompareDialog(
            self._words, now.project.language, self._opened, now, titles, parent=self, ways=ways
        )
        self.comparison.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.comparison.finished.connect(self._go_on)
        self.comparison.open()

    def _go_on(self) -> None:
        """Does what was chosen beside the pictures."""
        chosen = self.comparison.chosen if self.comparison else ""
        self.comparison = None
        if chosen == "restore":
            self._restore()
        elif chosen == "copy":
            self._copy()

    def _restore(self) -> None:
        if self._opened is not None:
            self.restored.emit(self.list.chosen, self._opened)
            self.accept()

    def _copy(self) -> None:
        if self._opened is not None:
            self.copied.emit(self._opened)
            self.accept()


def _empty(words: Words) -> QVBoxLayout:
    """What is said where there is nothing yet."""
    drawn, heading, told = QLabel(), QLabel(words("versions.none")), QLabel(words("versions.none_told"))
    drawn.setPixmap(icon("history").pixmap(MARK, MARK))
    heading.setObjectName("heading")
    told.setObjectName("note")
    told.setWordWrap(True)
    column = QVBoxLayout()
    column.setSpacing(8)
    for label in (drawn, heading, told):
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
    return column
