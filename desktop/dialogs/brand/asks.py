"""What the dialog asks of the person in front of it: files and a colour; tests put somebody else there."""

from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QWidget

from desktop.dialogs.questions import Dialogs
from desktop.layout.style import Words
from desktop.storage.brands import SUFFIX
from desktop.storage.fontfiles import SUFFIXES


class Asks(Protocol):
    """Paths are none, and the colour is "", when the person thought better of it."""

    def which_pictures(self, folder: Path) -> list[Path]: ...

    def which_fonts(self, folder: Path) -> list[Path]: ...

    def which_brand(self, folder: Path) -> Path | None: ...

    def save_where(self, suggested: Path, suffix: str) -> Path | None: ...

    def which_colour(self, now: str) -> str: ...


class FileAsks(Dialogs):
    """The questions as dialogs over a widget."""

    def __init__(self, parent: QWidget | None, words: Words) -> None:
        super().__init__(parent, words)
        self._widget, self._said = parent, words

    def which_fonts(self, folder: Path) -> list[Path]:
        """The files of one family."""
        filters = f"{self._said('file.fonts')} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
        names, _ = QFileDialog.getOpenFileNames(self._widget, self._said("brand.ask_fonts"), str(folder), filters)
        return list(map(Path, names))

    def which_brand(self, folder: Path) -> Path | None:
        """A brand, or a project that wears one."""
        filters = f"{self._said('file.brand')} (*{SUFFIX} *.journey)"
        name, _ = QFileDialog.getOpenFileName(self._widget, self._said("brand.ask_brand"), str(folder), filters)
        return Path(name) if name else None

    def which_colour(self, now: str) -> str:
        """Qt's own dialog, in which a colour can be written as #RRGGBB on every platform."""
        own = QColorDialog.ColorDialogOption.DontUseNativeDialog
        chosen = QColorDialog.getColor(QColor(now), self._widget, self._said("brand.ask_colour"), own)
        return chosen.name().upper() if chosen.isValid() else ""
