"""Windows of several pages: a heading, the pages under their tabs, and one button that closes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout


def arrange(dialog: QDialog, heading: str, pages: QTabWidget, close: str) -> None:
    """Lays a dialog out; `close` is what stands on the button, which accepts it."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(16)
    title = QLabel(heading)
    title.setTextFormat(Qt.TextFormat.PlainText)
    title.setObjectName("heading")
    column.addWidget(title)
    column.addWidget(pages, 1)
    box = QDialogButtonBox()
    box.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("strong")
    box.accepted.connect(dialog.accept)
    column.addWidget(box)
