"""Fields that one chooses in: one of several words, yes or no."""

from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy

from desktop.desk.fields import SEVERAL
from desktop.layout.style import Words
from desktop.panels.inspector.field import Field

Option = tuple[Any, str]
"""A value and what it is called."""


ARROW = 14
"""Px from the right edge to the middle of the arrow."""


class Chooser(QComboBox):
    """The wheel scrolls what it stands in and never changes it by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(20)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With an arrow of our own: a rule that rounds the corners takes Qt's away."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.4))
        middle = QPointF(self.width() - ARROW, self.height() / 2)
        painter.drawPolyline([middle + QPointF(dx, dy) for dx, dy in ((-3.5, -2), (0, 1.5), (3.5, -2))])
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of several words. A value that only the file knows is shown as it is."""

    def __init__(self, name: str, words: Words) -> None:
        self.box = Chooser()
        super().__init__(name, self.box, words)
        self._options: tuple[Option, ...] = ()
        self._offered: tuple[Option, ...] = ()
        self.box.activated.connect(self._choose)

    def offer(self, options: tuple[Option, ...]) -> None:
        """What there is to choose from now on; `fill` shows it."""
        self._options = options

    def fill(self, value: Any) -> None:
        known = value is SEVERAL or any(one == value for one, _ in self._options)
        offered = self._options if known else (*self._options, (value, str(value)))
        if offered != self._offered:
            self._offered = offered
            self.box.clear()
            self.box.addItems([called for _, called in offered])
        self.box.setPlaceholderText(self.placeholder(value))
        self.box.setCurrentIndex(next((at for at, (one, _) in enumerate(offered) if one == value), -1))

    def _choose(self, index: int) -> None:
        self.propose(self._offered[index][0])


class FlagField(Field):
    """Yes or no; half ticked where the things differ."""

    def __init__(self, name: str, words: Words) -> None:
        self.tick = QCheckBox(name.replace("&", "&&"))
        super().__init__(name, self.tick, words, captioned=False)
        self.tick.clicked.connect(self._choose)

    def fill(self, value: Any) -> None:
        self.tick.setTristate(value is SEVERAL)
        state = Qt.CheckState.PartiallyChecked if value is SEVERAL else _state(bool(value))
        self.tick.setCheckState(state)

    def _choose(self) -> None:
        self.propose(self.tick.checkState() != Qt.CheckState.Unchecked)


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
