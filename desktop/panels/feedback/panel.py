"""The panel of feedback: figures per touchpoint; of the one that is chosen the trend and the comments."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.canvas.canvas import Canvas
from desktop.desk.feedback import Comment, Feedback
from desktop.desk.going import go_to
from desktop.desk.testresults import TestResults, figure
from desktop.document.segments import marked
from desktop.layout.names import counted, map_name
from desktop.layout.short import shortened
from desktop.method.figures import RECOMMENDING
from desktop.method.sieve import Sieve
from desktop.method.trend import NPS, offered
from desktop.panels.feedback.entries import Entry, EntryList, Sort
from desktop.panels.feedback.face import Face
from desktop.panels.feedback.filters import Filters
from desktop.panels.feedback.measure import MeasureBox
from desktop.panels.feedback.spoken import day_name
from desktop.panels.feedback.trend import Trend
from desktop.panels.plaintext import plain
from desktop.panels.waiting import waiting
from desktop.storage.errors import StorageError

MARGIN, GAP = 16, 8
SHORT = 36
"""Letters of a map's name on a button."""


class FeedbackPanel(QWidget):
    """importing(): a table is to be brought in. joining(): names are to be joined."""

    importing = Signal()
    joining = Signal()

    def __init__(self, feedback: Feedback, results: TestResults, canvas: Canvas) -> None:
        super().__init__()
        self._feedback, self._results, self._canvas = feedback, results, canvas
        self._words = words = feedback.desk.words
        self.setObjectName("board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filters = Filters(words)
        self.list = EntryList(words("figures.list"), words)
        self.list.dress(Face(self.list.viewport(), words))
        self.comments = EntryList(words("figures.comments"), words)
        self.comments.dress(Face(self.comments.viewport(), words))
        self.comments.setToolTip(words("figures.comments_hint"))
        self.trend = Trend(words)
        self.measure = MeasureBox(words)
        self.name, self.count = plain("", "detail", wrapped=True), plain("", "caption", wrapped=True)
        self.quiet = plain("", "quiet", wrapped=True)
        for label in (self.name, self.count, self.quiet):
            label.setIndent(0)
        self.bring = QPushButton(words("figures.import"))
        self.real = QPushButton()
        self.names = QPushButton()
        self.detail = QWidget()
        self.setFocusProxy(self.list)
        self._arrange()
        self._connect()

    def take_focus(self) -> None:
        """The list has the keyboard; the button that brings in a table where there is none."""
        self.refresh()
        if self.list.rows.entries:
            self.list.take_focus()
        elif self.real.isVisible():
            self.real.setFocus()
        else:
            self.bring.setFocus()

    def refresh(self) -> None:
        """Shows what there is now."""
        feedback, words = self._feedback, self._words
        entries = (*self._told(), *self._tests())
        self.list.show_entries(entries)
        self.filters.show_choices(feedback.segments, feedback.months, feedback.sieve, feedback.desk.project.segments)
        heard = bool(feedback.desk.project.surveys)
        self.filters.setVisible(heard)
        self.list.setVisible(bool(entries))
        self._show_quiet(not entries)
        open_ = len(feedback.unmatched)
        code = counted(words, "figures.names_one", "figures.names", open_) if open_ else words("figures.names_all")
        self.names.setText(code)
        self.names.setVisible(heard)
        self._show_detail()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _show_quiet(self, empty: bool) -> None:
        """Why nothing is told, and the way to the map of which something is."""
        feedback, words = self._feedback, self._words
        shown, answered = feedback.desk.journey, feedback.answered
        elsewhere = feedback.desk.project.surveys and shown is not answered
        ideal = bool(elsewhere) and not feedback.told
        self.quiet.setVisible(empty or ideal)
        self.real.setVisible(ideal)
        if ideal and shown and answered:
            names = {"map": map_name(shown, words), "other": map_name(answered, words)}
            self.quiet.setText(words("figures.ideal").format(**names))
            self.real.setText(words("figures.go_real").format(map=_unmarked(names["other"])))
        else:
            self.quiet.setText(words("figures.none_here" if feedback.desk.project.surveys else "figures.empty"))

    def _go_real(self) -> None:
        """To the map that answers are about."""
        answered = self._feedback.answered
        if answered is not None:
            self._feedback.desk.show_map(answered.id)
            self.take_focus()

    def _told(self) -> list[Entry]:
        return [
            Entry(Sort.TOLD, " ".join(one.place.name.split()), one.place.where, one.place.thing, one)
            for one in self._feedback.told
        ]

    def _tests(self) -> list[Entry]:
        """What each experiment with results says, under a heading."""
        told = [
            Entry(Sort.TEST, "\n".join(said), " ".join(card.text.split()), card.id)
            for card, said in self._results.told
            if said
        ]
        return [Entry(Sort.HEADING, self._words("figures.tests")), *told] if told else []

    def _show_detail(self) -> None:
        """Trend and comments of the touchpoint that is chosen."""
        chosen = self.list.chosen
        told = chosen.told if chosen else None
        self.detail.setVisible(told is not None)
        if chosen is None or told is None:
            return
        self.name.setText(chosen.text)
        self._show_trend()
        try:
            with waiting():  # many are read from a file of their own
                found = self._feedback.comments(chosen.thing)
        except StorageError as error:
            self.comments.show_entries(())
            self.count.setText(str(error))
            return
        self.comments.show_entries(tuple(self._said(comment) for comment in found))
        words = self._words
        heading = counted(words, "figures.comments_one", "figures.comments_several", len(found))
        self.count.setText(heading if found else words("figures.comments_none"))

    def _show_trend(self) -> None:
        """The trend of what is chosen, by the figure that is asked for."""
        chosen = self.list.chosen
        if chosen is not None and chosen.told is not None:
            points = self._feedback.trend(chosen.thing)
            recommended = self._feedback.trend(chosen.thing, RECOMMENDING)
            self.measure.offer(offered((*points, *recommended)))
            measure = self.measure.measure
            self.trend.show_points(recommended if measure == NPS else points, chosen.text, measure)

    def _said(self, comment: Comment) -> Entry:
        one = comment.response
        date = day_name(one.date, self._words)
        score = "" if one.score is None else figure(one.score, self._words, 2)
        segment = marked(one.segment, self._feedback.desk.project.segments)
        aside = " · ".join(filter(None, (date, segment, score)))
        known = self._words("figures.on_map") if comment.quote else ""
        return Entry(Sort.COMMENT, one.comment, aside, one.id, marked=known, about=comment)

    def _go(self, entry: Entry, onwards: bool) -> None:
        """To the thing on the map; with a key the keyboard goes to the comments, or along."""
        reached = go_to(self._feedback.desk, (entry.thing,))
        if reached:
            self._canvas.point_out(reached)
        if onwards and self.comments.rows.entries and self.detail.isVisible():
            self.comments.take_focus()
        elif onwards and reached:
            self._canvas.setFocus()

    def _quote(self, entry: Entry, _onwards: bool) -> None:
        """A comment becomes a quote; one that is a quote already is gone to."""
        comment, chosen = entry.about, self.list.chosen
        if not isinstance(comment, Comment) or chosen is None:
            return
        desk = self._feedback.desk
        if comment.quote:
            go_to(desk, (comment.quote,))
        else:
            self._feedback.quote(comment, chosen.thing)
        self._canvas.point_out(desk.selected)

    def _look(self, sieve: Sieve) -> None:
        self._feedback.look(sieve)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _back(self) -> None:
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.pressed_on.connect(self._go)
        self.list.stood_on.connect(self._show_detail)
        self.list.left.connect(self._canvas.setFocus)
        self.comments.pressed_on.connect(self._quote)
        self.comments.left.connect(self._back)
        self.measure.told.connect(self._show_trend)
        self.filters.changed.connect(self._look)
        self.bring.clicked.connect(self.importing)
        self.real.clicked.connect(self._go_real)
        self.names.clicked.connect(self.joining)
        self._feedback.changed.connect(self._follow)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(GAP)
        heading = QLabel(self._words("figures.heading"))
        heading.setObjectName("boardhead")
        heading.setIndent(0)
        column.addWidget(heading)
        column.addWidget(self.filters)
        column.addWidget(self.quiet)
        ways = QHBoxLayout()
        ways.setContentsMargins(MARGIN, 0, MARGIN, 0)
        ways.addWidget(self.real)
        ways.addStretch(1)
        column.addLayout(ways)
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, 0, MARGIN, 0)
        inner.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.measure, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(top)
        for widget in (self.trend, self.count):
            inner.addWidget(widget)
        below = QVBoxLayout(self.detail)
        below.setContentsMargins(0, GAP, 0, 0)
        below.setSpacing(0)
        below.addLayout(inner)
        below.addWidget(self.comments, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.list)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([1000, 1000])  # px that no panel has: each gets half
        column.addWidget(self.split, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 0, MARGIN, 0)
        foot.setSpacing(GAP)
        foot.addWidget(self.bring)
        foot.addWidget(self.names, 1)
        column.addLayout(foot)


def _unmarked(name: str) -> str:
    """As the words of a button, in which “&” would mark a key."""
    return shortened(name, SHORT).replace("&", "&&")
