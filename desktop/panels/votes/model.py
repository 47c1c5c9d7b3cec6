"""The cards of a ballot as the rows of a list."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.canvas.heat import score_text
from desktop.desk.votes import Entry, Votes
from desktop.desk.votetable import name_of_card
from desktop.panels.tips import tip

ROW = int(Qt.ItemDataRole.UserRole)
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows. `mark` is the code to type, or the place in the result; `share` is of the greatest number.

    `figures` stand in a matrix: severity and frequency, as given by the person who judges or as means.
    """

    card: str
    name: str
    mark: str
    number: str
    share: float
    tied: bool = False
    taking: bool = False
    figures: tuple[str, ...] = ()
    pending: str = ""

    @property
    def spoken(self) -> str:
        """For whoever hears the list."""
        return ", ".join(filter(None, (self.mark, self.name, *self.figures, self.number)))


class Rows(QAbstractListModel):
    """Follows the votes; `pending` is what has been typed of a tally and does not count yet. It waits for the ballot
    when another one is shown meanwhile."""

    def __init__(self, votes: Votes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._votes = votes
        self._shown: tuple[Entry, ...] = ()
        self._pending: tuple[int, str] = (-1, "")
        self._ballot = ""
        self._left: dict[str, tuple[str, str]] = {}
        """By ballots that were shown before: a card, and what had been typed for it."""

    def follow(self) -> None:
        """Shows the ballot as it is now; what stands in another order is another list."""
        asked, ballot = self.asked, self._votes.ballot
        before, self._shown = [entry.card.id for entry in self._shown], self._votes.entries
        if before != [entry.card.id for entry in self._shown]:
            self._put_aside(asked, ballot.id if ballot else "")
            self.beginResetModel()
            self.endResetModel()
        elif before:
            self.dataChanged.emit(self.index(0), self.index(len(before) - 1))

    def _put_aside(self, asked: Entry | None, ballot: str) -> None:
        """What was typed waits for its ballot while another one is shown; in another order nobody knows its row."""
        text, before, self._ballot = self.pending, self._ballot, ballot
        self._pending = (-1, "")
        if ballot != before:
            if asked is not None and text:
                self._left[before] = asked.card.id, text
            card, typed = self._left.pop(ballot, ("", ""))
            self._pending = (self.row_of(card), typed)

    def entry(self, row: int) -> Entry | None:
        """The card in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, card: str) -> int:
        """−1 for a card that is not in the ballot."""
        return next((at for at, entry in enumerate(self._shown) if entry.card.id == card), -1)

    @property
    def pending(self) -> str:
        """What has been typed."""
        return self._pending[1]

    @property
    def asked(self) -> Entry | None:
        """The card for which it has been typed."""
        return self.entry(self._pending[0])

    def type(self, row: int, text: str) -> None:
        """What is typed for a row, "" for nothing."""
        rows = {self._pending[0], row}
        self._pending = (row, text)
        for each in rows:
            if 0 <= each < len(self._shown):
                self.dataChanged.emit(self.index(each), self.index(each))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._shown) if parent is None or not parent.isValid() else 0

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A Row for ROW; its words for what reads the list aloud."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ROW:
            return self._row(index.row(), entry)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self._row(index.row(), entry).spoken
        if role == int(Qt.ItemDataRole.DisplayRole):
            return name_of_card(entry.card, self._votes.desk.words)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return tip(entry.card.text)
        return None

    def _row(self, at: int, entry: Entry) -> Row:
        votes, standing = self._votes, entry.standing
        most = max((each.standing.score for each in self._shown), default=0.0)
        number = "" if votes.hidden else score_text(entry, grading=votes.grading)
        return Row(
            card=entry.card.id,
            name=name_of_card(entry.card, votes.desk.words),
            mark=entry.code.upper() if votes.taking else "" if votes.hidden else str(standing.place),
            number=number,
            share=standing.score / most if number and most else 0.0,
            tied=standing.tied and not (votes.taking or votes.hidden),
            taking=votes.taking,
            figures=self._figures(entry),
            pending=self._pending[1] if at == self._pending[0] else "",
        )

    def _figures(self, entry: Entry) -> tuple[str, ...]:
        """Severity and frequency; of hidden judgements none but that there is one."""
        votes, standing = self._votes, entry.standing
        if not votes.grading:
            return ()
        if not (votes.taking or votes.hidden):
            return tuple(
                f"{mean:.1f}".removesuffix(".0") if mean else "–" for mean in (standing.severity, standing.frequency)
            )
        given = votes.grade_of(entry.card.id)
        return tuple("–" if not figure else "●" if votes.hidden else str(figure) for figure in given)
