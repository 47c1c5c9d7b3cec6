"""The project's brand, as the window's menu asks for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.desk.brand import Brands
from desktop.desk.desk import Desk
from desktop.dialogs.brand import BrandDialog
from desktop.storage.reader import Opened


class Dressing:
    """Opens the dialog of the brand over a window; `hand_in` ends what is being written there."""

    def __init__(self, desk: Desk, parent: QWidget, hand_in: Callable[[], None]) -> None:
        self._desk = desk
        self._parent = parent
        self._hand_in = hand_in
        self._brands = Brands(desk)

    def show(self) -> None:
        """The look that is put together is worn when the dialog is accepted."""
        self._hand_in()
        desk, path = self._desk, self._desk.session.path
        opened = Opened(desk.project, desk.session.assets)
        folder = path.absolute().parent if path else Path.home()
        dialog = BrandDialog(self._brands.worn, opened, desk.words, self._parent, map_id=desk.map_id, folder=folder)
        dialog.chosen.connect(self._brands.wear)
        dialog.open()
