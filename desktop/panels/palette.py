"""The palette: every kind that may stand on a map, with its key; clicked or dragged onto the map."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCursor, QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.canvas.canvas import Canvas
from desktop.canvas.place import PlaceKind
from desktop.canvas.tools import Keys
from desktop.desk.desk import Desk
from desktop.desk.place import Place
from desktop.document.journey import JourneyMap
from desktop.document.kinds import CARD_KINDS, LANE_OF_KIND, OTHER_KINDS
from desktop.layout.colour import mixed
from desktop.layout.names import name_of
from desktop.layout.style import Style
from desktop.panels.entry import Entry, Swatch
from desktop.panels.icons import icon

GROUPS = {
    "structure": ("stage", "step", "lane"),
    "customer": ("touchpoint", "action", "thought", "quote", "emotion", "need"),
    "improve": ("pain", "opportunity", "tactic", "experiment"),
    "more": ("backstage", "metric", "picture", "note", "channel"),
}
LETTERS = {kind.key: kind.letter for kind in (*CARD_KINDS, *OTHER_KINDS)}
TINT = 0.12
"""How much of the edge's colour is in the fill, at least: white fills would not be seen on white."""


class Palette(QScrollArea):
    """Shows the kinds that the map's lanes use; the rest is folded away. Structure is always there."""

    def __init__(
        self,
        desk: Desk,
        canvas: Canvas,
        style: Style,
        choose: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`choose` asks for pictures and places them."""
        super().__init__(parent)
        self._choose = choose
        self._desk = desk
        self._canvas = canvas
        self._style = style
        self._used: frozenset[str] | None = None
        self.entries = {kind: self._entry(kind) for group in GROUPS.values() for kind in group}
        self.captions = {name: self._caption(name) for name in GROUPS}
        self.more = self._more_button()
        self.setObjectName("palette")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setAccessibleName(desk.words("panel.palette"))
        self.setWidget(self._column())
        desk.shown.connect(self._follow)
        self._follow()

    @property
    def shown(self) -> list[Entry]:
        """The entries that are not folded away, from the top."""
        return [entry for entry in self.entries.values() if not entry.isHidden()]

    def place(self, kind: str) -> None:
        """One at the dashed slot; its text is written at once, a picture is chosen first."""
        if kind == "picture" and self._choose is not None:
            self._choose()
            return
        draft = Place(self._desk).place(kind)
        self._canvas.setFocus()
        if draft is not None:
            self._canvas.write(draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from entry to entry."""
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        stops: list[QWidget] = [*self.shown, *([] if self.more.isHidden() else [self.more])]
        at = next((index for index, stop in enumerate(stops) if stop.hasFocus()), None)
        way = ways.get(Qt.Key(event.key()))
        if at is None or way is None:
            super().keyPressEvent(event)
            return
        stop = stops[(at + way) % len(stops)]
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(stop)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _entry(self, kind: str) -> Entry:
        words, letter = self._desk.words, LETTERS[kind]
        name = name_of("kind", kind, words)
        entry = Entry(kind, name, letter, self._swatch(kind))
        tip = words("palette.tip").format(kind=name)
        entry.setToolTip(f"{tip} (F4, {letter.upper()})" if letter else tip)
        entry.setAccessibleName(name)
        entry.clicked.connect(self._place_clicked)
        entry.lifted.connect(self._lift)
        entry.carried.connect(self._carry)
        entry.dropped.connect(self._drop)
        return entry

    def _swatch(self, kind: str) -> Swatch:
        style = self._style
        if kind == "emotion":
            edge, fill = style.curves[0].colour, style.curves[0].fill
        elif kind in ("stage", "step", "lane"):
            edge = {"stage": style.colours["stage"], "lane": style.colours["ink-3"]}.get(kind, "")
            edge, fill = edge or mixed(style.colours["stage"], "#FFFFFF", 0.35), "#FFFFFF"
        else:
            edge, fill = style.kind(kind).edge, style.kind(kind).fill
        return Swatch(edge, mixed(fill, edge, TINT), style.icons.get(kind, ()))

    def _caption(self, name: str) -> QLabel:
        label = QLabel(self._desk.words(f"palette.{name}").upper())
        label.setObjectName("caption")
        font = QFont(label.font())
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        label.setFont(font)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("more")
        button.setText(self._desk.words("palette.others"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setIcon(icon("right"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self._unfold)
        return button

    def _column(self) -> QWidget:
        self._rest = QVBoxLayout()
        self._groups = {name: QVBoxLayout() for name in GROUPS}
        page = QWidget()
        page.setObjectName("palettepage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 16)
        column.setSpacing(0)
        for name, group in self._groups.items():
            column.addWidget(self.captions[name])
            column.addLayout(group)
        column.addWidget(self.more)
        column.addLayout(self._rest)
        column.addStretch(1)
        for layout in (self._rest, *self._groups.values()):
            layout.setSpacing(0)
        return page

    def _follow(self) -> None:
        """Sorts the entries anew where the map's lanes have come to use other kinds."""
        if not self.isVisible() and self._used is not None:
            return
        self._wear(self._canvas.studio.style)
        journey = self._desk.journey
        self.setEnabled(journey is not None)
        used = used_kinds(journey) if journey else frozenset(GROUPS["structure"])
        if used != self._used:
            self._used = used
            self._sort(used)

    def _sort(self, used: frozenset[str]) -> None:
        for name, kinds in GROUPS.items():
            for kind in kinds:
                entry = self.entries[kind]
                (self._groups[name] if kind in used else self._rest).addWidget(entry)
                entry.setVisible(kind in used or self.more.isChecked())
            self.captions[name].setVisible(not used.isdisjoint(kinds))
        self.more.setVisible(len(used) < len(self.entries))

    def _unfold(self, unfolded: bool) -> None:
        self.more.setIcon(icon("down" if unfolded else "right"))
        for kind in self.entries.keys() - (self._used or frozenset()):
            self.entries[kind].setVisible(unfolded)

    def _place_clicked(self) -> None:
        entry = self.sender()
        if isinstance(entry, Entry):
            self.place(entry.kind)

    def _lift(self, at: QPointF) -> None:
        """A gesture of the canvas, which has the focus from now on, so that Escape ends it."""
        entry, canvas = self.sender(), self._canvas
        if isinstance(entry, Entry) and canvas.has_scene:
            canvas.stop_writing()
            canvas.setFocus()
            canvas.begin(PlaceKind(canvas, entry.kind, self._on_canvas(at)))

    def _carry(self, at: QPointF, keys: Keys) -> None:
        self._canvas.move_tool(self._on_canvas(at), keys)
        self._show_cursor(self._canvas.viewport().cursor())

    def _drop(self, at: QPointF, keys: Keys) -> None:
        self._show_cursor(QCursor(Qt.CursorShape.ArrowCursor))
        self._canvas.end_tool(self._on_canvas(at), keys)

    def _wear(self, style: Style) -> None:
        """Stages and steps have the accent that they have on the map."""
        if style.colours["stage"] != self._style.colours["stage"]:
            self._style = style
            for kind in GROUPS["structure"]:
                self.entries[kind].show_swatch(self._swatch(kind))

    def _show_cursor(self, cursor: QCursor) -> None:
        """The entry that was pressed holds the pointer, and its cursor is the one that is seen."""
        entry = self.sender()
        if isinstance(entry, Entry):
            entry.setCursor(cursor)

    def _on_canvas(self, at: QPointF) -> QPointF:
        return self._canvas.viewport().mapFromGlobal(at)


def used_kinds(journey: JourneyMap) -> frozenset[str]:
    """The kinds that the map's lanes are for, and those that build it."""
    lanes = {lane.kind for lane in journey.lanes}
    return frozenset((*GROUPS["structure"], *(kind for kind, lane in LANE_OF_KIND.items() if lane in lanes)))
