"""*Add from file…*: what a group mapped on another laptop comes into the project of this window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.desk.adding import Adding, Guest
from desktop.desk.desk import Desk
from desktop.desk.offer import Choice, Offer
from desktop.dialogs.adding import AddDialog
from desktop.dialogs.disagreement import titles
from desktop.dialogs.questions import Questions
from desktop.document.errors import EditError
from desktop.document.merge.whole import Merged
from desktop.panels.waiting import waiting
from desktop.storage.errors import StorageError
from desktop.storage.reader import read


class Joining:
    """`hand_in` makes what is being written count."""

    def __init__(self, window: QWidget, desk: Desk, questions: Questions, hand_in: Callable[[], None]) -> None:
        self._window = window
        self._desk = desk
        self._questions = questions
        self._hand_in = hand_in
        self.dialog: AddDialog | None = None

    def ask(self) -> None:
        """Asks for a file and shows what it brings."""
        self._hand_in()
        if self._desk.session.read_only:
            self._desk.session.refused.emit()
            return
        path = self._desk.session.path
        chosen = self._questions.which_file(path.parent if path else Path.home())
        if chosen is not None:
            self.show(chosen)

    def show(self, path: Path) -> None:
        """Shows what a file brings; a file that cannot be read is told of."""
        try:
            with waiting():
                adding = Adding(self._desk, Guest(read(path), path.stem), titles(self._desk.words, path.stem))
                merged = adding.proposed()
        except StorageError as error:
            self._questions.tell(str(error))
            return
        except EditError as error:
            self._questions.tell(adding.refusal(error))
            return
        self.dialog = AddDialog(adding, merged, self._window)
        self._adding = adding
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    def _end(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None and result:
            self._take(dialog.merged)

    def _take(self, merged: Merged) -> None:
        desk = self._desk
        try:
            taken = self._adding.take(merged)
        except EditError as error:
            self._questions.tell(self._adding.refusal(error))
            return
        if taken:
            undo = Choice(desk.words("offer.undo"), desk.undo)
            desk.offered.emit(Offer(desk.words("status.added_file").format(name=self._adding.guest.name), (undo,)))
        else:
            desk.said.emit(desk.words("status.added_nothing").format(name=self._adding.guest.name))
