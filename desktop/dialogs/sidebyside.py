"""What stands side by side in a dialog."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

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
