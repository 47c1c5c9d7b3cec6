"""The open project: its value, its history, its file, and one signal that tells everybody what changed."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import Generic, ParamSpec

from desktop.document.history import Entry, History
from desktop.document.project import Project
from desktop.storage.assets import Asset, Assets
from desktop.storage.atomic import write_file
from desktop.storage.errors import ChangedOnDiskError, NewerFileError, UntitledError
from desktop.storage.files import LIMIT, fingerprint, fingerprint_of
from desktop.storage.reader import Opened, read
from desktop.storage.writer import dump

P = ParamSpec("P")


class Signal(Generic[P]):
    """Calls its listeners in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[P, object]] = []

    def connect(self, listener: Callable[P, object]) -> None:
        """From now on `listener` is called too."""
        self._listeners.append(listener)

    def disconnect(self, listener: Callable[P, object]) -> None:
        """Raises ValueError when it was not connected."""
        self._listeners.remove(listener)

    def emit(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """One listener's bug does not keep the news from the others; it is raised when all were told."""
        with ExitStack() as told:
            for listener in reversed(self._listeners):
                told.callback(listener, *args, **kwargs)


class Session:
    """What is edited, and where it is saved.

    changed(before, after): after every edit, undo and redo. saved(path): after every save.
    A preview is no edit: the canvas shows a candidate by itself and hands it in when the gesture ends.
    """

    def __init__(self, opened: Opened, path: Path | None = None) -> None:
        self.changed: Signal[[Project, Project]] = Signal()
        self.saved: Signal[[Path]] = Signal()
        self.messages = opened.messages
        self._history = History(opened.project)
        self._assets = dict(opened.assets)
        self._path = path
        self._opened = opened
        self._fingerprint = opened.fingerprint
        self._ask_for_copy = opened.newer_minor

    @classmethod
    def open(cls, path: Path, *, limit: int = LIMIT) -> "Session":
        """The project in this file. limit: bytes. Raises StorageError."""
        return cls(read(path, limit=limit), path)

    @property
    def project(self) -> Project:
        return self._history.current

    @property
    def assets(self) -> Assets:
        """The pictures, which are no part of the values that undo brings back."""
        return MappingProxyType(self._assets)

    @property
    def path(self) -> Path | None:
        """None until the first save."""
        return self._path

    @property
    def newer(self) -> bool:
        """Whether the file came from a later version of the program, which knows fields that this one does not."""
        return self._opened.newer_minor

    @property
    def modified(self) -> bool:
        """Whether the value differs from the one on the disk; undo can bring it back there."""
        return not self._history.clean

    @property
    def undoable(self) -> Entry | None:
        """What `undo` would undo."""
        return self._history.undoable

    @property
    def redoable(self) -> Entry | None:
        """What `redo` would do again."""
        return self._history.redoable

    def edit(self, label: str, candidate: Project, map_id: str = "", selection: tuple[str, ...] = ()) -> bool:
        """Makes the candidate of one gesture the current value; False, and no undo step, when nothing changes."""
        before = self.project
        if candidate == before:  # quick: what was not edited is the same object
            return False
        self._history.push(label, candidate, map_id, selection)
        self.changed.emit(before, candidate)
        return True

    def undo(self) -> Entry | None:
        """Takes back the last gesture and returns it, so that the place where it happened can be shown."""
        entry = self._history.undo()
        if entry is not None:
            self.changed.emit(entry.after, entry.before)
        return entry

    def redo(self) -> Entry | None:
        """Does again what was undone last, and returns it."""
        entry = self._history.redo()
        if entry is not None:
            self.changed.emit(entry.before, entry.after)
        return entry

    def add_asset(self, key: str, asset: Asset) -> None:
        """A picture that an edit is about to name; it stays even if that edit is undone."""
        self._assets[key] = asset

    def save(self) -> None:
        """Writes the file. Raises SaveAsError when a name must be asked for first, other StorageErrors on failure."""
        if self._path is None:
            raise UntitledError("the project has no file yet", remedy="save it under a name")
        if self._ask_for_copy:
            raise NewerFileError(
                "the file comes from a newer version of Journeywall", path=self._path, remedy="save a copy of it"
            )
        self._refuse_changed(self._path)
        self._write(self._path)

    def save_as(self, path: Path) -> None:
        """Writes the file under this name, which it has from then on. Raises StorageError; then nothing has changed."""
        self._write(path)

    def save_copy(self, path: Path) -> None:
        """Writes a file beside its own, which it keeps. Raises StorageError."""
        write_file(path, self._bytes())

    def revert(self, label: str, map_id: str = "") -> bool:
        """Takes up what stands in the file; an edit like any other, which can be undone. Raises StorageError."""
        if self._path is None:
            raise UntitledError("the project has no file yet", remedy="save it under a name")
        opened, before = read(self._path), self.project
        self._assets.update(opened.assets)
        self._opened, self._fingerprint, self._ask_for_copy = opened, opened.fingerprint, opened.newer_minor
        saved = before if opened.project == before else opened.project
        changed = self._history.push(label, saved, map_id) is not None
        self._history.mark_saved()
        self.changed.emit(before, saved)
        return changed

    def _refuse_changed(self, path: Path) -> None:
        """A file that is gone may be written again; one that somebody else has written since may not be replaced."""
        if self._fingerprint and fingerprint(path) not in ("", self._fingerprint):
            raise ChangedOnDiskError(
                "another program has changed the file on the disk",
                path=path,
                remedy="save under another name, or open it again",
            )

    def _write(self, path: Path) -> None:
        data = self._bytes()
        write_file(path, data)
        self._fingerprint = fingerprint_of(data)
        self._path = path
        self._ask_for_copy = False
        self._history.mark_saved()
        self.saved.emit(path)

    def _bytes(self) -> bytes:
        return dump(self.project, self._assets, self._opened.minor, self._opened.unknown)
