"""Where one looks for words: a button that says it, and its menu with a tick for each sort of text."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.desk.texts import SORTS
from desktop.layout.style import Words
from desktop.panels.filtermenu import TickMenu
from desktop.panels.icons import icon

ALL = ""
"""The value of the entry that ticks all, or none."""

OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Places(QToolButton):
    """toggled_any(): something else is ticked. All is at first."""

    toggled_any = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("places")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
        self.setIcon(icon("down"))
        self.setIconSize(QSize(12, 12))
        self.setToolTip(words("find.places"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_of_sorts = self._made_menu()
        self.clicked.connect(self.open)
        self._tell()

    @property
    def ticked(self) -> frozenset[str]:
        """The sorts of text in which one looks."""
        return frozenset(name for name, entry in self._entries.items() if entry.isChecked())

    def open(self) -> None:
        """The menu under the button, its first entry ready for the space bar."""
        self.menu_of_sorts.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.menu_of_sorts.setActiveAction(self._every)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING:
            self.open()
        else:
            super().keyPressEvent(event)

    def _made_menu(self) -> TickMenu:
        menu = TickMenu("sorts", "", self._tick, self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.setToolTipsVisible(True)
        menu.offer(ALL, self._words("find.everywhere"), True)
        menu.addSeparator()
        for name in SORTS:
            menu.offer(name, self._words(f"find.in.{name}"), True)
        entries = {str(entry.data()): entry for entry in menu.actions() if entry.isCheckable()}
        self._every = entries.pop(ALL)
        self._entries = entries
        for name, entry in entries.items():
            entry.setToolTip(self._words(f"find.in_tip.{name}"))
        return menu

    def _tick(self, _menu: str, value: str, ticked: bool) -> None:
        if value == ALL:
            for entry in self._entries.values():
                entry.setChecked(ticked)
        self._tell()
        self.toggled_any.emit()

    def _tell(self) -> None:
        """On the button in words, and by its look where something is left out."""
        ticked = self.ticked
        self._every.setChecked(ticked == set(SORTS))
        told = self._words("find.some").format(count=len(ticked), all=len(SORTS))
        if len(ticked) == 1:
            told = self._words(f"find.in.{next(iter(ticked))}")
        elif not ticked or self._every.isChecked():
            told = self._words("find.everywhere" if ticked else "find.nowhere")
        self.setText(told)
        self.setAccessibleName(f"{self._words('find.places')}: {told}")
        self.setProperty("some", not self._every.isChecked())
        self.style().unpolish(self)
        self.style().polish(self)
