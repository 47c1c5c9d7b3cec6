"""The panel of hints: each with its reason, a jump, and a way never to hear of it again."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.canvas.canvas import Canvas
from desktop.desk.coaching import Coaching, sentence
from desktop.method.coach import Hint
from desktop.panels.counsel.board import Board
from desktop.panels.counsel.rows import Row, Sort


class CoachPanel(Board):
    """Delete dismisses the chosen hint for this map; a button brings all of them back."""

    def __init__(self, coaching: Coaching, canvas: Canvas) -> None:
        super().__init__("coach", coaching.desk, canvas)
        self._coaching = coaching
        words = self._desk.words
        self.away = QPushButton(words("coach.dismiss"))
        self.away.setToolTip(words("coach.dismiss.tip"))
        self.again = QPushButton()
        self.again.setObjectName("plainlink")
        self.away.clicked.connect(self._dismiss_chosen)
        self.again.clicked.connect(coaching.hear_all)
        self.list.dismissed.connect(self.dismiss)
        self.list.selectionModel().currentChanged.connect(self._show_able)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.away)
        row.addStretch(1)
        row.addWidget(self.again)
        self.column.insertWidget(1, self.quiet(words("coach.lead")))
        self.column.addLayout(row)

    def refresh(self) -> None:
        super().refresh()
        journey = self._desk.journey
        count = len(journey.hushed) if journey else 0
        self.again.setText(self._desk.words("coach.again").format(count=count))
        self.again.setVisible(bool(count))
        self.away.setVisible(any(row.may_be_chosen for row in self.list.rows.rows))
        self._show_able()

    def rows(self) -> Sequence[Row]:
        rows = [self._row(hint) for hint in self._coaching.hints]
        return rows or [Row(Sort.QUIET, self._desk.words("coach.none"))]

    def dismiss(self, row: Row) -> None:
        """This hint is not given for this map any more."""
        self._coaching.hush(row.key)
        self.refresh()

    def _row(self, hint: Hint) -> Row:
        words = self._desk.words
        text, why = (sentence(words, code, hint) for code in (f"hint.{hint.code}", f"hint.{hint.code}.why"))
        return Row(Sort.FINDING, text, why, hint.code, hint.things)

    def _dismiss_chosen(self) -> None:
        if self.list.chosen is not None:
            self.dismiss(self.list.chosen)

    def _show_able(self) -> None:
        self.away.setEnabled(self.list.chosen is not None)
