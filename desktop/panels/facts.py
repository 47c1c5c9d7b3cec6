"""The status bar: whether all is saved, what the map holds, messages and what can be done about them."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from desktop.desk.desk import Desk
from desktop.desk.offer import Choice, Offer
from desktop.document.journey import JourneyMap
from desktop.layout.names import counted
from desktop.method.coverage import Ledger
from desktop.panels.kept import KeptLabel

MESSAGE_TIME = 10_000
"""Ms that a message stands."""

HEIGHT = 26
"""Px at least: the map must not move when an offer with its buttons comes or goes."""


class Facts(QStatusBar):
    """Messages take the place of the facts for a while; they and offers stand at most until the project changes.

    asked(): somebody has clicked on what it says, to read it or what was said before it.
    """

    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = desk.words
        self._ledger = Ledger()
        self.saved = KeptLabel(desk.session, desk.words, self)
        self.contents, self.evidence, self.printed = (QLabel() for _ in range(3))
        self.offer: OfferBar | None = None
        self.setSizeGripEnabled(False)
        self.setMinimumHeight(HEIGHT)
        for label in (self.saved, self.contents, self.evidence):
            self.addWidget(label)
        self.addPermanentWidget(self.printed)
        for label in (self.contents, self.evidence, self.printed):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.saved.warned.connect(self._make_room)
        desk.said.connect(self.say)
        desk.offered.connect(self.make)
        desk.shown.connect(self.follow)
        desk.session.saved.connect(self.follow)
        self.follow()

    def leave(self) -> None:
        """Stops following the session, which may go on in another window."""
        self._desk.session.saved.disconnect(self.follow)
        self.saved.leave()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the choices of an offer."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.saved.follow()  # it says as much as there is room for

    def follow(self, _path: Path | None = None) -> None:
        """Shows the facts of the map; an offer or a message was about the project as it was."""
        self.withdraw()
        self.clearMessage()
        journey = self._desk.journey
        self.saved.follow()
        if journey is None:
            self.contents.clear()
            self.evidence.clear()
        else:
            self._show_map(journey)

    def say(self, message: str) -> None:
        """Shows a message for a while."""
        self.withdraw()
        self.showMessage(message, MESSAGE_TIME)

    def make(self, offer: Offer) -> None:
        """Shows an offer in place of the facts."""
        self.withdraw()
        self.clearMessage()
        self.offer = OfferBar(offer)
        self._show_labels(False)
        self.insertWidget(0, self.offer, 1)
        self.offer.show()

    def withdraw(self) -> None:
        """Takes the offer away."""
        offer, self.offer = self.offer, None
        if offer is not None:
            self.removeWidget(offer)
            offer.deleteLater()
            self._show_labels(True)

    def show_printed(self, paper: str, landscape: bool, size: float) -> None:
        """Paper and type size (pt) of the last print."""
        lies = self._words("poster.landscape" if landscape else "poster.portrait")
        self.printed.setText(self._words("status.paper").format(paper=paper, lies=lies, size=f"{size:.0f}"))

    def _show_map(self, shown: JourneyMap) -> None:
        """How much the map holds, and how much of it rests on research."""
        cards = sum(len(lane.cards) for lane in shown.lanes)
        counts = {
            "stage": len(shown.stages),
            "step": sum(len(stage.steps) for stage in shown.stages),
            "card": cards,
        }
        self.contents.setText(" · ".join(self._counted(thing, count) for thing, count in counts.items()))
        share = self._ledger.coverage(shown).whole.known
        self.evidence.setText(self._words("status.evidence").format(share=round(100 * share)) if share else "")

    def _counted(self, thing: str, count: int) -> str:
        return counted(self._words, f"status.{thing}", f"status.{thing}s", count)

    def _make_room(self) -> None:
        """A warning needs the place of the facts."""
        self._show_labels(self.offer is None)
        self.saved.follow()

    def _show_labels(self, shown: bool) -> None:
        self.saved.setVisible(shown)
        for label in (self.contents, self.evidence):
            label.setVisible(shown and not self.saved.in_trouble)


class OfferBar(QWidget):
    """A sentence and a button for every choice."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._choices: dict[QToolButton, Choice] = {}
        sentence = QLabel(offer.sentence)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(sentence)
        for choice in offer.choices:
            row.addWidget(self._button(choice))
        row.addStretch(1)

    @property
    def buttons(self) -> list[QToolButton]:
        return list(self._choices)

    def _button(self, choice: Choice) -> QToolButton:
        button = QToolButton()
        button.setObjectName("choice")
        button.setText(choice.words)
        button.clicked.connect(self._take)
        self._choices[button] = choice
        return button

    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self._choices[button].do()
