"""What stands side by side in a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

GAP = 8
"""Px between two."""


def row_of(*parts: QWidget | None) -> QHBoxLayout:
    """Side by side; None takes what room there is."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def plain_label(name: str) -> QLabel:
    """For any text, none of it taken for markup; `name` is that of its rules."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
