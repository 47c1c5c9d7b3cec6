"""The project and the files on the disk: opening, saving, copies, going back, what is dropped on the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktop.desk.desk import Desk
from desktop.dialogs.questions import Questions
from desktop.storage.errors import ChangedOnDiskError, NewerFileError, SaveAsError, StorageError

SUFFIX = ".journey"


class Opener(Protocol):
    """What opening asks of the program around the window."""

    def open_path(self, path: Path) -> None:
        """Raises StorageError."""


class Files:
    """What one does with files; whatever fails is told in a sentence. `hand_in` ends what is being written."""

    def __init__(self, desk: Desk, questions: Questions, home: Opener, hand_in: Callable[[], None]) -> None:
        self._desk = desk
        self._session = desk.session
        self._questions = questions
        self._home = home
        self._hand_in = hand_in

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
        """Whether the project stands on the disk afterwards; asks for a name when it needs one."""
        self._hand_in()
        try:
            self._session.save()
        except ChangedOnDiskError as error:
            self._questions.tell(str(error))
            return self._save_under(self._copy())
        except NewerFileError:
            return self._save_under(self._copy())
        except SaveAsError:
            return self.save_as()
        except StorageError as error:
            self._questions.tell(str(error))
            return False
        return True

    def save_as(self) -> bool:
        """Asks for a name and saves under it; whether that was done."""
        self._hand_in()
        return self._save_under(self._session.path or self.suggested(SUFFIX))

    def save_copy(self) -> None:
        """Asks for a name and writes a copy there; the project keeps its own file."""
        self._hand_in()
        path = self._questions.save_where(self._copy(), SUFFIX)
        if path is None:
            return
        try:
            self._session.save_copy(path)
        except StorageError as error:
            self._questions.tell(str(error))
        else:
            self._desk.said.emit(self._desk.words("status.copied").format(path=path.name))

    def revert(self) -> None:
        """Goes back to what stands in the file, after a question; undo brings back what there was."""
        if self._session.path is None or not self._questions.may_revert(self._session.path.name):
            return
        try:
            self._session.revert(self._desk.words("edit.revert"), self._desk.map_id)
        except StorageError as error:
            self._questions.tell(str(error))

    def title(self) -> str:
        """What the project is called: its title, else its file's name."""
        path = self._session.path
        return self._session.project.title or (path.stem if path else self._desk.words("project.untitled"))

    def suggested(self, suffix: str) -> Path:
        """A name beside the project's file for something made of it."""
        path = self._session.path
        name = path.stem if path else self.title()
        allowed = "".join(char if char.isalnum() or char in " -_." else "-" for char in name).strip(" .")
        return self._folder() / f"{allowed or 'journey'}{suffix}"

    def _save_under(self, suggested: Path) -> bool:
        path = self._questions.save_where(suggested, SUFFIX)
        if path is None:
            return False
        try:
            self._session.save_as(path)
        except StorageError as error:
            self._questions.tell(str(error))
            return False
        return True

    def _folder(self) -> Path:
        path = self._session.path
        return path.absolute().parent if path else Path.home()

    def _copy(self) -> Path:
        """A name beside the file for a copy of it."""
        name = self._desk.words("file.copy").format(name=self.suggested("").name)
        return self.suggested(SUFFIX).with_name(name + SUFFIX)
