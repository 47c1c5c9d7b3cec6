"""Labels that show what people wrote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain(text: str = "", name: str = "", *, wrapped: bool = False) -> QLabel:
    """A label whose text is never taken for markup; `name` is that of its rules, `wrapped` lets it take more lines."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    label.setWordWrap(wrapped)
    return label
