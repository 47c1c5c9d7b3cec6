"""The ballot that is worked on: how far it has come, its cards, and what can be done with the result."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.desk.votes import Progress, Votes
from desktop.layout.names import counted
from desktop.panels.theme import colour
from desktop.panels.votes.entries import Entries
from desktop.panels.votes.voters import Voters

MARGIN, GAP = 16, 6
BAR = 6


class Meter(QWidget):
    """A bar: how much of the votes is in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress(0, 0, 0)
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, progress: Progress) -> None:
        """Another state."""
        self._progress = progress
        self.setVisible(progress.due > 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        progress, box = self._progress, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line_2"))
        painter.drawRoundedRect(box, BAR / 2, BAR / 2)
        share = min(1.0, progress.given / progress.due) if progress.due else 0.0
        box.setWidth(box.width() * share)
        painter.setBrush(colour("danger" if progress.over else "accent"))
        painter.drawRoundedRect(box, BAR / 2, BAR / 2)
        painter.end()


class Count(QWidget):
    """Follows the votes. left(): the keyboard is wanted on the map again; saving and copying: of the result."""

    left = Signal()
    saving = Signal()
    copying = Signal()

    def __init__(self, votes: Votes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._votes = votes
        self._words = votes.desk.words
        self._make()
        self._arrange()
        self.entries.left.connect(self.left)
        votes.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Shows the ballot as it is now."""
        votes, ballot = self._votes, self._votes.ballot
        if ballot is None:
            return
        self.heading.setText(ballot.title or self._words("thing.ballot"))
        self.progress.setText(self._progress())
        self.progress.setProperty("warned", votes.progress.over > 0)
        self.progress.style().polish(self.progress)
        self.meter.show_progress(votes.progress)
        self.voters.follow()
        self.person.setText(self._words("votes.person").format(number=votes.person + 1, people=ballot.people))
        for widget in (self.before, self.person, self.after):
            widget.setVisible(votes.grading and votes.taking and ballot.people > 1)
        state = self._state()
        self.hint.setText(self._words(f"votes.hint.{state}") if state else "")
        self.hint.setVisible(bool(state))
        self._show_buttons()

    def commit(self) -> None:
        """What is being typed counts."""
        self.entries.commit()
        self.voters.commit()

    def back(self) -> None:
        """To the setting up, and the other votes."""
        self.commit()
        self._votes.work_on("")

    def turn(self) -> None:
        """Shows the result, or goes on voting."""
        self.commit()
        ballot = self._votes.ballot
        if ballot is not None:
            self._votes.show_result(not ballot.shown)

    def _state(self) -> str:
        """The code of what the keys do now; "" where they do nothing and nothing may be told."""
        votes = self._votes
        if not votes.taking and votes.hidden:
            return ""
        if not votes.taking:
            return "tied" if votes.tie else "shown"
        return "grading" if votes.grading else "secret" if votes.hidden else "voting"

    def _progress(self) -> str:
        """“34 of 48 votes”, and how many are too many."""
        progress, unit = self._votes.progress, "grades" if self._votes.grading else "votes"
        if not progress.due:
            return counted(self._words, f"votes.{unit}_one", f"votes.{unit}_several", progress.given)
        said = self._words(f"votes.{unit}_of").format(given=progress.given, due=progress.due)
        over = self._words("votes.over").format(count=progress.over) if progress.over else ""
        return " · ".join(filter(None, (said, over)))

    def _show_buttons(self) -> None:
        votes, tie = self._votes, len(self._votes.tie)
        shown, fixed = not votes.taking, votes.desk.session.read_only
        self.show_it.setText(self._words("votes.go_on" if shown else "votes.show"))
        _stress(self.show_it, strong=not shown)
        _stress(self.take, strong=shown and not tie)
        _stress(self.again, strong=shown and tie > 0)
        self.again.setText(self._words("votes.again").format(count=tie))
        self.again.setVisible(tie > 0 and not fixed)
        self.show_it.setVisible(not fixed)
        self.take.setVisible(not (votes.hidden or fixed))
        for button in (self.save, self.copy):
            button.setVisible(not votes.hidden)

    def _previous(self) -> None:
        self._votes.turn_to(self._votes.person - 1)

    def _next(self) -> None:
        self._votes.turn_to(self._votes.person + 1)

    def _make(self) -> None:
        words = self._words
        self.all = QToolButton()
        self.all.setObjectName("away")
        self.all.setText(f"‹ {words('votes.all')}")
        self.all.clicked.connect(self.back)
        self.heading = QLabel()
        self.heading.setObjectName("heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.progress = QLabel()
        self.progress.setObjectName("progress")
        self.meter = Meter()
        self.voters = Voters(self._votes)
        self.before, self.after = self._arrow("previous", "‹"), self._arrow("next", "›")
        self.before.clicked.connect(self._previous)
        self.after.clicked.connect(self._next)
        self.person = QLabel()
        self.entries = Entries(self._votes)
        self.voters.left.connect(self.entries.setFocus)
        self.hint = QLabel()
        self.hint.setObjectName("told")
        self.hint.setWordWrap(True)
        self.show_it = QPushButton()
        self.show_it.clicked.connect(self.turn)
        self.again, self.take = QPushButton(), QPushButton(words("votes.take"))
        self.save, self.copy = QPushButton(words("votes.save")), QPushButton(words("votes.copy"))
        self.again.clicked.connect(self._votes.vote_again)
        self.take.clicked.connect(self._votes.take_over)
        self.save.clicked.connect(self.saving)
        self.copy.clicked.connect(self.copying)

    def _arrow(self, name: str, sign: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("arrow")
        button.setText(sign)
        button.setAccessibleName(self._words(f"votes.{name}"))
        button.setToolTip(self._words(f"votes.{name}"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # ← and → do it in the list
        return button

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, MARGIN)
        column.setSpacing(GAP)
        head = _column(MARGIN)
        for widget in (self.all, self.heading, self.progress, self.meter, self.voters):
            head.addWidget(widget)
        who = QHBoxLayout()
        who.addWidget(self.before)
        who.addWidget(self.person, 1, Qt.AlignmentFlag.AlignCenter)
        who.addWidget(self.after)
        head.addLayout(who)
        column.addLayout(head)
        column.addWidget(self.entries, 1)
        foot = _column(MARGIN)
        foot.addWidget(self.hint)
        for button in (self.show_it, self.again, self.take):
            foot.addWidget(button)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addWidget(self.save)
        both.addWidget(self.copy)
        foot.addLayout(both)
        column.addLayout(foot)


def _stress(button: QPushButton, *, strong: bool) -> None:
    """Whether a button is what one most likely wants now."""
    name = "strong" if strong else ""
    if button.objectName() != name:
        button.setObjectName(name)
        button.style().polish(button)


def _column(margin: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(margin, 0, margin, 0)
    column.setSpacing(GAP)
    return column
