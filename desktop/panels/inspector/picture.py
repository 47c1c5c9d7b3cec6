"""The picture on a card: which one, how it fits, which part of it shows, what it shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.document.cards import Card
from desktop.layout.style import Words
from desktop.panels.inspector.card import PICTURE
from desktop.panels.inspector.form import GAP, Form, Subject


@dataclass(frozen=True, slots=True)
class Chooser:
    """Who asks for pictures: for the selected card, which part of it is shown, for a persona
    by id; and takes hers away."""

    choose: Callable[[], None]
    crop: Callable[[], None]
    portray: Callable[[str], None]
    efface: Callable[[str], None]


class PictureSection(QWidget):
    """Shown for picture cards and for cards that have a picture."""

    def __init__(self, desk: Desk, chooser: Chooser | None) -> None:
        super().__init__()
        self.form = Form(desk, Card, PICTURE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        if chooser is not None:
            row = {"action.insert_picture": chooser.choose, "action.crop_picture": chooser.crop}
            column.addLayout(buttons(desk.words, row))
        column.addWidget(self.form)

    def show_things(self, subject: Subject, fresh: bool) -> None:
        """The fields of the picture where all the cards have one."""
        self.form.show_things(subject, fresh)
        self.setVisible(all(thing.kind == "picture" or thing.picture is not None for thing in subject.things))

    def commit(self) -> None:
        """Hands in what is being entered."""
        self.form.commit()


def buttons(words: Words, row: Mapping[str, Callable[[], None]]) -> QHBoxLayout:
    """Buttons beside each other, by the codes of their words."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for code, do in row.items():
        button = QPushButton(words(code))
        button.setAccessibleName(words(code))
        button.clicked.connect(do)
        line.addWidget(button, 1)
    return line
