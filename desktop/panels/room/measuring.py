"""How large the room is: two figures, and at once what they mean for the type."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.layout.style import Words
from desktop.plan.projection import DEEPEST, LEAST, WIDEST, Projection

STEP = 0.1
"""Metres."""


class Measuring(QDialog):
    """Asks for the room. `keep` is told what was said; `scale` gives what cards are enlarged by, as a share."""

    def __init__(
        self,
        measured: Projection,
        keep: Callable[[Projection], None],
        scale: Callable[[Projection], float],
        words: Words,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("room.size"))
        self._keep = keep
        self._scale = scale
        self._words = words
        self.width_field = _metres(measured.width, WIDEST)
        self.depth_field = _metres(measured.depth, DEEPEST)
        self.told = QLabel()
        self.told.setObjectName("told")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self._lay_out()
        for field in (self.width_field, self.depth_field):
            field.valueChanged.connect(self._follow)
        self._follow()

    @property
    def measured(self) -> Projection:
        """What the fields say."""
        return Projection(self.width_field.value(), self.depth_field.value())

    def accept(self) -> None:
        self._keep(self.measured)
        super().accept()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self._words("room.width"), self.width_field)
        form.addRow(self._words("room.depth"), self.depth_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(buttons)
        self.setMinimumWidth(380)

    def _follow(self) -> None:
        percent = f"{self._scale(self.measured) * 100:.0f}"
        self.told.setText(self._words("room.means").format(percent=percent))


def _metres(value: float, most: float) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(1)
    field.setRange(LEAST, most)
    field.setSingleStep(STEP)
    field.setSuffix(" m")
    field.setValue(value)
    return field
