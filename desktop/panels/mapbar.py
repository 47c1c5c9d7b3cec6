"""The maps of a project as tabs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.document.journey import JourneyMap
from desktop.document.kinds import STATUSES
from desktop.layout.style import Words

LONGEST_TITLE = 40


class MapBar(QTabBar):
    """Tells of a map's id when its tab is chosen by hand."""

    chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(words("maps.name"))
        self.currentChanged.connect(self._tell)

    def show_maps(self, maps: Sequence[JourneyMap], current: str) -> None:
        """One tab a map, in this order; tells nobody."""
        told = self.blockSignals(True)
        try:
            while self.count() > len(maps):
                self.removeTab(self.count() - 1)
            for index, each in enumerate(maps):
                if index == self.count():
                    self.addTab("")
                self.setTabText(index, self._title(each))
                self.setTabToolTip(index, each.title)
                self.setTabData(index, each.id)
                if each.id == current:
                    self.setCurrentIndex(index)
        finally:
            self.blockSignals(told)

    def _title(self, shown: JourneyMap) -> str:
        """The map's title and its status; an ampersand is no shortcut."""
        title = shown.title if len(shown.title) <= LONGEST_TITLE else f"{shown.title[: LONGEST_TITLE - 1].rstrip()}…"
        status = self._words(f"tab.{shown.status}") if shown.status in STATUSES else shown.status
        return " · ".join(filter(None, (title or self._words("project.untitled"), status))).replace("&", "&&")

    def _tell(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(str(self.tabData(index)))
