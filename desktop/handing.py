"""A clean copy of the project, as the window's menu asks for it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.desk.desk import Desk
from desktop.dialogs.clean import CleanDialog
from desktop.dialogs.questions import Questions
from desktop.document.clean import PARTS, counts, lost
from desktop.panels.errand import Errand
from desktop.panels.waiting import waiting
from desktop.storage.errors import StorageError
from desktop.storage.filenames import file_name
from desktop.storage.handing import clean_saving
from desktop.storage.reader import Opened

SUFFIX = ".journey"
PATIENCE = 0.03
"""Seconds that are waited for a copy; what takes longer goes on beside the window."""


class Handing:
    """Asks what goes along and where to; the project keeps its file. `hand_in` makes what is being written count.

    The copy is of the project as it was when that was answered, whatever is edited while it is written.
    """

    def __init__(self, window: QWidget, desk: Desk, questions: Questions, hand_in: Callable[[], None]) -> None:
        self._window = window
        self._desk = desk
        self._questions = questions
        self._hand_in = hand_in
        self._errand = Errand()
        self._quiet = False
        self.dialog: CleanDialog | None = None

    def show(self) -> None:
        """Opens the ticks; the copy is written when they are accepted."""
        self._hand_in()
        desk = self._desk
        with waiting():
            counted = dict(counts(desk.project))
            counted["unknown"] += len(desk.session.opened.unknown)
            spoilt = len(lost(desk.project, frozenset(PARTS) - {"unknown"}))
        self.dialog = CleanDialog(self._title(), counted, desk.words, self._window, spoilt=spoilt)
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    @property
    def busy(self) -> bool:
        """Whether a copy is being written."""
        return self._errand.busy

    def settle(self) -> None:
        """Waits for a copy that is being written, and tells what came of it."""
        self._errand.settle()

    def leave(self, *, quiet: bool) -> None:
        """The window is closed for good, when the copy is written. quiet: nobody is there to be told that it failed."""
        self._quiet = quiet
        self._errand.leave()

    def _end(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None and result:
            self._save(dialog.kept)

    def _save(self, keep: frozenset[str]) -> None:
        path = self._questions.save_where(self._suggested(), SUFFIX)
        if path is None:
            return
        session = self._desk.session
        if _is_same(session.path, path):
            self._questions.tell(self._desk.words("clean.same").format(name=path.name))
            return
        opened = session.opened
        now = Opened(session.project, dict(session.assets), opened.minor, unknown=opened.unknown, path=session.path)
        saving = clean_saving(now, keep, path, session.keeping)
        self._errand.run(partial(saving.run, lasting=False), partial(self._written, path), PATIENCE)
        if self._errand.busy:
            self._desk.said.emit(self._desk.words("status.cleaning"))

    def _written(self, path: Path, error: BaseException | None) -> None:
        if error is None:
            self._desk.said.emit(self._desk.words("status.clean").format(path=path.name))
        elif not isinstance(error, StorageError):
            raise error
        elif not self._quiet:
            self._questions.tell(str(error))

    def _title(self) -> str:
        session = self._desk.session
        stem = session.path.stem if session.path else self._desk.words("project.untitled")
        return session.project.title or stem

    def _suggested(self) -> Path:
        """A name beside the project's file."""
        path = self._desk.session.path
        folder = path.absolute().parent if path else Path.home()
        stem = path.stem if path else file_name(self._title())
        return folder / f"{self._desk.words('clean.file').format(name=stem)}{SUFFIX}"


def _is_same(one: Path | None, other: Path) -> bool:
    """Whether both name the same file, by whatever way."""
    try:
        return one is not None and (one == other or one.samefile(other))
    except OSError:
        return False
