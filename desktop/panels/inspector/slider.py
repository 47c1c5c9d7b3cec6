"""A feeling on a slider, with the face that stands for it."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from desktop.canvas import strokes
from desktop.desk.fields import SEVERAL
from desktop.drawing.faces import FaceInk, face, mood
from desktop.drawing.shapes import Ellipse, Path
from desktop.layout.style import Words
from desktop.panels.inspector.field import Field

FACE = 30
"""Px of the face's box."""

REACH, STEP, PAGE = 20, 1, 5
"""Tenths from the middle to an end, by an arrow key, by a click beside the handle."""


class Face(QWidget):
    """The face for a value; nothing for none."""

    def __init__(self) -> None:
        super().__init__()
        self.value: float | None = None
        self.setFixedSize(QSize(FACE, FACE))

    def show_value(self, value: float | None) -> None:
        self.value = value
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.value is None:
            return
        colours = (QPalette.ColorRole.Text, QPalette.ColorRole.Base)
        ink, paper = (self.palette().color(role).name() for role in colours)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in face(self.value, FACE / 2, FACE / 2, FaceInk(FACE / 2 - 2, 1.6, ink, paper)):
            drawn = strokes.ellipse(shape) if isinstance(shape, Ellipse) else ()
            for stroke in strokes.path(shape) if isinstance(shape, Path) else drawn:
                stroke(painter)
        painter.end()


class Slider(QSlider):
    """The wheel scrolls what it stands in and never changes it by accident."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(-REACH, REACH)
        self.setSingleStep(STEP)
        self.setPageStep(PAGE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FeelingField(Field):
    """A value from −2 to +2 in tenths. A drag is handed in when it ends, each key at once."""

    def __init__(self, name: str, words: Words) -> None:
        self.slider, self.face, self.said = Slider(), Face(), QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.face, 0, 0, 2, 1)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.said, 1, 1)
        super().__init__(name, self.slider, words, body=body)
        self._name = name
        self.slider.valueChanged.connect(self._follow)
        self.slider.sliderReleased.connect(self._hand_in)

    @property
    def dirty(self) -> bool:
        return self.slider.isSliderDown()

    def entered(self) -> float:
        return self.slider.value() / 10

    def fill(self, value: Any) -> None:
        feeling = None if value is SEVERAL else float(value or 0)
        told = self.slider.blockSignals(True)
        self.slider.setValue(round((feeling or 0) * 10))
        self.slider.blockSignals(told)
        self._say(feeling)

    def _follow(self) -> None:
        self._say(self.entered())
        if not self.slider.isSliderDown():
            self.propose(self.entered())

    def _hand_in(self) -> None:
        self.propose(self.entered())

    def _say(self, feeling: float | None) -> None:
        self.face.show_value(feeling)
        said = self.words("field.several") if feeling is None else self._worded(feeling)
        self.said.setText(said)
        self.editor.setAccessibleName(f"{self._name}: {said}")

    def _worded(self, feeling: float) -> str:
        """“−1.5 · very sad”."""
        sign = "+" if feeling > 0 else "−" if feeling < 0 else ""
        return f"{sign}{abs(feeling):g} · {self.words(f'mood.{mood(feeling)}')}"
