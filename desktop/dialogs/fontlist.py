"""Fonts of one's own, for letters that the bundled ones do not have: a list of what is in the files."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.layout.style import Words
from desktop.preferences import MOST_OWN
from desktop.resources import font_families
from desktop.storage.errors import StorageError

SUFFIXES = "*.ttf *.otf *.ttc *.otc"
ROWS, ROW = 5, 28


class FontList(QWidget):
    """changed(): a file was added or taken away. `fonts` are their paths; one that is gone stays, and says so."""

    changed = Signal()

    def __init__(self, words: Words, fonts: tuple[str, ...]) -> None:
        super().__init__()
        self._words = words
        self.fonts = fonts
        self.files = QListWidget()
        self.files.setObjectName("fonts")
        self.files.setAccessibleName(words("preferences.fonts"))
        self.add, self.remove = QPushButton(words("fonts.add")), QPushButton(words("fonts.remove"))
        self.trouble = QLabel()
        self.trouble.setObjectName("trouble")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self._arrange()
        self._show()
        self.files.itemSelectionChanged.connect(self._show_able)
        self.add.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)

    def put(self, path: Path) -> None:
        """Takes a file in, or says why it cannot be used."""
        try:
            font_families(path)
        except StorageError as error:
            self._tell(str(error))
            return
        self._tell("")
        self._hold(tuple(dict.fromkeys((*self.fonts, str(path.absolute()))))[:MOST_OWN])

    def _arrange(self) -> None:
        self.files.setFixedHeight(ROWS * ROW + 6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.files)
        column.addWidget(self.trouble)
        column.addLayout(row)
        self.trouble.hide()

    def _show(self) -> None:
        self.files.clear()
        for name in self.fonts:
            entry = QListWidgetItem(self._said(Path(name)))
            entry.setToolTip(name)
            self.files.addItem(entry)
        self._show_able()

    def _said(self, path: Path) -> str:
        """What a file holds: its families, or that it cannot be used."""
        try:
            return ", ".join(font_families(path))
        except StorageError:
            return self._words("fonts.unusable").format(name=path.name)

    def _show_able(self) -> None:
        self.remove.setEnabled(self.files.currentRow() >= 0 and bool(self.files.selectedItems()))
        self.add.setEnabled(len(self.fonts) < MOST_OWN)

    def _choose(self) -> None:
        kinds = f"{self._words('fonts.files')} ({SUFFIXES})"
        name, _ = QFileDialog.getOpenFileName(self, self._words("fonts.add"), "", kinds)
        if name:
            self.put(Path(name))

    def _remove(self) -> None:
        row = self.files.currentRow()
        self._tell("")
        self._hold((*self.fonts[:row], *self.fonts[row + 1 :]))

    def _hold(self, fonts: tuple[str, ...]) -> None:
        if fonts != self.fonts:
            self.fonts = fonts
            self._show()
            self.changed.emit()

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
