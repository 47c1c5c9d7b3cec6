"""Which figure a trend shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desktop.layout.style import Words
from desktop.method.trend import MEAN, MEASURES


class MeasureBox(QComboBox):
    """Offers what a touchpoint has. What was chosen is kept where another one does not have it. told(): another."""

    told = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._chosen = MEAN
        self.setAccessibleName(words("figures.measure"))
        self.setToolTip(words("figures.measure"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(MEASURES)
        self.activated.connect(self._take)

    @property
    def measure(self) -> str:
        """The figure to show: what was chosen, the mean where it is not there."""
        return str(self.currentData() or MEAN)

    def offer(self, measures: Sequence[str]) -> None:
        """What there is to choose from."""
        if [self.itemData(at) for at in range(self.count())] != list(measures):
            self.clear()
            for measure in measures:
                self.addItem(self._words(f"figures.measure.{measure}"), measure)
        self.setCurrentIndex(max(self.findData(self._chosen), 0))

    def _take(self) -> None:
        self._chosen = self.measure
        self.told.emit()
