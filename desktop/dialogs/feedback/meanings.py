"""What the names in the answers mean that are there already."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.desk.feedback import Feedback
from desktop.desk.intake import Name
from desktop.dialogs.buttons import answers
from desktop.dialogs.feedback.names import NamesPage
from desktop.dialogs.feedback.pieces import told

WINDOW = (760, 560)
"""Px."""


class MeaningsDialog(QDialog):
    """The names in all surveys of the project, those that nobody has joined first."""

    def __init__(self, feedback: Feedback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = feedback.desk.words
        self.setObjectName("feedback")
        self.setWindowTitle(words("names.dialog"))
        self.page = NamesPage(words)
        self.page.show_names(feedback.names(), feedback.maps)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(told(words("feedback.names"), "heading"))
        column.addWidget(told(words("feedback.names_told"), "told"))
        column.addWidget(self.page, 1)
        column.addWidget(answers(self, "names.go", words))
        self.resize(*WINDOW)
        self.page.table.setFocus()

    @property
    def names(self) -> list[Name]:
        """What each of them means now."""
        return self.page.names.names
