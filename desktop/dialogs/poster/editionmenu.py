"""What can be done with an edition, as a menu: renamed, moved among the others, printed of another map."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.layout.short import short
from desktop.layout.style import Words

NAMES = ("save_as", "rename", "up", "down", "remove")
KEYS = {"up": "Ctrl+Shift+Up", "down": "Ctrl+Shift+Down"}


class EditionMenu(QMenu):
    """assigned(map id): the map that the edition is to print, "" for whichever is shown."""

    assigned = Signal(str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.acts = {name: self.addAction(words(f"edition.{name}")) for name in NAMES}
        for name, key in KEYS.items():
            self.acts[name].setShortcut(QKeySequence(key))
            self.acts[name].setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            parent.addAction(self.acts[name])
        self.maps = QMenu(words("edition.assign"), self)
        self.insertMenu(self.acts["remove"], self.maps)
        self.acts["assign"] = self.maps.menuAction()
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._assign)

    def show_maps(self, titles: Iterable[tuple[str, str]], chosen: str) -> None:
        """All maps of the project by id with their titles, and that of the edition."""
        self.maps.clear()
        for ident, title in (("", self._words("edition.any_map")), *titles):
            act = self.maps.addAction(short(title or self._words("project.untitled")))
            act.setData(ident)
            act.setCheckable(True)
            act.setChecked(ident == chosen)
            self._group.addAction(act)

    def _assign(self, act: QAction) -> None:
        self.assigned.emit(act.data())
