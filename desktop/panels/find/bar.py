"""The bar in which one finds and replaces, above the map."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.canvas.canvas import Canvas
from desktop.canvas.viewer import single_shot
from desktop.desk.desk import Desk
from desktop.desk.finding import Finding, Wanted
from desktop.desk.landmarks import Landmarks
from desktop.desk.replacing import Match
from desktop.document.project import Project
from desktop.layout.names import name_of
from desktop.panels.find.fields import CONTROL, SHIFT, FindField
from desktop.panels.find.listing import HEIGHT, Matches, MatchFace, landmark
from desktop.panels.find.marks import FoundMarks
from desktop.panels.find.places import Places
from desktop.panels.flow import Flow
from desktop.panels.icons import icon
from desktop.scribe.seek import Manner

SEEN, GAP, COUNT = 5, 4, 64
"""Rows of the list that are seen at most; px between what stands side by side; px for “3 of 17”."""

SHARES = 3, 8
"""Of the width for the line that is typed and what stands beside it."""

PAUSE = 60
"""Ms without a key until what is typed is looked for."""

STRICT = ("case", "words", "accents")


class FindBar(QFrame):
    """Is there from Ctrl+F to Escape. `hand_in` makes what is written count; `reveal` shows what is in the tray."""

    def __init__(self, desk: Desk, canvas: Canvas, hand_in: Callable[[], None], reveal: Callable[[str], None]) -> None:
        super().__init__()
        self.finding = Finding(desk)
        self._desk = desk
        self._canvas = canvas
        self._hand_in = hand_in
        self._reveal = reveal
        self._landmarks = Landmarks(desk)
        self._project: Project | None = None
        self._visited: Match | None = None
        self._pause = single_shot(self, PAUSE, self._seek)
        self._marks = FoundMarks(self.finding)
        canvas.veils.append(self._marks.paint)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.hide()

    def call(self) -> None:
        """Finds; with the cursor in the line."""
        self._open(replacing=False)

    def call_replace(self) -> None:
        """Finds and replaces."""
        self._open(replacing=True)

    def leave(self) -> None:
        """Back to the map, which has no more rings."""
        self.hide()
        self._canvas.setFocus()

    def replace_one(self) -> None:
        """The current match, and on to the next."""
        self._catch_up()
        if self.finding.replace_one(self.by.text()):
            self._go_there()

    def replace_all(self) -> None:
        """All that are found, as one step."""
        self._catch_up()
        self.finding.replace_all(self.by.text())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        self._marks.resting = True
        self._canvas.repaint_marks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the buttons have no use for."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _open(self, *, replacing: bool) -> None:
        self._hand_in()
        for part in (self.by, self.one, self.all):
            part.setVisible(replacing)
        self._marks.resting = False
        self.show()
        self._seek()
        again = replacing and self.field.hasFocus() and bool(self.field.text())
        line = self.by if again else self.field
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def _make_parts(self) -> None:
        words = self._desk.words
        self.setObjectName("find")
        self.setAccessibleName(words("find.name"))
        self.field, self.by = FindField(words("find.what")), FindField(words("find.by"))
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setObjectName("findtold")
        self.told.setMinimumWidth(COUNT)
        self.before, self.behind = self._button("up", "find.before"), self._button("down", "find.behind")
        self.strict = {name: self._toggle(f"find.{name}", f"find.{name}_tip") for name in STRICT}
        self.places = Places(words)
        self.close_button = self._button("close", "find.close")
        self.one, self.all = self._deed("find.one"), self._deed("find.all")
        self._rows = Matches(self._where, self)
        self.list = QListView()
        self.list.setObjectName("findlist")
        self.list.setModel(self._rows)
        self.list.setItemDelegate(MatchFace(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(words("find.list"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        ways = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # on a narrow window they take two lines
        ways.setSizePolicy(policy)
        flow = Flow(GAP, ways)
        for button in (*self.strict.values(), self.places):
            flow.addWidget(button)
        first = _row(self.told, self.before, self.behind)
        first.addWidget(ways, 1)
        first.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        second = _row(self.one, self.all)
        second.addStretch()
        rows = QGridLayout()
        rows.setSpacing(GAP)
        for line, (field, rest) in enumerate(((self.field, first), (self.by, second))):
            rows.addWidget(field, line, 0, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(rest, line, 1)
        for place, share in enumerate(SHARES):
            rows.setColumnStretch(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(GAP)
        column.addLayout(rows)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        for line in (self.field, self.by):
            line.moved.connect(self._go)
            line.left.connect(self.leave)
        self.field.textChanged.connect(self._pause.start)
        self.field.entered.connect(self._enter)
        self.by.entered.connect(self._enter_by)
        for toggle in self.strict.values():
            toggle.toggled.connect(self._seek)
        self.places.toggled_any.connect(self._seek)
        self.before.clicked.connect(self._go_before)
        self.behind.clicked.connect(self._go_behind)
        self.close_button.clicked.connect(self.leave)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        self.list.clicked.connect(self._click)
        self.finding.changed.connect(self._show_found)
        self._desk.shown.connect(self._follow)

    def _seek(self) -> None:
        self._pause.stop()
        strict = {name: toggle.isChecked() for name, toggle in self.strict.items()}
        self._project = self._desk.project
        self.finding.seek(Wanted(self.field.text(), Manner(**strict), self.places.ticked))
        current = self.finding.current
        if current is not None and current.passage.map_id == self._desk.map_id:
            self._canvas.point_out((current.passage.thing,))

    def _catch_up(self) -> None:
        """What is being written counts, and what was typed last is looked for."""
        self._hand_in()
        if self._pause.isActive():
            self._seek()
        else:
            self.finding.refresh()

    def _follow(self) -> None:
        if self.isVisible() and self._desk.project is not self._project:
            self._project = self._desk.project
            self.finding.refresh()

    def _go_before(self) -> None:
        self._go(-1)

    def _go_behind(self) -> None:
        self._go(1)

    def _go(self, by: int) -> None:
        """To the next match; the first time to the one that was found while typing."""
        if self._pause.isActive():
            self._seek()
        if self._visited is self.finding.current or by < 0:
            self.finding.go(by)
        self._go_there()

    def _enter(self, held: Qt.KeyboardModifier) -> None:
        self._go(-1 if held & SHIFT else 1)

    def _enter_by(self, held: Qt.KeyboardModifier) -> None:
        if held & CONTROL:
            self.replace_all()
        elif held & SHIFT:
            self._go(-1)
        else:
            self.replace_one()

    def _click(self, index: QModelIndex) -> None:
        self.finding.choose(index.row())
        self._go_there()

    def _go_there(self) -> None:
        """Shows the current match and selects what holds it; the focus stays here."""
        match = self._visited = self.finding.current
        if match is None:
            return
        passage, focused = match.passage, self.field if self.field.hasFocus() else self.by
        if not passage.map_id or passage.kind in ("map", "task"):
            self._desk.show_map(passage.map_id or self._desk.map_id)
            self._desk.select(())
        else:
            self._landmarks.go(landmark(match))
        if passage.home:
            self._reveal(passage.thing)
            focused.setFocus()
        else:
            self._canvas.point_out((passage.thing,))

    def _show_found(self) -> None:
        words, found = self._desk.words, self.finding
        count = len(found.matches)
        none = words("find.none") if self.field.text() else ""
        self.told.setText(words("find.count").format(at=found.at + 1, count=count) if count else none)
        self.told.setAccessibleName(self.told.text())
        self.setProperty("nothing", bool(none) and not count)
        self._rows.show_matches(found.matches)
        self.list.setVisible(count > 0)
        self.list.setFixedHeight(HEIGHT * min(count, SEEN))
        if found.at >= 0:
            self.list.setCurrentIndex(self._rows.index(found.at))
        for button in (self.before, self.behind, self.one, self.all):
            button.setEnabled(count > 0)
        self._canvas.repaint_marks()

    def _where(self, match: Match) -> str:
        kind = name_of("kind", match.passage.kind, self._desk.words)
        if kind == match.passage.kind:
            kind = self._desk.words(f"landmark.{kind}")
        return " · ".join(filter(None, (kind, self._landmarks.where(landmark(match)))))

    def _button(self, drawing: str, code: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(drawing))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(self._desk.words(code))
        button.setAccessibleName(self._desk.words(code))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _toggle(self, code: str, tip: str) -> QToolButton:
        button = self._deed(code)
        button.setCheckable(True)
        button.setToolTip(self._desk.words(tip))
        button.setAccessibleName(self._desk.words(tip))
        return button

    def _deed(self, code: str) -> QToolButton:
        button = QToolButton()
        button.setText(self._desk.words(code))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return row
