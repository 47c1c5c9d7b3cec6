"""What stands in the inspector for each sort of thing: forms and sections below each other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.document.base import Part
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Link, Stage, Step
from desktop.panels.inspector import card, structure
from desktop.panels.inspector.answers import Answers
from desktop.panels.inspector.comments import Comments
from desktop.panels.inspector.field import Field
from desktop.panels.inspector.form import GAP, Form, Rows, Subject
from desktop.panels.inspector.picture import Chooser, PictureSection
from desktop.panels.inspector.typed import TextField
from desktop.panels.people import People


@dataclass(frozen=True, slots=True)
class Sources:
    """Who writes comments, the day (ISO), and who asks for pictures, if anybody does."""

    author: Callable[[], str]
    today: Callable[[], str]
    chooser: Chooser | None = None


class Section(Protocol):
    """A part of a pane, which is a widget."""

    def show_things(self, subject: Subject, fresh: bool) -> None: ...
    def commit(self) -> None: ...


class Pane(QWidget):
    """Sections for things of one sort, made once."""

    jumped = Signal(str)
    """The id of a card that one wants to see."""

    typed = Signal(str)
    """The text of a card as it is being typed."""

    def __init__(self, sort: type[Part], sections: Iterable[Section]) -> None:
        super().__init__()
        self.sort = sort
        self._read_only = False
        self.sections = tuple(sections)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for section in self.sections:
            if isinstance(section, QWidget):
                column.addWidget(section)
            if isinstance(section, Answers):
                section.jumped.connect(self.jumped)
            if isinstance(section, Answers | Comments):
                section.refilled.connect(self._chain)

    def show_things(self, subject: Subject, fresh: bool) -> None:
        """Follows the things; `fresh`: they are others than before."""
        for section in self.sections:
            section.show_things(subject, fresh)

    def set_read_only(self, read_only: bool) -> None:
        """Whether the things can only be looked at; asked anew for every thing, since sections may grow."""
        if read_only or self._read_only:
            for field in self.findChildren(Field):
                field.set_read_only(read_only)
        self._read_only = read_only

    def commit(self) -> None:
        """Hands in what is being entered."""
        for section in self.sections:
            section.commit()

    def _chain(self) -> None:
        """Tab goes from the top to the foot, through what was added later too."""
        inner = (one for one in self.findChildren(QWidget) if one.window() is self.window())
        stops = (one for one in inner if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)


ROWS: dict[type[Part], Rows] = {
    Marker: structure.MARKER,
    Lane: structure.LANE,
    Step: structure.STEP,
    Stage: structure.STAGE,
}


def make_pane(sort: type[Part], desk: Desk, sources: Sources) -> Pane:
    """A pane for things of this sort."""
    if sort is Card:
        return _card_pane(desk, sources)
    if sort is Link:
        return Pane(sort, (Form(desk, sort, structure.LINK), Answers(desk)))
    if sort is JourneyMap:
        return Pane(sort, (Form(desk, JourneyMap, structure.MAP), People(desk, sources.chooser)))
    return Pane(sort, (Form(desk, sort, ROWS[sort]),))


def _card_pane(desk: Desk, sources: Sources) -> Pane:
    top = Form(desk, Card, card.TOP)
    comments = Comments(desk, sources.author, sources.today)
    pane = Pane(
        Card, (top, PictureSection(desk, sources.chooser), Answers(desk), Form(desk, Card, card.REST), comments)
    )
    text = top.field("text")
    if isinstance(text, TextField):
        text.typed.connect(pane.typed)
    return pane
