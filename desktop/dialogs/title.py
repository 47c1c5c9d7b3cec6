"""Asks what something is to be called."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.buttons import answers
from desktop.layout.style import Words

WIDTH = 360
"""px"""

LONGEST = 500
"""Letters, as many as a title may have in a file."""


class TitleDialog(QDialog):
    """One line with what it was called before, all of it selected."""

    def __init__(self, title: str, label: str, before: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.line = QLineEdit(before)
        self.line.setMaxLength(LONGEST)
        self.line.selectAll()
        caption = QLabel(label)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(caption)
        column.addWidget(self.line)
        column.addSpacing(8)
        column.addWidget(answers(self, "answer.name", words))
        self.setMinimumWidth(WIDTH)

    def title(self) -> str:
        """What was written, without blanks around it."""
        return self.line.text().strip()


def ask_title(title: str, label: str, before: str, words: Words, parent: QWidget | None = None) -> str:
    """What it is to be called; "" when nobody says."""
    dialog = TitleDialog(title, label, before, words, parent)
    wanted = dialog.title() if dialog.exec() else ""
    dialog.deleteLater()
    return wanted
