"""The curve, as the window's menu asks for it."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from desktop.desk.curve import CurveVerbs
from desktop.desk.desk import Desk
from desktop.dialogs.curve.compute import ComputeDialog
from desktop.dialogs.curve.participants import ParticipantsDialog
from desktop.panels.waiting import waiting


class Curve:
    """Opens the dialogs; what is accepted there is one undo step. `hand_in` makes what is being written count."""

    def __init__(self, window: QWidget, desk: Desk, hand_in: Callable[[], None]) -> None:
        self._window = window
        self._desk = desk
        self._hand_in = hand_in
        self.verbs = CurveVerbs(desk)
        self.dialog: QDialog | None = None

    def compute(self) -> None:
        """From the answers of a survey; says what is missing where there are none."""
        if self._may_begin("" if self.verbs.surveys else "curve.no_answers"):
            with waiting():
                self._open(ComputeDialog(self.verbs, self._desk.words, self._window))

    def participants(self) -> None:
        """From the values of a workshop's participants."""
        if self._may_begin(""):
            self._open(ParticipantsDialog(self.verbs, self._desk.words, self._window))

    def gap(self, on: bool) -> None:
        """The other map's curve behind this one's, or not."""
        self.verbs.show_gap(on)

    def _may_begin(self, missing: str) -> bool:
        self._hand_in()
        code = missing or ("" if self.verbs.lanes else "curve.no_lane")
        if code:
            self._desk.said.emit(self._desk.words(code))
        return not code

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._end)
        dialog.open()

    def _end(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if not result:
            return
        if isinstance(dialog, ComputeDialog):
            self.verbs.compute(dialog.wish)
        elif isinstance(dialog, ParticipantsDialog):
            self.verbs.gather(*dialog.whose, dialog.texts, dialog.source.text().strip())
