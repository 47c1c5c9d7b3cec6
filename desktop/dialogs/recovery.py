"""What was not saved when the program ended: the first thing that a frightened person sees, so it is said calmly."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.buttons import press_focused
from desktop.dialogs.recoveryrow import Decision, Found, RecoveryRow
from desktop.layout.names import counted
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.storage.recoveries import Recovery

MARK = 44
WIDTH = 680
TALLEST = 440
"""Px of the list before it is scrolled: three rows, and a part of the fourth that tells of more."""

EDGE = 12
"""Px at the right of the list that belong to its scroll bar, whether there is one or not."""

Picturer = Callable[[Recovery], QImage | None]


class RecoveryDialog(QDialog):
    """decided(decision, recovery): what to do with one; whoever does it shows what is left by `show_found`.

    asked_for_report: what is known of the fault that ended the program. `picture` is asked for one at a time, when
    there is nothing else to do, and only for rows that are shown.
    """

    decided = Signal(object, object)
    asked_for_report = Signal()

    def __init__(self, words: Words, locale: QLocale, picture: Picturer, *, faulted: bool = False) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("recoveries")
        self.setWindowTitle(words("recovery.title"))
        self._words = words
        self._locale = locale
        self._picture = picture
        self._known: dict[str, QImage | None] = {}
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._painting.timeout.connect(self._paint_next)
        self.rows: list[RecoveryRow] = []
        self._make_words()
        self._make_lists()
        self._make_foot()
        self._arrange(faulted=faulted)
        self.show_found((), ())

    def show_found(self, kept: Sequence[Found], discarded: Sequence[Found]) -> None:
        """These and no others, latest first; the keyboard stays with its row, or about where that was."""
        at = next((number for number, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget() or self)), -1)
        before = self.rows[at].found.recovery.id if at >= 0 else ""
        alone = len(kept) == 1
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(found, strong=alone) for found in (*kept, *discarded)]
        self._fill(self._kept, self.rows[: len(kept)])
        self._fill(self._discarded, self.rows[len(kept) :])
        self._tell(kept, discarded)
        if at >= 0:
            self._go_to(next((number for number, row in enumerate(self.rows) if row.found.recovery.id == before), at))
        self._painting.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._painting.start()
        first = (
            self.all if self.all.isVisible() else next(iter(self.rows[0].buttons.values())) if self.rows else self.later
        )
        first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses what has the focus."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._painting.stop()
        super().hideEvent(event)

    def say(self, sentence: str) -> None:
        """What has been done, below the list."""
        self.note.setText(sentence)
        self.note.show()
        self._fit()

    def _make_words(self) -> None:
        self.heading = plain("", "heading", wrapped=True)
        self.told = plain("", "told", wrapped=True)
        self.report = QPushButton(self._words("recovery.report"))
        self.report.setAutoDefault(False)
        self.report.clicked.connect(self.asked_for_report)
        self.faulted = QFrame()
        self.faulted.setObjectName("notice")
        row = QHBoxLayout(self.faulted)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(plain(self._words("recovery.faulted"), "told", wrapped=True), 1)
        row.addWidget(self.report)

    def _make_lists(self) -> None:
        self._kept, self._discarded = QVBoxLayout(), QVBoxLayout()
        self._bin = QWidget()
        self._bin.setLayout(self._discarded)
        self.fold = QToolButton()
        self.fold.setObjectName("fold")
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.toggled.connect(self._show_bin)
        self._page = QWidget()
        self._page.setObjectName("recoverypage")
        column = self._column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, EDGE, 0)
        column.setSpacing(8)
        for layout in (self._kept, self._discarded):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
        column.addLayout(self._kept)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._bin)
        column.addStretch(1)
        self.list = QScrollArea()
        self.list.setWidget(self._page)
        self.list.setWidgetResizable(True)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # its hint is of before
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        self._bin.hide()
        self.fold.setArrowType(Qt.ArrowType.RightArrow)

    def _make_foot(self) -> None:
        self.note = plain(self._words("recovery.stays"), "note", wrapped=True)
        self.later, self.all = QPushButton(), QPushButton(self._words("recovery.all"))
        self.all.setObjectName("strong")
        self.all.clicked.connect(self._restore_all)
        self.later.clicked.connect(self.reject)
        for button in (self.later, self.all):
            button.setAutoDefault(False)

    def _arrange(self, *, faulted: bool) -> None:
        self.faulted.setVisible(faulted)
        notice = QHBoxLayout()
        notice.setContentsMargins(0, 0, EDGE, 0)
        notice.addWidget(self.faulted)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.setContentsMargins(0, 0, EDGE, 0)
        foot.addWidget(self.note, 1)
        foot.addStretch()
        foot.addWidget(self.later)
        foot.addWidget(self.all)
        column = self._whole = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24 - EDGE, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addLayout(notice)
        column.addWidget(self.list, 1)
        column.addStretch()
        column.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        drawn = QLabel()
        drawn.setPixmap(QApplication.windowIcon().pixmap(MARK, MARK))
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self.heading)
        lines.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return row

    def _row(self, found: Found, *, strong: bool) -> RecoveryRow:
        row = RecoveryRow(found, self._words, self._locale, strong=strong and not found.discarded)
        row.decided.connect(self.decided)
        if found.recovery.id in self._known:
            row.picture.show_image(self._known[found.recovery.id])
        return row

    def _fill(self, column: QVBoxLayout, rows: Sequence[RecoveryRow]) -> None:
        for row in rows:
            column.addWidget(row)
            row.show()  # now, so that its place is known

    def _tell(self, kept: Sequence[Found], discarded: Sequence[Found]) -> None:
        """The words round the lists."""
        count = len(kept)
        self.heading.setText(
            counted(self._words, "recovery.one", "recovery.several", count) if count else self._words("recovery.none")
        )
        self.told.setText(self._words("recovery.told" if count else "recovery.none_told"))
        self.all.setVisible(sum(not found.wary for found in kept) > 1)
        self.note.setText(self._words("recovery.stays"))
        self.note.setVisible(count > 0)
        self.later.setText(self._words("recovery.later" if count else "answer.close"))
        self.fold.setText(self._words("recovery.discarded").format(count=len(discarded)))
        self.fold.setVisible(bool(discarded))
        self._bin.setVisible(bool(discarded) and self.fold.isChecked())
        self.list.setVisible(bool(self.rows))
        self._fit()

    def _fit(self) -> None:
        """As high as what there is to show, but no higher than a small screen."""
        self._page.ensurePolished()
        self._column.activate()  # rows that have just gone are still counted otherwise
        self.list.setMinimumHeight(min(self._page.sizeHint().height(), TALLEST))
        self._whole.activate()
        self.resize(WIDTH, self._whole.minimumHeightForWidth(WIDTH))

    def _keep_edge(self, _least: int, most: int) -> None:
        """The rows are as wide with a scroll bar as without."""
        self._column.setContentsMargins(0, 0, 0 if most else EDGE, 0)

    def _show_bin(self, shown: bool) -> None:
        self.fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._bin.setVisible(shown)
        self._fit()
        self._painting.start()

    def _go_to(self, number: int) -> None:
        """The keyboard goes to this row, or to one that is not folded away, and all of that row is seen."""
        shown = [row for row in self.rows if self.fold.isChecked() or not row.found.discarded]
        if not shown:
            self.later.setFocus()
            return
        row = shown[min(number, len(shown) - 1)]
        next(iter(row.buttons.values())).setFocus()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.list.ensureWidgetVisible(row, 0, 0)

    def _restore_all(self) -> None:
        """All but those that have ended the program before: these need a decision of their own."""
        for row in list(self.rows):
            if not row.found.discarded and not row.found.wary:
                row.press(Decision.RESTORE)

    def _paint_next(self) -> None:
        """One picture, then whatever else is waiting, then the next one."""
        row = next((row for row in self.rows if row.isVisible() and not row.picture.asked), None)
        if row is not None:
            row.picture.asked = True
            self._painting.start()
            made = self._known[row.found.recovery.id] = self._picture(row.found.recovery)
            row.picture.show_image(made)
