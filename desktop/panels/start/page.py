"""The page on which one begins: a new project, a recent one, another one, or the sample."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QImage, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.canvas.dropping import local_files
from desktop.layout.names import counted
from desktop.layout.style import Words
from desktop.panels.fieldkeys import attend
from desktop.panels.icons import icon, mark
from desktop.panels.start.newproject import NewProject
from desktop.panels.start.recents import Recents
from desktop.preferences import Recent

SIZE = (1180, 740)
SIDE = 360
MARK = 28
INSET = 8
"""Px by which pictures stand inside the rows of the list, and all else at the side with them."""

SUFFIX = ".journey"
KEYS = (("asked", "Ctrl+O"), ("recovered", "Ctrl+Alt+U"), ("preferred", "Ctrl+,"), ("left", "Ctrl+Q"))


class StartPage(QWidget):
    """Tells what was decided on; who made the page does it.

    begun(wish), opened(path), forgotten(path), sampled(), asked(): for a file, recovered(): for unsaved work,
    preferred(): for the preferences, left(): the program.
    """

    begun = Signal(object)
    opened = Signal(object)
    forgotten = Signal(object)
    sampled = Signal()
    asked = Signal()
    recovered = Signal()
    preferred = Signal()
    left = Signal()

    def __init__(self, words: Words, language: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("start")
        self.setWindowTitle("Journeywall")
        self.setAcceptDrops(True)
        self._words = words
        self.new = NewProject(words, language)
        self.new.begun.connect(self.begun)
        self.recents = Recents(words, locale_of(language))
        self.recents.opened.connect(self.opened)
        self.recents.forgotten.connect(self.forgotten)
        self.open_button, self.sample_button = self._button("open"), self._button("sample")
        self.open_button.clicked.connect(self.asked)
        self.unsaved = QPushButton(icon("history"), "")
        self.unsaved.setObjectName("unsaved")
        self.unsaved.clicked.connect(self.recovered)
        self.away = QPushButton(icon("history"), words("start.away"))
        self.away.setObjectName("away")
        self.away.clicked.connect(self.recovered)
        self.away.hide()
        self.sample_button.clicked.connect(self.sampled)
        self._arrange()
        self._bind()
        self.resize(*SIZE)
        self.new.title.setFocus()

    def show_files(self, files: Sequence[Recent], picture: Callable[[Path], QImage | None]) -> None:
        """The recent files and the pictures that are kept of them."""
        self.recents.show_files(files, picture)
        self.recents.setVisible(bool(files))
        self._none.setVisible(not files)

    def show_unsaved(self, count: int, *, discarded: bool = False) -> None:
        """How many projects have work that was not saved when the program ended; else whether some was discarded."""
        self.unsaved.setText(counted(self._words, "start.kept", "start.kepts", count))
        self.unsaved.setVisible(count > 0)
        self.away.setVisible(discarded and not count)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in _dropped(event):
            self.opened.emit(path)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(icon("folder" if name == "open" else "map"), self._words(f"start.{name}"))
        button.setToolTip(self._words(f"start.{name}_tip"))
        return button

    def _bind(self) -> None:
        attend()
        for signal, key in KEYS:
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(getattr(self, signal))
            self.addAction(action)
        closes = QAction(self)
        closes.setShortcut(QKeySequence("Ctrl+W"))
        closes.triggered.connect(self.close)
        self.addAction(closes)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self.new, 1)

    def _side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("side")
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 32, 16, 32)
        column.setSpacing(12)
        column.addLayout(self._sign())
        column.addSpacing(16)
        column.addLayout(self._notice())
        column.addWidget(_inset(self._words("start.recent"), "caption"))
        column.addWidget(self.recents, 1)
        self._none = _inset(self._words("start.none"), "quiet")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._none, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.setContentsMargins(INSET, 0, 0, 0)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        column.addLayout(self._leftover())
        column.addLayout(buttons)
        return side

    def _leftover(self) -> QHBoxLayout:
        """The way to what was discarded, which nobody needs to be reminded of."""
        row = QHBoxLayout()
        row.setContentsMargins(INSET, 0, 0, 0)
        row.addWidget(self.away)
        row.addStretch(1)
        return row

    def _notice(self) -> QHBoxLayout:
        """What was not saved, if there is any."""
        row = QHBoxLayout()
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.addWidget(self.unsaved)
        self.unsaved.hide()
        return row

    def _sign(self) -> QHBoxLayout:
        """The program's mark and name."""
        drawn = QLabel()
        pixmap = mark(MARK * 3)
        pixmap.setDevicePixelRatio(3)
        drawn.setPixmap(pixmap)
        name = QLabel("Journeywall")
        name.setObjectName("brand")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.setContentsMargins(INSET, 0, 0, 0)
        row.addWidget(drawn)
        row.addWidget(name)
        row.addStretch(1)
        return row


def locale_of(language: str) -> QLocale:
    """How dates and times are written: as the system does in this language, else as is usual in it."""
    system = QLocale.system()
    return system if system.name().split("_")[0] == language else QLocale(language)


def _inset(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setContentsMargins(INSET, 0, 0, 0)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _dropped(event: QDropEvent) -> list[Path]:
    """The projects among the files that are dragged."""
    return [path for path in local_files(event.mimeData()) if path.suffix.lower() == SUFFIX]
