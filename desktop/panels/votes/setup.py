"""What is to be voted on, and how; below it the votes that were held before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.votes import Choice, Votes
from desktop.document.counting import DOTS, PAIN, votes_each, votes_in
from desktop.document.journey import Ballot
from desktop.layout.names import counted
from desktop.layout.short import short
from desktop.panels.votes.voters import MOST_EACH, MOST_PEOPLE, number

FORMS = (DOTS, PAIN)
ID = int(Qt.ItemDataRole.UserRole)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
USUAL = 8
"""People of a workshop when nobody has said."""

MARGIN, GAP = 16, 6


class Earlier(QListWidget):
    """Votes that were held before. chosen(id): to go on with, by Enter or a double click; removed(id): by Delete."""

    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("earlier")
        self.itemDoubleClicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentItem()
        if row is not None and event.key() in ENTER:
            self._choose(row)
        elif row is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(str(row.data(ID)))
        else:
            super().keyPressEvent(event)

    def _choose(self, row: QListWidgetItem) -> None:
        self.chosen.emit(str(row.data(ID)))


class Setup(QWidget):
    """Enter begins the vote. left(): the keyboard is wanted on the map again."""

    left = Signal()

    def __init__(self, votes: Votes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._votes = votes
        self._words = votes.desk.words
        self._choices: list[Choice] = []
        self._shared: tuple[str, int] | None = None
        self._make()
        self._arrange()
        votes.desk.picked.connect(self.follow)
        votes.desk.shown.connect(self.follow)
        self.form.currentIndexChanged.connect(self._show_share)
        self.what.currentIndexChanged.connect(self._show_share)
        self.each.valueChanged.connect(self._tell_share)
        self.begin.clicked.connect(self.start)
        self.earlier.chosen.connect(votes.work_on)
        self.earlier.removed.connect(votes.remove)

    def follow(self) -> None:
        """Shows what there is to vote on now; looked for only while anybody sees it."""
        if not self.isVisible():
            return
        choices, chosen = self._votes.choices(), self._chosen
        if choices != self._choices:
            self._choices = choices
            likely = self._votes.likely(choices)
            kept = next((at for at, each in enumerate(choices) if chosen and each.title == chosen.title), likely)
            if choices and choices[likely].selected:
                kept = likely
            self.what.blockSignals(True)
            self.what.clear()
            self.what.addItems([short(f"{each.title} · {len(each.cards)}") for each in choices])
            self.what.setCurrentIndex(kept if choices else -1)
            self.what.blockSignals(False)
            self._show_share()
        self._show_earlier()

    def start(self) -> None:
        """Begins the vote as it is set up."""
        chosen = self._chosen
        if chosen is not None and self._votes.open(
            chosen.cards,
            form=self._form,
            title=self.title.text().strip() or chosen.title,
            people=self.people.value(),
            each=self.each.value(),
            secret=self.secret.isChecked(),
        ):
            self.title.clear()
            self._shared = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in any field begins."""
        if event.key() in ENTER:
            self.start()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    @property
    def _chosen(self) -> Choice | None:
        at = self.what.currentIndex()
        return self._choices[at] if 0 <= at < len(self._choices) else None

    @property
    def _form(self) -> str:
        return FORMS[self.form.currentIndex()]

    def _show_share(self) -> None:
        """A quarter of the options each, unless somebody wants it otherwise afterwards: that stays for these cards."""
        chosen = self._chosen
        shared = (chosen.title, len(chosen.cards)) if chosen else None
        if shared != self._shared:
            self._shared = shared
            self.each.setValue(votes_each(len(chosen.cards)) if chosen else 0)
        self.title.setPlaceholderText(chosen.title if chosen else "")
        for field in (self.each, self._each_caption):
            field.setVisible(self._form == DOTS)
        self.begin.setEnabled(chosen is not None)
        self._tell_share()

    def _tell_share(self) -> None:
        chosen = self._chosen
        count, usual = (len(chosen.cards), votes_each(len(chosen.cards))) if chosen else (0, 0)
        code = "votes.nothing" if not count else "votes.judged" if self._form == PAIN else "votes.share"
        self.told.setText(self._words(code).format(options=count, votes=usual))

    def _show_earlier(self) -> None:
        ballots = self._votes.ballots
        lines = [(ballot.id, self._line(ballot)) for ballot in ballots]
        rows = [self.earlier.item(row) for row in range(self.earlier.count())]
        if lines != [(row.data(ID), row.text()) for row in rows]:
            self.earlier.clear()
            for ballot_id, text in lines:
                row = QListWidgetItem(text, self.earlier)
                row.setData(ID, ballot_id)
        for widget in (self.earlier, self._earlier_caption):
            widget.setVisible(bool(lines))

    def _line(self, ballot: Ballot) -> str:
        """“Pain points · 2026-03-04 · 34 votes”; that it decides a tie or is not shown yet is said too."""
        words = self._words
        unit = "grades" if ballot.form == PAIN else "votes"
        parts = [
            short(ballot.title or words("thing.ballot")),
            words("votes.runoff") if ballot.again else "",
            ballot.date,
            counted(words, f"votes.{unit}_one", f"votes.{unit}_several", votes_in(ballot)),
            "" if ballot.shown else words("votes.going_on"),
        ]
        return " · ".join(filter(None, parts)).replace("&&", "&")

    def _make(self) -> None:
        words = self._words
        self.what = QComboBox()
        self.form = QComboBox()
        self.form.addItems([words(f"votes.form.{form}") for form in FORMS])
        self.title = QLineEdit()
        self.people = number(USUAL, MOST_PEOPLE)
        self.each = number(0, MOST_EACH)
        self.secret = QCheckBox(words("field.ballot.secret"))
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setObjectName("told")
        self.told.setWordWrap(True)
        self.begin = QPushButton(words("votes.begin"))
        self.begin.setObjectName("strong")
        self.earlier = Earlier()
        self.earlier.setAccessibleName(words("votes.earlier"))
        self._earlier_caption = QLabel(words("votes.earlier"))
        self._earlier_caption.setObjectName("caption")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(GAP)
        heading = QLabel(self._words("panel.votes"))
        heading.setObjectName("heading")
        column.addWidget(heading)
        for code, field in (("votes.what", self.what), ("votes.how", self.form), ("field.ballot.title", self.title)):
            column.addSpacing(GAP)
            column.addWidget(_caption(self._words(code), field))
            column.addWidget(field)
        column.addSpacing(GAP)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(GAP)
        grid.addWidget(_caption(self._words("field.ballot.people"), self.people), 0, 0)
        self._each_caption = _caption(self._words("field.ballot.each"), self.each)
        grid.addWidget(self._each_caption, 0, 1)
        grid.addWidget(self.people, 1, 0)
        grid.addWidget(self.each, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self.told)
        column.addSpacing(GAP)
        column.addWidget(self.secret)
        column.addSpacing(GAP)
        column.addWidget(self.begin)
        column.addSpacing(2 * GAP)
        column.addWidget(self._earlier_caption)
        column.addWidget(self.earlier, 1)
        column.addStretch(0)


def _caption(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName("caption")
    label.setBuddy(field)
    field.setAccessibleName(text)
    return label
