"""Goals and metrics, as the window's menu asks for them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.desk.desk import Desk
from desktop.dialogs.measures.dialog import MeasuresDialog


class Measures:
    """Opens the dialog. `hand_in` makes what is being written count."""

    def __init__(self, window: QWidget, desk: Desk, hand_in: Callable[[], None]) -> None:
        self.dialog: MeasuresDialog | None = None
        self._window = window
        self._desk = desk
        self._hand_in = hand_in

    def edit(self) -> None:
        """Goals and metrics of the project."""
        self._hand_in()
        self.dialog = MeasuresDialog(self._desk, self._window)
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    def _end(self) -> None:
        self.dialog = None
