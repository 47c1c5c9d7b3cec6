"""The project and the files on the disk: opening, saving, copies, going back, what is dropped on the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop.desk.desk import Desk
from desktop.dialogs.conflict import Conflict
from desktop.dialogs.questions import Questions
from desktop.panels.errand import Errand
from desktop.session import Signal
from desktop.storage.atomic import write_file
from desktop.storage.errors import ChangedOnDiskError, SaveAsError, StorageError, UntitledError
from desktop.storage.filenames import file_name
from desktop.storage.saving import Saving
from desktop.theirs import Theirs

SUFFIX = ".journey"
PATIENCE = 0.03
"""Seconds for which the window waits for a save; what takes longer goes on beside it."""


class Opener(Protocol):
    """What opening asks of the program around the window."""

    def open_path(self, path: Path) -> None:
        """Raises StorageError."""


class Files:
    """What one does with files; whatever fails is told in a sentence. `hand_in` ends what is being written.

    troubled(sentence): a save that went on beside the window has failed, while somebody may be typing.
    """

    def __init__(self, desk: Desk, questions: Questions, home: Opener, hand_in: Callable[[], None]) -> None:
        self._desk = desk
        self._session = desk.session
        self._questions = questions
        self._home = home
        self._hand_in = hand_in
        self._theirs = Theirs(desk, questions)
        self._errand = Errand()
        self._well = True
        self._again = self._beside = False
        self.troubled: Signal[[str]] = Signal()
        self._quiet = False

    def open(self) -> None:
        """Asks for a file and opens it in a window."""
        path = self._questions.which_file(self._folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Opens a file in a window."""
        try:
            self._home.open_path(path)
        except StorageError as error:
            self._questions.tell(str(error))

    def drop(self, paths: Sequence[Path]) -> None:
        """Opens the projects among files that were dropped on the window; of others it says that they are none."""
        projects = [path for path in paths if path.suffix.lower() == SUFFIX]
        others = [path.name for path in paths if path not in projects]
        for path in projects:
            self.open_path(path)
        if others:
            self._questions.tell(self._desk.words("drop.other").format(names=", ".join(others)))

    def save(self) -> bool:
        """Saves, asking for a name where it needs one; False when nothing was or will be written.

        What takes longer goes on beside the window; `settle` tells how it ended.
        """
        self._hand_in()
        if self._errand.busy:
            self._again = True
            return True
        try:
            self._write()
        except UntitledError:
            return self.save_as()
        except SaveAsError:
            return self._save_under(self._copy())
        return self._well

    def save_as(self) -> bool:
        """Asks for a name and saves under it; False when nothing was or will be written."""
        self._hand_in()
        session = self._session
        apart = session.read_only or session.copy_name
        return self._save_under(self._copy() if apart else session.path or self.suggested(SUFFIX))

    def save_copy(self) -> None:
        """Asks for a name and writes a copy there; the project keeps its own file."""
        self._hand_in()
        path = self._questions.save_where(self._copy(), SUFFIX)
        if path is not None and same_file(self._session.path, path):
            self._write(path)
        elif path is not None:
            self.settle()
            work = partial(self._session.saving(path).run, lasting=False)
            self._errand.run(work, partial(self._copied, path), PATIENCE)

    @property
    def busy(self) -> bool:
        """Whether a save goes on."""
        return self._errand.busy

    @property
    def ways(self) -> tuple[Conflict, ...]:
        """What can be done about a file that somebody else has written."""
        return self._theirs.ways

    def settle(self) -> bool:
        """Waits for a save that goes on; whether the last one was well."""
        self._beside = False
        while self._errand.busy:
            self._errand.settle()
        return self._well

    def finish(self) -> None:
        """Waits for a save that goes on; if it fails nobody is asked, for its work is kept until the next start."""
        self._quiet = True
        self.settle()

    def leave(self) -> None:
        """Waits for a save that goes on, since nothing is told of it any more."""
        self._errand.leave()

    def revert(self) -> None:
        """Goes back to what stands in the file, after a question; undo brings back what there was."""
        if self._session.path is None or not self._questions.may_revert(self._session.path.name):
            return
        self.settle()
        try:
            self._session.revert(self._desk.words("edit.revert"), self._desk.map_id)
        except StorageError as error:
            self._questions.tell(str(error))

    def keep_mine(self) -> None:
        """Saves over what somebody else wrote into the file, which goes into the backups first."""
        self._hand_in()
        self._resolve(Conflict.MINE)

    def load_theirs(self) -> None:
        """Shows what somebody else wrote into the file; undo brings back what there was."""
        self._hand_in()
        self._resolve(Conflict.THEIRS)

    def compare(self) -> None:
        """Shows what somebody else wrote into the file beside what is here, and does what is decided over it."""
        self._hand_in()
        self._resolve(self._theirs.compare())

    def title(self) -> str:
        """What the project is called: its title, else its file's name."""
        path = self._session.path
        return self._session.project.title or (path.stem if path else self._desk.words("project.untitled"))

    def suggested(self, suffix: str) -> Path:
        """A name beside the project's file for something made of it."""
        path = self._session.path
        return self._folder() / f"{file_name(path.stem if path else self.title())}{suffix}"

    def export(self, data: bytes, suffix: str) -> bool:
        """Writes something made of the project into a file that is asked for; whether it is there now."""
        path = self._questions.save_where(self.suggested(suffix), suffix)
        if path is None:
            return False
        try:
            write_file(path, data)
        except StorageError as error:
            self._questions.tell(str(error))
            return False
        self._desk.said.emit(self._desk.words("status.exported").format(path=path.name))
        return True

    def _save_under(self, suggested: Path) -> bool:
        path = self._questions.save_where(suggested, SUFFIX)
        if path is None:
            return False
        self._write(path)
        return self._well

    def _write(self, path: Path | None = None, *, over: bool = False) -> None:
        """Once the save before has told which file and which lock are the project's. Raises SaveAsError."""
        self.settle()
        saving = self._session.saving(path, over=over)
        self._well = True
        self._beside = False
        self._errand.run(saving.run, partial(self._written, saving), PATIENCE)
        self._beside = self._errand.busy
        if self._errand.busy:
            self._desk.said.emit(self._desk.words("status.saving"))

    def _written(self, saving: Saving, error: BaseException | None) -> None:
        """Takes up what came of a save; where it failed, another name is offered, by a banner if nobody waits."""
        if error is None:
            self._session.note(saving)
            if saving.warning:
                self._desk.said.emit(self._desk.words("status.no_backup").format(sentence=saving.warning))
            self._save_again()
            return
        self._well = self._again = False
        if not isinstance(error, StorageError):
            raise error
        if self._quiet:
            return
        if self._beside:
            self.troubled.emit(str(error))
        elif isinstance(error, ChangedOnDiskError):
            self._well = self._changed()
        elif self._questions.failed(str(error)):
            self._well = self.save_as()

    def _save_again(self) -> None:
        """Saves what came while a save went on, if that was asked for."""
        again, self._again = self._again, False
        if again and self._session.modified:
            self.save()

    def _changed(self) -> bool:
        """Somebody else has written the file meanwhile; whether the project was or will be saved in the end."""
        return self._resolve(self._theirs.decide())

    def _resolve(self, answer: Conflict) -> bool:
        """Does about a file that has changed what somebody decided."""
        self.settle()
        if answer is Conflict.MINE:
            self._write(over=True)
            return self._well
        if answer is Conflict.THEIRS:
            self._theirs.take()
        return answer is Conflict.COPY and self._save_under(self._copy())

    def _copied(self, path: Path, error: BaseException | None) -> None:
        if error is None:
            self._desk.said.emit(self._desk.words("status.copied").format(path=path.name))
        elif isinstance(error, StorageError):
            self._questions.tell(str(error))
        else:
            raise error

    def _folder(self) -> Path:
        path = self._session.path
        return path.absolute().parent if path else Path.home()

    def _copy(self) -> Path:
        """A name beside the file for a copy of it."""
        name = self._session.copy_name or self._desk.words("file.copy").format(name=self.suggested("").name)
        return self.suggested(SUFFIX).with_name(name + SUFFIX)


def same_file(one: Path | None, other: Path) -> bool:
    """Whether both name the same file, which need not be there any more."""
    try:
        return one is not None and (one == other or one.samefile(other))
    except OSError:
        return False
