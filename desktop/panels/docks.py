"""The panels round the canvas: docked at its sides, to be hidden, moved and floated."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.theme import colour
from desktop.panels.whence import Whence

WIDTHS = {
    "palette": 208,
    "outline": 280,
    "inspector": 288,
    "show": 320,
    "votes": 320,
    "tray": 272,
    "photos": 400,
    "history": 320,
    "coverage": 336,
    "coach": 320,
    "review": 320,
    "feedback": 352,
}
LEAST = {
    "palette": 176,
    "outline": 200,
    "inspector": 240,
    "show": 280,
    "votes": 280,
    "tray": 216,
    "photos": 320,
    "history": 240,
    "coverage": 288,
    "coach": 272,
    "review": 272,
    "feedback": 304,
}
Enter = Callable[[], object]
NARROW = 1200
"""Px of window width below which the inspector is not shown at first."""

MAP = 640
"""Px of the window's width that are left to the map as long as a panel can make way."""

TITLE = 16
"""Px of a panel's head, by which it is moved."""

VERSION = 1
LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Docks:
    """The docks of a window by name: palette and outline at the left, inspector at the right."""

    def __init__(self, window: QMainWindow, words: Words) -> None:
        self._window = window
        self._words = words
        self._arranged = False
        self._enter: dict[str, Enter] = {}
        self._away: dict[str, list[str]] = {}
        self._whence: dict[str, Whence] = {}
        self.docks: dict[str, QDockWidget] = {}

    def add(
        self, name: str, panel: QWidget, area: Qt.DockWidgetArea, enter: Enter | None = None, *, shown: bool = True
    ) -> None:
        """Docks a panel; its name is that of its words and of its entry in WIDTHS. `enter` gives it the keyboard."""
        dock = QDockWidget(self._words(f"panel.{name}"), self._window)
        dock.setObjectName(name)
        dock.setAllowedAreas(LEFT | RIGHT)
        dock.setTitleBarWidget(Head(dock, self._words("panel.hide"), partial(self._show, name, shown=False)))
        dock.setWidget(panel)
        panel.setMinimumWidth(max(panel.minimumWidth(), LEAST[name]))
        self._window.addDockWidget(area, dock)
        beside = next((other for other in self.docks.values() if self._window.dockWidgetArea(other) == area), None)
        if beside is not None:
            self._window.splitDockWidget(beside, dock, Qt.Orientation.Horizontal)
        dock.setVisible(shown)
        self.docks[name] = dock
        if enter is not None:
            self._enter[name] = enter

    def follow(self, name: str, action: QAction) -> None:
        """Ticks an action while the panel is shown, however it came to be so."""
        toggled = self.docks[name].toggleViewAction()
        action.setChecked(toggled.isChecked())
        toggled.toggled.connect(action.setChecked)

    def arrange(self, width: int) -> None:
        """The usual places, for a window of this width that nobody has arranged: a narrow one has no inspector."""
        if self._arranged:
            return
        self._arranged = True
        self.docks["inspector"].setVisible(width >= NARROW)
        shown = [name for name, dock in self.docks.items() if not dock.isHidden()]
        docks, widths = [self.docks[name] for name in shown], [WIDTHS[name] for name in shown]
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def show_palette(self, shown: bool) -> None:
        self._show("palette", shown)

    def show_inspector(self, shown: bool) -> None:
        self._show("inspector", shown)

    def show_outline(self, shown: bool) -> None:
        """The outline is there for the keyboard, so it takes it."""
        self._show("outline", shown)
        if shown:
            self.enter_outline()

    def enter_inspector(self) -> None:
        """Shows the inspector and goes on there."""
        self._go_to("inspector")

    def enter_outline(self) -> None:
        """Shows the outline and goes on there."""
        self._go_to("outline")

    def enter(self, name: str) -> None:
        """Shows a panel and goes on there."""
        self._go_to(name)

    def show(self, name: str) -> None:
        """Shows a panel; whoever has the keyboard keeps it."""
        self._show(name, True)
        self.docks[name].raise_()

    def hide(self, name: str) -> None:
        """The panel goes."""
        self._show(name, False)

    def call(self, name: str, otherwise: QWidget | None = None) -> bool:
        """Shows a panel and gives it the keyboard; where it has that already it goes, and the keyboard is back where it
        was before, or else in `otherwise`. Whether the panel is shown now.
        """
        dock = self.docks[name]
        focused = QApplication.focusWidget()
        if dock.isVisible() and focused is not None and dock.isAncestorOf(focused):
            self._show(name, False)
            self._whence.pop(name, Whence()).back(otherwise)
            return False
        self._whence[name] = whence = Whence()
        whence.note()
        self._go_to(name)
        return True

    def _go_to(self, name: str) -> None:
        self._show(name, True)
        self.docks[name].raise_()  # it may lie under another one
        self._enter[name]()

    def _show(self, name: str, shown: bool) -> None:
        """A panel that comes back beside others takes no room from them, and leaves them none when it goes.

        Where the map would be left too little, others of its side make way until it goes again.
        """
        dock = self.docks[name]
        if dock.isVisible() == shown:
            return
        if shown and not dock.isFloating():
            self._make_way(name)
        widths = {each: each.width() for each in self._beside(dock)}
        dock.setVisible(shown)
        if shown and not dock.isFloating():
            widths[dock] = WIDTHS[name]
        for back in () if shown else self._away.pop(name, ()):
            self.docks[back].setVisible(True)
            widths[self.docks[back]] = WIDTHS[back]
        self._window.resizeDocks(list(widths), list(widths.values()), Qt.Orientation.Horizontal)

    def _beside(self, dock: QDockWidget) -> list[QDockWidget]:
        """The other panels that take room from the map."""
        return [each for each in self.docks.values() if each is not dock and each.isVisible() and not each.isFloating()]

    def _make_way(self, name: str) -> None:
        dock = self.docks[name]
        beside, area = self._beside(dock), self._window.dockWidgetArea(dock)
        left = self._window.width() - WIDTHS[name] - sum(each.width() for each in beside)
        for each in (each for each in beside if self._window.dockWidgetArea(each) == area):
            if left < MAP:
                left += each.width()
                each.setVisible(False)
                self._away.setdefault(name, []).append(each.objectName())

    def state(self) -> bytes:
        """Where the panels stand and which are shown."""
        return bytes(self._window.saveState(VERSION).data())

    def restore(self, state: bytes) -> None:
        """Puts the panels where they once were; a state from another version or without meaning changes nothing."""
        self._arranged = bool(state) and self._window.restoreState(state, VERSION)


class Head(QWidget):
    """The slim head of a panel: a grip to take hold of and a button that hides the panel, seen while pointed at.

    `hide` names the button, `then` is what it does.
    """

    def __init__(self, dock: QDockWidget, hide: str, then: Callable[[], None]) -> None:
        super().__init__(dock)
        self.setFixedHeight(TITLE)
        self._pointed = False
        self.button = QToolButton(self)
        self.button.setObjectName("dockhide")
        self.button.setIcon(icon("close"))
        self.button.setToolTip(hide)
        self.button.setAccessibleName(hide)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setFixedSize(TITLE, TITLE)
        self.button.clicked.connect(then)
        self.button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.button)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._point(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(False)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        if self._pointed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("handle"))
            painter.drawRoundedRect(self.width() // 2 - 14, 6, 28, 4, 2, 2)
        painter.end()

    def _point(self, pointed: bool) -> None:
        self._pointed = pointed
        self.button.setVisible(pointed)
        self.update()
