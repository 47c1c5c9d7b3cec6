"""The panel of a review: what has happened since, who is late, and the day of the next one."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from desktop.canvas.canvas import Canvas
from desktop.desk.coaching import singular
from desktop.desk.reviewing import Reviewing, is_date
from desktop.layout.dates import worded
from desktop.method.review import Fresh, Overdue, Review
from desktop.panels.counsel.board import Board
from desktop.panels.counsel.rows import Row, Sort


class ReviewPanel(Board):
    """done(): the review is over for now, or put off. It is looked through without being closed, too."""

    done = Signal()

    def __init__(self, reviewing: Reviewing, canvas: Canvas) -> None:
        super().__init__("review", reviewing.desk, canvas)
        self._reviewing = reviewing
        words = self._desk.words
        self.date = QLineEdit()
        self.date.setAccessibleName(words("review.date"))
        self.date.setToolTip(words("review.date"))
        self.date.setMaxLength(10)
        self.date.textChanged.connect(self._show_able)
        self.date.returnPressed.connect(self._close)
        self.close_button, self.later = QPushButton(words("review.done")), QPushButton(words("review.later"))
        self.close_button.setObjectName("strong")
        self.close_button.clicked.connect(self._close)
        self.later.clicked.connect(self.done)
        self._arrange()

    def refresh(self) -> None:
        super().refresh()
        if not self.date.isModified():
            self.date.setText(self._reviewing.suggested())
        self._show_able()

    def rows(self) -> Sequence[Row]:
        review = self._reviewing.review
        return list(self._rows(review)) if review else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the map."""
        if event.key() == Qt.Key.Key_Escape:
            self._canvas.setFocus()
        else:
            super().keyPressEvent(event)

    def _rows(self, review: Review) -> Iterator[Row]:
        words = self._desk.words
        yield Row(Sort.QUIET, self._dated("review.last", review.reviewed, "review.never"), self._due(review))
        yield from self._changed(review)
        yield from self._printed(review)
        yield Row(Sort.HEADING, words("review.overdue"))
        yield from map(self._late, review.overdue)
        if not review.overdue:
            yield Row(Sort.QUIET, words("review.overdue.none"))
        yield Row(Sort.HEADING, words("review.fresh"))
        yield from map(self._fresh, review.fresh)
        if not review.fresh:
            yield Row(Sort.QUIET, words("review.fresh.none"))

    def _changed(self, review: Review) -> Iterator[Row]:
        """Beside the map as it was looked through last."""
        if not review.reviewed:
            return
        found, words = self._reviewing.changed, self._desk.words
        yield Row(Sort.HEADING, self._dated("review.changed", review.reviewed))
        if not found.known or not found.count:
            yield Row(Sort.QUIET, words("review.changed.same" if found.known else "review.changed.unknown"))
            return
        said = singular(words, "review.changed.count", found.count).format(count=found.count)
        yield Row(Sort.FINDING, said, key="changed", things=found.things)

    def _printed(self, review: Review) -> Iterator[Row]:
        printed, words = review.printed, self._desk.words
        if not printed.date:
            return
        yield Row(Sort.HEADING, self._dated("review.printed", printed.date))
        said = words("review.printed.added").format(added=len(printed.added), gone=printed.gone)
        if printed.kept not in ("", printed.date):
            yield Row(Sort.QUIET, self._dated("review.printed.kept", printed.kept))
        if not printed.kept:
            yield Row(Sort.QUIET, words("review.printed.unknown"))
        elif printed.added:
            yield Row(Sort.FINDING, said, key="printed", things=printed.added)
        else:
            yield Row(Sort.QUIET, said if printed.gone else words("review.printed.same"))

    def _late(self, one: Overdue) -> Row:
        words = self._desk.words
        form = singular(words, "review.overdue.row", one.days)
        owner = one.owner.strip() or words("review.nobody")
        said = form.format(owner=owner, due=worded(one.due, words), days=one.days)
        return Row(Sort.FINDING, one.text or words("unknown.untitled"), said, one.thing, (one.thing,))

    def _fresh(self, one: Fresh) -> Row:
        words = self._desk.words
        form = singular(words, "review.fresh.row", one.rows) if one.rows else words("review.fresh.brought")
        said = form.format(rows=one.rows, date=worded(one.date, words))
        return Row(Sort.FINDING, one.title or words("unknown.untitled"), said, one.survey)

    def _due(self, review: Review) -> str:
        code = "review.next.due" if review.due else "review.next.on"
        return self._dated(code, review.next, "review.next.none")

    def _dated(self, code: str, date: str, otherwise: str = "") -> str:
        """A sentence with a date, another one where there is none."""
        words = self._desk.words
        return words(code).format(date=worded(date, words)) if date else words(otherwise)

    def _close(self) -> None:
        """Looked through today; the next time on the date in the field."""
        words, following = self._desk.words, self.date.text().strip()
        if not is_date(following):
            self._desk.said.emit(words("review.date.wrong"))
        elif self._reviewing.close(following):
            self.date.setModified(False)
            self._desk.said.emit(words("review.said").format(date=worded(following, words)))
            self.done.emit()

    def _show_able(self) -> None:
        self.close_button.setEnabled(is_date(self.date.text().strip()))

    def _arrange(self) -> None:
        caption = QLabel(self._desk.words("review.next"))
        caption.setObjectName("caption")
        caption.setBuddy(self.date)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(6)
        foot.addWidget(caption)
        foot.addWidget(self.date)
        foot.addSpacing(4)
        foot.addLayout(buttons)
        self.column.addLayout(foot)
