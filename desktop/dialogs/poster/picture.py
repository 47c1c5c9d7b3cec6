"""What to print on: paper and orientation. The type size follows, so that the page is filled."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.buttons import answers
from desktop.document.project import Project
from desktop.layout.style import Words
from desktop.plan.paper import ORIENTATIONS, PAPERS
from desktop.plan.settings import Settings
from desktop.storage.assets import Assets
from desktop.storage.atomic import write_file
from desktop.storage.errors import WriteError

FORMATS = ("pdf", "svg", "png")


@dataclass(frozen=True, slots=True)
class PosterWish:
    """A paper by name and an orientation: auto, landscape or portrait."""

    paper: str = "A0"
    orientation: str = "auto"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a poster came out as: paper by name, whether it lies on its long side, the cards' type size in points."""

    paper: str
    landscape: bool
    card_pt: float


class PosterDialog(QDialog):
    """Asks for paper and orientation."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("poster.title"))
        self.paper = QComboBox()
        self.paper.addItems(list(PAPERS))
        self.orientation = QComboBox()
        for name in ORIENTATIONS:
            self.orientation.addItem(words(f"poster.{name}"), name)
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

    def wish(self) -> PosterWish:
        """What was chosen."""
        return PosterWish(self.paper.currentText(), str(self.orientation.currentData()))


def print_poster(project: Project, assets: Assets, map_id: str, out: Path, wish: PosterWish) -> Printed:
    """Writes the map as a poster; the format follows the suffix. Raises StorageError, and then `out` is as it was."""
    form = out.suffix[1:].lower()
    if form not in FORMATS:
        raise WriteError("it must end in .pdf, .svg or .png", path=out, remedy="choose another name")
    from desktop.poster.export import export  # noqa: PLC0415 - a second of imports that no start should wait for

    settings = Settings(paper=wish.paper, orientation=wish.orientation)
    data, report = export(project, assets, map_id, form, settings)
    write_file(out, data)
    width, height = report.page_mm
    return Printed(wish.paper, width > height, report.text_pt["card"])
