"""The maps of a project as tabs: chosen, named, moved; and the button that adds one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QTabBar, QToolButton, QWidget

from desktop.document.journey import JourneyMap
from desktop.document.kinds import STATUSES
from desktop.layout.short import LONGEST, shortened
from desktop.layout.style import Words
from desktop.panels.icons import icon
from desktop.panels.tips import tip

NARROWEST = 160
"""Px that there are for writing a title."""


class MapBar(QTabBar):
    """Tells what a hand does: chosen(map), renamed(map, title), moved(map, the map before which it stands now).

    left(): a title has been written or given up, and the keys are free.
    """

    chosen = Signal(str)
    renamed = Signal(str, str)
    moved = Signal(str, str)
    menu_asked = Signal(QPoint)
    left = Signal()
    refused = Signal()
    """A title cannot be written, since the maps can only be looked at."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._titles: dict[str, str] = {}
        self._order: list[str] = []
        self.field: TitleField | None = None
        self._read_only = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(words("maps.name"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.currentChanged.connect(self._tell)
        self.tabBarDoubleClicked.connect(self._open_field)

    def show_maps(self, maps: Sequence[JourneyMap], current: str) -> None:
        """One tab a map, in this order; tells nobody."""
        self._titles = {each.id: each.title for each in maps}
        self._order = [each.id for each in maps]
        told = self.blockSignals(True)
        try:
            while self.count() > len(maps):
                self.removeTab(self.count() - 1)
            for index, each in enumerate(maps):
                if index == self.count():
                    self.addTab("")
                self._show(index, each)
                if each.id == current:
                    self.setCurrentIndex(index)
        finally:
            self.blockSignals(told)
        self.updateGeometry()  # Qt does not say that a chosen tab, whose words are bolder, is wider

    def set_read_only(self, read_only: bool) -> None:
        """Whether the maps can only be looked at."""
        self._read_only = read_only
        self.setMovable(not read_only)

    def rename(self) -> None:
        """Opens the title of the map shown."""
        self._open_field(self.currentIndex())

    def commit(self) -> None:
        """Hands in the title that is being written."""
        if self.field is not None:
            self.field.hand_in()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        order = [str(self.tabData(index)) for index in range(self.count())]
        if order != self._order:
            self._tell_moved(order)

    def _tell_moved(self, order: list[str]) -> None:
        """The tab that was dragged is the one without which both orders are the same."""
        moved = str(self.tabData(self.currentIndex()))
        at = order.index(moved) + 1
        self.moved.emit(moved, order[at] if at < len(order) else "")

    def _show(self, index: int, shown: JourneyMap) -> None:
        text = self._title(shown)
        if self.tabText(index) != text:
            self.setTabText(index, text)
        self.setTabToolTip(index, tip(shown.title))
        self.setTabData(index, shown.id)

    def _title(self, shown: JourneyMap) -> str:
        """The map's title and its status; an ampersand is no shortcut."""
        title = shortened(shown.title, LONGEST)
        status = self._words(f"tab.{shown.status}") if shown.status in STATUSES else shown.status
        return " · ".join(filter(None, (title or self._words("project.untitled"), status))).replace("&", "&&")

    def _tell(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(str(self.tabData(index)))

    def _open_field(self, index: int) -> None:
        if index < 0:
            return
        if self._read_only:
            self.refused.emit()
            return
        map_id = str(self.tabData(index))
        self.field = TitleField(self, map_id, self._titles.get(map_id, ""), self._words("maps.title"))
        rect = self.tabRect(index).adjusted(4, 4, -4, -2)
        rect.setWidth(min(max(rect.width(), NARROWEST), self.width() - rect.x()))
        self.field.setGeometry(rect)
        self.field.show()
        self.field.setFocus()

    def _ask_menu(self, at: QPoint) -> None:
        """The menu is about the map shown, so the one pointed at is shown first."""
        index = self.tabAt(at)
        if index >= 0:
            self.setCurrentIndex(index)
        self.menu_asked.emit(self.mapToGlobal(at))


class TitleField(QLineEdit):
    """A title that is being written over its tab: Enter or a click elsewhere hands it in, Escape gives up."""

    def __init__(self, bar: MapBar, map_id: str, title: str, name: str) -> None:
        super().__init__(title, bar)
        self._bar = bar
        self._map_id = map_id
        self._done = False
        self.setObjectName("tabfield")
        self.setMaxLength(500)
        self.setAccessibleName(name)
        self.selectAll()
        self.editingFinished.connect(self.hand_in)

    def event(self, event: QEvent) -> bool:
        """What one writes here is no shortcut: Escape and Enter end it and go no further."""
        if isinstance(event, QKeyEvent) and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def hand_in(self) -> None:
        """Ends the writing; the title counts."""
        if not self._done:
            title = self.text()
            self._close()
            self._bar.renamed.emit(self._map_id, title)

    def rehearse(self) -> None:
        """Hands in the title; the writing goes on."""
        self._bar.renamed.emit(self._map_id, self.text())

    def _close(self) -> None:
        self._done = True
        self._bar.field = None
        if self.hasFocus():
            self._bar.left.emit()
        self.hide()
        self.deleteLater()


class MapRow(QFrame):
    """The tabs, which begin where the canvas does, and “+” behind them."""

    def __init__(self, bar: MapBar, add: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("maprow")
        self.button = QToolButton()
        self.button.setObjectName("addmap")
        self.button.setDefaultAction(add)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.button.setIcon(icon("plus"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 8, 0)
        self._row.setSpacing(4)
        self._row.addWidget(bar)
        self._row.addWidget(self.button)
        self._row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """One more at the far end."""
        self._row.addWidget(widget)

    def begin_at(self, left: int) -> None:
        """Where the first tab begins, in px."""
        margins = self._row.contentsMargins()
        if margins.left() != left:
            margins.setLeft(left)
            self._row.setContentsMargins(margins)


def _is_escape(event: QKeyEvent) -> bool:
    """Whether it asks for Escape to be a key and not a shortcut."""
    return event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape
