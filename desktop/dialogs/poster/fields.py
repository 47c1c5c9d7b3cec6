"""The fields of the pages: lists to pick from, lengths, parts that fold. What they hold changes by hand only."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.icons import icon
from desktop.panels.plaintext import plain

ROW = 8
"""Px between the rows of a page."""

WHOLE = 10.0
"""A step from which on numbers have no decimals."""

INSET = 7
"""Px between the edge of a number's field and the number, which no style sheet sets."""

CAPTION = 92
"""Px of the words before a field."""

OPEN, SHUT = "down", "right"


class Pick(QComboBox):
    """picked(value): somebody took another entry. A wheel that rolls over it scrolls the page instead."""

    picked = Signal(object)

    def __init__(self, name: str, options: Iterable[tuple[Any, str]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.offer(options)
        self.activated.connect(self._tell)

    @property
    def value(self) -> Any:
        return self.currentData()

    def offer(self, options: Iterable[tuple[Any, str]]) -> None:
        """These entries, each a value and its words; None for a line between them."""
        self.clear()
        for value, text in options:
            if value is None and not text:
                self.insertSeparator(self.count())
            else:
                self.addItem(text, value)

    def head(self, text: str) -> None:
        """Words over the entries that follow, which cannot be picked."""
        self.addItem(text)
        self.setItemData(self.count() - 1, 0, Qt.ItemDataRole.UserRole - 1)  # where Qt keeps what can be done with it

    def show_value(self, value: Any) -> None:
        """Without telling anybody."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _tell(self) -> None:
        self.picked.emit(self.currentData())


class Measure(QDoubleSpinBox):
    """typed(number): a number with its unit, once it is finished. Arrow keys count up and down."""

    typed = Signal(float)

    def __init__(self, name: str, limits: tuple[float, float], unit: str, step: float = 1.0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDecimals(0 if step >= WHOLE else 1)
        self.setRange(*limits)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}" if unit else "")
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.typed)

    def show_value(self, number: float) -> None:
        """Without telling anybody."""
        self.blockSignals(True)
        self.setValue(number)
        self.blockSignals(False)

    def textFromValue(self, value: float) -> str:
        """Without zeros at the end."""
        locale = self.locale()
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value, "f", self.decimals() if value % 1 else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Count(QSpinBox):
    """typed(number): a whole number, once it is finished."""

    typed = Signal(int)

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.lineEdit().setTextMargins(INSET, 0, 0, 0)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.typed)

    def show_value(self, number: int) -> None:
        """Without telling anybody."""
        self.blockSignals(True)
        self.setValue(number)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Segments(QWidget):
    """picked(value): one of a few, side by side; arrow keys go from one to the next."""

    picked = Signal(object)

    def __init__(self, name: str, options: Iterable[tuple[Any, str]]) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self._values: dict[QToolButton, Any] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        pairs = list(options)
        for number, (value, text) in enumerate(pairs):
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("place", "first" if not number else "last" if number == len(pairs) - 1 else "")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._values[button] = value
            group.addButton(button)
            row.addWidget(button)
        group.buttonClicked.connect(self._tell)

    @property
    def value(self) -> Any:
        """Of the one that is down."""
        return next((value for button, value in self._values.items() if button.isChecked()), None)

    def button(self, value: Any) -> QToolButton:
        """The one for this value."""
        return next(button for button, own in self._values.items() if own == value)

    def show_value(self, value: Any) -> None:
        """Without telling anybody."""
        self.button(value).setChecked(True)

    def _tell(self) -> None:
        self.picked.emit(self.value)


class Fold(QToolButton):
    """A line with an arrow that shows and hides what it is given."""

    def __init__(self, text: str, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("fold")
        self.setText(text)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._content = content
        self.toggled.connect(self._show)
        self._show(False)

    def _show(self, shown: bool) -> None:
        self.setIcon(icon(OPEN if shown else SHUT))
        self._content.setVisible(shown)


class Form(QWidget):
    """Rows of a caption and a field; whole rows can be hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(12)
        self.rows.setVerticalSpacing(ROW)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def add(self, caption: str, field: QWidget) -> None:
        """A row; "" for a field without a caption of its own."""
        label = plain(caption)
        label.setObjectName("caption")
        label.setFixedWidth(CAPTION)
        label.setWordWrap(True)
        label.setBuddy(field)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)  # stands on the middle
        self.rows.addRow(label, field)

    def show_row(self, field: QWidget, shown: bool) -> None:
        self.rows.setRowVisible(field, shown)


def beside(*widgets: QWidget, spacing: int = ROW) -> QWidget:
    """Widgets side by side as one field."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return holder


def stacked(*widgets: QWidget, spacing: int = ROW) -> QWidget:
    """Widgets under each other as one page."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return holder
