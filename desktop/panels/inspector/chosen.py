"""Fields that one chooses in: one of several words, yes or no."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop.desk.fields import SEVERAL
from desktop.layout.style import Words
from desktop.panels.inspector.field import Field

Option = tuple[Any, str]
"""A value and what it is called."""


SIDE, ARROW = 9, 14
"""Px from the left edge to the words, and from the right one to the middle of the arrow."""

BOX, ROUND = 15, 4
"""Px of the box to tick and of its corners."""


class Chooser(QComboBox):
    """The wheel scrolls what it stands in and never changes it by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(20)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """With an arrow of our own, as a rule that rounds the corners takes Qt's away, and “…” where a word is cut."""
        painter = QStylePainter(self)
        shown = QStyleOptionComboBox()
        self.initStyleOption(shown)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
        several = self.currentIndex() < 0
        role = QPalette.ColorRole.PlaceholderText if several else QPalette.ColorRole.Text
        painter.setPen(self.palette().color(role))
        room = self.rect().adjusted(SIDE, 0, -ARROW - SIDE, 0)
        text = self.placeholderText() if several else self.currentText()
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided(self, text, room.width()))
        paint_arrow(painter, self)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def paint_arrow(painter: QPainter, widget: QWidget) -> None:
    """The arrow at the right end of what opens a list."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.PlaceholderText), 1.4))
    middle = QPointF(widget.width() - ARROW, widget.height() / 2)
    painter.drawPolyline([middle + QPointF(dx, dy) for dx, dy in ((-3.5, -2), (0, 1.5), (3.5, -2))])


class Tick(QCheckBox):
    """A box to tick in the colours of the fields."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, on = self.palette(), self.checkState() != Qt.CheckState.Unchecked
        ground = QPalette.ColorRole.Highlight if on else QPalette.ColorRole.Base
        edge = QPalette.ColorRole.Accent if on or self.hasFocus() else QPalette.ColorRole.Shadow
        box = QRectF(0.5, (self.height() - BOX) / 2 + 0.5, BOX - 1, BOX - 1)
        painter.setPen(colours.color(edge))
        painter.setBrush(colours.color(ground))
        painter.drawRoundedRect(box, ROUND, ROUND)
        if on:
            half = self.checkState() == Qt.CheckState.PartiallyChecked
            mark = ((-3, 0), (3, 0)) if half else ((-3.2, 0.2), (-0.9, 2.6), (3.4, -2.6))
            painter.setPen(QPen(colours.color(QPalette.ColorRole.HighlightedText), 1.7))
            painter.drawPolyline([box.center() + QPointF(dx, dy) for dx, dy in mark])
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        words = self.rect().adjusted(BOX + 6, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()


class ChoiceField(Field):
    """One of several words. A value that only the file knows is shown as it is."""

    def __init__(self, name: str, words: Words) -> None:
        self.box = Chooser()
        super().__init__(name, self.box, words)
        self._options: tuple[Option, ...] = ()
        self._offered: tuple[Option, ...] = ()
        self._renamed = False
        self.box.activated.connect(self._choose)

    def offer(self, options: tuple[Option, ...]) -> None:
        """What there is to choose from now on; `show_value` shows it, even where the value stays."""
        self._renamed = self._renamed or options != self._options
        self._options = options

    def show_value(self, value: Any, fresh: bool) -> None:
        """Follows the things and what is offered: a persona may have got another name."""
        super().show_value(value, fresh or self._renamed)
        self._renamed = False

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
        self.tick = Tick(name.replace("&", "&&"))
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


def elided(widget: QWidget, text: str, room: int) -> str:
    """The text with “…” for what has no room (px) in the widget's type."""
    return widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
