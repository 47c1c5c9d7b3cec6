"""The picture on a card: how it fits, which part of it shows, what it shows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.document.cards import Card
from desktop.panels.inspector.card import PICTURE
from desktop.panels.inspector.form import GAP, Form, Subject


class PictureSection(QWidget):
    """Shown for picture cards and for cards that have a picture. `chooser` is where a way to choose one stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.form = Form(desk, Card, PICTURE)
        self.chooser = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self.chooser)
        column.addWidget(self.form)

    def show_things(self, subject: Subject, fresh: bool) -> None:
        """The fields of the picture where all the cards have one."""
        self.form.show_things(subject, fresh)
        self.setVisible(all(thing.kind == "picture" or thing.picture is not None for thing in subject.things))

    def commit(self) -> None:
        """Hands in what is being entered."""
        self.form.commit()
