"""What was said of a card, and a field to say more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.desk.desk import Desk, Verb
from desktop.document.cards import Card, Comment
from desktop.document.edits.comments import add_comment, edit_comment, remove_comment
from desktop.document.errors import EditError
from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.inspector.field import Caption
from desktop.panels.inspector.form import Subject
from desktop.panels.inspector.typed import TextField


class Remark(QWidget):
    """One comment: who, when, and its text, which can be changed."""

    removed = Signal(str)
    """The comment's id."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.comment = Comment(id="none")
        self.said_by = Caption()
        self.cross = QToolButton()
        self.cross.setIcon(icon("close"))
        self.cross.setToolTip(words("comment.remove"))
        self.cross.setAccessibleName(words("comment.remove"))
        self.cross.clicked.connect(self._remove)
        self.field = TextField(words("comment.text"), words, least=1, captioned=False)
        top = QHBoxLayout()
        top.addWidget(self.said_by, 1)
        top.addWidget(self.cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.field)

    def show_comment(self, comment: Comment, fresh: bool) -> None:
        """Another comment, or another value of it."""
        other = fresh or comment.id != self.comment.id
        self.comment = comment
        self.said_by.setText(" · ".join(filter(None, (comment.author or self._words("comment.nobody"), comment.date))))
        self.field.show_value(comment.text, other)

    def _remove(self) -> None:
        self.removed.emit(self.comment.id)


class Comments(QWidget):
    """Shown for a single card."""

    refilled = Signal()
    """There are other widgets than before."""

    def __init__(self, desk: Desk, author: Callable[[], str], today: Callable[[], str]) -> None:
        super().__init__()
        self._desk = desk
        self._author = author
        self._today = today
        self._subject = Subject("", ())
        self.remarks: list[Remark] = []
        self.title = QLabel(desk.words("comment.title"))
        self.title.setObjectName("section")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.adding = TextField(desk.words("comment.add"), desk.words, least=1)
        self.adding.write = self._add
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(holder)
        column.addWidget(self.adding)

    def show_things(self, subject: Subject, fresh: bool) -> None:
        """The comments of the one card, in the order in which they were made."""
        self._subject = subject
        alone = len(subject.things) == 1
        self.setVisible(alone)
        comments = _in_time(subject.things[0]) if alone else []
        if len(self.remarks) < len(comments):
            self.remarks += [self._make_remark() for _ in comments[len(self.remarks) :]]
            self.refilled.emit()
        for remark, comment in zip(self.remarks, comments, strict=False):
            remark.show_comment(comment, fresh)
        for index, remark in enumerate(self.remarks):
            remark.setVisible(index < len(comments))
        self.adding.show_value("", fresh)

    def commit(self) -> None:
        """Hands in what is being written."""
        for remark in self.remarks:
            if not remark.isHidden():
                remark.field.commit()
        self.adding.commit()

    def _make_remark(self) -> Remark:
        remark = Remark(self._desk.words)
        remark.field.write = partial(self._rewrite, remark)
        remark.removed.connect(self._remove)
        self._column.addWidget(remark)
        return remark

    def _add(self, text: str) -> str:
        map_id, card, desk = self._subject.map_id, self._subject.ids[0], self._desk
        author, today = self._author(), self._today()
        return self._enter(
            "edit.comment",
            lambda project: add_comment(project, map_id, card, text, author=author, date=today, new_id=desk.new_id),
        )

    def _rewrite(self, remark: Remark, text: str) -> str:
        map_id, card, comment = self._subject.map_id, self._subject.ids[0], remark.comment.id
        return self._enter("edit.comment_text", lambda project: edit_comment(project, map_id, card, comment, text=text))

    def _remove(self, comment: str) -> None:
        map_id, card = self._subject.map_id, self._subject.ids[0]
        self._enter("edit.comment_gone", lambda project: remove_comment(project, map_id, card, comment))

    def _enter(self, label: str, verb: Verb) -> str:
        try:
            candidate = verb(self._desk.project)
        except EditError as error:
            return self._desk.sentence(error)
        self._desk.edit(self._desk.words(label), candidate)
        return ""


def _in_time(card: Card) -> list[Comment]:
    return sorted(card.comments, key=lambda comment: (comment.date, comment.id))
