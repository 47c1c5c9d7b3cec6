"""The cards that a card is linked with, as lines to click."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOption, QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Link
from desktop.document.locate import card_at
from desktop.layout.names import name_of
from desktop.panels.inspector.field import Caption
from desktop.panels.inspector.form import GAP, Subject

PAD = 9, 8
"""Px beside and above the words of a line."""


class Jump(QAbstractButton):
    """A line that leads to another card; its words wrap."""

    def __init__(self, card_id: str, text: str, hint: str) -> None:
        super().__init__()
        self.card_id = card_id
        self.setText(text)
        self.setToolTip(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - 2 * PAD[0], 10_000)
        return self.fontMetrics().boundingRect(room, _flow(), self.text()).height() + 2 * PAD[1]

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(self.width(), 100)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # a line is as high as its words are at this width

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self.rect().adjusted(PAD[0], PAD[1], -PAD[0], -PAD[1]), _flow(), self.text())
        painter.end()


def _flow() -> int:
    return int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)


class Answers(QWidget):
    """“Answered by”, “Answers” and whatever else a single card is linked by; both ends of a single arrow."""

    jumped = Signal(str)
    """The id of the card that a line leads to."""

    refilled = Signal()
    """There are other widgets than before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: list[tuple[str, str, str]] = []
        self._links: tuple[Link, ...] = ()
        self._index: dict[str, list[Link]] = {}

    def show_things(self, subject: Subject, _fresh: bool) -> None:
        """The links of the one card; none of several."""
        journey = self._desk.journey
        alone = subject.things[0] if len(subject.things) == 1 else None
        lines = self._lines(journey, alone) if journey else []
        if lines != self._shown:
            self._shown = lines
            self._refill()
        self.setVisible(bool(lines))

    def commit(self) -> None:
        """Nothing is entered here."""

    def _lines(self, journey: JourneyMap, thing: object) -> list[tuple[str, str, str]]:
        """Caption, card and text of each line, those of one caption together."""
        words = self._desk.words
        if isinstance(thing, Link):
            ends = [(words("linked.source"), thing.source), (words("linked.target"), thing.target)]
        else:
            ends = sorted(self._others(journey, thing.id)) if isinstance(thing, Card) else []
        found = ((name, end, card_at(journey, end)) for name, end in ends)
        return [(name, end, at.card.text or words("project.untitled")) for name, end, at in found if at is not None]

    def _others(self, journey: JourneyMap, card: str) -> Iterator[tuple[str, str]]:
        """The other ends of a card's links, and what they are to the card."""
        if journey.links is not self._links:
            self._links, self._index = journey.links, _indexed(journey.links)
        for link in self._index.get(card, ()):
            way, other = ("to", link.target) if link.source == card else ("from", link.source)
            yield name_of(f"linked.{way}", link.kind, self._desk.words), other

    def _refill(self) -> None:
        while (old := self._column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before = ""
        for name, card, text in self._shown:
            if name != before:
                self._column.addSpacing(GAP - 4 if before else 0)
                self._add(Caption(name))
                before = name
            line = Jump(card, text, self._desk.words("inspector.jump"))
            line.setAccessibleName(f"{name}: {text}")
            line.clicked.connect(self._jump)
            self._add(line)
        self.refilled.emit()

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()

    def _jump(self) -> None:
        line = self.sender()
        if isinstance(line, Jump):
            self.jumped.emit(line.card_id)


def _indexed(links: tuple[Link, ...]) -> dict[str, list[Link]]:
    index: dict[str, list[Link]] = {}
    for link in links:
        index.setdefault(link.source, []).append(link)
        index.setdefault(link.target, []).append(link)
    return index
