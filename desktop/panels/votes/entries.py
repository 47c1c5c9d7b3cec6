"""The list in which votes are counted: letters vote, digits tally, Backspace takes back."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.desk.votes import Entry, Votes
from desktop.document.counting import FREQUENCY, SEVERITY
from desktop.panels.votes.delegate import MASK, Look
from desktop.panels.votes.model import Rows

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
DIGITS = 6
"""Of the longest tally."""

BEST = 5
"""The highest grade."""

SIGNS = {"+": 1, "-": -1, "−": -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Entries(QListView):
    """Keys while votes are taken. left(): the keyboard is wanted on the map again."""

    left = Signal()

    def __init__(self, votes: Votes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._votes = votes
        self._rows = Rows(votes, self)
        self._code = ""
        self._half = False
        self._judged = ("", 0)
        self.setObjectName("voteentries")
        self.setAccessibleName(votes.desk.words("votes.list"))
        self.setModel(self._rows)
        self.selectionModel().currentChanged.connect(self._moved)
        self.setItemDelegate(Look(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(False)
        votes.changed.connect(self.follow)
        self.follow()

    @property
    def typed(self) -> str:
        """The tally that is being typed, or the first letters of a code."""
        return self._rows.pending or self._code

    @property
    def entry(self) -> Entry | None:
        """The card that one stands on."""
        return self._rows.entry(self.currentIndex().row())

    def follow(self) -> None:
        """Shows the ballot as it is now, and stands where one stood; another person begins with a severity."""
        at, ballot = self.entry, self._votes.ballot
        judged = (ballot.id if ballot else "", self._votes.person)
        if judged != self._judged:
            self._judged, self._half, self._code = judged, False, ""
        self._rows.follow()
        at = self._rows.asked or at  # what was typed before another map was shown is gone on with
        row = self._rows.row_of(at.card.id) if at else 0
        if self._rows.rowCount() and not self.currentIndex().isValid():
            self.stand(max(row, 0))

    def stand(self, row: int) -> None:
        """Goes to a row, as far as there is one."""
        row = min(max(row, 0), self._rows.rowCount() - 1)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._rows.index(row), flags)
        self._half = False

    def go_to(self, card: str) -> None:
        """Goes to a card and takes the keyboard back: one votes by clicks and by keys in turn."""
        self.commit()
        self.stand(self._rows.row_of(card))
        if self.isVisible():
            self.setFocus()

    def commit(self) -> None:
        """A tally that is being typed counts, for the card on which it was begun."""
        entry, text = self._rows.asked, self._rows.pending
        self._rows.type(-1, "")
        if entry is not None and text:
            self._votes.set_tally(entry.card.id, int(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & HELD or not self._press(event):
            super().keyPressEvent(event)

    def _moved(self) -> None:
        """However one comes to another card: what was typed belongs to the one before."""
        if self.entry is None or self.entry is not self._rows.asked:
            self.commit()
        self._half, self._code = False, ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        self._code = ""
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.commit()
        super().mousePressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        key, text = Qt.Key(event.key()), event.text()
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key in ENTER:
            self._onward()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.commit()
            self.stand(self.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1))
        elif key in ACROSS and self._votes.grading:
            self._votes.turn_to(self._votes.person + ACROSS[key])
        elif key == Qt.Key.Key_Backspace:
            self._erase()
        elif not self._votes.taking:
            return False
        elif text.isascii() and text.isalpha():
            self._letter(text, back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif text.isascii() and text.isdigit():
            self._digit(text)
        elif text in SIGNS and self.entry is not None:
            self.commit()
            self._votes.cast(self.entry.card.id, SIGNS[text])
        else:
            return False
        return True

    def _letter(self, letter: str, *, back: bool) -> None:
        """A vote for the card with this code, or one fewer; where grades are given, the row is gone to."""
        self.commit()
        self._code += letter.lower()
        codes = {entry.code: row for row, entry in enumerate(self._votes.entries)}
        if self._code in codes:
            self.stand(codes[self._code])
            self._vote(-1 if back else 1)
            self._code = ""
        elif not any(code.startswith(self._code) for code in codes):
            self._code = ""
        else:
            self._tell_code()

    def _tell_code(self) -> None:
        """That another letter is waited for; of a secret vote not after which."""
        desk, code = self._votes.desk, MASK if self._votes.hidden else self._code
        desk.said.emit(desk.words("votes.next_letter").format(code=code))

    def _vote(self, by: int) -> None:
        if self.entry is not None and not self._votes.grading:
            self._votes.cast(self.entry.card.id, by)

    def _digit(self, digit: str) -> None:
        self._code = ""
        if self._votes.grading:
            self._grade(int(digit))
        else:
            self._rows.type(self.currentIndex().row(), (self._rows.pending + digit)[:DIGITS])

    def _grade(self, figure: int) -> None:
        """The first digit is the severity, the second the frequency; then comes the next card."""
        if self.entry is None or figure > BEST:
            self._votes.desk.said.emit(self._votes.desk.words("votes.one_to_five"))
            return
        name = FREQUENCY if self._half else SEVERITY
        half = not self._half
        self._votes.grade(self.entry.card.id, **{name: figure})
        if half:
            self._half = True
        else:
            self._onward()

    def _onward(self) -> None:
        """To the next card; behind the last to the first, and to the next person where several judge."""
        self.commit()
        row = self.currentIndex().row() + 1
        if row < self._rows.rowCount():
            self.stand(row)
            return
        if self._votes.grading and self._votes.taking:
            self._votes.turn_to(self._votes.person + 1)
        self.stand(0)

    def _erase(self) -> None:
        """The last digit or letter that was typed; where none is, the last vote."""
        if self._code:
            self._code = ""
        elif self._rows.pending:
            self._rows.type(self.currentIndex().row(), self._rows.pending[:-1])
        elif self._votes.taking:
            self._take_back()

    def _take_back(self) -> None:
        """Stands on the card that the last vote was for; a grade that is gone is asked for again."""
        gone = self._votes.take_back()
        if gone is not None:
            self.stand(self._rows.row_of(gone.card))
            self._half = gone.what == FREQUENCY

    def _escape(self) -> None:
        """What is being typed is given up; else the map has the keyboard again."""
        if self.typed:
            self._code = ""
            self._rows.type(-1, "")
        else:
            self.left.emit()
