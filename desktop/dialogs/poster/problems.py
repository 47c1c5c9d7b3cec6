"""What to look at before printing: a line for each thing that may be wrong, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.findinglist import LINE, Row, SentenceList
from desktop.dialogs.poster.fields import ROW
from desktop.dialogs.poster.marks import Mark
from desktop.dialogs.poster.papers import told_paper
from desktop.layout.names import counted
from desktop.layout.places import Rect
from desktop.layout.style import Words
from desktop.panels.flow import Flow
from desktop.panels.plaintext import plain
from desktop.poster.costs import Costly
from desktop.poster.figures import rounded
from desktop.poster.offers import Offer
from desktop.poster.preflight import Problem
from desktop.poster.wording import Known, brief, sentence

MARK = LINE + 1
MOST = 300
"""Lines that are shown; how many more there are is said."""

Line = tuple[Row, Mark]


class ProblemList(SentenceList):
    """pointed(mark): a line was chosen. opened(mark): by a double click or Return."""

    pointed = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.currentItemChanged.connect(self._point)
        self.itemDoubleClicked.connect(self._open)

    @property
    def chosen(self) -> Mark | None:
        """What the current line is about."""
        entry = self.currentItem()
        return entry.data(MARK) if entry else None

    def show_rows(self, rows: Sequence[Line], more: str = "") -> None:
        """These lines and no others; more: the last one, which says how many are left out."""
        self.blockSignals(True)
        self.clear()
        for row, mark in rows:
            entry = QListWidgetItem(row.sentence, self)
            entry.setData(LINE, row)
            entry.setData(MARK, mark)
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (row.sentence, row.place))))
        if more:
            QListWidgetItem(more, self).setFlags(Qt.ItemFlag.NoItemFlags)
        self.blockSignals(False)

    def choose(self, mark: Mark) -> bool:
        """The line about this, as if it had been clicked; whether there is one."""
        row = next((row for row in range(self.count()) if self.item(row).data(MARK) == mark), -1)
        if row >= 0:
            self.setCurrentRow(row)
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _point(self) -> None:
        if self.chosen is not None:
            self.pointed.emit(self.chosen)

    def _open(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen)


class ProblemPage(QWidget):
    """The heading, the list, and buttons for what can be done. offered(offer): one of them was pressed."""

    offered = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("problempage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self.heading = plain(words("preflight.waiting"), "section")
        self.list = ProblemList(words("preflight.title"))
        self.offers: dict[QPushButton, object] = {}
        self._flow = Flow(ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 8, 8)
        column.setSpacing(ROW)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addLayout(self._flow)
        self.setMaximumHeight(176)
        self.show_lines((), checked=False)

    def show_lines(self, lines: Sequence[Line], *, checked: bool = True) -> None:
        """These, the worst first; checked: whether all that there is has been looked for."""
        left = len(lines) - MOST
        self.list.show_rows(lines[:MOST], self._words("preflight.more").format(count=left) if left > 0 else "")
        self.list.setVisible(bool(lines))
        code = "preflight.none" if checked else "preflight.waiting"
        count = len(lines)
        told = counted(self._words, "preflight.one", "preflight.several", count) if count else self._words(code)
        self.heading.setText(told)

    def show_offers(self, offers: Sequence[tuple[str, object]]) -> None:
        """A button for each, with its words."""
        for old in self.offers:
            self._flow.removeWidget(old)
            old.deleteLater()
        self.offers = {}
        for text, offer in offers:
            button = QPushButton(text)
            button.setObjectName("offer")
            button.setAutoDefault(False)
            button.clicked.connect(self._take)
            self.offers[button] = offer
            self._flow.addWidget(button)
            button.show()

    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.offered.emit(self.offers[button])


def offer_words(offer: Offer, words: Words) -> str:
    """What stands on the button of an offer."""
    why = {**offer.why}
    if "paper" in why:
        why["paper"] = told_paper(why["paper"], words)
    return words(f"offer.{offer.code}").format_map(Known(why))


def problem_line(problem: Problem, panel: int, words: Words, name: str, poster: str = "") -> Line:
    """A line about a problem of the poster of this number and title; name: what the card that it is about says."""
    told, place = sentence(problem, words, name), brief(name)
    where = " · ".join(filter(None, (poster, "" if place and place in told else place)))
    return Row(None, problem.severity, told, where), Mark(problem.rect, problem.severity, problem.card, panel)


def cost_line(costly: Costly, rect: Rect | None, words: Words, name: str) -> Line:
    """A line about what a card, which stands there on the first poster, costs all others."""
    code = "cost.points" if costly.points > 0 else "cost.length"
    told = words(code).format(points=rounded(costly.points, words), millimetres=f"{costly.millimetres:.0f}")
    return Row(None, "note", told, brief(name)), Mark(rect, "note", costly.card, 0, costly)
