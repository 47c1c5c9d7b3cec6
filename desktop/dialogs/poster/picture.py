"""A picture of the map as SVG or PNG: on which paper, and how it lies."""

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.buttons import answers
from desktop.layout.style import Words
from desktop.plan.paper import ORIENTATIONS, PAPERS

USUAL = "A0"


@dataclass(frozen=True, slots=True)
class PictureWish:
    """A paper by name and an orientation: auto, landscape or portrait."""

    paper: str = USUAL
    orientation: str = "auto"


class PictureDialog(QDialog):
    """Asks for paper and orientation."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("poster.picture"))
        self.paper = QComboBox()
        self.paper.addItems(list(PAPERS))
        self.paper.setCurrentText(USUAL)
        self.orientation = QComboBox()
        for name in ORIENTATIONS:
            self.orientation.addItem(words(f"poster.lies_{name}"), name)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(words("poster.paper"), self.paper)
        form.addRow(words("poster.orientation"), self.orientation)
        note = QLabel(words("poster.note"))
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(note)
        column.addWidget(answers(self, "poster.go", words))

    def wish(self) -> PictureWish:
        """What was chosen."""
        return PictureWish(self.paper.currentText(), str(self.orientation.currentData()))
