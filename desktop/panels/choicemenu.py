"""A menu of one list, such as the kinds of lanes; it tells which was chosen."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class ChoiceMenu(QMenu):
    """`choices` are keys and words. It stands inside other menus, or opens by itself where `point` on the screen is."""

    def __init__(
        self,
        choices: Iterable[tuple[str, str]],
        chosen: Callable[[str], object],
        point: Callable[[], QPoint],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self._point = point
        for key, words in choices:
            self.addAction(words).setData(key)
        self.triggered.connect(self._tell)

    def offer(self) -> None:
        """Opens it, the first entry ready for Enter."""
        self.popup(self._point())
        self.setActiveAction(self.actions()[0])

    def _tell(self, action: QAction) -> None:
        self._chosen(str(action.data()))
