"""The room of a comparison, shared out: the maps above, below them what differs and how it feels beside each other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.preferences import USUAL_SHARES, Shares

LEAST_MAPS, LEAST_LIST = 200, (320, 130)
"""Px: the height that maps keep; width and height of what differs."""

BETWEEN = 12
"""Px between two parts, by which they are taken hold of."""


class Parting(QSplitter):
    """`shares`: how much of the height the maps have, how much of the width below them what differs."""

    def __init__(self, maps: QWidget, differing: QWidget, feelings: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._feelings = feelings
        self._shares = USUAL_SHARES
        maps.setMinimumHeight(LEAST_MAPS)
        differing.setMinimumSize(*LEAST_LIST)
        self.below = QSplitter(Qt.Orientation.Horizontal)
        self.addWidget(maps)
        self.addWidget(self.below)
        self.setStretchFactor(0, 1)
        for part in (differing, feelings):
            self.below.addWidget(part)
            self.below.setStretchFactor(self.below.count() - 1, 1)
        for splitter in (self, self.below):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(BETWEEN)
            splitter.splitterMoved.connect(self._note)

    @property
    def shares(self) -> Shares:
        """As somebody has parted it, else as it was given."""
        return self._shares

    def share_out(self, shares: Shares) -> None:
        """Gives each part its share of the room that there is."""
        self._shares = shares
        for splitter, share, whole in ((self, shares[0], self.height()), (self.below, shares[1], self.below.width())):
            room = whole - BETWEEN
            splitter.setSizes([round(room * share), room - round(room * share)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out(self._shares)

    def _note(self) -> None:
        high, wide = self._share(self), self._share(self.below)
        self._shares = high, wide if self._feelings.isVisible() else self._shares[1]

    def _share(self, splitter: QSplitter) -> float:
        first, second = splitter.sizes()
        return round(min(max(first / max(1, first + second), 0.1), 0.9), 3)
